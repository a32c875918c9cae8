//! Periods, such as the duration of a subscription.

use std::fmt;
use std::str::FromStr;

use crate::declare::ParamValue;
use crate::declare::record::{FieldContent, FieldValue, ValueReader};
use crate::declare::setter::Converted;
use crate::error::DecodeError;
use crate::meta::{FieldType, ParamMeta, ParamType, ValueMeta};
use crate::text::form::ValueWriter;
use crate::violation::{ViolationKind, Violations};

/// A period in calendar and clock units, such as the duration of a subscription: `0-1-0 0:0:0` is one month.
///
/// The format is `years-months-days hours:minutes:seconds`, without leading zeros. Other formats do not parse, so `Display` prints
/// the text that was parsed. As a parameter, such as `interval` of `GetSmartQueueRealtimeMetrics`, a period is written in the
/// format of a timestamp, as the API reference has it: `0000-00-00 00:30:00`. Periods are not ordered: a month is neither longer
/// nor shorter than 30 days.
///
/// ```
/// # use vox_core::Period;
/// let month: Period = "0-1-0 0:0:0".parse()?;
/// assert_eq!(month, Period { months: 1, ..Period::default() });
/// assert_eq!(month.to_string(), "0-1-0 0:0:0");
/// # Ok::<(), vox_core::value::PeriodError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Days.
    pub days: u32,
    /// Hours.
    pub hours: u32,
    /// Minutes.
    pub minutes: u32,
    /// Seconds.
    pub seconds: u32,
}

/// The text is not a [`Period`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodError;

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {EXPECTED}")
    }
}

impl std::error::Error for PeriodError {}

const EXPECTED: &str = "a period such as 0-1-0 0:0:0";

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { years, months, days, hours, minutes, seconds } = self;
        write!(f, "{years}-{months}-{days} {hours}:{minutes}:{seconds}")
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let period = parse(text).ok_or(PeriodError)?;
        // `parse` accepts signs and leading zeros, which are not printed.
        if period.to_string() == text { Ok(period) } else { Err(PeriodError) }
    }
}

fn parse(text: &str) -> Option<Period> {
    let (date, time) = text.split_once(' ')?;
    let [years, months, days] = three_numbers(date, '-')?;
    let [hours, minutes, seconds] = three_numbers(time, ':')?;
    Some(Period { years, months, days, hours, minutes, seconds })
}

fn three_numbers(text: &str, separator: char) -> Option<[u32; 3]> {
    let mut numbers = text.split(separator).map(|number| number.parse().ok());
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}

impl ParamValue for Period {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Period)
    }

    /// Writes `YYYY-MM-DD HH:mm:ss`.
    fn write(&self, out: &mut ValueWriter<'_>) {
        let Self { years, months, days, hours, minutes, seconds } = self;
        out.text(&format!("{years:04}-{months:02}-{days:02} {hours:02}:{minutes:02}:{seconds:02}"));
    }

    /// Reads numbers with and without leading zeros.
    fn read(text: &str) -> Result<Self, &'static str> {
        let is_period = text.bytes().all(|byte| byte.is_ascii_digit() || b"-: ".contains(&byte));
        parse(text).filter(|_| is_period).ok_or("a length of time such as `0000-00-00 00:30:00`")
    }

    /// A number that does not fit the format is a violation.
    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        let others = [self.months, self.days, self.hours, self.minutes, self.seconds];
        if self.years > 9999 || others.iter().any(|number| *number > 99) {
            let expected = "a length of time of at most 9999 years, and 99 of each other unit";
            violations.add_with_value(param, ViolationKind::Type(expected), &self.to_string());
        }
    }
}

impl FieldValue for Period {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::default()
    }

    fn field_type() -> FieldType {
        FieldType::Text
    }

    /// Reads a period. For responses use [`PeriodText`], which accepts any string.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let text = json.text()?.filter(|text| !text.is_empty());
        let period = text.map(|text| text.parse()).transpose();
        period.map_err(|_| DecodeError::unexpected(EXPECTED, "another string"))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::display(self)
    }
}

/// A period in a response. A string in another format is kept, so that the rest of the response still decodes.
///
/// ```
/// # use vox_core::{Period, PeriodText};
/// assert_eq!(PeriodText::from("0-1-0 0:0:0").known(), Some(Period { months: 1, ..Period::default() }));
/// assert_eq!(PeriodText::from("a month"), PeriodText::Other("a month".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PeriodText {
    /// A string in the format of a period.
    Known(Period),
    /// Another string.
    Other(String),
}

impl PeriodText {
    /// The period; `None` for another string.
    #[must_use]
    pub const fn known(&self) -> Option<Period> {
        match self {
            Self::Known(period) => Some(*period),
            Self::Other(_) => None,
        }
    }
}

impl From<String> for PeriodText {
    fn from(text: String) -> Self {
        text.parse().map_or_else(|_| Self::Other(text), Self::Known)
    }
}

impl From<&str> for PeriodText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Period> for PeriodText {
    fn from(period: Period) -> Self {
        Self::Known(period)
    }
}

impl fmt::Display for PeriodText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(period) => period.fmt(f),
            Self::Other(text) => f.write_str(text),
        }
    }
}

impl FieldValue for PeriodText {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::Other(String::new())
    }

    fn field_type() -> FieldType {
        FieldType::Text
    }

    /// Reads a period or another string; an empty string is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let text = json.text()?.filter(|text| !text.is_empty());
        Ok(text.map(|text| text.as_ref().into()))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::display(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FieldValue, Period, PeriodText};
    use crate::declare::record::read_json;

    fn read<T: FieldValue>(json: &str) -> Result<Option<T>, String> {
        read_json(json, T::read).map_err(|error| error.reason().to_owned())
    }

    #[test]
    fn every_unit_has_its_place() {
        let period = Period { years: 1, months: 2, days: 3, hours: 4, minutes: 5, seconds: 6 };
        assert_eq!("1-2-3 4:5:6".parse(), Ok(period));
    }

    #[test]
    fn other_texts_do_not_parse() {
        for text in [
            "",
            " ",
            "0-1-0",
            "0-1-0 0:0",
            "0-1-0 0:0:0:0",
            "0-1-0-0 0:0:0",
            "0-01-0 0:0:0",
            "0-+1-0 0:0:0",
            "0--1-0 0:0:0",
            " 0-1-0 0:0:0",
            "0-1-0  0:0:0",
            "0-1-4294967296 0:0:0",
            "2015-02-01 06:50:07",
            "0-١-0 0:0:0",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn responses_are_read_leniently_as_text_and_strictly_as_period() {
        let month = Period { months: 1, ..Period::default() };
        assert_eq!(read(r#""0-1-0 0:0:0""#), Ok(Some(month)));
        assert_eq!(read::<Period>("null"), Ok(None));
        assert_eq!(
            read::<Period>(r#""a month""#),
            Err("expected a period such as 0-1-0 0:0:0, found another string".to_owned())
        );
        assert_eq!(read(r#""0-1-0 0:0:0""#), Ok(Some(PeriodText::Known(month))));
        assert_eq!(read(r#""a month""#), Ok(Some(PeriodText::Other("a month".into()))));
        assert_eq!(read("30"), Ok(Some(PeriodText::Other("30".into()))));
        assert_eq!(read::<PeriodText>(r#""""#), Ok(None));
        assert_eq!(read::<PeriodText>("{}"), Ok(None));
        assert_eq!(read::<PeriodText>("[1]"), Err("expected a string, found a list".to_owned()));
    }

    proptest! {
        #[test]
        fn printing_and_parsing_gives_the_same_period(numbers in any::<[u32; 6]>()) {
            let [years, months, days, hours, minutes, seconds] = numbers;
            let period = Period { years, months, days, hours, minutes, seconds };
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }

        #[test]
        fn parsing_and_printing_gives_the_same_text(text in r"[0-9]{1,2}-[0-9+]{1,2}-[0-9]{1,2} [0-9]{1,2}:[0-9]{1,2}:[0-9 ]{1,2}|\PC*") {
            if let Ok(period) = text.parse::<Period>() {
                prop_assert_eq!(period.to_string(), text.clone());
            }
            prop_assert_eq!(PeriodText::from(text.as_str()).to_string(), text);
        }
    }
}
