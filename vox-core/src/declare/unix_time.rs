//! Moments in Unix time.

use std::fmt;

use jiff::Timestamp;

use crate::declare::ParamValue;
use crate::declare::record::{FieldContent, FieldValue, ValueReader};
use crate::declare::setter::Converted;
use crate::error::DecodeError;
use crate::meta::{FieldType, ParamType, ValueMeta};
use crate::text::form::ValueWriter;

/// A moment that the API writes as a number: the seconds since 1970-01-01 00:00:00 UTC. A parameter or a field.
///
/// ```
/// use vox_core::{Timestamp, UnixTime};
///
/// let start: Timestamp = "2026-01-31T18:05:00.5Z".parse()?;
/// let start_at = UnixTime::from(start);
/// assert_eq!(start_at.seconds(), 1_769_882_700);
/// assert_eq!(start_at.timestamp().to_string(), "2026-01-31T18:05:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnixTime(Timestamp);

impl UnixTime {
    /// The moment that is this number of seconds after 1970-01-01 00:00:00 UTC; `None` if it is not in the years -9999 to 9999.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        Timestamp::from_second(seconds).ok().map(Self)
    }

    /// The number of seconds since 1970-01-01 00:00:00 UTC.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0.as_second()
    }

    /// The moment.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        self.0
    }
}

/// Drops the fraction of a second.
impl From<Timestamp> for UnixTime {
    fn from(timestamp: Timestamp) -> Self {
        // The seconds of a timestamp are in the range of timestamps.
        Self(Timestamp::from_second(timestamp.as_second()).unwrap_or(timestamp))
    }
}

impl From<UnixTime> for Timestamp {
    fn from(time: UnixTime) -> Self {
        time.0
    }
}

impl fmt::Debug for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnixTime({})", self.0)
    }
}

impl ParamValue for UnixTime {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::UnixTime)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        self.seconds().write(out);
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        let seconds = text.parse().ok();
        seconds.and_then(Self::from_seconds).ok_or("a number of seconds since 1970 such as `1769882700`")
    }
}

impl FieldValue for UnixTime {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self(Timestamp::UNIX_EPOCH)
    }

    fn field_type() -> FieldType {
        FieldType::UnixTime
    }

    /// Reads a number of seconds, also as a string. A moment that a timestamp cannot hold is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        Ok(<i64 as FieldValue>::read(json)?.and_then(Self::from_seconds))
    }

    fn content(&self) -> FieldContent<'_> {
        FieldContent::integer(self.seconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::record::read_json;

    fn read(json: &str) -> Result<Option<i64>, String> {
        let read = read_json(json, <UnixTime as FieldValue>::read);
        read.map(|time| time.map(UnixTime::seconds)).map_err(|error| error.reason().to_owned())
    }

    #[test]
    fn fields_are_numbers_of_seconds() {
        for json in ["1769882700", "\"1769882700\"", "1769882700.0", "\" 1769882700 \"", "1.7698827e9"] {
            assert_eq!(read(json), Ok(Some(1_769_882_700)), "{json}");
        }
        assert_eq!(read("-1"), Ok(Some(-1)));
        for json in ["null", "\"\"", "99999999999999", "-99999999999999"] {
            assert_eq!(read(json), Ok(None), "{json}");
        }
        for (json, found) in
            [("true", "a boolean"), ("\"soon\"", "a string"), ("1.5", "another number"), ("[1]", "a list")]
        {
            assert_eq!(read(json), Err(format!("expected a whole number, found {found}")), "{json}");
        }
    }
}
