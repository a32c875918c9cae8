//! Serializes records.

use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::content::{Content, ErasedRecord};
use super::{FieldContent, MASK};
#[cfg(feature = "server")]
use crate::meta::Ack;

/// The form in which content is serialized.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentFormat {
    /// JSON as the API sends it, secrets included.
    #[cfg(feature = "server")]
    Api,
    /// Any format of a log: secrets are masked, and decimal numbers are strings, as few formats keep them exactly.
    Log,
}

/// Content with the form in which it is serialized.
pub(crate) struct FormattedContent<'c> {
    pub(crate) content: FieldContent<'c>,
    pub(crate) format: ContentFormat,
}

impl Serialize for FormattedContent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        FormattedMember { content: &self.content, format: self.format }.serialize(serializer)
    }
}

/// Borrowed content with the form in which it is serialized.
struct FormattedMember<'m, 'c> {
    content: &'m FieldContent<'c>,
    format: ContentFormat,
}

impl Serialize for FormattedMember<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let format = self.format;
        let is_log = format == ContentFormat::Log;
        match &self.content.0 {
            Content::Absent => serializer.serialize_unit(),
            Content::Boolean(value) => serializer.serialize_bool(*value),
            Content::Integer(value) => integer(*value, serializer),
            Content::Decimal(value) if is_log => serializer.collect_str(value),
            Content::Decimal(value) => {
                RawValue::from_string(value.to_string()).map_err(S::Error::custom)?.serialize(serializer)
            }
            Content::Text(text) => serializer.serialize_str(text),
            Content::Secret(_) | Content::Undeclared(_) if is_log => serializer.serialize_str(MASK),
            Content::Secret(text) => serializer.serialize_str(text),
            Content::Json(value) => value.serialize(serializer),
            Content::Undeclared(value) => value.serialize(serializer),
            Content::List(list) => {
                let item = |index| FormattedContent { content: list.get(index), format };
                serializer.collect_seq((0..list.len()).map(item))
            }
            Content::Map(members) => serializer.collect_map(
                members.iter().map(|(name, content)| (name, FormattedMember { content, format })),
            ),
            Content::Record(record) => {
                let mut map = serializer.serialize_map(None)?;
                serialize_fields(*record, format, &mut map)?;
                map.end()
            }
        }
    }
}

fn serialize_fields<M: SerializeMap>(
    record: &dyn ErasedRecord,
    format: ContentFormat,
    map: &mut M,
) -> Result<(), M::Error> {
    for (index, field) in record.meta().fields.iter().enumerate() {
        let content = match record.get(index) {
            FieldContent(Content::Absent) => continue,
            _ if field.secret && format == ContentFormat::Log => FieldContent::text(MASK),
            content => content,
        };
        map.serialize_entry(field.name, &FormattedContent { content, format })?;
    }
    Ok(())
}

/// Encodes the body of a successful response of a server: the acknowledgment, then the content.
#[cfg(feature = "server")]
pub(crate) fn success_body(ack: Option<Ack>, content: FieldContent<'_>) -> serde_json::Result<Vec<u8>> {
    let format = ContentFormat::Api;
    let Some(ack) = ack else { return serde_json::to_vec(&FormattedContent { content, format }) };
    let mut body = Vec::new();
    let mut serializer = serde_json::Serializer::new(&mut body);
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry(ack.name, &1)?;
    if let Content::Record(record) = content.0 {
        serialize_fields(record, format, &mut map)?;
    }
    map.end()?;
    Ok(body)
}

/// Many formats have no 128-bit numbers.
fn integer<S: Serializer>(value: i128, serializer: S) -> Result<S::Ok, S::Error> {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => serializer.serialize_i64(value),
        (_, Ok(value)) => serializer.serialize_u64(value),
        _ => serializer.serialize_i128(value),
    }
}
