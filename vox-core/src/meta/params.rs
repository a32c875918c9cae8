//! The metadata of parameters.

use super::EnumMeta;
use crate::rules::Rule;

/// An entry in a method's list of parameters.
#[derive(Debug)]
pub enum ParamEntry {
    /// One parameter.
    Param(ParamMeta),
    /// A one-of group, of which one member is sent.
    OneOf(OneOfMeta),
}

impl ParamEntry {
    pub(super) fn flat(&'static self) -> impl Iterator<Item = FlatParam> {
        let (members, required, one_of) = match self {
            Self::Param(param) => (std::slice::from_ref(param), param.required, None),
            Self::OneOf(group) => (group.choice.members, group.required, Some(group.choice.name)),
        };
        members.iter().map(move |meta| FlatParam { meta, required, one_of, any_of: meta.any_of })
    }
}

/// A parameter in the flat list of a method's page in the API reference.
#[derive(Debug, Clone, Copy)]
pub struct FlatParam {
    /// The parameter.
    pub meta: &'static ParamMeta,
    /// Whether the parameter, or another member of its group, is required.
    pub required: bool,
    /// The name of its one-of group, of which exactly one member is sent.
    pub one_of: Option<&'static str>,
    /// The name of its any-of group, of which at least one member is sent.
    pub any_of: Option<&'static str>,
}

/// One parameter.
#[derive(Debug)]
pub struct ParamMeta {
    /// The name on the wire.
    pub name: &'static str,
    /// The field's documentation.
    pub doc: &'static str,
    /// The type. It is a function, which compiles faster than a value.
    pub value: fn() -> ValueMeta,
    /// Whether the parameter is required.
    pub required: bool,
    /// Whether the declaration marks the value as a secret. Most secrets are secret by their type: see
    /// [`is_secret`](Self::is_secret).
    pub declared_secret: bool,
    /// The value that the server uses if the parameter is left out. The client does not send it.
    pub default: Option<DefaultValue>,
    /// The name of a group of which at least one member is required.
    pub any_of: Option<&'static str>,
    /// The rules that are checked before the request is sent.
    pub rules: &'static [Rule],
}

impl ParamMeta {
    /// An optional parameter without documentation, default and rules, for handwritten metadata.
    #[must_use]
    pub const fn new(name: &'static str, value: fn() -> ValueMeta) -> Self {
        Self {
            name,
            doc: "",
            value,
            required: false,
            declared_secret: false,
            default: None,
            any_of: None,
            rules: &[],
        }
    }

    /// The type.
    #[must_use]
    pub fn value(&self) -> ValueMeta {
        (self.value)()
    }

    /// Whether the value is a secret.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.declared_secret || self.value().secret
    }
}

/// The value that the server uses for a parameter that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultValue {
    /// A boolean.
    Bool(bool),
    /// The text of a number.
    Number(&'static str),
    /// A string.
    Text(&'static str),
    /// A description of a value that depends on the account or the date.
    Sentence(&'static str),
}

/// The metadata of a one-of group as a field of a method.
#[derive(Debug)]
pub struct OneOfMeta {
    /// The field's name in the declaration.
    pub field: &'static str,
    /// The field's documentation.
    pub doc: &'static str,
    /// Whether a member is required.
    pub required: bool,
    /// The group.
    pub choice: &'static ChoiceMeta,
}

/// The metadata of a one-of group: [`Choice::META`](crate::Choice::META).
#[derive(Debug)]
pub struct ChoiceMeta {
    /// The group's name.
    pub name: &'static str,
    /// The type's documentation.
    pub doc: &'static str,
    /// The members in the order of the variants.
    pub members: &'static [ParamMeta],
}

/// The types of parameters in the API reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamType {
    /// `number`: a whole number.
    Number,
    /// `string`.
    String,
    /// `boolean`.
    Boolean,
    /// `decimal`: an exact decimal number.
    Decimal,
    /// `date`: `YYYY-MM-DD`.
    Date,
    /// `intlist`: numbers separated by semicolons.
    IntList,
    /// `stringlist`: strings separated by semicolons.
    StringList,
}

impl ParamType {
    /// The name of the type in the API reference.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::IntList => "intlist",
            Self::StringList => "stringlist",
        }
    }
}

/// The type of a parameter, as metadata: [`ParamValue::meta`](crate::value::ParamValue::meta).
#[derive(Debug, Clone, Copy)]
pub struct ValueMeta {
    /// The type in the API reference.
    pub kind: ParamType,
    /// Whether values of the type are secrets.
    pub secret: bool,
    /// The known strings of the value or of its items.
    pub values: Option<&'static EnumMeta>,
    /// The text that selects all items, if a list has one.
    pub all_word: Option<&'static str>,
    /// Whether a number cannot be negative.
    pub unsigned: bool,
}

impl ValueMeta {
    /// The metadata of a type without further properties.
    #[must_use]
    pub const fn of(kind: ParamType) -> Self {
        Self { kind, secret: false, values: None, all_word: None, unsigned: false }
    }
}
