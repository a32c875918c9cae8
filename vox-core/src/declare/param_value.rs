//! The types of parameters.

use rust_decimal::Decimal;

use crate::declare::setter::{Converted, Exact, Optional};
use crate::meta::{EnumMeta, ParamMeta, ParamType, ValueMeta};
use crate::text::form::{File, FormEncoder, ValueWriter};
use crate::violation::Violations;

/// The type of a parameter: writes values into a form, and reads them from one.
///
/// | API reference | Rust |
/// |---|---|
/// | number | `u64`, `i64`, smaller integers; [`Decimal`] for fractions |
/// | number, a moment in Unix time | [`UnixTime`](crate::UnixTime) |
/// | string | `String`, [`Secret`](crate::Secret), an enum with `#[derive(VoxEnum)]` |
/// | string, JSON | [`Json`](crate::Json) |
/// | boolean | `bool` |
/// | decimal | [`Decimal`] |
/// | date | [`Date`](crate::Date) |
/// | timestamp, UTC | [`Timestamp`](crate::Timestamp) |
/// | timestamp, in the time zone of the parameter `timezone` | [`DateTime`](crate::DateTime) |
/// | timestamp, a time of day | [`Time`](crate::Time) |
/// | a length of time | [`Period`](crate::Period) |
/// | intlist | [`IdList`](crate::IdList), `Vec<u64>` |
/// | stringlist | `Vec<String>`, a `Vec` of an enum, [`TextList`](crate::TextList) if `all` is allowed |
/// | file | [`File`] |
///
/// An optional parameter is an `Option` of one of these.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a parameter",
    label = "not a parameter type"
)]
pub trait ParamValue: Sized + Send + Sync + 'static {
    /// Whether the value is a file: requests of a method with such a parameter are multipart, also without a value.
    const IS_FILE: bool = false;
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

    /// Reads the value from a file of a multipart form: from its content, if this is a text.
    ///
    /// # Errors
    /// Those of [`read`](Self::read).
    fn read_file(file: &File) -> Result<Self, &'static str> {
        Self::read(file.text().ok_or("a text in UTF-8")?)
    }

    /// The value of a parameter that is left out; `None` if a parameter of this type is required.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Whether there is a value: not for `None`.
    #[must_use]
    fn is_given(&self) -> bool {
        true
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
    const IS_FILE: bool = T::IS_FILE;
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

    fn read_file(file: &File) -> Result<Self, &'static str> {
        T::read_file(file).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_given(&self) -> bool {
        self.as_ref().is_some_and(T::is_given)
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        if let Some(value) = self {
            value.check(param, violations);
        }
    }

    #[inline]
    fn encode(&self, name: &'static str, form: &mut FormEncoder) {
        match self {
            Some(value) => value.encode(name, form),
            None if T::IS_FILE => form.multipart(),
            None => {}
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
