//! The roles that keys and subusers can have, and their groups.

use vox_core::Role;

/// A group of roles.
#[derive(Debug)]
pub(crate) struct RoleGroup {
    pub(crate) id: u64,
    pub(crate) name: &'static str,
    /// The roles with their ids, which are unique over all groups.
    roles: &'static [(u64, Role)],
}

pub(crate) const GROUPS: &[RoleGroup] = &[
    RoleGroup {
        id: 1,
        name: "Management",
        roles: &[(1, Role::Owner), (2, Role::Admin), (13, Role::MainAccount)],
    },
    RoleGroup { id: 2, name: "Development", roles: &[(3, Role::Developer), (6, Role::CallsSms)] },
    RoleGroup {
        id: 3,
        name: "Finance",
        roles: &[(4, Role::Accountant), (5, Role::Payer), (12, Role::PayerNoVerify)],
    },
    RoleGroup {
        id: 4,
        name: "Contact center",
        roles: &[
            (7, Role::Supervisor),
            (8, Role::Support),
            (9, Role::CallListManager),
            (10, Role::UserManager),
            (11, Role::PhoneNumberManager),
        ],
    },
];

/// The roles of all groups, or of the one with this name, sorted by id.
pub(crate) fn in_group(name: Option<&str>) -> Vec<Role> {
    let groups = GROUPS.iter().filter(|group| name.is_none_or(|name| group.name == name));
    let mut roles: Vec<_> = groups.flat_map(|group| group.roles).collect();
    roles.sort_by_key(|(id, _)| *id);
    roles.into_iter().map(|(_, role)| *role).collect()
}

pub(crate) fn with_id(id: u64) -> Option<Role> {
    all().find(|(known, _)| *known == id).map(|(_, role)| *role)
}

pub(crate) fn with_name(name: &str) -> Option<Role> {
    all().map(|(_, role)| *role).find(|role| role.name() == name)
}

/// The role's id; `None` for a role that only the program knows.
pub(crate) fn id(role: Role) -> Option<u64> {
    all().find(|(_, known)| *known == role).map(|(id, _)| *id)
}

fn all() -> impl Iterator<Item = &'static (u64, Role)> {
    GROUPS.iter().flat_map(|group| group.roles)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_known_role_has_an_id_of_its_own() {
        let ids: BTreeSet<_> = Role::ALL.iter().map(|role| id(*role).unwrap()).collect();
        assert_eq!((ids.len(), all().count()), (Role::ALL.len(), Role::ALL.len()));
        assert!(Role::ALL.iter().all(|role| id(*role).and_then(with_id) == Some(*role)));
        assert_eq!((with_id(0), with_name("Ownr"), id(Role::named("Verification"))), (None, None, None));
    }
}
