//! Checks of declarations at compile time, for what a derive cannot see: it knows only the name of a group's or a response's
//! type.

use crate::meta::{
    Ack, CREDENTIAL_PARAMS, ChoiceMeta, CredentialsIn, EnumMeta, ParamEntry, ParamMeta, RecordMeta,
    ResponseMeta,
};
use crate::rules::RequestRule;

// The compiler interprets these functions for every method, so they compare slices, of which most differ in length. They take
// the names instead of the method's metadata, which would have to be evaluated first.

/// Stops the compilation if a one-of group does not fit the method: a parameter has the name of another one, also of one in another
/// group, or of a credential that the client adds; a member needs what the method does not have; or a required group has a default.
#[track_caller]
pub const fn check_names(
    group: &ChoiceMeta,
    params: &[&str],
    groups: &[(&str, &ChoiceMeta)],
    credentials: CredentialsIn,
    required: bool,
) {
    check_group(group, params, groups, credentials);
    check_needs(group, params, groups);
    let mut member = 0;
    while required && member < group.members.len() {
        let ParamMeta { name, default, .. } = &group.members[member];
        if default.is_some() {
            stop(&[
                "its member `",
                name,
                "` has a default, but the field is required: make its type an `Option`, or remove the default",
            ]);
        }
        member += 1;
    }
}

/// As `check_names`, for a group that is a companion in another one. The rest is checked for the method that has that one.
#[track_caller]
pub const fn check_companions(group: &ChoiceMeta, params: &[&str], groups: &[(&str, &ChoiceMeta)]) {
    check_group(group, params, groups, CredentialsIn::Request);
}

#[track_caller]
const fn check_group(
    group: &ChoiceMeta,
    params: &[&str],
    groups: &[(&str, &ChoiceMeta)],
    credentials: CredentialsIn,
) {
    let mut member = 0;
    while member < group.members.len() {
        check_name(group.members[member].name, params, groups, credentials);
        member += 1;
    }
    let mut index = 0;
    while index < group.companions.len() {
        match &group.companions[index].entry {
            ParamEntry::Param(param) => check_name(param.name, params, groups, credentials),
            ParamEntry::OneOf(inner) => check_group(inner.choice, params, groups, credentials),
        }
        index += 1;
    }
}

/// Checks that the method has the parameters, and the fields with groups, that members need.
#[track_caller]
const fn check_needs(group: &ChoiceMeta, params: &[&str], groups: &[(&str, &ChoiceMeta)]) {
    let mut index = 0;
    while index < group.rules.len() {
        if let RequestRule::Needs { param, needs } = group.rules[index] {
            let mut needed = 0;
            while needed < needs.len() {
                if position(params, needs[needed]).is_none() && !has_field(groups, needs[needed]) {
                    stop(&[
                        "its member `",
                        param,
                        "` needs `",
                        needs[needed],
                        "`, which the request does not have: add the parameter, or remove `needs`",
                    ]);
                }
                needed += 1;
            }
        }
        index += 1;
    }
    index = 0;
    while index < group.companions.len() {
        if let ParamEntry::OneOf(inner) = &group.companions[index].entry {
            check_needs(inner.choice, params, groups);
        }
        index += 1;
    }
}

const fn has_field(groups: &[(&str, &ChoiceMeta)], field: &str) -> bool {
    let mut index = 0;
    while index < groups.len() {
        if is_same(groups[index].0.as_bytes(), field.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

#[track_caller]
const fn check_name(name: &str, params: &[&str], groups: &[(&str, &ChoiceMeta)], credentials: CredentialsIn) {
    let mut index = 0;
    while index < params.len() {
        if is_same(name.as_bytes(), params[index].as_bytes()) {
            stop(&["`", name, "` is sent twice, also by `", name, "`: rename or remove one"]);
        }
        index += 1;
    }
    index = 0;
    while index < groups.len() {
        let (field, other) = groups[index];
        check_members(name, field, other);
        index += 1;
    }
    if matches!(credentials, CredentialsIn::Client) {
        check_credentials(name);
    }
}

#[track_caller]
const fn check_members(name: &str, field: &str, other: &ChoiceMeta) {
    let mut index = 0;
    while index < other.members.len() {
        if is_same(name.as_bytes(), other.members[index].name.as_bytes()) {
            stop(&["`", name, "` is sent twice, also by a member of `", field, "`: rename or remove one"]);
        }
        index += 1;
    }
    index = 0;
    while index < other.companions.len() {
        match &other.companions[index].entry {
            ParamEntry::Param(param) if is_same(name.as_bytes(), param.name.as_bytes()) => {
                stop(&[
                    "`",
                    name,
                    "` is sent twice, also by a member of `",
                    field,
                    "`: rename or remove one",
                ]);
            }
            ParamEntry::Param(_) => {}
            ParamEntry::OneOf(inner) => check_members(name, field, inner.choice),
        }
        index += 1;
    }
}

#[track_caller]
const fn check_credentials(name: &str) {
    let mut index = 0;
    while index < CREDENTIAL_PARAMS.len() {
        if is_same(name.as_bytes(), CREDENTIAL_PARAMS[index].as_bytes()) {
            stop(&[
                "its member `",
                name,
                "` is a credential, which the client adds: remove it, or add `credentials = in_request` if the \
                 parameters are the credentials",
            ]);
        }
        index += 1;
    }
}

/// Stops the compilation if a check names a parameter that the request does not have.
#[track_caller]
pub const fn check_params(rule: RequestRule, params: &[&str]) {
    let RequestRule::Check { name, params: named, .. } = rule else { return };
    if named.is_empty() {
        stop(&["the check `", name, "` names no parameter: list those that it concerns"]);
    }
    let mut index = 0;
    while index < named.len() {
        let mut other = 0;
        while other < params.len() && !is_same(named[index].as_bytes(), params[other].as_bytes()) {
            other += 1;
        }
        if other == params.len() {
            stop(&[
                "the check `",
                name,
                "` names `",
                named[index],
                "`, which is no parameter of the request",
            ]);
        }
        index += 1;
    }
}

/// Stops the compilation if the response has a field with the acknowledgment's name: it would be unclear whether the
/// value is data.
#[track_caller]
pub const fn check_ack(response: ResponseMeta, ack: Option<Ack>) {
    let Some(ack) = ack else { return };
    match response {
        ResponseMeta::Record(record) => check_ack_in(record, ack, record.fields.len() == 1),
        ResponseMeta::Either(first, second) => {
            check_ack_in(first, ack, false);
            check_ack_in(second, ack, false);
        }
        ResponseMeta::JsonOrFile(json) => check_ack(*json, Some(ack)),
        ResponseMeta::File => stop(&["a file has no acknowledgment: add `ack = none`"]),
        ResponseMeta::Nothing | ResponseMeta::Json => {}
    }
}

#[track_caller]
const fn check_ack_in(record: &RecordMeta, ack: Ack, is_only_field: bool) {
    let mut index = 0;
    while index < record.fields.len() + record.aliases.len() {
        let name = if index < record.fields.len() {
            record.fields[index].name
        } else {
            record.aliases[index - record.fields.len()].name
        };
        if is_same(name.as_bytes(), ack.name.as_bytes()) {
            let fix = if is_only_field { "write `response = ()`" } else { "remove the field" };
            stop(&[
                "`",
                ack.name,
                "` of `",
                record.name,
                "` is the acknowledgment, which the library checks itself: ",
                fix,
                ", or add `ack = none` if its value is data",
            ]);
        }
        index += 1;
    }
}

/// Stops the compilation if the default of a parameter is none of the known strings of its type.
#[track_caller]
pub const fn check_default(texts: Option<&EnumMeta>, default: &str) {
    let Some(texts) = texts else { return };
    if position(texts.values, default).is_some() {
        return;
    }
    let mut message = Message::new();
    message.add(&["the default `", default, "` is not a value of `", texts.name, "`: expected "]);
    let mut index = 0;
    while index < texts.values.len() {
        message.add(&[if index > 0 { ", " } else { "" }, "`", texts.values[index], "`"]);
        index += 1;
    }
    message.stop();
}

/// Stops the compilation if a string of an enum means something else in a list.
#[track_caller]
pub const fn check_items(texts: Option<&EnumMeta>, has_all: bool) {
    let Some(texts) = texts else { return };
    if has_all && position(texts.values, "all").is_some() {
        stop(&[
            "the value `all` of `",
            texts.name,
            "` would be sent as `List::All`: remove the value, or use `Vec`",
        ]);
    }
    let mut index = 0;
    while index < texts.values.len() {
        if contains(texts.values[index].as_bytes(), b';') {
            stop(&[
                "the value `",
                texts.values[index],
                "` of `",
                texts.name,
                "` contains a semicolon, which separates the items of a list: it cannot be sent in one",
            ]);
        }
        index += 1;
    }
}

/// Stops the compilation if a request with required parameters has a `Default`.
#[track_caller]
pub const fn check_no_default(has_default: bool, name: &str) {
    if has_default {
        stop(&[
            "`",
            name,
            "` has required parameters, which its `Default` would leave out: remove `Default`; the builder sets them",
        ]);
    }
}

const fn position(texts: &[&str], text: &str) -> Option<usize> {
    let mut index = 0;
    while index < texts.len() {
        if is_same(texts[index].as_bytes(), text.as_bytes()) {
            return Some(index);
        }
        index += 1;
    }
    None
}

const fn contains(text: &[u8], byte: u8) -> bool {
    let mut index = 0;
    while index < text.len() {
        if text[index] == byte {
            return true;
        }
        index += 1;
    }
    false
}

const fn is_same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() && left[index] == right[index] {
        index += 1;
    }
    index == left.len()
}

#[track_caller]
const fn stop(parts: &[&str]) -> ! {
    let mut message = Message::new();
    message.add(parts);
    message.stop()
}

/// A message that is put together at compile time; one that is too long is cut off.
struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Self { bytes: [0; 512], length: 0 }
    }

    const fn add(&mut self, parts: &[&str]) {
        let mut part = 0;
        while part < parts.len() {
            let bytes = parts[part].as_bytes();
            let mut index = 0;
            while index < bytes.len() && self.length < self.bytes.len() {
                self.bytes[self.length] = bytes[index];
                (index, self.length) = (index + 1, self.length + 1);
            }
            part += 1;
        }
    }

    #[track_caller]
    const fn stop(&self) -> ! {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(message) => panic!("{}", message),
            // Cut off within a character.
            Err(_) => panic!("the declaration has a mistake whose description is too long"),
        }
    }
}
