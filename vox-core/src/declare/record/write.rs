//! Writing a structure.

use serde::ser::{Error as _, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::content::{Content, Fields, Items};
use super::{FieldContent, MASK};
#[cfg(feature = "server")]
use crate::meta::Ack;

/// Who reads what is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// A client of the API, by JSON text: every value as the API sends it.
    #[cfg(feature = "server")]
    Client,
    /// A log of any format: no secrets, and decimal numbers as texts, as few formats keep them exactly.
    Log,
}

/// Content for its audience.
pub(crate) struct Written<'c> {
    pub(crate) content: &'c FieldContent<'c>,
    pub(crate) audience: Audience,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_log = self.audience == Audience::Log;
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
            Content::List(items) => self.list(*items, serializer),
            Content::Record(record) => self.record(*record, serializer),
        }
    }
}

impl Written<'_> {
    fn list<S: Serializer>(&self, items: &dyn Items, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..items.len()).map(|index| Item { items, index, audience: self.audience }))
    }

    fn record<S: Serializer>(&self, record: &dyn Fields, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.fields(record, &mut map)?;
        map.end()
    }

    fn fields<M: SerializeMap>(&self, record: &dyn Fields, map: &mut M) -> Result<(), M::Error> {
        for (index, field) in record.meta().fields.iter().enumerate() {
            let content = match record.get(index) {
                FieldContent(Content::Absent) => continue,
                // Whatever its type is.
                _ if field.secret && self.audience == Audience::Log => FieldContent::text(MASK),
                content => content,
            };
            map.serialize_entry(field.name, &Written { content: &content, audience: self.audience })?;
        }
        Ok(())
    }
}

/// The body of a successful response for a client: the acknowledgment, then the content.
#[cfg(feature = "server")]
pub(crate) struct Acknowledged<'c> {
    pub(crate) ack: Option<Ack>,
    pub(crate) content: &'c FieldContent<'c>,
}

#[cfg(feature = "server")]
impl Serialize for Acknowledged<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = Written { content: self.content, audience: Audience::Client };
        let Some(ack) = self.ack else { return written.serialize(serializer) };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(ack.name, &1)?;
        if let Content::Record(record) = &self.content.0 {
            written.fields(*record, &mut map)?;
        }
        map.end()
    }
}

/// An item of a list.
struct Item<'l> {
    items: &'l dyn Items,
    index: usize,
    audience: Audience,
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written { content: &self.items.get(self.index), audience: self.audience }.serialize(serializer)
    }
}

/// Many formats have no numbers of 128 bits.
fn integer<S: Serializer>(value: i128, serializer: S) -> Result<S::Ok, S::Error> {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => serializer.serialize_i64(value),
        (_, Ok(value)) => serializer.serialize_u64(value),
        _ => serializer.serialize_i128(value),
    }
}
