//! The metadata of parameters.

use super::EnumMeta;
use crate::rules::{RequestRule, Rule};

/// An entry in a method's list of parameters.
#[derive(Debug)]
pub enum ParamEntry {
    /// One parameter.
    Param(ParamMeta),
    /// A one-of group, of which one member is sent.
    OneOf(OneOfMeta),
}

impl ParamEntry {
    /// Appends the parameters of the entry; `with` is the member with which they are sent.
    pub(super) fn flatten(&'static self, with: Option<&'static str>, params: &mut Vec<FlatParam>) {
        let flat = |meta: &'static ParamMeta, required, one_of, any_of| FlatParam {
            meta,
            required,
            one_of,
            any_of,
            with,
        };
        match self {
            Self::Param(param) => params.push(flat(param, param.required, None, param.any_of)),
            Self::OneOf(OneOfMeta { choice, required, any_of, .. }) => {
                for (index, member) in choice.members.iter().enumerate() {
                    params.push(flat(member, *required, Some(choice.name), *any_of));
                    for companion in choice.companions.iter().filter(|companion| companion.member == index) {
                        companion.entry.flatten(Some(member.name), params);
                    }
                }
            }
        }
    }
}

impl ParamEntry {
    /// Appends the rules of the members of one-of groups.
    pub(crate) fn collect_rules(&self, rules: &mut Vec<RequestRule>) {
        if let Self::OneOf(OneOfMeta { choice, .. }) = self {
            rules.extend_from_slice(choice.rules);
            choice.companions.iter().for_each(|companion| companion.entry.collect_rules(rules));
        }
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
    /// The name of the any-of group to which it, or its one-of group, belongs. At least one member is sent.
    pub any_of: Option<&'static str>,
    /// The member of a one-of group with which it is sent. `required` then applies only to a request with that member.
    pub with: Option<&'static str>,
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

    /// The rules for each item of a list.
    #[must_use]
    pub fn item_rules(&self) -> &'static [Rule] {
        let of_items = |rule: &Rule| if let Rule::Each(rules) = *rule { Some(rules) } else { None };
        self.rules.iter().find_map(of_items).unwrap_or_default()
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
    /// The name of an any-of group to which the group belongs: at least one member of it is required.
    pub any_of: Option<&'static str>,
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
    /// The members in the order of the variants. Of a variant with several fields, the member is the first one.
    pub members: &'static [ParamMeta],
    /// The other fields of variants, in order.
    pub companions: &'static [Companion],
    /// The rules between members and other parameters of the method: [`RequestRule::Needs`].
    pub rules: &'static [RequestRule],
}

/// A parameter, or a one-of group, that is sent only with a member of a group: a further field of a variant.
#[derive(Debug)]
pub struct Companion {
    /// The index of the member in [`ChoiceMeta::members`].
    pub member: usize,
    /// The parameter or the group.
    pub entry: ParamEntry,
}

/// The types of parameters in the API reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamType {
    /// `number`: a whole number.
    Number,
    /// `number`: a moment in time, as the number of seconds since 1970.
    UnixTime,
    /// `string`.
    String,
    /// `string`: JSON.
    Json,
    /// `string`: a length of time, `YYYY-MM-DD HH:mm:ss`.
    Period,
    /// `boolean`.
    Boolean,
    /// `decimal`: an exact decimal number.
    Decimal,
    /// `date`: `YYYY-MM-DD`.
    Date,
    /// `timestamp`: `YYYY-MM-DD HH:mm:ss`, in a time zone that the parameter does not state.
    DateTime,
    /// `timestamp`: `YYYY-MM-DD HH:mm:ss`, UTC.
    Timestamp,
    /// `time`: a time of day, `HH:mm:ss`.
    Time,
    /// `intlist`: numbers separated by semicolons.
    IntList,
    /// `stringlist`: strings separated by semicolons.
    StringList,
    /// `file`.
    File,
}

impl ParamType {
    /// The name of the type in the API reference.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number | Self::UnixTime => "number",
            Self::String | Self::Json | Self::Period => "string",
            Self::Boolean => "boolean",
            Self::Decimal => "decimal",
            Self::Date => "date",
            Self::DateTime | Self::Timestamp => "timestamp",
            Self::Time => "time",
            Self::IntList => "intlist",
            Self::StringList => "stringlist",
            Self::File => "file",
        }
    }

    /// The format of values, if the API reference has one for the type.
    #[must_use]
    pub const fn format(self) -> Option<&'static str> {
        match self {
            Self::Date => Some("YYYY-MM-DD"),
            Self::DateTime | Self::Timestamp | Self::Period => Some("YYYY-MM-DD HH:mm:ss"),
            Self::Time => Some("HH:mm:ss"),
            Self::UnixTime => Some("unix_time"),
            Self::Json => Some("json"),
            _ => None,
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
    /// Whether a number, or each number of a list, cannot be negative.
    pub unsigned: bool,
    /// The type of the items of a list.
    pub item: Option<ParamType>,
}

impl ValueMeta {
    /// The metadata of a type without further properties.
    #[must_use]
    pub const fn of(kind: ParamType) -> Self {
        Self { kind, secret: false, values: None, all_word: None, unsigned: false, item: None }
    }
}
