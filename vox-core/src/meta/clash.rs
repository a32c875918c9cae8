//! Names on the wire that are taken already, found while compiling.
//!
//! A derive sees the plain parameters of a method, but of a one-of group only the name of its type. Here both are
//! known. All of it runs at compile time.

use super::{CredentialsIn, MethodMeta, ParamEntry, ParamMeta};

/// What the client adds to a request by itself.
const CREDENTIALS: [&str; 6] =
    ["account_id", "account_name", "account_email", "api_key", "account_password", "session_id"];

/// Stops the compilation where the entry at `index` and a one-of group share a name on the wire, and where a member of
/// the entry has the name of a credential that the client adds.
#[track_caller]
pub const fn refuse_clash(method: &MethodMeta, index: usize) {
    let entry = &method.params[index];
    let mut other = 0;
    while other < method.params.len() {
        let grouped = entry.is_group() || method.params[other].is_group();
        if other != index && grouped {
            refuse_shared(entry, &method.params[other]);
        }
        other += 1;
    }
    if entry.is_group() && matches!(method.credentials, CredentialsIn::Client) {
        refuse_credentials(entry.members());
    }
}

#[track_caller]
const fn refuse_shared(entry: &ParamEntry, other: &ParamEntry) {
    let (members, others) = (entry.members(), other.members());
    let mut index = 0;
    while index < members.len() * others.len() {
        let name = members[index / others.len()].name;
        if same(name, others[index % others.len()].name) {
            let owner = if other.is_group() { "a member of `" } else { "`" };
            stop(&["`", name, "` is sent twice, also by ", owner, other.field(), "`: rename or remove one"]);
        }
        index += 1;
    }
}

#[track_caller]
const fn refuse_credentials(members: &[ParamMeta]) {
    let mut index = 0;
    while index < members.len() * CREDENTIALS.len() {
        let name = members[index / CREDENTIALS.len()].name;
        if same(name, CREDENTIALS[index % CREDENTIALS.len()]) {
            stop(&[
                "its member `",
                name,
                "` is a credential, which the client adds by itself: remove it, or say `credentials = in_request` if \
                 the parameters are the credentials",
            ]);
        }
        index += 1;
    }
}

#[track_caller]
const fn stop(parts: &[&str]) -> ! {
    let mut text = [0; 256];
    panic!("{}", joined(parts, &mut text))
}

impl ParamEntry {
    const fn is_group(&self) -> bool {
        matches!(self, Self::OneOf(_))
    }

    const fn members(&self) -> &[ParamMeta] {
        match self {
            Self::Param(param) => std::slice::from_ref(*param),
            Self::OneOf(group) => group.choice.members,
        }
    }

    /// What the declaration calls it.
    const fn field(&self) -> &'static str {
        match self {
            Self::Param(param) => param.name,
            Self::OneOf(group) => group.field,
        }
    }
}

const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut index = 0;
    while index < left.len() && index < right.len() && left[index] == right[index] {
        index += 1;
    }
    index == left.len() && index == right.len()
}

/// The parts in one text, which ends where the space does.
const fn joined<'t>(parts: &[&str], text: &'t mut [u8; 256]) -> &'t str {
    let (mut length, mut part) = (0, 0);
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut index = 0;
        while index < bytes.len() && length < text.len() {
            text[length] = bytes[index];
            (index, length) = (index + 1, length + 1);
        }
        part += 1;
    }
    match std::str::from_utf8(text.split_at(length).0) {
        Ok(text) => text,
        Err(_) => "two parameters share a name on the wire: each needs its own",
    }
}
