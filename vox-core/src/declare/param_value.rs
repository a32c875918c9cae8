//! The types of parameters.

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use crate::declare::setter::{Converted, Exact, Optional};
use crate::meta::{EnumMeta, ParamMeta, ParamType, ValueMeta};
use crate::text::form::{FormEncoder, ValueWriter};
use crate::violation::Violations;

/// The type of a parameter: writes values into a form, and reads them from one.
///
/// | API reference | Rust |
/// |---|---|
/// | number | `u64`, `i64`, smaller integers |
/// | string | `String`, [`Secret`](crate::Secret), an enum with `#[derive(VoxEnum)]` |
/// | boolean | `bool` |
/// | decimal | [`Decimal`] |
/// | date | [`Date`] |
/// | intlist | [`IdList`](crate::IdList) |
/// | stringlist | `Vec<String>`, a `Vec` of an enum, [`TextList`](crate::TextList) if `all` is allowed |
///
/// An optional parameter is an `Option` of one of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a parameter",
    label = "not a parameter type"
)]
pub trait ParamValue: Sized + Send + Sync + 'static {
    /// How the setters of builders take a value: [`setter::Converted`](crate::value::setter::Converted) for most types.
    type Setter;

    /// Whether a parameter of the type must be given.
    const REQUIRED: bool = true;

    /// The known strings of a string enum, or of the items of a list.
    const TEXTS: Option<&'static EnumMeta> = None;

    /// The type as metadata.
    fn meta() -> ValueMeta;

    /// Writes the value.
    fn write(&self, out: &mut ValueWriter<'_>);

    /// Reads the value from the decoded text of a form.
    ///
    /// # Errors
    /// The expected value, such as "a whole number".
    fn read(text: &str) -> Result<Self, &'static str>;

    /// The value of a parameter that is left out; `None` if a parameter of this type is required.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Adds violations of the rules of the type, such as that a list must not be empty.
    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        let _ = (param, violations);
    }

    /// Writes the name and the value; nothing for `None`.
    #[inline]
    fn encode(&self, name: &'static str, form: &mut FormEncoder) {
        self.write(&mut form.value(name));
    }
}

/// An optional parameter.
impl<T: ParamValue> ParamValue for Option<T> {
    type Setter = Optional;

    const REQUIRED: bool = false;

    const TEXTS: Option<&'static EnumMeta> = T::TEXTS;

    fn meta() -> ValueMeta {
        T::meta()
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        T::read(text).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        if let Some(value) = self {
            value.check(param, violations);
        }
    }

    #[inline]
    fn encode(&self, name: &'static str, form: &mut FormEncoder) {
        if let Some(value) = self {
            value.encode(name, form);
        }
    }
}

macro_rules! integers {
    ($($unsigned:literal $($integer:ident)+;)+) => {$($(
        impl ParamValue for $integer {
            type Setter = Exact;

            fn meta() -> ValueMeta {
                ValueMeta { unsigned: $unsigned, ..ValueMeta::of(ParamType::Number) }
            }

            fn write(&self, out: &mut ValueWriter<'_>) {
                out.plain(itoa::Buffer::new().format(*self));
            }

            fn read(text: &str) -> Result<Self, &'static str> {
                text.parse().map_err(|_| "a whole number")
            }
        }
    )+)+};
}

integers! {
    true u8 u16 u32 u64;
    false i8 i16 i32 i64;
}

impl ParamValue for bool {
    type Setter = Exact;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Boolean)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.plain(if *self { "true" } else { "false" });
    }

    /// Reads the values that the vendor's SDKs write: `true`, `True`, `1`, `false`, `False` and `0`.
    fn read(text: &str) -> Result<Self, &'static str> {
        match text {
            "true" | "True" | "1" => Ok(true),
            "false" | "False" | "0" => Ok(false),
            _ => Err("`true` or `false`"),
        }
    }
}

impl ParamValue for String {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::String)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.text(self);
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        Ok(text.to_owned())
    }
}

impl ParamValue for Decimal {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Decimal)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.decimal(*self);
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        let exact = Decimal::from_str_exact(text);
        exact.or_else(|_| Decimal::from_scientific(text)).map_err(|_| "a decimal number such as `1.50`")
    }
}

impl ParamValue for Date {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Date)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        out.date(*self);
    }

    /// Reads `YYYY-MM-DD`; a time after it, which some SDKs send, is dropped.
    fn read(text: &str) -> Result<Self, &'static str> {
        let parsed = text.parse::<DateTime>().map(DateTime::date);
        parsed.map_err(|_| "a date such as `2026-01-31`")
    }
}
