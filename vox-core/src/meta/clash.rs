//! Names on the wire that are taken already, found while compiling.
//!
//! A derive sees the plain parameters of a method, but of a one-of group only the name of its type. Here both are
//! known. All of it runs at compile time.

use crate::auth::CREDENTIAL_PARAMS;

use super::{ChoiceMeta, CredentialsIn, MethodMeta, ParamEntry, ParamMeta};
use crate::Method;

/// Stops the compilation where the one-of `group` at `index` and any other entry share a name on the wire, and where a
/// member of the group has the name of a credential that the client adds. `names` has the bits of the other entries'
/// names, or all bits where they are not known: where no bit is there twice, no name is.
#[track_caller]
pub const fn refuse_clashes<M: Method>(group: &ChoiceMeta, index: usize, names: u128) {
    // Every user's compiler interprets this for every method: most end here, without a look at the method.
    if group.names & (names | CREDENTIAL_NAMES) != 0 {
        refuse_in(M::META, index);
    }
}

#[track_caller]
const fn refuse_in(method: &MethodMeta, index: usize) {
    let mut other = 0;
    while other < method.params.len() {
        if other != index {
            refuse_shared(&method.params[index], &method.params[other]);
        }
        other += 1;
    }
    if matches!(method.credentials, CredentialsIn::Client) {
        refuse_credentials(method.params[index].members());
    }
}

/// The bits of the credentials' names.
const CREDENTIAL_NAMES: u128 = {
    let (mut bits, mut index) = (0, 0);
    while index < CREDENTIAL_PARAMS.len() {
        bits |= name_bit(CREDENTIAL_PARAMS[index]);
        index += 1;
    }
    bits
};

/// The bit of a name. The derives do the same.
const fn name_bit(name: &str) -> u128 {
    let (mut hash, mut index) = (0_u32, 0);
    while index < name.len() {
        hash = hash.wrapping_mul(31).wrapping_add(name.as_bytes()[index] as u32);
        index += 1;
    }
    1 << (hash % 127)
}

#[track_caller]
const fn refuse_shared(entry: &ParamEntry, other: &ParamEntry) {
    let (members, others) = (entry.members(), other.members());
    let mut index = 0;
    while index < members.len() * others.len() {
        let (name, other_name) = (members[index / others.len()].name, others[index % others.len()].name);
        // Most names differ in length.
        if name.len() == other_name.len() && same(name, other_name) {
            let owner = if matches!(other, ParamEntry::OneOf(_)) { "a member of `" } else { "`" };
            stop(&["`", name, "` is sent twice, also by ", owner, other.field(), "`: rename or remove one"]);
        }
        index += 1;
    }
}

#[track_caller]
const fn refuse_credentials(members: &[ParamMeta]) {
    let mut index = 0;
    while index < members.len() * CREDENTIAL_PARAMS.len() {
        let (name, credential) = (
            members[index / CREDENTIAL_PARAMS.len()].name,
            CREDENTIAL_PARAMS[index % CREDENTIAL_PARAMS.len()],
        );
        if name.len() == credential.len() && same(name, credential) {
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
pub(super) const fn stop(parts: &[&str]) -> ! {
    let mut text = [0; 256];
    panic!("{}", joined(parts, &mut text))
}

impl ParamEntry {
    const fn members(&self) -> &[ParamMeta] {
        match self {
            Self::Param(param) => std::slice::from_ref(param),
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

/// Whether two names are the same.
pub(super) const fn same_name(left: &str, right: &str) -> bool {
    left.len() == right.len() && same(left, right)
}

/// Whether two texts of one length are the same.
const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut index = 0;
    while index < left.len() && left[index] == right[index] {
        index += 1;
    }
    index == left.len()
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

#[cfg(test)]
mod tests {
    use super::name_bit;

    /// `vox-macros` tests the same values.
    #[test]
    fn names_have_the_bits_that_the_derives_give_them() {
        assert_eq!(name_bit("account_id"), 1 << 44);
        assert_eq!(name_bit("child_account_email"), 1 << 33);
    }
}
