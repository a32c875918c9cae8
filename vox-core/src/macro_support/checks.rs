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
///
/// A group comes with the name of its field. `owners` names the fields or variants of `params`; it is empty if they all have the
/// names of their parameters. `groups` are those before this one, `fields` the fields of all others.
#[track_caller]
pub const fn check_names(
    group: (&str, &ChoiceMeta),
    params: &[&str],
    owners: &[&str],
    groups: &[(&str, &ChoiceMeta)],
    fields: &[&str],
    credentials: CredentialsIn,
    required: bool,
) {
    let (field, choice) = group;
    Others { params, owners, groups, credentials }.check_group(field, choice);
    check_needs(choice, params, fields);
    let mut member = 0;
    while required && member < choice.members.len() {
        let ParamMeta { name, default, .. } = &choice.members[member];
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
pub const fn check_companions(
    group: (&str, &ChoiceMeta),
    params: &[&str],
    owners: &[&str],
    groups: &[(&str, &ChoiceMeta)],
) {
    let (field, choice) = group;
    Others { params, owners, groups, credentials: CredentialsIn::Request }.check_group(field, choice);
}

/// Checks that the method has the parameters, and the fields with groups, that members need.
#[track_caller]
const fn check_needs(group: &ChoiceMeta, params: &[&str], fields: &[&str]) {
    let mut index = 0;
    while index < group.rules.len() {
        if let RequestRule::Needs { param, needs } = group.rules[index] {
            let mut needed = 0;
            while needed < needs.len() {
                if position(params, needs[needed]).is_none() && position(fields, needs[needed]).is_none() {
                    stop(&[
                        "its member `",
                        param,
                        "` needs `",
                        needs[needed],
                        "`, which is neither a parameter of the request, by its name on the wire, nor a field with `one_of`: add it, or \
                         remove `needs`",
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
            check_needs(inner.choice, params, fields);
        }
        index += 1;
    }
}

/// What else a request sends.
struct Others<'a> {
    params: &'a [&'a str],
    owners: &'a [&'a str],
    groups: &'a [(&'a str, &'a ChoiceMeta)],
    credentials: CredentialsIn,
}

impl Others<'_> {
    #[track_caller]
    const fn check_group(&self, field: &str, choice: &ChoiceMeta) {
        let mut index = 0;
        while index < choice.members.len() {
            self.check(field, choice.members[index].name);
            index += 1;
        }
        index = 0;
        while index < choice.companions.len() {
            match &choice.companions[index].entry {
                ParamEntry::Param(param) => self.check(field, param.name),
                ParamEntry::OneOf(inner) => self.check_group(field, inner.choice),
            }
            index += 1;
        }
    }

    #[track_caller]
    const fn check(&self, field: &str, name: &str) {
        let mut index = 0;
        while index < self.params.len() {
            if is_same(name.as_bytes(), self.params[index].as_bytes()) {
                let owner = if self.owners.is_empty() { name } else { self.owners[index] };
                stop_repeated(name, field, &["the parameter `", owner]);
            }
            index += 1;
        }
        index = 0;
        while index < self.groups.len() {
            let (other, choice) = self.groups[index];
            if has_name(choice, name) {
                stop_repeated(name, field, &["the choice `", other]);
            }
            index += 1;
        }
        if matches!(self.credentials, CredentialsIn::Client) {
            check_credentials(name);
        }
    }
}

#[track_caller]
const fn stop_repeated(name: &str, field: &str, other: &[&str; 2]) -> ! {
    stop(&[
        "`",
        name,
        "` is sent by the choice `",
        field,
        "` and also by ",
        other[0],
        other[1],
        "`: rename or remove one of them",
    ])
}

/// Whether a parameter of the group has this name.
const fn has_name(choice: &ChoiceMeta, name: &str) -> bool {
    let mut index = 0;
    while index < choice.members.len() {
        if is_same(name.as_bytes(), choice.members[index].name.as_bytes()) {
            return true;
        }
        index += 1;
    }
    index = 0;
    while index < choice.companions.len() {
        let is_same = match &choice.companions[index].entry {
            ParamEntry::Param(param) => is_same(name.as_bytes(), param.name.as_bytes()),
            ParamEntry::OneOf(inner) => has_name(inner.choice, name),
        };
        if is_same {
            return true;
        }
        index += 1;
    }
    false
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

/// Stops the compilation if the default is wrong for a type with a name of this crate, which may be an enum of the user's:
/// `message` is about the type of this crate.
#[track_caller]
pub const fn check_default_of_name(texts: Option<&EnumMeta>, default: &str, message: &str) {
    match texts {
        Some(_) => check_default(texts, default),
        None => stop(&[message]),
    }
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

/// Stops the compilation if a parameter is required: if its type is no alias of an `Option`.
#[track_caller]
pub const fn check_optional(required: bool, message: &str) {
    if required {
        stop(&[message]);
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
