//! Types a parameter can have.

use std::fmt;

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

#[cfg(feature = "server")]
use crate::FormReader;
use crate::meta::{ParamEntry, ParamMeta, ParamType, ValueMeta, param_at};
use crate::rules::Text;
use crate::{FormEncoder, ValueWriter, Violations};

/// What a type expected instead of the text it was given, in words: "a whole number".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected(pub &'static str);

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// A type a parameter can have: how it is written into a form and read from one.
///
/// | the reference says | Rust |
/// |---|---|
/// | number | `u64`, `i64`, smaller integers |
/// | string | `String`, [`Secret`](crate::Secret), an enum with `#[derive(VoxEnum)]` |
/// | boolean | `bool` |
/// | decimal | [`Decimal`] |
/// | date | [`Date`] |
/// | intlist | [`IdList`](crate::IdList) |
/// | stringlist | `Vec<String>`, `Vec` of a `VoxEnum`, [`TextList`](crate::TextList) where `all` is allowed |
///
/// A parameter that may be left out is an `Option` of one of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a parameter",
    label = "not a parameter type",
    note = "for an enum with `#[derive(VoxChoice)]` mark the field `#[param(one_of)]`",
    note = "parameters are integers, `bool`, `String`, `Secret`, `Decimal`, `Date`, `IdList`, `Vec<String>` or an enum with `#[derive(VoxEnum)]`, or an `Option` of these; money is `Decimal`, never a float"
)]
pub trait ParamValue: Sized + Send + Sync + 'static {
    /// The type as data.
    const META: ValueMeta;

    /// Writes the value.
    fn write(&self, out: &mut ValueWriter<'_>);

    /// Reads the value from the decoded text of a form.
    ///
    /// # Errors
    /// What was expected, when the text is something else.
    fn read(text: &str) -> Result<Self, Expected>;

    /// Notes what the type itself forbids, whatever the parameter's rules.
    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        let _ = (param, violations);
    }

    // Generated code calls the following as functions of the trait: a type without it is then one compile error.

    #[doc(hidden)]
    #[must_use]
    fn meta() -> ValueMeta {
        Self::META
    }

    #[doc(hidden)]
    fn check_at(&self, params: &'static [ParamEntry], index: usize, violations: &mut Violations) {
        self.check(param_at(params, index), violations);
    }

    #[doc(hidden)]
    fn check_at_if_given(
        value: &Option<Self>,
        params: &'static [ParamEntry],
        index: usize,
        violations: &mut Violations,
    ) {
        if let Some(value) = value {
            value.check_at(params, index, violations);
        }
    }

    #[doc(hidden)]
    #[inline]
    fn encode(&self, name: &'static str, form: &mut FormEncoder) {
        form.param(name, self);
    }

    #[doc(hidden)]
    #[inline]
    fn encode_optional(value: &Option<Self>, name: &'static str, form: &mut FormEncoder) {
        form.optional(name, value);
    }

    #[cfg(feature = "server")]
    #[doc(hidden)]
    fn required(reader: &mut FormReader<'_>, param: &'static ParamMeta) -> Option<Self> {
        reader.required(param)
    }

    #[cfg(feature = "server")]
    #[doc(hidden)]
    fn optional(reader: &mut FormReader<'_>, param: &'static ParamMeta) -> Option<Option<Self>> {
        reader.optional(param)
    }
}

macro_rules! integers {
    ($($unsigned:literal $($integer:ident)+;)+) => {$($(
        impl ParamValue for $integer {
            const META: ValueMeta = ValueMeta { unsigned: $unsigned, ..ValueMeta::of(ParamType::Number) };

            fn write(&self, out: &mut ValueWriter<'_>) {
                out.plain(itoa::Buffer::new().format(*self));
            }

            fn read(text: &str) -> Result<Self, Expected> {
                text.parse().map_err(|_| Expected("a whole number"))
            }
        }
    )+)+};
}

integers! {
    true u8 u16 u32 u64;
    false i8 i16 i32 i64;
}

impl ParamValue for bool {
    const META: ValueMeta = ValueMeta::of(ParamType::Boolean);

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.plain(if *self { "true" } else { "false" });
    }

    /// Reads what the vendor's SDKs write: `true`, `True`, `1` and their opposites.
    fn read(text: &str) -> Result<Self, Expected> {
        match text {
            "true" | "True" | "1" => Ok(true),
            "false" | "False" | "0" => Ok(false),
            _ => Err(Expected("`true` or `false`")),
        }
    }
}

impl Text for String {
    fn text(&self) -> &str {
        self
    }
}

impl ParamValue for String {
    const META: ValueMeta = ValueMeta::of(ParamType::String);

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.text(self);
    }

    fn read(text: &str) -> Result<Self, Expected> {
        Ok(text.to_owned())
    }
}

impl ParamValue for Decimal {
    const META: ValueMeta = ValueMeta::of(ParamType::Decimal);

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.decimal(*self);
    }

    fn read(text: &str) -> Result<Self, Expected> {
        let exact = Decimal::from_str_exact(text);
        exact
            .or_else(|_| Decimal::from_scientific(text))
            .map_err(|_| Expected("a decimal number such as `1.50`"))
    }
}

impl ParamValue for Date {
    const META: ValueMeta = ValueMeta::of(ParamType::Date);

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.date(*self);
    }

    /// Reads `YYYY-MM-DD`; a time behind it, which some SDKs send, is dropped.
    fn read(text: &str) -> Result<Self, Expected> {
        let parsed = text.parse::<DateTime>().map(DateTime::date);
        parsed.map_err(|_| Expected("a date such as `2026-01-31`"))
    }
}
