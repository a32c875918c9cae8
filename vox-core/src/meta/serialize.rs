//! Serializes metadata, with the terms of the API reference.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{
    Ack, AckValue, ChoiceMeta, DefaultValue, EnumMeta, FieldAlias, FieldMeta, FlatParam, Kind, MethodMeta,
    ParamMeta, ParamType, RecordMeta, ResponseMeta, Role,
};
use crate::rules::{Bound, RequestRule, Rule};

/// Serializes types as strings.
macro_rules! serialize_as_string {
    ($($type:ident: $string:expr;)+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let string: fn(&Self) -> &'static str = $string;
                serializer.serialize_str(string(self))
            }
        }
    )+};
}

serialize_as_string! {
    Kind: |kind| match kind {
        Kind::Read => "read",
        Kind::Write => "write",
    };
    Role: |role| role.name();
    ParamType: |kind| kind.name();
    AckValue: |value| match value {
        AckValue::One => "one",
        AckValue::Truthy => "truthy",
    };
}

/// Serializes types as maps.
macro_rules! serialize_as_map {
    ($($value:ident: $type:ident { $($key:literal: $entry:expr,)+ })+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                let mut map = serializer.serialize_map(None)?;
                $(map.serialize_entry($key, &$entry)?;)+
                map.end()
            }
        }
    )+};
}

serialize_as_map! {
    method: MethodMeta {
        "name": method.name,
        "summary": method.summary(),
        "roles": method.roles,
        "kind": method.kind,
        "money": method.money,
        "response": method.response,
        "ack": method.ack,
        "params": method.flat_params().collect::<Vec<_>>(),
        "rules": method.all_rules().collect::<Vec<_>>(),
    }
    ack: Ack {
        "name": ack.name,
        "value": ack.value,
    }
    param: FlatParam {
        "name": param.meta.name,
        "type": param.meta.value().kind,
        "required": param.required,
        "default": param.meta.default,
        "one_of": param.one_of,
        "any_of": param.any_of,
        "with": param.with,
        "secret": param.meta.is_secret(),
        "rules": ParamRules(param.meta),
        "doc": param.meta.doc,
    }
    choice: ChoiceMeta {
        "name": choice.name,
        "doc": choice.doc,
        "members": choice.members.iter().map(|member| member.name).collect::<Vec<_>>(),
        "rules": choice.rules,
    }
    list: EnumMeta {
        "name": list.name,
        "doc": list.doc,
        "values": list.values,
        "labels": list.labels,
    }
    record: RecordMeta {
        "name": record.name,
        "doc": record.doc,
        "fields": record.fields,
        "aliases": record.aliases.iter().map(|alias| record.named(*alias)).collect::<Vec<_>>(),
    }
    alias: NamedAlias {
        "name": alias.name,
        "field": alias.field,
    }
    field: FieldMeta {
        "name": field.name,
        "type": (field.value)().to_string(),
        "required": field.required,
        "secret": field.secret,
        "doc": field.doc,
    }
}

/// Serializes as a map with the rule's name and its parameters.
impl Serialize for RequestRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match *self {
            Self::Needs { param, needs } => {
                map.serialize_entry("rule", "needs")?;
                map.serialize_entry("param", param)?;
                map.serialize_entry("needs", needs)?;
            }
            Self::AllOf { group, params } => {
                map.serialize_entry("rule", "all_of")?;
                map.serialize_entry("group", group)?;
                map.serialize_entry("params", params)?;
            }
            Self::AtMost { param, other } => {
                map.serialize_entry("rule", "at_most")?;
                map.serialize_entry("param", param)?;
                map.serialize_entry("other", other)?;
            }
            Self::Check { name, requirement, params } => {
                map.serialize_entry("rule", name)?;
                map.serialize_entry("requirement", requirement)?;
                map.serialize_entry("params", params)?;
            }
        }
        map.end()
    }
}

/// An alias with the name of its field.
struct NamedAlias {
    name: &'static str,
    field: Option<&'static str>,
}

impl RecordMeta {
    fn named(&self, alias: FieldAlias) -> NamedAlias {
        NamedAlias { name: alias.name, field: self.fields.get(alias.field).map(|field| field.name) }
    }
}

/// Serializes as the name of the record, or as a list of all names and `file` if there may be several responses or a file.
impl Serialize for ResponseMeta {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Either(..) | Self::File | Self::JsonOrFile(_) => {
                let file = self.may_be_file().then_some("file");
                serializer.collect_seq(self.records().map(|record| record.name).chain(file))
            }
            _ => self.record().map(|record| record.name).serialize(serializer),
        }
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

/// Serializes as a number.
impl Serialize for Bound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Whole(number) => serializer.serialize_i64(number),
            Self::Exact(number) => Number(&number.to_string()).serialize(serializer),
        }
    }
}

/// Serializes the text of a number as a number.
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

/// Serializes rules as a map.
struct Rules(&'static [Rule]);

impl Serialize for Rules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        serialize_rules(self.0, &mut map)?;
        map.end()
    }
}

fn serialize_rules<M: SerializeMap>(rules: &'static [Rule], map: &mut M) -> Result<(), M::Error> {
    for rule in rules {
        match *rule {
            Rule::MinLen(limit) => map.serialize_entry("min_len", &limit)?,
            Rule::MaxLen(limit) => map.serialize_entry("max_len", &limit)?,
            Rule::MaxBytes(limit) => map.serialize_entry("max_bytes", &limit)?,
            Rule::MinItems(limit) => map.serialize_entry("min_items", &limit)?,
            Rule::MaxItems(limit) => map.serialize_entry("max_items", &limit)?,
            Rule::Min(bound) => map.serialize_entry("min", &bound)?,
            Rule::Max(bound) => map.serialize_entry("max", &bound)?,
            Rule::Pattern(pattern) => {
                map.serialize_entry("pattern", &format!("^(?:{})$", pattern.source))?;
            }
            Rule::Check(check) => {
                map.serialize_entry("format", check.name)?;
                let has_pattern = rules.iter().any(|rule| matches!(rule, Rule::Pattern(_)));
                if let (Some(pattern), false) = (check.pattern, has_pattern) {
                    map.serialize_entry("pattern", pattern)?;
                }
            }
            Rule::Each(rules) => map.serialize_entry("each", &Rules(rules))?,
        }
    }
    Ok(())
}

/// Serializes the rules of a parameter and of its type as one map.
struct ParamRules(&'static ParamMeta);

impl Serialize for ParamRules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(param) = self;
        let value = param.value();
        let mut map = serializer.serialize_map(None)?;
        serialize_rules(param.rules, &mut map)?;
        if value.unsigned && !param.rules.iter().any(|rule| matches!(rule, Rule::Min(_))) {
            map.serialize_entry("min", &0)?;
        }
        if let Some(format) = value.kind.format() {
            map.serialize_entry("format", format)?;
        }
        if let Some(item) = value.item.filter(|item| !matches!(item, ParamType::Number | ParamType::String)) {
            map.serialize_entry("item_type", item.name())?;
        }
        if let Some(word) = value.all_word {
            map.serialize_entry("all_word", word)?;
        }
        if let Some(list) = value.values {
            map.serialize_entry("values", list.values)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Ack, CredentialsIn, Kind, MethodMeta, RecordMeta, ResponseMeta};

    static RECORD: RecordMeta = RecordMeta { name: "SetThingResponse", doc: "", fields: &[], aliases: &[] };

    static RECORD_RESPONSE: ResponseMeta = ResponseMeta::Record(&RECORD);
    static OTHER: RecordMeta = RecordMeta { name: "OtherResponse", doc: "", fields: &[], aliases: &[] };

    /// The exported response and acknowledgment of a method with these two.
    fn exported(response: ResponseMeta, ack: Option<Ack>) -> [Value; 2] {
        let method = MethodMeta {
            name: "SetThing",
            doc: "",
            roles: None,
            kind: Kind::Write,
            money: false,
            credentials: CredentialsIn::Client,
            response,
            ack,
            params: &[],
            rules: &[],
        };
        let mut exported = serde_json::to_value(method).unwrap();
        ["response", "ack"].map(|key| exported[key].take())
    }

    #[test]
    fn responses_are_exported_by_the_name_of_their_record() {
        for (response, name) in [
            (ResponseMeta::Record(&RECORD), json!("SetThingResponse")),
            (ResponseMeta::Nothing, Value::Null),
            (ResponseMeta::Json, Value::Null),
            (ResponseMeta::File, json!(["file"])),
            (ResponseMeta::Either(&RECORD, &OTHER), json!(["SetThingResponse", "OtherResponse"])),
            (ResponseMeta::JsonOrFile(&RECORD_RESPONSE), json!(["SetThingResponse", "file"])),
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
