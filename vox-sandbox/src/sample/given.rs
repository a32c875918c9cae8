//! What a request states that its sample repeats.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use serde_json::{Number, Value};
use vox_core::meta::{DefaultValue, FieldType, Kind, MethodMeta, ParamType};
use vox_core::server::Form;

use super::hash::Hash;

/// The number of items of a list, where the request does not name them.
const TOTAL: u64 = 3;
/// The number of items of a page, at most: a request may name thousands of ids.
const MAX_COUNT: u64 = 1000;
/// Parameters that select a part of the response, but do not change the rest.
const PAGING: [&str; 3] = ["count", "offset", "with_total_count"];

/// A request.
pub(super) struct Given<'r> {
    method: &'r MethodMeta,
    form: &'r Form,
}

/// A part of a list.
pub(super) struct Page {
    /// The number of items in the whole list.
    pub(super) total: u64,
    /// The index of the first item of the page.
    pub(super) first: u64,
    /// The number of items of the page.
    pub(super) count: u64,
}

impl<'r> Given<'r> {
    pub(super) fn new(method: &'r MethodMeta, form: &'r Form) -> Self {
        Self { method, form }
    }

    /// A hash of the method and the declared parameters, in any order.
    pub(super) fn hash(&self, seed: Hash) -> Hash {
        let params = self.method.flat_params().filter(|param| !PAGING.contains(&param.meta.name));
        params.fold(seed.with(self.method.name), |hash, param| {
            hash.with(param.meta.name).with(self.form.get(param.meta.name).unwrap_or_default())
        })
    }

    /// Whether a boolean parameter is true.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.form.get(name).is_some_and(|text| boolean(text) == Some(true))
    }

    /// Whether the response is a file, where it may be JSON as well: by the parameter `output`, or its default.
    pub(super) fn wants_file(&self) -> bool {
        let Some(param) = self.method.param("output") else { return false };
        let default = match param.meta.default {
            Some(DefaultValue::Text(text)) => Some(text),
            _ => None,
        };
        self.form.get("output").or(default).is_some_and(|output| !output.eq_ignore_ascii_case("json"))
    }

    /// The report that the request names.
    pub(super) fn report(&self) -> Option<u64> {
        let mut params = self.method.flat_params().filter(|param| param.meta.name.ends_with("report_id"));
        params.find_map(|param| self.form.get(param.meta.name)?.parse().ok())
    }

    /// Whether the method orders a report, by its name. A `result` that is a number is then the id of the report.
    pub(super) fn orders_report(&self) -> bool {
        self.method.kind == Kind::Write && self.method.name.ends_with("Async")
    }

    /// Whether this parameter names what a list belongs to: a method that lists things page by page requires it.
    pub(super) fn is_of_list(&self, name: &str) -> bool {
        let is_required =
            self.method.param(name).is_some_and(|param| param.required && param.one_of.is_none());
        is_required && self.method.param("offset").is_some()
    }

    /// The items that the request names by this parameter; none if it names all.
    pub(super) fn items(&self, name: &str) -> Vec<&'r str> {
        let text = self.form.get(name).filter(|text| *text != "all" && *text != "any");
        text.map_or_else(Vec::new, |text| {
            text.split(';').map(str::trim).filter(|item| !item.is_empty()).collect()
        })
    }

    /// The page of a list with this number of items, if it is known.
    pub(super) fn page(&self, total: Option<u64>) -> Page {
        let number = |name| self.form.get(name).and_then(|text| text.parse::<u64>().ok());
        let total = total.unwrap_or(TOTAL);
        let first = number("offset").unwrap_or(0).min(total);
        let count = number("count").unwrap_or(MAX_COUNT).min(MAX_COUNT).min(total - first);
        Page { total, first, count }
    }

    /// Whether the total number of items is in the response.
    pub(super) fn has_total(&self) -> bool {
        self.method.param("with_total_count").is_none() || self.flag("with_total_count")
    }

    /// The value of the parameter with this name, as a field of this type; `None` for several values and for other types.
    pub(super) fn echo(&self, name: &str, field: &FieldType) -> Option<Value> {
        if PAGING.contains(&name) {
            return None;
        }
        let kind = self.method.param(name)?.meta.value().kind;
        let text = self.form.get(name)?;
        let is_list = matches!(kind, ParamType::IntList | ParamType::StringList);
        if is_list && (text.contains(';') || self.items(name).is_empty()) {
            return None;
        }
        let number = || serde_json::from_str::<Number>(text).ok().map(Value::Number);
        match (field, kind) {
            (FieldType::Number, ParamType::Number | ParamType::IntList)
            | (FieldType::Decimal, ParamType::Number | ParamType::Decimal)
            | (FieldType::UnixTime, ParamType::UnixTime) => number(),
            (FieldType::Boolean, ParamType::Boolean) => boolean(text).map(Value::Bool),
            (FieldType::Text | FieldType::Enum(_), ParamType::String | ParamType::StringList)
            | (FieldType::Text, ParamType::Number | ParamType::IntList)
            | (FieldType::Date, ParamType::Date)
            | (FieldType::Time, ParamType::Time)
            | (FieldType::DateTime | FieldType::Timestamp, ParamType::DateTime | ParamType::Timestamp) => {
                Some(text.into())
            }
            _ => None,
        }
    }

    /// The span of time that the request names by two parameters such as `from_date` and `to_date`, or `created_from` and
    /// `created_to`.
    pub(super) fn range(&self) -> Option<(DateTime, DateTime)> {
        self.method.flat_params().find_map(|param| {
            let from = param.meta.name;
            let to = (from.strip_prefix("from_").map(|name| format!("to_{name}")))
                .or_else(|| from.strip_suffix("_from").map(|name| format!("{name}_to")))?;
            let (from, to) = (moment(self.form.get(from)?)?, moment(self.form.get(&to)?)?);
            (from <= to).then_some((from, to))
        })
    }
}

/// A boolean as the API reads it.
fn boolean(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// A date, a date with a time, or a number of seconds since 1970.
fn moment(text: &str) -> Option<DateTime> {
    let seconds = || jiff::Timestamp::from_second(text.parse().ok()?).ok();
    (text.parse::<DateTime>().ok())
        .or_else(|| Some(text.parse::<Date>().ok()?.at(0, 0, 0, 0)))
        .or_else(|| Some(Offset::UTC.to_datetime(seconds()?)))
}
