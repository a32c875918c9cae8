//! JSON in a text.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::declare::ParamValue;
use crate::declare::record::{FieldContent, FieldValue, Scalar, ValueReader};
use crate::declare::setter::Converted;
use crate::error::DecodeError;
use crate::meta::{FieldType, ParamMeta, ParamType, ValueMeta};
use crate::text::form::ValueWriter;
use crate::violation::{ViolationKind, Violations};

/// A value that the API writes as JSON inside a text. A parameter or a field.
///
/// Use a [`Secret`](crate::Secret) for JSON that is secret, such as a key file, because `Debug` prints a `Json`. For JSON of any
/// structure, `Json<Value>` needs no `serde` in your `Cargo.toml`. In a field, the value must implement `Default`: an absent field
/// has the default.
///
/// JSON has neither NaN nor infinity: as with any `serde_json`, they are written as null.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use vox_core::prelude::*;
///
/// /// Binds skills to users.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "BindSkills", response = (), kind = write)]
/// struct BindSkills {
///     /// The skills with their levels.
///     sq_skills: Json<Vec<SkillLevel>>,
/// }
///
/// #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
/// struct SkillLevel {
///     sq_skill_id: u64,
///     sq_skill_level: u8,
/// }
///
/// let request = BindSkills { sq_skills: vec![SkillLevel { sq_skill_id: 1, sq_skill_level: 5 }].into() };
/// assert_eq!(masked(&request).to_string(), r#"{"sq_skills":"[{\"sq_skill_id\":1,\"sq_skill_level\":5}]"}"#);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Json<T>(
    /// The value.
    pub T,
);

impl<T: Serialize> Json<T> {
    /// The JSON; `None` for a value that JSON cannot represent, such as a map whose keys are not strings.
    fn text(&self) -> Option<String> {
        serde_json::to_string(&self.0).ok()
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// The value of a [`Json`] parameter. Every type that serde writes and reads has this trait.
#[diagnostic::on_unimplemented(
    message = "`Json<{Self}>` cannot be the type of a parameter",
    label = "serde cannot write and read the value",
    note = "derive both `serde::Serialize` and `serde::Deserialize` for the types in it, or use `Json<Value>`"
)]
pub trait JsonParam: Serialize + DeserializeOwned + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> JsonParam for T {}

impl<T: JsonParam> ParamValue for Json<T> {
    type Setter = Converted;

    fn meta() -> ValueMeta {
        ValueMeta::of(ParamType::Json)
    }

    fn write(&self, out: &mut ValueWriter<'_>) {
        // `check` rejects a value without a text.
        out.text(&self.text().unwrap_or_default());
    }

    fn read(text: &str) -> Result<Self, &'static str> {
        serde_json::from_str(text).map(Self).map_err(|_| "JSON of the declared structure")
    }

    fn check(&self, param: &'static ParamMeta, violations: &mut Violations) {
        if self.text().is_none() {
            violations.add(param, ViolationKind::Type("a value that JSON can represent"));
        }
    }
}

impl<T: Serialize + DeserializeOwned + Default> FieldValue for Json<T> {
    const NESTED: bool = false;

    fn blank() -> Self {
        Self::default()
    }

    fn field_type() -> FieldType {
        FieldType::Any
    }

    /// Reads JSON inside a string, and also JSON itself. An empty string is absent.
    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        let raw = json.json()?;
        let (json, found) = match Scalar::of(raw) {
            Some(Scalar::Null) if raw == "null" => return Ok(None),
            Some(Scalar::Text(text)) if text.trim().is_empty() => return Ok(None),
            Some(Scalar::Text(text)) => (text, "another string"),
            _ => (raw.into(), "other JSON"),
        };
        if json == "null" {
            return Ok(None);
        }
        match serde_json::from_str(&json) {
            Ok(value) => Ok(Some(Self(value))),
            Err(_) => Err(DecodeError::unexpected("JSON of the declared structure", found)),
        }
    }

    fn content(&self) -> FieldContent<'_> {
        self.text().map_or(FieldContent::ABSENT, FieldContent::text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::declare::record::read_json;
    use crate::text::form::FormEncoder;

    type Levels = Json<BTreeMap<String, u8>>;

    fn read(json: &str) -> Result<Option<Levels>, String> {
        read_json(json, <Levels as FieldValue>::read).map_err(|error| error.reason().to_owned())
    }

    #[test]
    fn fields_are_json_inside_a_string_or_json() {
        let levels = Json(BTreeMap::from([("a".to_owned(), 1)]));
        for json in [r#""{\"a\":1}""#, r#"{"a": 1}"#, r#"" {\"a\": 1} ""#] {
            assert_eq!(read(json), Ok(Some(levels.clone())), "{json}");
        }
        for json in ["null", r#""""#, r#"" ""#, r#""null""#] {
            assert_eq!(read(json), Ok(None), "{json}");
        }
        for (json, found) in [(r#""S3cret""#, "another string"), ("[1]", "other JSON"), ("7", "other JSON")] {
            let expected = format!("expected JSON of the declared structure, found {found}");
            assert_eq!(read(json), Err(expected), "{json}");
        }
    }

    #[test]
    fn a_value_that_json_cannot_represent_is_a_violation() {
        static PARAM: ParamMeta =
            ParamMeta::new("levels", <Json<BTreeMap<(u8, u8), u8>> as ParamValue>::meta);
        let levels = Json(BTreeMap::from([((1, 2), 3)]));
        let mut violations = Violations::default();
        levels.check(&PARAM, &mut violations);
        assert_eq!(violations.to_string(), "- `levels` must be a value that JSON can represent");
        let mut form = FormEncoder::default();
        levels.encode("levels", &mut form);
        assert_eq!(form.finish().as_bytes(), b"levels=");
    }
}
