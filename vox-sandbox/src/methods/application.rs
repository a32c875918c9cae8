//! The application that a request names.

use vox_api::types::Application;

use crate::errors::ApiError;
use crate::state::account::Account;

const INVALID_NAME: ApiError = ApiError::new(107, "Invalid application name");

/// The id of an application of the account.
pub(super) fn application_id(account: &Account, wanted: &Application) -> Result<u64, ApiError> {
    let applications = &account.resources.applications;
    match wanted {
        Application::Id(id) => match applications.get(*id) {
            Some(_) => Ok(*id),
            None => Err(ApiError::invalid_param(116, "application_id")),
        },
        Application::Name(name) => {
            let found = applications.find(|application| application.has_name(name, &account.name));
            found.map(|(id, _)| id).ok_or(INVALID_NAME)
        }
    }
}

/// The id of an application that is named by its id. A name that is given too must be that application's.
#[cfg(feature = "key_value_storage")]
pub(super) fn application_id_with_name(
    account: &Account,
    id: u64,
    name: Option<String>,
) -> Result<u64, ApiError> {
    let id = application_id(account, &Application::Id(id))?;
    let named = name.map(|name| application_id(account, &Application::Name(name))).transpose()?;
    if named.is_some_and(|named| named != id) { Err(INVALID_NAME) } else { Ok(id) }
}

#[cfg(test)]
pub(super) mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::methods::tests::{CHILD, PARENT, accounts};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application;

    pub(in crate::methods) const IVR: u64 = 1;
    pub(in crate::methods) const SHOP: u64 = 2;
    /// An application of a child.
    pub(in crate::methods) const OF_CHILD: u64 = 3;

    /// The parent has two applications, a child has one.
    pub(in crate::methods) fn accounts_with_applications() -> Accounts {
        let mut accounts = accounts();
        for (owner, name, expected) in
            [(PARENT, "ivr", IVR), (PARENT, "shop", SHOP), (CHILD, "ivr", OF_CHILD)]
        {
            let id = accounts.new_id();
            assert_eq!(id, expected);
            let application = application::Application {
                name: name.to_owned(),
                modified: Timestamp::UNIX_EPOCH,
                secure_record_storage: false,
            };
            accounts.get_mut(owner).unwrap().resources.applications.insert(id, application);
        }
        accounts
    }

    #[test]
    fn an_application_is_found_by_id_and_name() {
        let accounts = accounts_with_applications();
        let id = |wanted: Application| {
            application_id(accounts.get(PARENT).unwrap(), &wanted).map_err(|error| error.code)
        };
        assert_eq!(id(Application::Id(SHOP)), Ok(SHOP));
        assert_eq!(id(Application::Name("shop".into())), Ok(SHOP));
        assert_eq!(id(Application::Name("ivr.parent.voximplant.com".into())), Ok(IVR));
        assert_eq!(id(Application::Id(OF_CHILD)), Err(116));
        assert_eq!(id(Application::Name("ivr.child-one.voximplant.com".into())), Err(107));
    }
}
