//! `SetUserInfo`.

use vox_api::types::User;
use vox_api::users::{SetUserInfo, UserInApplication};

use super::check_name;
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler, lookup};

impl Handler for SetUserInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let id = match self.user {
            UserInApplication::Id(id) => id,
            UserInApplication::Name { user_name, application } => {
                let application = lookup::application(&application, account)?;
                lookup::user(&User::Name(user_name), application, account)?
            }
        };
        let application = account.resources.users.get(id).ok_or_else(lookup::invalid_user_id)?.application;
        if let Some(name) = &self.new_user_name {
            check_name(name, application, Some(id), account)?;
        }
        let user = account.resources.users.get_mut(id).ok_or_else(lookup::invalid_user_id)?;
        set(&mut user.name, self.new_user_name);
        set(&mut user.display_name, self.user_display_name);
        set(&mut user.active, self.user_active);
        set(&mut user.parent_accounting, self.parent_accounting);
        set_some(&mut user.custom_data, self.user_custom_data);
        set_some(&mut user.mobile_phone, self.mobile_phone);
        user.modified = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::Application;

    use super::*;
    use crate::methods::tests::{PARENT, call_in};
    use crate::methods::users::tests::{IVR, with_users};

    fn rename(user: UserInApplication, name: &str) -> SetUserInfo {
        SetUserInfo {
            user,
            new_user_name: Some(name.into()),
            user_display_name: None,
            user_password: None,
            parent_accounting: None,
            user_active: Some(false),
            user_custom_data: Some("data".into()),
            mobile_phone: Some("79990000000".into()),
        }
    }

    #[test]
    fn only_what_is_given_changes() {
        let mut accounts = with_users();
        let application = Application::Id(IVR);
        let ann = UserInApplication::Name { user_name: "ann".into(), application };
        call_in(&mut accounts, rename(ann, "anna")).unwrap();
        let user = accounts.get(PARENT).unwrap().resources.users.get(1).unwrap();
        assert_eq!((user.name.as_str(), user.display_name.as_str()), ("anna", "The user ann"));
        assert_eq!((user.active, user.parent_accounting), (false, true));
        assert_eq!(user.custom_data.as_deref(), Some("data"));
        assert_eq!(user.mobile_phone.as_deref(), Some("79990000000"));
        let other = accounts.get(PARENT).unwrap().resources.users.get(3).unwrap();
        assert_eq!((other.name.as_str(), other.active), ("ann", true));
    }

    #[test]
    fn a_rejected_change_changes_nothing() {
        let mut accounts = with_users();
        let named = |application| UserInApplication::Name { user_name: "bob".into(), application };
        let cases = [
            (UserInApplication::Id(2), 118),
            (UserInApplication::Id(4), 117),
            (named(Application::Name("sales".into())), 117),
            (named(Application::Name("none".into())), 107),
        ];
        for (user, code) in cases {
            assert_eq!(call_in(&mut accounts, rename(user.clone(), "ann")), Err(code), "{user:?}");
        }
        assert!(accounts.get(PARENT).unwrap().resources.users.iter().all(|(_, user)| user.active));
        // The own name is no conflict.
        call_in(&mut accounts, rename(UserInApplication::Id(1), "ann")).unwrap();
    }
}
