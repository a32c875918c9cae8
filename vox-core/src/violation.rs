//! What is wrong with a request, all of it at once.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::meta::ParamMeta;
use crate::rules::Bound;

/// How much of a value is shown, in characters.
const SHOWN: usize = 40;

/// A rule that a parameter breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The parameter's name on the wire, or the group's where none or several of its members are given.
    pub param: &'static str,
    /// The rule, and what it was measured against.
    pub kind: ViolationKind,
    /// The beginning of the value; never a secret's.
    pub found: Option<String>,
}

/// How a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// Fewer characters than `limit`.
    MinLen {
        /// The fewest allowed.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// More characters than `limit`.
    MaxLen {
        /// The most allowed.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// The text does not match this expression.
    Pattern(&'static str),
    /// The number is below this one.
    Min(Bound),
    /// The number is above this one.
    Max(Bound),
    /// Fewer items than `limit`.
    MinItems {
        /// The fewest allowed.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// More items than `limit`.
    MaxItems {
        /// The most allowed.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// A named [check](crate::rules::Check) does not hold.
    Check {
        /// The check's name.
        name: &'static str,
        /// What it requires: "must be an e-mail address".
        requirement: &'static str,
    },
    /// A list without items.
    EmptyList,
    /// An empty item in a list.
    EmptyItem,
    /// An item that contains a semicolon, which separates items.
    Separator,
    /// An item that the server would take for every item.
    AllAsItem,
    /// A required parameter is not there.
    Missing,
    /// No member of a group is there.
    MissingOneOf(Vec<&'static str>),
    /// Several members of a group are there.
    SeveralOf(Vec<&'static str>),
    /// The text is not of the parameter's type.
    Type(&'static str),
}

impl ViolationKind {
    /// The rule's name, as in the declaration.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::MinLen { .. } => "min_len",
            Self::MaxLen { .. } => "max_len",
            Self::Pattern(_) => "pattern",
            Self::Min(_) => "min",
            Self::Max(_) => "max",
            Self::MinItems { .. } => "min_items",
            Self::MaxItems { .. } => "max_items",
            Self::Check { name, .. } => name,
            Self::EmptyList => "empty_list",
            Self::EmptyItem => "empty_item",
            Self::Separator => "separator",
            Self::AllAsItem => "all_as_item",
            Self::Missing => "required",
            Self::MissingOneOf(_) | Self::SeveralOf(_) => "one_of",
            Self::Type(_) => "type",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.param, self.kind)?;
        match &self.found {
            Some(found) => write!(f, "; found `{}`", found.escape_debug()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MinLen { limit, found } => {
                write!(f, "must have at least {}; it has {found}", counted(*limit, "character"))
            }
            Self::MaxLen { limit, found } => {
                write!(f, "must have at most {}; it has {found}", counted(*limit, "character"))
            }
            Self::Pattern(source) => write!(f, "must match `{source}`"),
            Self::Min(bound) => write!(f, "must be at least {bound}"),
            Self::Max(bound) => write!(f, "must be at most {bound}"),
            Self::MinItems { limit, found } => {
                write!(f, "must have at least {}; it has {found}", counted(*limit, "item"))
            }
            Self::MaxItems { limit, found } => {
                write!(f, "must have at most {}; it has {found}", counted(*limit, "item"))
            }
            Self::Check { requirement, .. } => f.write_str(requirement),
            Self::EmptyList => f.write_str("is an empty list, which cannot be sent; name at least one item"),
            Self::EmptyItem => f.write_str("has an empty item"),
            Self::Separator => f.write_str("has an item with a semicolon, which separates items"),
            Self::AllAsItem => {
                f.write_str("has the item `all`, which means every item; say so with `List::All`")
            }
            Self::Missing => f.write_str("is required"),
            Self::MissingOneOf(members) => write!(f, "is required: give one of {}", quoted(members)),
            Self::SeveralOf(members) => {
                write!(f, "is given several times: give only one of {}", quoted(members))
            }
            Self::Type(expected) => write!(f, "must be {expected}"),
        }
    }
}

fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("param", self.param)?;
        map.serialize_entry("rule", self.kind.rule())?;
        map.serialize_entry("text", &self.to_string())?;
        map.end()
    }
}

/// All violations of a request, in the order of its parameters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// Notes a broken rule.
    #[cold]
    pub fn add(&mut self, param: &'static ParamMeta, kind: ViolationKind) {
        self.0.push(Violation { param: param.name, kind, found: None });
    }

    /// Notes a broken rule and the beginning of the value, unless the parameter is secret.
    #[cold]
    pub fn add_with_value(&mut self, param: &'static ParamMeta, kind: ViolationKind, value: &str) {
        // A type that hides its values hides them here too, whatever the declaration says.
        let is_secret = param.is_secret();
        let found = (!is_secret).then(|| shortened(value));
        self.0.push(Violation { param: param.name, kind, found });
    }

    /// Notes that none or several members of a group are given.
    #[cfg(feature = "server")]
    #[cold]
    pub(crate) fn add_group(&mut self, group: &'static str, kind: ViolationKind) {
        self.0.push(Violation { param: group, kind, found: None });
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many rules are broken.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The violations one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

fn shortened(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            let separator = if index > 0 { "\n" } else { "" };
            write!(f, "{separator}- {violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'v> IntoIterator for &'v Violations {
    type Item = &'v Violation;
    type IntoIter = std::slice::Iter<'v, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
