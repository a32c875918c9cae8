//! Records with all fields.

use jiff::civil::DateTime;
use serde_json::{Map, Number, Value, json};
use vox_core::meta::{FieldMeta, FieldType, RecordMeta};

use super::given::Given;
use super::hash::Hash;
use super::time::{self, Times};
use super::{number, text};

/// How often a record contains itself.
const MAX_NESTED: usize = 2;
/// The depth of records below which lists are empty.
const MAX_DEPTH: usize = 6;

/// Writes records.
pub(super) struct Records<'r> {
    pub(super) given: &'r Given<'r>,
    pub(super) times: &'r Times,
    /// The hash of the seed.
    pub(super) seed: Hash,
    /// The hash of the seed and the request.
    pub(super) request: Hash,
    pub(super) base_url: &'r str,
    pub(super) fill_any: bool,
    pub(super) small_numbers: bool,
}

/// A record that is written.
struct Place<'p> {
    hash: Hash,
    record: &'static RecordMeta,
    outer: Option<&'p Place<'p>>,
    /// The field that identifies the record, and its value.
    id: Option<(&'static str, Value)>,
    /// When what the record describes began.
    start: DateTime,
}

impl Place<'_> {
    fn depth(&self) -> usize {
        1 + self.outer.map_or(0, Place::depth)
    }

    /// How many records of this type contain each other here.
    fn nested(&self, record: &RecordMeta) -> usize {
        usize::from(self.record.name == record.name) + self.outer.map_or(0, |outer| outer.nested(record))
    }

    /// Whether one more record of this type has room.
    fn has_room(&self, record: &RecordMeta) -> bool {
        self.depth() < MAX_DEPTH && self.nested(record) < MAX_NESTED
    }
}

impl Records<'_> {
    /// A response.
    pub(super) fn response(&self, record: &'static RecordMeta) -> Value {
        let list = main_list(record);
        let page = list.map(|(_, item)| self.given.page(self.named(item)));
        let place = self.outermost(record);
        let field = |field: &'static FieldMeta| {
            let value = match (field.name, &page, list) {
                ("total_count", Some(page), _) => self.given.has_total().then(|| page.total.into())?,
                ("count", Some(page), _) => page.count.into(),
                // They would be an error of the API.
                ("error" | "errors", ..) => return None,
                (name, _, Some((main, item))) if name == main => self.items(item, &place).into(),
                _ => self.field(field, &place)?,
            };
            Some((field.name.to_owned(), value))
        };
        Value::Object(record.fields.iter().filter_map(field).collect())
    }

    /// The items of the page that the request names, of the main list of its response.
    pub(super) fn main_items(&self, record: &'static RecordMeta) -> Vec<Value> {
        let place = self.outermost(record);
        main_list(record).map_or_else(Vec::new, |(_, item)| self.items(item, &place))
    }

    fn outermost(&self, record: &'static RecordMeta) -> Place<'_> {
        Place { hash: self.request, record, outer: None, id: None, start: self.times.start(self.request) }
    }

    /// The field that identifies a record: the first id, else a key or a name. Neither the id of what the request lists the items of
    /// identifies them, nor that of a status.
    fn identity(&self, record: &'static RecordMeta) -> Option<&'static FieldMeta> {
        let is_scalar = |field: &&FieldMeta| {
            !field.secret && matches!((field.value)(), FieldType::Number | FieldType::Text)
        };
        let is_own = |field: &&FieldMeta| field.name != "status_id" && !self.given.is_of_list(field.name);
        let mut fields = record.fields.iter().filter(is_scalar).filter(is_own);
        let is_id = |field: &&FieldMeta| field.name == "id" || field.name.ends_with("_id");
        let mut others = fields.clone();
        let is_name = |field: &&FieldMeta| field.name == "key" || field.name.ends_with("_name");
        fields.find(is_id).or_else(|| others.find(is_name))
    }

    /// The number of items that the request names by their ids, if it does.
    fn named(&self, item: &'static RecordMeta) -> Option<u64> {
        let named = self.named_ids(self.identity(item)?).len() as u64;
        (named > 0).then_some(named)
    }

    /// The values of a record's id that the request names.
    fn named_ids(&self, id: &FieldMeta) -> Vec<Value> {
        let items = self.given.items(id.name).into_iter();
        match (id.value)() {
            FieldType::Number => items
                .filter_map(|text| serde_json::from_str::<Number>(text).ok())
                .map(Value::Number)
                .collect(),
            _ => items.map(Value::from).collect(),
        }
    }

    fn items(&self, item: &'static RecordMeta, outer: &Place<'_>) -> Vec<Value> {
        let named = self.identity(item).map_or_else(Vec::new, |id| self.named_ids(id));
        let page = self.given.page(self.named(item));
        (page.first..page.first + page.count).map(|index| self.item(item, index, &named, outer)).collect()
    }

    /// An item of the response's main list, or its only record. `named` has the ids that the request names.
    fn item(&self, record: &'static RecordMeta, index: u64, named: &[Value], outer: &Place<'_>) -> Value {
        let Some(id) = self.identity(record) else {
            let hash = self.seed.with(record.name).with_number(index);
            let start = self.times.start(hash);
            return self.record(&Place { hash, record, outer: Some(outer), id: None, start });
        };
        let named = usize::try_from(index).ok().and_then(|index| named.get(index).cloned());
        let value =
            named.unwrap_or_else(|| self.id(id, self.first_id(id.name, self.seed).saturating_add(index)));
        self.identified(record, id, value, outer)
    }

    /// The record with this id, which has the same fields in each response.
    fn identified(
        &self,
        record: &'static RecordMeta,
        id: &'static FieldMeta,
        value: Value,
        outer: &Place<'_>,
    ) -> Value {
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let hash = self.seed.with(id.name).with(&shown);
        let start = self.times.start(hash);
        self.record(&Place { hash, record, outer: Some(outer), id: Some((id.name, value)), start })
    }

    fn id(&self, field: &FieldMeta, number: u64) -> Value {
        match (field.value)() {
            FieldType::Number => number.into(),
            _ if field.name.ends_with("id") => number.to_string().into(),
            _ => text::of_field(field.name, self.seed.with_number(number), self.base_url).into(),
        }
    }

    fn record(&self, place: &Place<'_>) -> Value {
        let field = |field: &'static FieldMeta| {
            let value = match &place.id {
                Some((name, value)) if *name == field.name => value.clone(),
                _ => self.field(field, place)?,
            };
            Some((field.name.to_owned(), value))
        };
        Value::Object(place.record.fields.iter().filter_map(field).collect::<Map<_, _>>())
    }

    /// The value of a field; `None` if it is left out.
    fn field(&self, field: &'static FieldMeta, place: &Place<'_>) -> Option<Value> {
        let field_type = (field.value)();
        if field.secret || matches!(field_type, FieldType::Secret) {
            return Some(text::secret(field.name, place.hash.with(field.name)).into());
        }
        if let Some(value) = self.of_report(field, &field_type, place) {
            return value;
        }
        if let Some(value) = self.given.echo(field.name, &field_type) {
            return Some(value);
        }
        if !field.required && (field.name.starts_with("error") || field.name.starts_with("reject")) {
            return None;
        }
        self.value(field.name, &field_type, place, field.required)
    }

    /// The value of a field of a report that is or was ordered; inside, `None` if the report is not complete and has no such
    /// field yet.
    #[expect(clippy::option_option, reason = "no such report, and no value")]
    fn of_report(
        &self,
        field: &FieldMeta,
        field_type: &FieldType,
        place: &Place<'_>,
    ) -> Option<Option<Value>> {
        let is_id =
            field.name.ends_with("report_id") || (field.name == "result" && self.given.orders_report());
        if is_id && place.outer.is_none() && self.given.report().is_none() {
            return matches!(field_type, FieldType::Number).then(|| Some(self.times.new_report().into()));
        }
        let (_, id) = place.id.as_ref().filter(|(name, _)| name.ends_with("report_id"))?;
        let id = id.as_u64()?;
        let (ordered, completed) = (Times::ordered(id)?, Times::completed(id)?);
        let of_completed = ["complet", "download", "file", "store"];
        let is_of_completed = of_completed.iter().any(|word| field.name.contains(word));
        if is_of_completed && self.times.is_pending(id) && !field.required {
            return Some(None);
        }
        let time = if is_of_completed { completed } else { ordered };
        match field_type {
            FieldType::DateTime | FieldType::Timestamp => Some(Some(time::text(time).into())),
            _ => None,
        }
    }

    fn value(
        &self,
        name: &'static str,
        field_type: &FieldType,
        place: &Place<'_>,
        required: bool,
    ) -> Option<Value> {
        let hash = place.hash.with(name);
        let moment = || self.times.of_field(name, place.start, place.hash);
        Some(match field_type {
            FieldType::Number if name == "id" || name.ends_with("_id") => {
                self.number_of_id(name, place).into()
            }
            FieldType::Number => self.fit(number::whole(name, hash)).into(),
            FieldType::UnixTime => time::seconds(moment()).into(),
            FieldType::Decimal => number::decimal(name, hash).into(),
            FieldType::Boolean => boolean(name, hash).into(),
            FieldType::Date => moment().date().to_string().into(),
            FieldType::DateTime | FieldType::Timestamp => time::text(moment()).into(),
            FieldType::Time => time::of_day(name).to_string().into(),
            FieldType::Enum(known) => (*hash.pick(known.values)?).into(),
            FieldType::Record(record) if required || place.has_room(record) => {
                self.inner(record, name, 0, place)
            }
            FieldType::List(item) => self.list(name, item, place),
            FieldType::Map(value) => {
                let member = |(index, key): (u64, &str)| {
                    let value = match **value {
                        FieldType::Record(record) if place.has_room(record) => {
                            self.inner(record, name, index, place)
                        }
                        _ => {
                            let Place { record, outer, start, .. } = *place;
                            let place = Place { hash: place.hash.with(key), record, outer, id: None, start };
                            self.value(name, value, &place, false)?
                        }
                    };
                    Some((key.to_owned(), value))
                };
                Value::Object((0..).zip(["first", "second"]).filter_map(member).collect())
            }
            FieldType::Any if self.fill_any => json!({ "sample": true }),
            FieldType::Any | FieldType::Record(_) => return None,
            _ => text::of_field(name, hash, self.base_url).into(),
        })
    }

    /// An id: that of a new record in a response to a write, else that of the first record.
    fn number_of_id(&self, name: &str, place: &Place<'_>) -> u64 {
        let first = self.first_id(name, self.seed);
        if place.outer.is_none() { first + 10 + place.hash.with(name).below(80) } else { first }
    }

    /// The first id of the records with this name for their ids.
    fn first_id(&self, name: &str, hash: Hash) -> u64 {
        self.fit(number::first_id(name, hash))
    }

    /// The number, or one below 100.
    fn fit(&self, number: u64) -> u64 {
        if self.small_numbers { number % 100 } else { number }
    }

    fn list(&self, name: &'static str, item: &FieldType, place: &Place<'_>) -> Value {
        let count = if place.depth() <= 2 { 2 } else { 1 };
        let items: Vec<Value> = match item {
            FieldType::Record(record) if place.has_room(record) => {
                (0..count).map(|index| self.inner(record, name, index, place)).collect()
            }
            FieldType::Record(_) => Vec::new(),
            _ => {
                let value = |index| {
                    let hash = place.hash.with_number(index);
                    let Place { record, start, .. } = *place;
                    let place = Place { hash, record, outer: Some(place), id: None, start };
                    self.value(name, item, &place, false)
                };
                (0..count).filter_map(value).collect()
            }
        };
        items.into()
    }

    /// A record inside of a record.
    fn inner(&self, record: &'static RecordMeta, name: &'static str, index: u64, outer: &Place<'_>) -> Value {
        if outer.outer.is_none() {
            let named = self.identity(record).map_or_else(Vec::new, |id| self.named_ids(id));
            return self.item(record, index, &named, outer);
        }
        let hash = outer.hash.with(name).with_number(index);
        let id = self.identity(record).map(|id| {
            let first = self.first_id(id.name, outer.hash);
            (id.name, self.id(id, first.saturating_add(index)))
        });
        self.record(&Place { hash, record, outer: Some(outer), id, start: Times::after(outer.start, hash) })
    }
}

/// The name and the record of the list that a method returns page by page: `result`, or the first list of records.
fn main_list(response: &'static RecordMeta) -> Option<(&'static str, &'static RecordMeta)> {
    let list = |field: &FieldMeta| match (field.value)() {
        FieldType::List(item) => match *item {
            FieldType::Record(record) => Some((field.name, record)),
            _ => None,
        },
        _ => None,
    };
    let lists = || response.fields.iter().filter_map(list);
    lists().find(|(name, _)| *name == "result").or_else(|| lists().next())
}

/// True or false. A sample is of something that works.
fn boolean(name: &str, hash: Hash) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["frozen", "deactivated", "cancel", "deleted", "fail", "banned", "prohibited"]) {
        false
    } else if has(&["active", "success", "verified", "enabled", "can_", "is_charged"]) {
        true
    } else {
        hash.below(2) == 0
    }
}
