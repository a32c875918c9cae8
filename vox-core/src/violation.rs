//! The violations of an invalid request.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::meta::ParamMeta;
use crate::rules::Bound;

/// The largest number of characters of a value that are shown.
const MAX_SHOWN: usize = 40;

/// A parameter violates a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The parameter's name on the wire; the name of the group if none or several of its members are given.
    pub param: &'static str,
    /// The index of the item that violates the rule; `None` if it is not a rule of each item of a list.
    pub item: Option<usize>,
    /// The violated rule.
    pub kind: ViolationKind,
    /// The beginning of the value; `None` for a secret.
    pub found: Option<String>,
}

/// The kinds of violations.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// Fewer characters than `limit`.
    MinLen {
        /// The minimum.
        limit: usize,
        /// The number found.
        found: usize,
    },
    /// More characters than `limit`.
    MaxLen {
        /// The maximum.
        limit: usize,
        /// The number found.
        found: usize,
    },
    /// More bytes than `limit`, in UTF-8.
    MaxBytes {
        /// The maximum.
        limit: usize,
        /// The number found.
        found: usize,
    },
    /// The text does not match this regular expression.
    Pattern(&'static str),
    /// The number is below this minimum.
    Min(Bound),
    /// The number is above this maximum.
    Max(Bound),
    /// Fewer items than `limit`.
    MinItems {
        /// The minimum.
        limit: usize,
        /// The number found.
        found: usize,
    },
    /// More items than `limit`.
    MaxItems {
        /// The maximum.
        limit: usize,
        /// The number found.
        found: usize,
    },
    /// The text does not pass a [check](crate::rules::Check).
    Check {
        /// The check's name.
        name: &'static str,
        /// The requirement: "must be an e-mail address".
        requirement: &'static str,
    },
    /// A list without items.
    EmptyList,
    /// An empty item in a list.
    EmptyItem,
    /// An item that contains a semicolon, which separates items.
    Separator,
    /// The item `all`, which the server would interpret as all items.
    AllAsItem,
    /// A required parameter is missing.
    Missing,
    /// No member of a required one-of group is given.
    MissingOneOf(Vec<&'static str>),
    /// No member of an any-of group is given, of which a request needs at least one.
    MissingAnyOf(Vec<&'static str>),
    /// Several members of a one-of group are given.
    SeveralOf(Vec<&'static str>),
    /// The text is not of the parameter's type.
    Type(&'static str),
    /// The parameter is given without these, which it needs.
    Needs(Vec<&'static str>),
    /// The parameter is given without these, which are given all or not at all.
    AllOf(Vec<&'static str>),
    /// The value is greater, or later, than that of this parameter.
    AtMost(&'static str),
    /// The request does not pass a [check](crate::rules::RequestCheck).
    Request {
        /// The check's name.
        name: &'static str,
        /// The requirement: "must be given for a predictive list".
        requirement: &'static str,
        /// The parameters that the check concerns.
        params: &'static [&'static str],
    },
    /// A parameter was added that the request has already, or that the client adds.
    NotAdditional(&'static str),
}

impl ViolationKind {
    /// The rule's name, as in the declaration.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::MinLen { .. } => "min_len",
            Self::MaxLen { .. } => "max_len",
            Self::MaxBytes { .. } => "max_bytes",
            Self::Pattern(_) => "pattern",
            Self::Min(_) => "min",
            Self::Max(_) => "max",
            Self::MinItems { .. } => "min_items",
            Self::MaxItems { .. } => "max_items",
            Self::Check { name, .. } | Self::Request { name, .. } => name,
            Self::EmptyList => "empty_list",
            Self::EmptyItem => "empty_item",
            Self::Separator => "separator",
            Self::AllAsItem => "all_as_item",
            Self::Missing => "required",
            Self::MissingOneOf(_) | Self::SeveralOf(_) => "one_of",
            Self::MissingAnyOf(_) => "any_of",
            Self::Type(_) => "type",
            Self::Needs(_) => "needs",
            Self::AllOf(_) => "all_of",
            Self::AtMost(_) => "at_most",
            Self::NotAdditional(_) => "with_param",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.item {
            Some(index) => write!(f, "`{}[{index}]` {}", self.param, self.kind)?,
            None => write!(f, "`{}` {}", self.param, self.kind)?,
        }
        match &self.found {
            Some(found) => write!(f, "; found `{}`", found.escape_debug()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MinLen { limit, found } => write_count(f, "least", *limit, "character", *found),
            Self::MaxLen { limit, found } => write_count(f, "most", *limit, "character", *found),
            Self::MaxBytes { limit, found } => write_count(f, "most", *limit, "byte", *found),
            Self::Pattern(source) => write!(f, "must match `{source}`"),
            Self::Min(bound) => write!(f, "must be at least {bound}"),
            Self::Max(bound) => write!(f, "must be at most {bound}"),
            Self::MinItems { limit, found } => write_count(f, "least", *limit, "item", *found),
            Self::MaxItems { limit, found } => write_count(f, "most", *limit, "item", *found),
            Self::Check { requirement, .. } | Self::Request { requirement, .. } => f.write_str(requirement),
            Self::EmptyList => f.write_str("is an empty list, which cannot be sent; add at least one item"),
            Self::EmptyItem => f.write_str("has an empty item"),
            Self::Separator => f.write_str("has an item with a semicolon, which separates items"),
            Self::AllAsItem => {
                f.write_str("has the item `all`, which means all items; use `List::All` instead")
            }
            Self::Missing => f.write_str("is required"),
            Self::MissingOneOf(members) => write!(f, "is required: give one of {}", quoted(members)),
            Self::MissingAnyOf(members) => {
                write!(f, "is required: give at least one of {}", quoted(members))
            }
            Self::SeveralOf(members) => {
                write!(f, "is given several times: give only one of {}", quoted(members))
            }
            Self::Type(expected) => write!(f, "must be {expected}"),
            Self::Needs(missing) => write!(f, "is given without {}, which it needs", quoted(missing)),
            Self::AllOf(missing) => {
                write!(f, "is given without {}: give all of them or none", quoted(missing))
            }
            Self::AtMost(other) => write!(f, "must be at most `{other}`"),
            Self::NotAdditional(reason) => write!(f, "cannot be added by `with_param`: {reason}"),
        }
    }
}

fn write_count(
    f: &mut fmt::Formatter<'_>,
    bound: &str,
    limit: usize,
    noun: &str,
    found: usize,
) -> fmt::Result {
    let plural = if limit == 1 { "" } else { "s" };
    write!(f, "must have at {bound} {limit} {noun}{plural}; it has {found}")
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
    /// Adds a violation.
    #[cold]
    pub fn add(&mut self, param: &'static ParamMeta, kind: ViolationKind) {
        self.0.push(Violation { param: param.name, item: None, kind, found: None });
    }

    /// Adds a violation with the beginning of the value, unless the parameter is a secret.
    #[cold]
    pub fn add_with_value(&mut self, param: &'static ParamMeta, kind: ViolationKind, value: &str) {
        let found = (!param.is_secret()).then(|| shortened(value));
        self.0.push(Violation { param: param.name, item: None, kind, found });
    }

    /// Adds a violation of a one-of group, or of a parameter without metadata.
    #[cold]
    pub(crate) fn add_named(&mut self, name: &'static str, kind: ViolationKind) {
        self.0.push(Violation { param: name, item: None, kind, found: None });
    }

    /// Adds violations of the item with this index.
    pub(crate) fn in_item(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        let before = self.0.len();
        check(self);
        for violation in self.0.iter_mut().skip(before) {
            violation.item = Some(index);
        }
    }

    /// Whether there are no violations.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of violations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// An iterator over the violations.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }
}

fn shortened(value: &str) -> String {
    match value.char_indices().nth(MAX_SHOWN) {
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
