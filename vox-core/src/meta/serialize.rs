//! Metadata as JSON, in the reference's words.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{
    Ack, AckValue, ChoiceMeta, DefaultValue, EnumMeta, FieldMeta, FlatParam, Kind, MethodMeta, ParamMeta,
    ParamType, RecordMeta, ResponseMeta,
};
use crate::meta::Role;
use crate::rules::{Bound, Rule};

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Read => "read",
            Self::Write => "write",
        })
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for ParamType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for DefaultValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Bool(value) => serializer.serialize_bool(value),
            Self::Number(text) => Number(text).serialize(serializer),
            Self::Text(text) | Self::Sentence(text) => serializer.serialize_str(text),
        }
    }
}

/// A number that is kept as its text: a JSON number.
struct Number<'n>(&'n str);

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Ok(whole) = self.0.parse::<i64>() {
            return serializer.serialize_i64(whole);
        }
        match self.0.parse::<f64>() {
            Ok(number) => serializer.serialize_f64(number),
            Err(_) => serializer.serialize_str(self.0),
        }
    }
}

/// A number.
impl Serialize for Bound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Whole(number) => serializer.serialize_i64(number),
            Self::Exact(number) => Number(&number.to_string()).serialize(serializer),
        }
    }
}

impl Serialize for MethodMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("summary", self.summary())?;
        map.serialize_entry("roles", &self.roles)?;
        map.serialize_entry("kind", &self.kind)?;
        map.serialize_entry("response", &self.response)?;
        map.serialize_entry("ack", &self.ack)?;
        map.serialize_entry("params", &self.flat_params().collect::<Vec<_>>())?;
        map.end()
    }
}

/// The structure's name.
impl Serialize for ResponseMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.record().map(|record| record.name).serialize(serializer)
    }
}

impl Serialize for Ack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("value", &self.value)?;
        map.end()
    }
}

/// The word of the declaration.
impl Serialize for AckValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::One => "one",
            Self::Truthy => "truthy",
        })
    }
}

impl Serialize for FlatParam {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.meta.name)?;
        map.serialize_entry("type", &self.meta.value().kind)?;
        map.serialize_entry("required", &self.required)?;
        map.serialize_entry("default", &self.meta.default)?;
        map.serialize_entry("one_of", &self.one_of)?;
        map.serialize_entry("any_of", &self.any_of)?;
        map.serialize_entry("secret", &self.meta.is_secret())?;
        map.serialize_entry("rules", &Rules(self.meta))?;
        map.serialize_entry("doc", self.meta.doc)?;
        map.end()
    }
}

/// A parameter's rules, those of its type included, as one object.
struct Rules(&'static ParamMeta);

impl Serialize for Rules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(param) = self;
        let mut map = serializer.serialize_map(None)?;
        for rule in param.rules {
            match *rule {
                Rule::MinLen(limit) => map.serialize_entry("min_len", &limit)?,
                Rule::MaxLen(limit) => map.serialize_entry("max_len", &limit)?,
                Rule::MinItems(limit) => map.serialize_entry("min_items", &limit)?,
                Rule::MaxItems(limit) => map.serialize_entry("max_items", &limit)?,
                Rule::Min(bound) => map.serialize_entry("min", &bound)?,
                Rule::Max(bound) => map.serialize_entry("max", &bound)?,
                Rule::Pattern(pattern) => {
                    map.serialize_entry("pattern", &format!("^(?:{})$", pattern.source))?;
                }
                Rule::Check(check) => {
                    map.serialize_entry("format", check.name)?;
                    let has_pattern = param.rules.iter().any(|rule| matches!(rule, Rule::Pattern(_)));
                    if let (Some(pattern), false) = (check.pattern, has_pattern) {
                        map.serialize_entry("pattern", pattern)?;
                    }
                }
            }
        }
        if param.value().unsigned && !param.rules.iter().any(|rule| matches!(rule, Rule::Min(_))) {
            map.serialize_entry("min", &0)?;
        }
        if param.value().kind == ParamType::Date {
            map.serialize_entry("format", "YYYY-MM-DD")?;
        }
        if let Some(word) = param.value().all_word {
            map.serialize_entry("all_word", word)?;
        }
        if let Some(list) = param.value().values {
            map.serialize_entry("values", list.values)?;
        }
        map.end()
    }
}

impl Serialize for ChoiceMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("doc", self.doc)?;
        map.serialize_entry("members", &self.members.iter().map(|member| member.name).collect::<Vec<_>>())?;
        map.end()
    }
}

impl Serialize for EnumMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("doc", self.doc)?;
        map.serialize_entry("values", self.values)?;
        map.serialize_entry("labels", self.labels)?;
        map.end()
    }
}

impl Serialize for RecordMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("doc", self.doc)?;
        map.serialize_entry("fields", self.fields)?;
        map.end()
    }
}

impl Serialize for FieldMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("type", &(self.value)().to_string())?;
        map.serialize_entry("required", &self.required)?;
        map.serialize_entry("secret", &self.secret)?;
        map.serialize_entry("doc", self.doc)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Ack, CredentialsIn, Kind, MethodMeta, RecordMeta, ResponseMeta};

    static RECORD: RecordMeta = RecordMeta { name: "SetThingResponse", doc: "", fields: &[] };

    /// What is exported of a method with this response and acknowledgment.
    fn exported(response: ResponseMeta, ack: Option<Ack>) -> [Value; 2] {
        let method = MethodMeta {
            name: "SetThing",
            doc: "",
            roles: None,
            kind: Kind::Write,
            credentials: CredentialsIn::Client,
            response,
            ack,
            params: &[],
        };
        let mut exported = serde_json::to_value(method).unwrap();
        ["response", "ack"].map(|key| exported[key].take())
    }

    #[test]
    fn responses_are_exported_by_the_name_of_their_structure() {
        for (response, name) in [
            (ResponseMeta::Record(&RECORD), json!("SetThingResponse")),
            (ResponseMeta::Nothing, Value::Null),
            (ResponseMeta::Json, Value::Null),
        ] {
            assert_eq!(exported(response, None)[0], name, "{response:?}");
        }
    }

    #[test]
    fn acknowledgments_are_exported_by_name_and_value() {
        for (ack, expected) in [
            (Some(Ack::ONE), json!({"name": "result", "value": "one"})),
            (Some(Ack::TRUTHY), json!({"name": "result", "value": "truthy"})),
            (None, Value::Null),
        ] {
            assert_eq!(exported(ResponseMeta::Nothing, ack)[1], expected, "{ack:?}");
        }
    }
}
