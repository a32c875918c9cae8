//! Subusers.

use vox_api::role_system::{
    AddSubUser, AddSubUserResponse, DelSubUser, GetSubUserRoles, GetSubUserRolesResponse, GetSubUsers,
    GetSubUsersResponse, RemoveSubUserRoles, SetSubUserInfo, SetSubUserRoles, SubUserView,
};
use vox_core::Record as _;

use super::held_roles;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::page;
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler};
use crate::records::role_view::{self, role_views};
use crate::state::resources::sub_user::SubUser;

const INVALID_SUB_USER: ApiError = ApiError::new(434, "Invalid subuser id.");
const NAME_TAKEN: ApiError = ApiError::new(436, "Sub user login is not unique.");
const NAME_LENGTH: ApiError =
    ApiError::new(452, "Subuser name must be at least 5 and up to 20 characters long.");
const NAME_CHARACTERS: ApiError =
    ApiError::new(453, "Subuser name should start with a letter and can contain latin characters");
const WRONG_PASSWORD: ApiError = ApiError::new(496, "The 'old_subuser_password' parameter is invalid.");

impl Handler for AddSubUser {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let name = self.new_subuser_name.to_lowercase();
        check_name(&name)?;
        if context.account(caller)?.resources.sub_users.find(|known| known.name == name).is_some() {
            return Err(NAME_TAKEN.into());
        }
        let mut roles = Vec::new();
        if let Some(wanted) = &self.role {
            held_roles::add(&mut roles, wanted)?;
        }
        let added =
            SubUser { name, password: self.new_subuser_password, roles, description: self.description };
        let id = context.accounts.new_id();
        context.account(caller)?.resources.sub_users.insert(id, added);
        let mut response = AddSubUserResponse::blank();
        response.result.subuser_id = id;
        Ok(response)
    }
}

fn check_name(name: &str) -> Result<(), ApiError> {
    if !(5..=20).contains(&name.chars().count()) {
        return Err(NAME_LENGTH);
    }
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(is_allowed) {
        Ok(())
    } else {
        Err(NAME_CHARACTERS)
    }
}

impl Handler for GetSubUsers {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        if self.with_roles == Some(true) { role_view::LISTS } else { &["roles"] }
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let sub_users = context.account(caller)?.resources.sub_users.iter();
        let found: Vec<_> =
            sub_users.filter(|(id, _)| self.subuser_id.is_none_or(|wanted| wanted == *id)).collect();
        if found.is_empty() && self.subuser_id.is_some() {
            return Err(INVALID_SUB_USER.into());
        }
        let with_roles = self.with_roles.unwrap_or(false);
        let mut response = GetSubUsersResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, sub_user)| sub_user_view(*id, sub_user, with_roles))
            .collect();
        Ok(response)
    }
}

fn sub_user_view(id: u64, sub_user: &SubUser, with_roles: bool) -> SubUserView {
    let mut view = SubUserView::blank();
    view.subuser_id = Some(id);
    view.subuser_name = Some(sub_user.name.clone());
    view.description.clone_from(&sub_user.description);
    if with_roles {
        view.roles = role_views(&sub_user.roles, false);
    }
    view
}

impl Handler for SetSubUserInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let sub_user = sub_user(self.subuser_id, caller, context)?;
        if self.old_subuser_password.is_some_and(|old| old != sub_user.password) {
            return Err(WRONG_PASSWORD.into());
        }
        set(&mut sub_user.password, self.new_subuser_password);
        set_some(&mut sub_user.description, self.description);
        Ok(())
    }
}

impl Handler for DelSubUser {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let removed = context.account(caller)?.resources.sub_users.remove(self.subuser_id);
        removed.map(drop).ok_or(INVALID_SUB_USER.into())
    }
}

impl Handler for SetSubUserRoles {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        Ok(held_roles::add(&mut sub_user(self.subuser_id, caller, context)?.roles, &self.role)?)
    }
}

impl Handler for RemoveSubUserRoles {
    /// No key belongs to a subuser, so `force` makes no difference.
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        Ok(held_roles::remove(&mut sub_user(self.subuser_id, caller, context)?.roles, &self.role)?)
    }
}

impl Handler for GetSubUserRoles {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        if self.with_expanded_roles == Some(true) { &[] } else { role_view::LISTS }
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let mut response = GetSubUserRolesResponse::blank();
        let roles = &sub_user(self.subuser_id, caller, context)?.roles;
        response.result = role_views(roles, self.with_expanded_roles.unwrap_or(false));
        Ok(response)
    }
}

/// The caller's subuser with this id.
fn sub_user<'c>(id: u64, caller: Caller, context: &'c mut Context<'_>) -> Result<&'c mut SubUser, ApiError> {
    context.account(caller)?.resources.sub_users.get_mut(id).ok_or(INVALID_SUB_USER)
}

#[cfg(test)]
mod tests {
    use vox_api::role_system::Roles;

    use super::*;
    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;

    const PASSWORD: &str = "Str0ng!pass";

    fn request(name: &str) -> AddSubUser {
        AddSubUser {
            new_subuser_name: name.into(),
            new_subuser_password: PASSWORD.into(),
            role: Some(Roles::Name(vec!["Payer".into()])),
            description: None,
        }
    }

    fn add(accounts: &mut Accounts, name: &str) -> u64 {
        call_in(accounts, request(name)).unwrap().result.subuser_id
    }

    fn listed(accounts: &mut Accounts, request: GetSubUsers) -> Result<Vec<String>, u32> {
        let found = call_in(accounts, request)?.result;
        Ok(found.into_iter().filter_map(|sub_user| sub_user.subuser_name).collect())
    }

    fn roles(accounts: &mut Accounts, id: u64) -> Vec<String> {
        let request = GetSubUserRoles { subuser_id: id, with_expanded_roles: None };
        let roles = call_in(accounts, request).unwrap().result;
        roles.into_iter().filter_map(|role| role.role_name).collect()
    }

    #[test]
    fn names_are_checked_and_converted_to_lower_case() {
        let mut accounts = accounts();
        add(&mut accounts, "Anna-1");
        let long = "a".repeat(21);
        for (name, code) in [
            ("ANNA-1", 436),
            ("anna", 452),
            (long.as_str(), 452),
            ("1anna", 453),
            ("-anna", 453),
            ("an na", 453),
            ("жанна", 453),
        ] {
            assert_eq!(call_in(&mut accounts, request(name)).map(|_| ()), Err(code), "{name}");
        }
        let unknown = AddSubUser { role: Some(Roles::Id(vec![0])), ..request("berta") };
        assert_eq!(call_in(&mut accounts, unknown).map(|_| ()), Err(440));
        assert_eq!(listed(&mut accounts, GetSubUsers::default()), Ok(vec!["anna-1".into()]));
    }

    #[test]
    fn subusers_are_listed_page_by_page() {
        let mut accounts = accounts();
        let ids = ["first", "second", "third"].map(|name| add(&mut accounts, name));
        let page = GetSubUsers { offset: Some(1), count: Some(1), ..Default::default() };
        assert_eq!(listed(&mut accounts, page), Ok(vec!["second".into()]));
        let one = |id| GetSubUsers { subuser_id: Some(id), with_roles: Some(true), ..Default::default() };
        let found = call_in(&mut accounts, one(ids[2])).unwrap().result;
        assert_eq!((found.len(), found[0].roles.len(), found[0].roles[0].role_id), (1, 1, Some(5)));
        assert_eq!(listed(&mut accounts, one(ids[2] + 1)), Err(434));
        let without = call_in(&mut accounts, GetSubUsers::default()).unwrap().result;
        assert!(without.iter().all(|sub_user| sub_user.roles.is_empty()));
    }

    #[test]
    fn a_password_changes_only_with_the_former_one() {
        let mut accounts = accounts();
        let id = add(&mut accounts, "first");
        let change = |old: &str| SetSubUserInfo {
            subuser_id: id,
            old_subuser_password: Some(old.into()),
            new_subuser_password: Some("N3w!password".into()),
            description: Some("new".into()),
        };
        assert_eq!(call_in(&mut accounts, change("Wr0ng!password")), Err(496));
        let state = |accounts: &Accounts| {
            let sub_user = accounts.get(PARENT).unwrap().resources.sub_users.get(id).unwrap().clone();
            (sub_user.password.expose().to_owned(), sub_user.description)
        };
        assert_eq!(state(&accounts), (PASSWORD.into(), None));
        assert_eq!(call_in(&mut accounts, change(PASSWORD)), Ok(()));
        assert_eq!(state(&accounts), ("N3w!password".into(), Some("new".into())));
        assert!(!format!("{accounts:?}").contains("N3w!password"));
    }

    #[test]
    fn roles_change_until_the_subuser_is_deleted() {
        let mut accounts = accounts();
        let id = add(&mut accounts, "first");
        let admin = || Roles::Name(vec!["Admin".into()]);
        let give = || SetSubUserRoles { subuser_id: id, role: admin() };
        assert_eq!(call_in(&mut accounts, give()), Ok(()));
        assert_eq!(roles(&mut accounts, id), ["Payer", "Admin"]);
        let take = || RemoveSubUserRoles { subuser_id: id, role: admin(), force: None };
        assert_eq!(call_in(&mut accounts, take()), Ok(()));
        assert_eq!(call_in(&mut accounts, take()), Err(435));
        assert_eq!(roles(&mut accounts, id), ["Payer"]);

        assert_eq!(call_in(&mut accounts, DelSubUser { subuser_id: id }), Ok(()));
        assert_eq!(call_in(&mut accounts, DelSubUser { subuser_id: id }), Err(434));
        assert_eq!(call_in(&mut accounts, give()), Err(434));
        assert_eq!(call_in(&mut accounts, take()), Err(434));
        assert_eq!(listed(&mut accounts, GetSubUsers::default()), Ok(vec![]));
    }
}
