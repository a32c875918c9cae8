//! The section Users.

mod add_user;
mod del_user;
mod get_users;
mod set_user_info;

use vox_api::users::{AddUser, DelUser, GetUsers, SetUserInfo};

use super::{Endpoint, endpoint};
use crate::errors::ApiError;
use crate::state::account::Account;

pub(super) fn endpoints() -> [Endpoint; 4] {
    [endpoint::<AddUser>(), endpoint::<DelUser>(), endpoint::<SetUserInfo>(), endpoint::<GetUsers>()]
}

/// No other user of the application may have the name.
fn check_name(name: &str, application: u64, own: Option<u64>, account: &Account) -> Result<(), ApiError> {
    const NAME_TAKEN: ApiError = ApiError::new(118, "The user name is not unique");

    let users = account.resources.users.iter();
    let mut others = users.filter(|(id, user)| Some(*id) != own && user.application == application);
    if others.any(|(_, other)| other.name == name) { Err(NAME_TAKEN) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_api::types;
    use vox_api::users::AddUser;

    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application;

    pub(super) const IVR: u64 = 101;
    pub(super) const SALES: u64 = 102;

    pub(super) fn add(name: &str, application: u64) -> AddUser {
        AddUser {
            user_name: name.into(),
            user_display_name: format!("The user {name}"),
            user_password: "Str0ng!pass".into(),
            application: types::Application::Id(application),
            parent_accounting: None,
            user_active: None,
            user_custom_data: None,
            mobile_phone: None,
        }
    }

    /// The parent has `ann` (1) and `bob` (2) in the application `ivr`, and `ann` (3) in the application `sales`.
    pub(super) fn with_users() -> Accounts {
        let mut accounts = accounts();
        for (id, name) in [(IVR, "ivr"), (SALES, "sales")] {
            let application = Application {
                name: name.into(),
                modified: Timestamp::UNIX_EPOCH,
                secure_record_storage: false,
            };
            accounts.get_mut(PARENT).unwrap().resources.applications.insert(id, application);
        }
        for (name, application, id) in [("ann", IVR, 1), ("bob", IVR, 2), ("ann", SALES, 3)] {
            assert_eq!(call_in(&mut accounts, add(name, application)).unwrap().user_id, id);
        }
        accounts
    }

    /// The ids of the parent's users.
    pub(super) fn ids(accounts: &Accounts) -> Vec<u64> {
        accounts.get(PARENT).unwrap().resources.users.iter().map(|(id, _)| id).collect()
    }
}
