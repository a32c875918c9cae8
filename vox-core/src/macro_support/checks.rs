//! Checks of declarations at compile time, for what a derive cannot see: it knows only the name of a group's or a response's
//! type.

use crate::auth::CREDENTIAL_PARAMS;
use crate::meta::{CredentialsIn, MethodMeta, ParamEntry, ParamMeta, ResponseMeta};

/// Stops the compilation if a member of the one-of group at `index` has the name of another parameter, or of a credential that
/// the client adds.
#[track_caller]
pub const fn check_names(method: &MethodMeta, index: usize) {
    let group = &method.params[index];
    let mut other = 0;
    while other < method.params.len() {
        if other != index {
            check_shared(group.members(), &method.params[other]);
        }
        other += 1;
    }
    if matches!(method.credentials, CredentialsIn::Client) {
        check_credentials(group.members());
    }
}

#[track_caller]
const fn check_shared(members: &[ParamMeta], other: &ParamEntry) {
    let others = other.members();
    let mut index = 0;
    while index < members.len() * others.len() {
        let name = members[index / others.len()].name;
        if is_same(name, others[index % others.len()].name) {
            let owner = if matches!(other, ParamEntry::OneOf(_)) { "a member of `" } else { "`" };
            stop(&["`", name, "` is sent twice, also by ", owner, other.field(), "`: rename or remove one"]);
        }
        index += 1;
    }
}

#[track_caller]
const fn check_credentials(members: &[ParamMeta]) {
    let mut index = 0;
    while index < members.len() * CREDENTIAL_PARAMS.len() {
        let name = members[index / CREDENTIAL_PARAMS.len()].name;
        if is_same(name, CREDENTIAL_PARAMS[index % CREDENTIAL_PARAMS.len()]) {
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

/// Stops the compilation if the response has a field with the acknowledgment's name: it would be unclear whether the
/// value is data.
#[track_caller]
pub const fn check_ack(method: &MethodMeta) {
    let (Some(ack), ResponseMeta::Record(record)) = (method.ack, method.response) else { return };
    let mut index = 0;
    while index < record.fields.len() {
        if is_same(record.fields[index].name, ack.name) {
            let fix = match record.fields.len() {
                1 => "write `response = ()`",
                _ => "remove the field",
            };
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

impl ParamEntry {
    const fn members(&self) -> &[ParamMeta] {
        match self {
            Self::Param(param) => std::slice::from_ref(param),
            Self::OneOf(group) => group.choice.members,
        }
    }

    /// The name that the declaration has for it.
    const fn field(&self) -> &'static str {
        match self {
            Self::Param(param) => param.name,
            Self::OneOf(group) => group.field,
        }
    }
}

const fn is_same(left: &str, right: &str) -> bool {
    // Most names differ in length.
    if left.len() != right.len() {
        return false;
    }
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut index = 0;
    while index < left.len() && left[index] == right[index] {
        index += 1;
    }
    index == left.len()
}

#[track_caller]
const fn stop(parts: &[&str]) -> ! {
    let mut message = [0; 256];
    panic!("{}", joined(parts, &mut message))
}

/// Joins the parts, as far as there is room.
const fn joined<'m>(parts: &[&str], message: &'m mut [u8; 256]) -> &'m str {
    let (mut length, mut part) = (0, 0);
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut index = 0;
        while index < bytes.len() && length < message.len() {
            message[length] = bytes[index];
            (index, length) = (index + 1, length + 1);
        }
        part += 1;
    }
    match std::str::from_utf8(message.split_at(length).0) {
        Ok(message) => message,
        Err(_) => "two parameters share a name on the wire",
    }
}
