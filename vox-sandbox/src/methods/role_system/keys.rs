//! Keys of service accounts.

use vox_api::role_system::{
    CreateKey, CreateKeyResponse, DeleteKey, GetKeyRoles, GetKeyRolesResponse, GetKeys, GetKeysResponse,
    KeyInfo, KeyView, RemoveKeyRoles, SetKeyRoles, UpdateKey,
};
use vox_core::{Record as _, Secret};

use super::held_roles;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::page;
use crate::methods::set::set;
use crate::methods::{Context, Handler};
use crate::records::role_view::{self, role_views};
use crate::state::service_account::ServiceAccount;

impl Handler for CreateKey {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let email = context.account(caller)?.email.clone();
        let mut created = ServiceAccount::new(caller.account, Vec::new());
        if let Some(roles) = &self.role {
            held_roles::add(&mut created.roles, roles)?;
        }
        set(&mut created.name, self.key_name);
        set(&mut created.description, self.description);
        let mut info = KeyInfo::blank();
        info.account_email = Some(email);
        info.account_id = Some(created.owner);
        info.key_id = Some(created.key_id.clone());
        info.private_key = Some(Secret::new(created.key().private_pem()));
        context.accounts.service_accounts.add(created);
        let mut response = CreateKeyResponse::blank();
        response.result = vec![info];
        Ok(response)
    }
}

impl Handler for GetKeys {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        if self.with_roles == Some(true) {
            &["subuser", "child_ids", "parent_role_id"]
        } else {
            &["subuser", "roles"]
        }
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let keys = context.accounts.service_accounts.of(caller.account);
        let keys: Vec<_> =
            keys.filter(|key| self.key_id.as_ref().is_none_or(|id| *id == key.key_id)).collect();
        if keys.is_empty() && self.key_id.is_some() {
            return Err(ApiError::INVALID_KEY_ID.into());
        }
        let with_roles = self.with_roles.unwrap_or(false);
        let mut response = GetKeysResponse::blank();
        response.result = page(&keys, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|key| key_view(key, with_roles))
            .collect();
        Ok(response)
    }
}

fn key_view(key: &ServiceAccount, with_roles: bool) -> KeyView {
    let mut view = KeyView::blank();
    view.key_id = Some(key.key_id.clone());
    view.key_name = Some(key.name.clone());
    view.description = Some(key.description.clone());
    if with_roles {
        view.roles = role_views(&key.roles, false);
    }
    view
}

impl Handler for UpdateKey {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let key = key(&self.key_id, caller, context)?;
        key.description = self.description;
        set(&mut key.name, self.key_name);
        Ok(())
    }
}

impl Handler for DeleteKey {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        if context.accounts.service_accounts.remove(caller.account, &self.key_id) {
            Ok(())
        } else {
            Err(ApiError::INVALID_KEY_ID.into())
        }
    }
}

impl Handler for SetKeyRoles {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        Ok(held_roles::add(&mut key(&self.key_id, caller, context)?.roles, &self.role)?)
    }
}

impl Handler for RemoveKeyRoles {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        Ok(held_roles::remove(&mut key(&self.key_id, caller, context)?.roles, &self.role)?)
    }
}

impl Handler for GetKeyRoles {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        if self.with_expanded_roles == Some(true) { &[] } else { role_view::LISTS }
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let mut response = GetKeyRolesResponse::blank();
        let roles = &key(&self.key_id, caller, context)?.roles;
        response.result = role_views(roles, self.with_expanded_roles.unwrap_or(false));
        Ok(response)
    }
}

/// The caller's service account with this key.
fn key<'c>(
    id: &str,
    caller: Caller,
    context: &'c mut Context<'_>,
) -> Result<&'c mut ServiceAccount, ApiError> {
    context.accounts.service_accounts.get_mut(caller.account, id).ok_or(ApiError::INVALID_KEY_ID)
}

#[cfg(test)]
mod tests {
    use vox_api::role_system::Roles;
    use vox_core::Role;

    use super::*;
    use crate::methods::tests::{CHILD, PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;

    /// The parent has three keys, its child one.
    fn with_keys() -> (Accounts, Vec<String>) {
        let mut accounts = accounts();
        let owners = [PARENT, PARENT, CHILD, PARENT];
        let keys = owners.map(|owner| ServiceAccount::new(owner, vec![Role::Payer]));
        for key in &keys {
            accounts.service_accounts.add(key.clone());
        }
        (accounts, keys.map(|key| key.key_id).to_vec())
    }

    fn names(names: &[&str]) -> Roles {
        Roles::Name(names.iter().map(|name| (*name).to_owned()).collect())
    }

    fn roles(accounts: &mut Accounts, key_id: &str) -> Result<Vec<String>, u32> {
        let request = GetKeyRoles { key_id: key_id.to_owned(), with_expanded_roles: None };
        let roles = call_in(accounts, request)?.result;
        Ok(roles.into_iter().filter_map(|role| role.role_name).collect())
    }

    #[test]
    fn a_new_key_has_what_the_request_names() {
        let mut accounts = accounts();
        let request = CreateKey {
            key_name: Some("billing".into()),
            description: Some("Pays".into()),
            role: Some(Roles::Id(vec![5, 4])),
        };
        let created = call_in(&mut accounts, request).unwrap().result.remove(0);
        assert_eq!(
            (created.account_id, created.account_email.as_deref()),
            (Some(PARENT), Some("parent@example.com"))
        );
        let key = accounts.service_accounts.with_key(created.key_id.as_deref().unwrap()).unwrap();
        assert_eq!(created.private_key, Some(Secret::new(key.key().private_pem())));
        assert_eq!(key.roles, [Role::Payer, Role::Accountant]);
        let request = GetKeys { with_roles: Some(true), ..Default::default() };
        let listed = call_in(&mut accounts, request).unwrap().result;
        assert_eq!(listed.len(), 1);
        assert_eq!((&listed[0].key_id, listed[0].roles.len()), (&created.key_id, 2));
        assert_eq!(
            listed[0].key_name.as_deref().zip(listed[0].description.as_deref()),
            Some(("billing", "Pays"))
        );
    }

    #[test]
    fn a_key_with_an_unknown_role_is_not_created() {
        let mut accounts = accounts();
        let request = |role| CreateKey { role: Some(role), ..Default::default() };
        assert_eq!(call_in(&mut accounts, request(Roles::Id(vec![1, 77]))).map(|_| ()), Err(440));
        assert_eq!(call_in(&mut accounts, request(names(&["Ownr"]))).map(|_| ()), Err(441));
        assert_eq!(call_in(&mut accounts, GetKeys::default()).unwrap().result, []);
    }

    #[test]
    fn keys_are_listed_page_by_page() {
        let (mut accounts, ids) = with_keys();
        let mut listed = |request: GetKeys| {
            let keys = call_in(&mut accounts, request)?.result;
            Ok::<Vec<_>, u32>(keys.into_iter().filter_map(|key| key.key_id).collect())
        };
        let all = || GetKeys::default();
        assert_eq!(listed(all()), Ok(vec![ids[0].clone(), ids[1].clone(), ids[3].clone()]));
        assert_eq!(listed(GetKeys { offset: Some(1), count: Some(1), ..all() }), Ok(vec![ids[1].clone()]));
        assert_eq!(listed(GetKeys { key_id: Some(ids[3].clone()), ..all() }), Ok(vec![ids[3].clone()]));
        assert_eq!(listed(GetKeys { key_id: Some(ids[2].clone()), ..all() }), Err(433));
    }

    #[test]
    fn roles_of_a_key_change() {
        let (mut accounts, ids) = with_keys();
        let key_id = || ids[0].clone();
        let set = SetKeyRoles { key_id: key_id(), role: names(&["Admin", "Payer"]) };
        assert_eq!(call_in(&mut accounts, set), Ok(()));
        assert_eq!(roles(&mut accounts, &ids[0]), Ok(vec!["Payer".into(), "Admin".into()]));
        let remove = || RemoveKeyRoles { key_id: key_id(), role: names(&["Payer"]) };
        assert_eq!(call_in(&mut accounts, remove()), Ok(()));
        assert_eq!(call_in(&mut accounts, remove()), Err(435));
        assert_eq!(roles(&mut accounts, &ids[0]), Ok(vec!["Admin".into()]));
        assert_eq!(roles(&mut accounts, &ids[1]), Ok(vec!["Payer".into()]));
    }

    #[test]
    fn a_key_is_changed_and_deleted() {
        let (mut accounts, ids) = with_keys();
        let update = |key_name: Option<&str>| UpdateKey {
            key_id: ids[0].clone(),
            description: "new".into(),
            key_name: key_name.map(str::to_owned),
        };
        assert_eq!(call_in(&mut accounts, update(Some("name"))), Ok(()));
        assert_eq!(call_in(&mut accounts, update(None)), Ok(()));
        let key = accounts.service_accounts.with_key(&ids[0]).unwrap();
        assert_eq!((key.name.as_str(), key.description.as_str()), ("name", "new"));
        let delete = || DeleteKey { key_id: ids[0].clone() };
        assert_eq!(call_in(&mut accounts, delete()), Ok(()));
        assert_eq!(call_in(&mut accounts, delete()), Err(433));
        assert!(accounts.service_accounts.with_key(&ids[0]).is_none());
        assert!(accounts.service_accounts.with_key(&ids[1]).is_some());
    }

    #[test]
    fn the_key_of_another_account_is_unknown() {
        let (mut accounts, ids) = with_keys();
        let key_id = || ids[2].clone();
        let update = UpdateKey { key_id: key_id(), description: "d".into(), key_name: None };
        assert_eq!(call_in(&mut accounts, update), Err(433));
        assert_eq!(call_in(&mut accounts, DeleteKey { key_id: key_id() }), Err(433));
        assert_eq!(
            call_in(&mut accounts, SetKeyRoles { key_id: key_id(), role: names(&["Admin"]) }),
            Err(433)
        );
        assert_eq!(
            call_in(&mut accounts, RemoveKeyRoles { key_id: key_id(), role: names(&["Payer"]) }),
            Err(433)
        );
        assert_eq!(roles(&mut accounts, &ids[2]), Err(433));
        let key = accounts.service_accounts.with_key(&ids[2]).unwrap();
        assert_eq!((key.description.as_str(), &key.roles[..]), ("", &[Role::Payer][..]));
    }
}
