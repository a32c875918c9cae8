//! Parameters and fields of a type, optional or not, as generated code handles them.
//!
//! Everything that generated code asks of a user's type goes through one of the traits [`Param`], [`OneOf`] and [`Field`], by
//! the type that the user wrote inside an `Option` or a `Vec`: a type that cannot have it is then one compile error, at that
//! type.

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use crate::declare::record::ValueReader;
use crate::declare::{Choice, FieldContent, FieldValue, ParamValue};
use crate::error::DecodeError;
use crate::meta::{ChoiceMeta, EnumMeta, FieldType, ParamMeta, ValueMeta};
use crate::text::form::FormEncoder;
use crate::violation::Violations;

#[cfg(feature = "server")]
use crate::declare::FormReader;

/// A value that holds a `T`: itself, or an `Option` of it.
pub trait Holder<T>: Sized {
    /// The value, if there is one.
    fn get(&self) -> Option<&T>;

    /// The holder of no value; `None` if there must be one.
    fn empty() -> Option<Self>;

    /// The holder of this value.
    fn of(value: T) -> Self;
}

impl<T> Holder<T> for T {
    #[inline]
    fn get(&self) -> Option<&T> {
        Some(self)
    }

    fn empty() -> Option<Self> {
        None
    }

    fn of(value: T) -> Self {
        value
    }
}

impl<T> Holder<T> for Option<T> {
    #[inline]
    fn get(&self) -> Option<&T> {
        self.as_ref()
    }

    fn empty() -> Option<Self> {
        Some(None)
    }

    fn of(value: T) -> Self {
        Some(value)
    }
}

/// The value of a parameter, if it is given.
#[must_use]
pub fn given<T: ParamValue, H: Holder<T>>(holder: &H) -> Option<&T> {
    holder.get().filter(|value| value.is_given())
}

// The traits have no supertraits: an error about one would name the function that is called, so there would be one for each.

/// The type of a parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a parameter",
    label = "not a parameter type",
    note = "for an enum with `#[derive(VoxChoice)]` mark the field `#[param(one_of)]`",
    note = "parameters are integers, `bool`, `String`, `Secret`, `Decimal`, `Date`, `DateTime`, `Timestamp`, `Time`, `UnixTime`, `Period`, `Json`, `File`, `IdList`, `Vec<String>` or an enum with `#[derive(VoxEnum)]`, or an `Option` of these; money is `Decimal`, never a float"
)]
pub trait Param: Sized {
    /// Whether it is a file.
    const IS_FILE: bool;
    /// Whether it must be given.
    const REQUIRED: bool;

    /// The known strings of a string enum.
    const TEXTS: Option<&'static EnumMeta>;

    /// Its metadata.
    fn value_meta() -> ValueMeta;

    /// Writes the parameter, if it has a value.
    fn write_to<H: Holder<Self>>(holder: &H, name: &'static str, form: &mut FormEncoder);

    /// Checks the rules of the type.
    fn check_own<H: Holder<Self>>(holder: &H, param: &'static ParamMeta, violations: &mut Violations);

    /// Reads the parameter.
    #[cfg(feature = "server")]
    fn read_from<H: Holder<Self>>(reader: &mut FormReader<'_>, param: &'static ParamMeta) -> Option<H>;
}

impl<T: ParamValue> Param for T {
    const IS_FILE: bool = T::IS_FILE;
    const REQUIRED: bool = T::REQUIRED;

    const TEXTS: Option<&'static EnumMeta> = T::TEXTS;

    fn value_meta() -> ValueMeta {
        T::meta()
    }

    #[inline]
    fn write_to<H: Holder<T>>(holder: &H, name: &'static str, form: &mut FormEncoder) {
        match holder.get() {
            Some(value) => value.encode(name, form),
            None if T::IS_FILE => form.multipart(),
            None => {}
        }
    }

    fn check_own<H: Holder<T>>(holder: &H, param: &'static ParamMeta, violations: &mut Violations) {
        if let Some(value) = holder.get() {
            value.check(param, violations);
        }
    }

    #[cfg(feature = "server")]
    fn read_from<H: Holder<T>>(reader: &mut FormReader<'_>, param: &'static ParamMeta) -> Option<H> {
        reader.param(param, || H::empty().or_else(|| T::absent().map(H::of)), H::of)
    }
}

/// The type of a one-of parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a one-of parameter",
    label = "not an enum with `#[derive(VoxChoice)]`",
    note = "`#[param(one_of)]` needs an enum with `#[derive(VoxChoice)]`, or an `Option` of one, not a pointer as `Box`; for a plain parameter remove `one_of`"
)]
pub trait OneOf: Sized {
    /// Whether a member must be given.
    const REQUIRED: bool;

    /// Its metadata.
    const META: &'static ChoiceMeta;

    /// Whether one of its parameters is a file.
    const HAS_FILE: bool;

    /// Whether a member is chosen.
    fn is_given<H: Holder<Self>>(holder: &H) -> bool {
        holder.get().is_some()
    }

    /// Writes the chosen member, if there is one.
    fn write_to<H: Holder<Self>>(holder: &H, form: &mut FormEncoder);

    /// Checks the rules of the chosen member.
    fn check_own<H: Holder<Self>>(holder: &H, violations: &mut Violations);

    /// Reads the group.
    #[cfg(feature = "server")]
    fn read_from<H: Holder<Self>>(reader: &mut FormReader<'_>) -> Option<H>;
}

impl<C: Choice> OneOf for C {
    const REQUIRED: bool = true;

    const META: &'static ChoiceMeta = C::META;
    const HAS_FILE: bool = C::HAS_FILE;

    fn write_to<H: Holder<C>>(holder: &H, form: &mut FormEncoder) {
        if C::HAS_FILE {
            form.multipart();
        }
        if let Some(choice) = holder.get() {
            choice.encode(form);
        }
    }

    fn check_own<H: Holder<C>>(holder: &H, violations: &mut Violations) {
        if let Some(choice) = holder.get() {
            choice.check(violations);
        }
    }

    #[cfg(feature = "server")]
    fn read_from<H: Holder<C>>(reader: &mut FormReader<'_>) -> Option<H> {
        reader.one_of(H::empty, H::of)
    }
}

/// An alias of an `Option`: of one that is spelled the derive takes the type inside.
#[diagnostic::do_not_recommend]
impl<C: Choice> OneOf for Option<C> {
    const REQUIRED: bool = false;

    const META: &'static ChoiceMeta = C::META;

    const HAS_FILE: bool = C::HAS_FILE;

    fn is_given<H: Holder<Self>>(holder: &H) -> bool {
        holder.get().is_some_and(Option::is_some)
    }

    fn write_to<H: Holder<Self>>(holder: &H, form: &mut FormEncoder) {
        if let Some(choice) = holder.get() {
            C::write_to(choice, form);
        }
    }

    fn check_own<H: Holder<Self>>(holder: &H, violations: &mut Violations) {
        if let Some(choice) = holder.get() {
            C::check_own(choice, violations);
        }
    }

    #[cfg(feature = "server")]
    fn read_from<H: Holder<Self>>(reader: &mut FormReader<'_>) -> Option<H> {
        C::read_from::<Self>(reader).map(H::of)
    }
}

/// The type of a field of a record, or of the items of such a field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field of a response",
    label = "not a field type",
    note = "fields are integers, `bool`, `String`, `Secret`, `Decimal`, `Date`, `DateTime`, `Timestamp`, `Time`, `UnixTime`, `Json`, an enum with `#[derive(VoxEnum)]`, a struct with `#[derive(VoxRecord)]`, `Value` for any JSON, or an `Option`, `Vec` or `BTreeMap<String, _>` of these; money is `Decimal`, never a float",
    note = "the value of a `Json` derives `serde::Serialize`, `serde::Deserialize` and `Default`"
)]
pub trait Field: Sized {
    /// Whether a record must have it.
    const REQUIRED: bool;

    /// Whether it contains values of other types.
    const NESTED: bool;

    /// The initial value of a field.
    fn initial() -> Self;

    /// The type of the field.
    fn type_of<S: Shape<Self>>() -> FieldType;

    /// Reads a value into the field; returns whether it is present.
    ///
    /// # Errors
    /// The value does not decode.
    fn assign<S: Shape<Self>>(field: &mut S, value: ValueReader<'_>) -> Result<bool, DecodeError>;

    /// The content of the field.
    fn content_of<S: Shape<Self>>(field: &S) -> FieldContent<'_>;
}

impl<T: FieldValue> Field for T {
    const REQUIRED: bool = T::REQUIRED;
    const NESTED: bool = T::NESTED;

    fn initial() -> Self {
        T::blank()
    }

    fn type_of<S: Shape<T>>() -> FieldType {
        S::field_type()
    }

    fn assign<S: Shape<T>>(field: &mut S, value: ValueReader<'_>) -> Result<bool, DecodeError> {
        field.assign(value)
    }

    fn content_of<S: Shape<T>>(field: &S) -> FieldContent<'_> {
        field.content()
    }
}

/// A field of `T`: itself, a `Vec` or a map of it, or an `Option` of these.
pub trait Shape<T> {
    /// The type of the field.
    fn field_type() -> FieldType
    where
        T: FieldValue;

    /// Reads a value into the field; returns whether it is present.
    ///
    /// # Errors
    /// The value does not decode.
    fn assign(&mut self, value: ValueReader<'_>) -> Result<bool, DecodeError>
    where
        T: FieldValue;

    /// The content of the field.
    fn content(&self) -> FieldContent<'_>
    where
        T: FieldValue;
}

macro_rules! shapes {
    ($($shape:ty),+) => {$(
        impl<T> Shape<T> for $shape {
            fn field_type() -> FieldType
            where
                T: FieldValue,
            {
                <Self as FieldValue>::field_type()
            }

            fn assign(&mut self, value: ValueReader<'_>) -> Result<bool, DecodeError>
            where
                T: FieldValue,
            {
                value.assign(self)
            }

            fn content(&self) -> FieldContent<'_>
            where
                T: FieldValue,
            {
                FieldValue::content(self)
            }
        }
    )+};
}

shapes! {
    T,
    Option<T>,
    Vec<T>,
    Option<Vec<T>>,
    BTreeMap<String, T>,
    Option<BTreeMap<String, T>>,
    HashMap<String, T>,
    Option<HashMap<String, T>>
}

/// Tells whether a type implements `Default`, of a type that is known: where it does, `HAS_DEFAULT` is that of `Probe`
/// itself, otherwise that of the trait.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T: Default> Probe<T> {
    /// There is a `Default`.
    pub const HAS_DEFAULT: bool = true;
}

/// What a [`Probe`] says of a type without `Default`.
pub trait NoDefault {
    /// There is no `Default`.
    const HAS_DEFAULT: bool = false;
}

impl<T> NoDefault for Probe<T> {}
