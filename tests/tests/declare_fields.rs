//! Fields of every kind that the API has, in records as a contributor's crate declares them: `serde` is not imported.

use std::collections::{BTreeMap, HashMap};

use vox_core::error::DecodeError;
use vox_core::meta::{FieldType, RecordMeta};
use vox_core::prelude::*;
use vox_core::value::{FieldContent, FieldValue, ValueReader};
use vox_core::{Record, Value, masked};

/// `GetAuditLog`: `cmd_args` and `cmd_result` are objects with any members.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct AuditLogInfo {
    /// The id.
    audit_log_id: Option<u64>,
    /// The arguments of the command.
    cmd_args: Option<Value>,
    /// The same, by name.
    filters: BTreeMap<String, String>,
    /// Amounts by currency.
    amounts: Option<HashMap<String, Decimal>>,
    /// Records by name.
    groups: BTreeMap<String, Group>,
    /// Lists by name.
    lists: BTreeMap<String, Vec<u64>>,
    /// Keys by name.
    keys: BTreeMap<String, Secret>,
}

/// A group.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct Group {
    /// Its number.
    number: u64,
    /// Its key.
    key: Option<Secret>,
}

/// `GetACDOperatorStatistics`: `abbreviation = false` turns `SA` into `SpeedOfAnswer`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct OperatorStatistics {
    /// The speed of answer.
    #[field(name = "SA", alias = "SpeedOfAnswer", alias = "speed")]
    speed: Option<u64>,
    /// The handling time.
    #[field(name = "HT", alias = "HandlingTime")]
    handling: u64,
}

/// A record that contains itself.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct Node {
    /// A name.
    name: Option<String>,
    /// One inner node.
    next: Option<Box<Node>>,
    /// Inner nodes.
    children: Vec<Node>,
    /// Inner nodes by name.
    named: BTreeMap<String, Node>,
}

/// Lists that the API may send as one item.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
struct Lists {
    /// Ids.
    ids: Vec<u64>,
    /// Names.
    names: Option<Vec<String>>,
    /// Amounts.
    amounts: Vec<Decimal>,
    /// Days.
    days: Vec<Date>,
    /// Any.
    any: Vec<Value>,
    /// Records.
    groups: Vec<Group>,
    /// Lists of lists.
    rows: Vec<Vec<u64>>,
    /// Maps.
    maps: Vec<BTreeMap<String, u64>>,
}

fn read<T: Record>(json: &str) -> T {
    T::from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn failure<T: Record + std::fmt::Debug>(json: &str) -> String {
    T::from_json(json.as_bytes()).unwrap_err().to_string()
}

#[test]
fn maps_hold_any_members() {
    let info: AuditLogInfo = read(
        r#"{"audit_log_id": 1, "filters": {"b": "x", "a": 5, "none": null, "a": "last", "b": null},
            "amounts": {"EUR": 1.50, "USD": "2"}, "groups": {"one": {"number": 7}, "empty": {}},
            "lists": {"a": [1, 2], "b": 3}, "keys": {"k": "hunter2"}}"#,
    );
    let filters: Vec<_> = info.filters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        filters,
        [("a", "last"), ("b", "x")],
        "of two members with one name, the last that is not null"
    );
    let amounts = info.amounts.unwrap();
    assert_eq!((amounts["EUR"].to_string(), amounts["USD"].to_string()), ("1.50".into(), "2".into()));
    assert_eq!((info.groups["one"].number, info.groups.len()), (7, 1), "an empty record is absent");
    assert_eq!(info.lists["a"], [1, 2]);
    assert_eq!(info.lists["b"], [3]);
    assert_eq!(info.keys["k"].expose(), "hunter2");
}

#[test]
fn a_map_that_is_missing_null_or_empty_is_empty() {
    for json in [r#"{"audit_log_id": 1}"#, r#"{"filters": null, "audit_log_id": 1}"#] {
        let info: AuditLogInfo = read(json);
        assert!(info.filters.is_empty() && info.amounts.is_none(), "{json}");
    }
    // PHP writes an empty object as an empty list.
    for json in [r#"{"filters": {}, "amounts": {}}"#, r#"{"filters": [], "amounts": [ ]}"#] {
        let info: AuditLogInfo = read(json);
        assert!(info.filters.is_empty() && info.amounts.is_some_and(|amounts| amounts.is_empty()), "{json}");
    }
    let info: AuditLogInfo = read(r#"{"filters": "", "amounts": "", "audit_log_id": 1}"#);
    assert!(info.filters.is_empty() && info.amounts.is_none());
}

#[test]
fn errors_in_maps_have_a_path_without_the_members_name() {
    for (json, expected) in [
        (
            r#"{"groups": {"hunter2": {"number": "x"}}}"#,
            "groups[*].number: expected a whole number, found a string",
        ),
        (r#"{"lists": {"hunter2": [1, "x"]}}"#, "lists[*][1]: expected a whole number, found a string"),
        (r#"{"filters": {"a": ["x"]}}"#, "filters[*]: expected a string, found a list"),
        (r#"{"filters": ["x"]}"#, "filters: expected an object, found a list"),
        (r#"{"filters": "x"}"#, "filters: expected an object, found a string"),
        (r#"{"filters": 5}"#, "filters: expected an object, found a number"),
        (r#"{"amounts": {"EUR": "x"}}"#, "amounts[*]: expected a decimal number, found a string"),
    ] {
        let found = failure::<AuditLogInfo>(json);
        assert!(found.contains(expected), "{json}: {found}");
    }
    let info = AuditLogInfo::from_json_lenient(
        br#"{"lists": {"a": "x", "b": [1]}, "filters": 5, "audit_log_id": 3}"#,
    );
    let info = info.unwrap();
    assert_eq!((info.lists.len(), info.filters.len(), info.audit_log_id), (1, 0, Some(3)));
}

#[test]
fn any_json_is_kept_as_it_is() {
    let info: AuditLogInfo = read(r#"{"cmd_args": {"user": {"id": [1, "x", null]}, "": false}}"#);
    assert_eq!(info.cmd_args.unwrap()["user"]["id"][1], "x");
    let info: AuditLogInfo = read(r#"{"cmd_args": "a text", "filters": {}}"#);
    assert_eq!(info.cmd_args, Some(Value::from("a text")));
    let info: AuditLogInfo = read(r#"{"cmd_args": null, "filters": {}}"#);
    assert_eq!(info.cmd_args, None);
}

#[test]
fn maps_are_written_in_the_order_of_their_names_and_secrets_in_them_are_masked() {
    let json = r#"{"filters":{"a":"1","b":"2"},"amounts":{"EUR":1.50,"GBP":2,"USD":3},"groups":{"x":{"number":1,"key":"hunter2"}},"lists":{},"keys":{"k":"hunter2"}}"#;
    let info: AuditLogInfo = read(json);
    assert_eq!(info.to_json(), json);
    assert_eq!(
        masked(&info).to_string(),
        r#"{"filters":{"a":"1","b":"2"},"amounts":{"EUR":"1.50","GBP":"2","USD":"3"},"groups":{"x":{"number":1,"key":"***"}},"lists":{},"keys":"***"}"#
    );
    assert!(!format!("{info:?}").contains("hunter2"));
}

#[test]
fn aliases_are_other_names_of_a_field() {
    for (json, speed, handling) in [
        (r#"{"SA": 1, "HT": 2}"#, Some(1), 2),
        (r#"{"SpeedOfAnswer": 1, "HandlingTime": 2}"#, Some(1), 2),
        (r#"{"HandlingTime": 2, "speed": 1}"#, Some(1), 2),
        (r#"{"HT": 2}"#, None, 2),
        // The name has precedence over the aliases, these in their order, and null counts for none.
        (r#"{"SpeedOfAnswer": 9, "SA": 1, "HT": 2, "HandlingTime": 9}"#, Some(1), 2),
        (r#"{"SA": null, "speed": 9, "SpeedOfAnswer": 1, "HT": "", "HandlingTime": 2}"#, Some(1), 2),
        (r#"{"SpeedOfAnswer": 1, "speed": 9, "HT": 9, "HT": 2}"#, Some(1), 2),
        (r#"{"SpeedOfAnswer": null, "speed": 1, "HandlingTime": 2, "HT": null}"#, Some(1), 2),
        (r#"{"SA": 1, "SpeedOfAnswer": {"not": ["a number"]}, "HT": 2}"#, Some(1), 2),
    ] {
        assert_eq!(read::<OperatorStatistics>(json), OperatorStatistics { speed, handling }, "{json}");
    }
}

#[test]
fn errors_name_the_alias_that_the_response_has() {
    let found = failure::<OperatorStatistics>(r#"{"HandlingTime": "x"}"#);
    assert!(found.contains("HandlingTime: expected a whole number, found a string"), "{found}");
    let found = failure::<OperatorStatistics>(r#"{"SA": 1}"#);
    assert!(found.contains("the field `HT` is missing"), "{found}");
}

#[test]
fn servers_and_logs_write_the_name_and_metadata_has_the_aliases() {
    let statistics: OperatorStatistics = read(r#"{"SpeedOfAnswer": 1, "HandlingTime": 2}"#);
    assert_eq!(statistics.to_json(), r#"{"SA":1,"HT":2}"#);
    assert_eq!(masked(&statistics).to_string(), r#"{"SA":1,"HT":2}"#);
    let meta = OperatorStatistics::META;
    for name in ["SA", "SpeedOfAnswer", "speed"] {
        assert_eq!(meta.field(name).map(|field| field.name), Some("SA"), "{name}");
    }
    assert!(meta.field("Speed").is_none());
    let exported = serde_json::to_value(meta).unwrap();
    assert_eq!(exported["aliases"][0], serde_json::json!({"name": "SpeedOfAnswer", "field": "SA"}));
    let aliases: Vec<_> = meta.aliases.iter().map(|alias| (alias.name, alias.field)).collect();
    assert_eq!(aliases, [("SpeedOfAnswer", 0), ("speed", 0), ("HandlingTime", 1)]);
}

#[test]
fn one_item_in_place_of_a_list_is_a_list() {
    let lists: Lists = read(
        r#"{"ids": 5, "names": "ann", "amounts": 1.2345678901234567890, "days": "2026-01-31", "any": [{"a": 1}],
            "groups": {"number": 1}, "rows": [[1, 2], 3], "maps": {"a": 1}}"#,
    );
    assert_eq!((lists.ids, lists.names), (vec![5], Some(vec!["ann".to_owned()])));
    assert_eq!(lists.amounts[0].to_string(), "1.2345678901234567890");
    assert_eq!((lists.days, lists.any.len()), (vec![Date::constant(2026, 1, 31)], 1));
    assert_eq!((lists.groups[0].number, lists.rows), (1, vec![vec![1, 2], vec![3]]));
    assert_eq!(lists.maps[0]["a"], 1);
    let lists: Lists =
        read(r#"{"ids": "", "names": "", "amounts": null, "any": {}, "days": [], "groups": ""}"#);
    assert_eq!(lists, Lists { names: None, ..Record::blank() });
}

#[test]
fn an_item_that_does_not_decode_in_place_of_a_list_is_an_error() {
    for (json, expected) in [
        (r#"{"ids": "x"}"#, "ids: expected a whole number, found a string"),
        (r#"{"ids": true}"#, "ids: expected a whole number, found a boolean"),
        (r#"{"ids": {"a": 1}}"#, "ids: expected a list, found an object"),
        (r#"{"ids": [1, [2]]}"#, "ids[1]: expected a whole number, found a list"),
        (r#"{"any": "x"}"#, "any: expected a list, found a string"),
        (r#"{"any": {"a": 1}}"#, "any: expected a list, found an object"),
        (r#"{"groups": 5}"#, "groups: expected a list, found a number"),
    ] {
        let found = failure::<Lists>(json);
        assert!(found.contains(expected), "{json}: {found}");
    }
}

#[test]
fn records_may_contain_themselves() {
    let node: Node = read(
        r#"{"name": "a", "next": {"name": "b", "next": {"name": "c"}}, "children": [{"children": {"name": "d"}}],
            "named": {"x": {"name": "e"}}}"#,
    );
    let names = [
        node.next.as_ref().unwrap().next.as_ref().unwrap().name.clone(),
        node.children[0].children[0].name.clone(),
        node.named["x"].name.clone(),
    ];
    assert_eq!(names, ["c", "d", "e"].map(|name| Some(name.to_owned())));
    assert!(matches!((Node::META.fields[1].value)(), FieldType::Record(meta) if meta.name == "Node"));
    assert_eq!(read::<Node>(&node.to_json()), node);
    assert_eq!(
        masked(&read::<Node>(r#"{"next": {"name": "b"}}"#)).to_string(),
        r#"{"next":{"name":"b","children":[],"named":{}},"children":[],"named":{}}"#
    );
}

/// Hostile JSON is rejected before the stack overflows, also in a thread with a small stack.
#[test]
fn the_depth_of_records_is_bounded() {
    for (open, close) in [(r#"{"next":"#, "}"), (r#"{"children":["#, "]}"), (r#"{"named":{"a":"#, "}}")] {
        for depth in [60, 200, 100_000] {
            let json = format!("{}{{\"name\":\"x\"}}{}", open.repeat(depth), close.repeat(depth));
            let read = move || Node::from_json(json.as_bytes()).map(drop).map_err(|error| error.to_string());
            let result = std::thread::Builder::new().stack_size(1 << 20).spawn(read).unwrap().join().unwrap();
            match depth {
                60 => result.unwrap(),
                _ => assert!(result.unwrap_err().contains("nested too deeply"), "{depth}"),
            }
        }
    }
}

/// A type without the derive that contains the record that contains it.
#[derive(Debug, Clone, PartialEq)]
struct Link(Option<Box<LinkedNode>>);

impl FieldValue for Link {
    fn blank() -> Self {
        Self(None)
    }

    fn field_type() -> FieldType {
        <Box<LinkedNode> as FieldValue>::field_type()
    }

    fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
        Ok(Box::read(json)?.map(|node| Self(Some(node))))
    }

    fn content(&self) -> FieldContent<'_> {
        self.0.content()
    }
}

/// A node.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct LinkedNode {
    /// Its name.
    pub name: Option<String>,
    /// The next node.
    next: Option<Link>,
}

#[test]
fn the_depth_of_other_types_is_bounded() {
    for (depth, expected) in
        [(60, Ok(())), (200, Err("nested too deeply")), (100_000, Err("nested too deeply"))]
    {
        let json = format!("{}{{\"name\":\"x\"}}{}", r#"{"next":"#.repeat(depth), "}".repeat(depth));
        let read =
            move || LinkedNode::from_json(json.as_bytes()).map(drop).map_err(|error| error.to_string());
        let result = std::thread::Builder::new().stack_size(1 << 20).spawn(read).unwrap().join().unwrap();
        match (result, expected) {
            (Err(error), Err(expected)) => assert!(error.contains(expected), "{depth}: {error}"),
            (result, expected) => assert_eq!(result.is_ok(), expected.is_ok(), "{depth}"),
        }
    }
}

#[test]
fn types_are_exported_in_the_terms_of_json() {
    let types =
        |meta: &RecordMeta| meta.fields.iter().map(|field| (field.value)().to_string()).collect::<Vec<_>>();
    assert_eq!(
        types(AuditLogInfo::META),
        ["number", "any", "{string}", "{decimal}", "{Group}", "{[number]}", "{string}"]
    );
    let required: Vec<_> = AuditLogInfo::META.fields.iter().map(|field| field.required).collect();
    assert_eq!(required, [false; 7]);
    let secrets: Vec<_> =
        AuditLogInfo::META.fields.iter().filter(|field| field.secret).map(|field| field.name).collect();
    assert_eq!(secrets, ["keys"]);
}
