//! Parameters as data.

use super::EnumMeta;
use crate::rules::Rule;

/// An entry in a method's list of parameters.
#[derive(Debug)]
pub enum ParamEntry {
    /// One parameter.
    Param(ParamMeta),
    /// A group of which one member is sent.
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

/// A parameter in the flat list that the reference page shows.
#[derive(Debug, Clone, Copy)]
pub struct FlatParam {
    /// The parameter.
    pub meta: &'static ParamMeta,
    /// Whether it, or another member of its group, must be sent.
    pub required: bool,
    /// The name of its group, of which exactly one member is sent.
    pub one_of: Option<&'static str>,
    /// The name of its group, of which at least one member is sent.
    pub any_of: Option<&'static str>,
}

/// One parameter.
#[derive(Debug)]
pub struct ParamMeta {
    /// The name on the wire.
    pub name: &'static str,
    /// The field's documentation.
    pub doc: &'static str,
    /// The type: a function, which costs those who compile declarations less than its result.
    pub value: fn() -> ValueMeta,
    /// Whether the parameter must be sent.
    pub required: bool,
    /// Whether the declaration says that nobody may see the value. Most secrets are so by their type: ask
    /// [`is_secret`](Self::is_secret).
    pub declared_secret: bool,
    /// What the server takes where the parameter is left out. Never sent.
    pub default: Option<DefaultValue>,
    /// A group of which at least one member must be sent. Only the server checks it.
    pub any_of: Option<&'static str>,
    /// What is checked before anything is sent.
    pub rules: &'static [Rule],
}

impl ParamMeta {
    /// An optional parameter of this type without documentation, default and rules, for metadata that is written by hand.
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

    /// Whether nobody may see the value.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.declared_secret || self.value().secret
    }
}

/// What a server takes for a parameter that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultValue {
    /// A boolean.
    Bool(bool),
    /// A number, as its text.
    Number(&'static str),
    /// A text.
    Text(&'static str),
    /// A value that depends on the account or the day, in words.
    Sentence(&'static str),
}

/// A group of which one member is sent, as a field of a method.
#[derive(Debug)]
pub struct OneOfMeta {
    /// The field's name in the declaration.
    pub field: &'static str,
    /// The field's documentation.
    pub doc: &'static str,
    /// Whether a member must be sent.
    pub required: bool,
    /// The group.
    pub choice: &'static ChoiceMeta,
}

/// A group of which one member is sent. See [`Choice`](crate::Choice).
#[derive(Debug)]
pub struct ChoiceMeta {
    /// The group's name.
    pub name: &'static str,
    /// The type's documentation.
    pub doc: &'static str,
    /// The members in the order of the variants.
    pub members: &'static [ParamMeta],
}

/// The types of the API's reference.
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
    /// `stringlist`: texts separated by semicolons.
    StringList,
}

impl ParamType {
    /// The reference's word.
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

/// A parameter's type as data. See [`ParamValue::meta`](crate::value::ParamValue::meta).
#[derive(Debug, Clone, Copy)]
pub struct ValueMeta {
    /// The reference's type.
    pub kind: ParamType,
    /// Whether the type hides its values.
    pub secret: bool,
    /// The list of known texts, of the value or of its items.
    pub values: Option<&'static EnumMeta>,
    /// The word that stands for every item, where a list has one.
    pub all_word: Option<&'static str>,
    /// Whether a number cannot be negative.
    pub unsigned: bool,
}

impl ValueMeta {
    /// The plain type.
    #[must_use]
    pub const fn of(kind: ParamType) -> Self {
        Self { kind, secret: false, values: None, all_word: None, unsigned: false }
    }
}
