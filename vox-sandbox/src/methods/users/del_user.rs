//! `DelUser`.

use vox_api::types::User;
use vox_api::users::{DelUser, UsersToDelete};
use vox_core::IdList;

use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};
use crate::state::account::Account;

impl Handler for DelUser {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = self.application.map(|wanted| lookup::application(&wanted, account)).transpose()?;
        for id in chosen(&self.user, application, account)? {
            account.resources.remove_user(id);
        }
        Ok(())
    }
}

/// The ids of the users; of those of the application, if there is one.
fn chosen(wanted: &UsersToDelete, application: Option<u64>, account: &Account) -> Result<Vec<u64>, ApiError> {
    let users = &account.resources.users;
    match (wanted, application) {
        (UsersToDelete::Id(IdList::All), _) => {
            let own = users.iter().filter(|(_, user)| application.is_none_or(|id| user.application == id));
            Ok(own.map(|(id, _)| id).collect())
        }
        (UsersToDelete::Id(ids), None) => lookup::ids(ids, users, &lookup::invalid_user_id()),
        (UsersToDelete::Id(IdList::Of(ids)), Some(application)) => {
            ids.iter().map(|id| lookup::user(&User::Id(*id), application, account)).collect()
        }
        (UsersToDelete::Name(names), Some(application)) => {
            names.iter().map(|name| lookup::user(&User::Name(name.clone()), application, account)).collect()
        }
        // The declaration requires the application.
        (UsersToDelete::Name(_), None) => Err(lookup::invalid_user_name()),
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::Application;

    use super::*;
    use crate::methods::tests::call_in;
    use crate::methods::users::tests::{IVR, SALES, ids, with_users};

    fn delete(user: UsersToDelete, application: Option<u64>) -> DelUser {
        DelUser { user, application: application.map(Application::Id) }
    }

    #[test]
    fn users_are_deleted_by_id_and_by_name() {
        let cases = [
            (UsersToDelete::Id([1, 3].into()), None, vec![2]),
            (UsersToDelete::Id([2, 2].into()), Some(IVR), vec![1, 3]),
            (UsersToDelete::Name(vec!["ann".into()]), Some(SALES), vec![1, 2]),
            (UsersToDelete::Name(vec!["ann".into(), "bob".into()]), Some(IVR), vec![3]),
            (UsersToDelete::Id(IdList::All), Some(IVR), vec![3]),
            (UsersToDelete::Id(IdList::All), None, vec![]),
        ];
        for (user, application, left) in cases {
            let mut accounts = with_users();
            let request = delete(user, application);
            call_in(&mut accounts, request.clone()).unwrap();
            assert_eq!(ids(&accounts), left, "{request:?}");
        }
    }

    #[test]
    fn nothing_is_deleted_if_one_user_is_unknown() {
        let mut accounts = with_users();
        let cases = [
            (UsersToDelete::Id([1, 4].into()), None, 117),
            (UsersToDelete::Id([1, 4].into()), Some(IVR), 117),
            (UsersToDelete::Id([1, 3].into()), Some(IVR), 393),
            (UsersToDelete::Name(vec!["ann".into(), "bob".into()]), Some(SALES), 117),
            (UsersToDelete::Id(IdList::All), Some(7), 116),
        ];
        for (user, application, code) in cases {
            let request = delete(user, application);
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(ids(&accounts), [1, 2, 3]);
    }
}
