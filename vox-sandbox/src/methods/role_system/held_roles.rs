//! Changes of the roles that a key or a subuser has.

use vox_api::role_system::Roles;
use vox_core::Role;

use crate::catalog::roles;
use crate::errors::ApiError;

const INVALID_ROLE_SET: ApiError = ApiError::new(435, "Invalid role set.");
const INVALID_ROLE_ID: ApiError = ApiError::new(440, "The 'role_id' parameter is invalid.");
const INVALID_ROLE_NAME: ApiError = ApiError::new(441, "The 'role_name' parameter is invalid.");

/// Adds roles to those that are held.
pub(super) fn add(held: &mut Vec<Role>, wanted: &Roles) -> Result<(), ApiError> {
    for role in requested(wanted, held)? {
        if !held.contains(&role) {
            held.push(role);
        }
    }
    Ok(())
}

/// Removes roles, all of which must be held.
pub(super) fn remove(held: &mut Vec<Role>, unwanted: &Roles) -> Result<(), ApiError> {
    let removed = requested(unwanted, held)?;
    if removed.iter().any(|role| !held.contains(role)) {
        return Err(INVALID_ROLE_SET);
    }
    held.retain(|role| !removed.contains(role));
    Ok(())
}

/// The roles that a request names. A role that only the program knows can be named if it is held.
fn requested(roles: &Roles, held: &[Role]) -> Result<Vec<Role>, ApiError> {
    match roles {
        Roles::Id(ids) => {
            let found: Option<_> = ids.iter().map(|id| roles::with_id(*id)).collect();
            found.ok_or(INVALID_ROLE_ID)
        }
        Roles::Name(names) => {
            let known = |name: &str| held.iter().copied().find(|role| role.name() == name);
            let found: Option<_> =
                names.iter().map(|name| roles::with_name(name).or_else(|| known(name))).collect();
            found.ok_or(INVALID_ROLE_NAME)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Roles {
        Roles::Name(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn roles_are_added_once_and_removed() {
        let mut held = vec![Role::named("Verification"), Role::Payer];
        assert_eq!(add(&mut held, &Roles::Id(vec![1, 5, 1])), Ok(()));
        assert_eq!(held, [Role::named("Verification"), Role::Payer, Role::Owner]);
        assert_eq!(remove(&mut held, &named(&["Verification", "Owner"])), Ok(()));
        assert_eq!(held, [Role::Payer]);
    }

    #[test]
    fn a_role_that_is_wrong_changes_nothing() {
        let mut held = vec![Role::Payer];
        for (wanted, code) in [
            (Roles::Id(vec![1, 99]), 440),
            (named(&["Admin", "payer"]), 441),
            (named(&["Admin", "Verification"]), 441),
        ] {
            assert_eq!(add(&mut held, &wanted).unwrap_err().code, code);
            assert_eq!(remove(&mut held, &wanted).unwrap_err().code, code);
        }
        assert_eq!(remove(&mut held, &named(&["Payer", "Admin"])).unwrap_err().code, 435);
        assert_eq!(held, [Role::Payer]);
    }
}
