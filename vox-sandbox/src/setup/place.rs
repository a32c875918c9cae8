//! Reading JSON strictly: what is wrong is said with its place.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};
use vox_core::Decimal;

/// A JSON value and where it is: `accounts[0].balance`.
pub(super) struct Place<'v> {
    path: String,
    value: &'v Value,
}

/// The members of a JSON object, taken one by one: what is left over in the end was not expected.
pub(super) struct Members<'v> {
    path: String,
    values: &'v Map<String, Value>,
    known: Vec<&'static str>,
}

impl<'v> Place<'v> {
    pub(super) fn root(value: &'v Value) -> Self {
        Self { path: String::new(), value }
    }

    /// Something is wrong here.
    pub(super) fn refuse(&self, expected: &str) -> String {
        let path = if self.path.is_empty() { "the whole" } else { &self.path };
        format!("`{path}`: expected {expected}, found {}", describe(self.value))
    }

    pub(super) fn object(&self) -> Result<Members<'v>, String> {
        let members = self.value.as_object().ok_or_else(|| self.refuse("an object"))?;
        Ok(Members { path: self.path.clone(), values: members, known: Vec::new() })
    }

    pub(super) fn items(&self) -> Result<impl Iterator<Item = Place<'v>> + use<'v>, String> {
        let items = self.value.as_array().ok_or_else(|| self.refuse("a list"))?;
        let path = self.path.clone();
        Ok(items
            .iter()
            .enumerate()
            .map(move |(index, value)| Place { path: format!("{path}[{index}]"), value }))
    }

    pub(super) fn text(&self) -> Result<&'v str, String> {
        // What was meant to be a text may be a secret, so it is not shown.
        self.value.as_str().ok_or_else(|| format!("`{}`: expected a text in quotes", self.path))
    }

    pub(super) fn boolean(&self) -> Result<bool, String> {
        self.value.as_bool().ok_or_else(|| self.refuse("`true` or `false`"))
    }

    pub(super) fn number(&self) -> Result<u64, String> {
        self.value.as_u64().ok_or_else(|| self.refuse("a whole number"))
    }

    /// A decimal number, or one as a text.
    pub(super) fn decimal(&self) -> Result<Decimal, String> {
        let text = match self.value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.clone(),
            _ => String::new(),
        };
        Decimal::from_str_exact(&text).map_err(|_| self.refuse("a decimal number such as 1.50"))
    }

    /// A text that is parsed.
    pub(super) fn parse<T: FromStr>(&self, expected: &str) -> Result<T, String> {
        self.text().ok().and_then(|text| text.parse().ok()).ok_or_else(|| self.refuse(expected))
    }

    /// The members of an object whose names are ids.
    pub(super) fn by_id(&self) -> Result<Vec<(u64, Place<'v>)>, String> {
        let members = self.value.as_object().ok_or_else(|| self.refuse("an object"))?;
        let by_id = members.iter().map(|(name, value)| {
            let place = Place { path: join(&self.path, name), value };
            let id = name.parse().map_err(|_| format!("`{}`: the name of a price is an id", place.path))?;
            Ok((id, place))
        });
        by_id.collect()
    }
}

impl<'v> Members<'v> {
    /// A member; `None` where it is missing or null.
    pub(super) fn get(&mut self, name: &'static str) -> Option<Place<'v>> {
        self.known.push(name);
        let value = self.values.get(name).filter(|value| !value.is_null())?;
        Some(Place { path: join(&self.path, name), value })
    }

    pub(super) fn required(&mut self, name: &'static str) -> Result<Place<'v>, String> {
        let path = join(&self.path, name);
        self.get(name).ok_or_else(|| format!("`{path}` is missing"))
    }

    /// Whether there is a member with this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// A setting that a member has.
    pub(super) fn read<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&Place<'v>) -> Result<T, String>,
    ) -> Result<Option<T>, String> {
        self.get(name).map(|place| read(&place)).transpose()
    }

    /// Refuses members that nobody asked for.
    pub(super) fn finish(self) -> Result<(), String> {
        match self.values.keys().find(|name| !self.known.contains(&name.as_str())) {
            None => Ok(()),
            Some(unknown) => {
                let path = join(&self.path, unknown);
                Err(format!("`{path}` is unknown; expected one of {}", self.known.join(", ")))
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    let name = name.escape_debug();
    if path.is_empty() { name.to_string() } else { format!("{path}.{name}") }
}

/// How much of a text is shown, in characters.
const SHOWN: usize = 40;

/// What a value is, where no secret is expected.
fn describe(value: &Value) -> impl fmt::Display {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(number) => format!("`{number}`"),
        Value::String(text) => {
            let shown: String = text.chars().take(SHOWN).collect();
            format!("`{}`", shown.escape_debug())
        }
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
