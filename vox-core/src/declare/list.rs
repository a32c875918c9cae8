//! Parameters that are lists.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use crate::declare::setter::Converted;
use crate::declare::{ParamValue, UnixTime};
use crate::meta::{EnumMeta, ParamMeta, ParamType, ValueMeta};
use crate::text::form::ValueWriter;
use crate::violation::{ViolationKind, Violations};

/// The character between the items of a list on the wire. It cannot be escaped, so no item may contain it.
const SEPARATOR: char = ';';

/// The text that selects all items.
const ALL: &str = "all";

/// The type of an item of a list parameter: an integer, `String`, an enum with [`VoxEnum`](crate::VoxEnum), a decimal number, a
/// date or a time.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an item of a list parameter",
    label = "not an item of a list",
    note = "items are ids (`u64`) and other integers, texts (`String`), enums with `#[derive(VoxEnum)]`, `Decimal`, `Date` and other times"
)]
pub trait ListItem: ParamValue {
    /// Whether the items are numbers (`intlist` in the API reference).
    const NUMBERS: bool = false;

    /// The item's text, if it may contain any character.
    fn free_text(&self) -> Option<&str> {
        None
    }
}

macro_rules! items {
    ($($are_numbers:literal: $($item:ident)+;)+) => {$($(
        impl ListItem for $item {
            const NUMBERS: bool = $are_numbers;
        }
    )+)+};
}

items! {
    true: u8 u16 u32 u64 i8 i16 i32 i64;
    false: Decimal Date DateTime Timestamp Time UnixTime;
}

impl ListItem for String {
    fn free_text(&self) -> Option<&str> {
        Some(self)
    }
}

/// All items, or the given ones.
///
/// ```
/// # use vox_core::IdList;
/// let some: IdList = [17, 18].into();
/// let one: IdList = 17.into();
/// let every = IdList::All;
/// # assert_ne!(some, one); assert_ne!(one, every);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List<T> {
    /// All items. Sent as `all`.
    All,
    /// These items. An empty list is invalid: in a request it would be the same as no list.
    Of(Vec<T>),
}

/// Ids, or all of them. In the API reference: `intlist`.
pub type IdList = List<u64>;

/// Strings, or all of them. In the API reference: `stringlist`, with the value `all`.
pub type TextList = List<String>;

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self::Of(items)
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        Self::Of(items.into())
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Of(items.into_iter().collect())
    }
}

impl From<u64> for List<u64> {
    fn from(id: u64) -> Self {
        Self::Of(vec![id])
    }
}

impl From<&str> for List<String> {
    fn from(text: &str) -> Self {
        Self::Of(vec![text.to_owned()])
    }
}

impl From<String> for List<String> {
    fn from(text: String) -> Self {
        Self::Of(vec![text])
    }
}

impl<T: ListItem> ParamValue for List<T> {
    type Setter = Converted;

    const TEXTS: Option<&'static EnumMeta> = T::TEXTS;

    fn meta() -> ValueMeta {
        ValueMeta { all_word: Some(ALL), ..Vec::<T>::meta() }
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        match self {
            Self::All => out.plain(ALL),
            Self::Of(items) => items.write(out),
        }
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        if text == ALL { Ok(Self::All) } else { Vec::read(text).map(Self::Of) }
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        if let Self::Of(items) = self {
            items.check(param, violations);
            if items.iter().filter_map(ListItem::free_text).any(|item| item == ALL) {
                violations.add(param, ViolationKind::AllAsItem);
            }
        }
    }
}

impl<T: ListItem> ParamValue for Vec<T> {
    type Setter = Converted;

    const TEXTS: Option<&'static EnumMeta> = T::TEXTS;

    fn meta() -> ValueMeta {
        let item = T::meta();
        let is_number = T::NUMBERS || item.kind == ParamType::Number;
        let kind = if is_number { ParamType::IntList } else { ParamType::StringList };
        ValueMeta { kind, item: Some(item.kind), ..item }
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.text(";");
            }
            item.write(out);
        }
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        text.split(SEPARATOR).map(str::trim).filter(|item| !item.is_empty()).map(T::read).collect()
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        if self.is_empty() {
            violations.add(param, ViolationKind::EmptyList);
        }
        for item in self.iter().filter_map(ListItem::free_text) {
            if item.contains(SEPARATOR) {
                violations.add_with_value(param, ViolationKind::Separator, item);
            } else if item.is_empty() {
                violations.add(param, ViolationKind::EmptyItem);
            }
        }
        for (index, item) in self.iter().enumerate() {
            violations.in_item(index, |violations| item.check(param, violations));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ParamValue, TextList};
    use crate::meta::ParamMeta;
    use crate::violation::Violations;

    static PARAM: ParamMeta = ParamMeta::new("names", <Vec<String> as ParamValue>::meta);

    fn violations(items: &[&str]) -> String {
        let mut violations = Violations::default();
        items.iter().map(|&item| item.to_owned()).collect::<TextList>().check(&PARAM, &mut violations);
        violations.to_string()
    }

    #[test]
    fn items_with_another_meaning_are_invalid() {
        assert_eq!(violations(&["a", "b"]), "");
        assert!(violations(&["a;b"]).contains("semicolon"));
        assert!(violations(&["a", "all"]).contains("means all items"));
        assert!(violations(&["a", ""]).contains("empty item"));
        assert!(violations(&[]).contains("empty list"));
    }
}
