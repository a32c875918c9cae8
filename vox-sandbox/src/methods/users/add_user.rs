//! `AddUser`.

use vox_api::users::{AddUser, AddUserResponse};
use vox_core::Record as _;

use super::check_name;
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler, lookup};
use crate::state::resources::user::User;

impl Handler for AddUser {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        check_name(&self.user_name, application, None, account)?;
        let user = User {
            application,
            name: self.user_name,
            display_name: self.user_display_name,
            active: self.user_active.unwrap_or(true),
            parent_accounting: self.parent_accounting.unwrap_or(true),
            custom_data: self.user_custom_data,
            mobile_phone: self.mobile_phone,
            created: now,
            modified: now,
        };
        let id = context.accounts.new_id();
        context.account(caller)?.resources.users.insert(id, user);
        let mut response = AddUserResponse::blank();
        response.user_id = id;
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::Application;

    use crate::methods::tests::call_in;
    use crate::methods::users::tests::{IVR, SALES, add, ids, with_users};

    #[test]
    fn a_name_is_unique_in_its_application() {
        let mut accounts = with_users();
        assert_eq!(call_in(&mut accounts, add("ann", IVR)), Err(118));
        assert_eq!(call_in(&mut accounts, add("bob", SALES)).unwrap().user_id, 4);
        assert_eq!(ids(&accounts), [1, 2, 3, 4]);
    }

    #[test]
    fn a_user_needs_an_application() {
        let mut accounts = with_users();
        for (application, code) in [(Application::Id(7), 116), (Application::Name("none".into()), 107)] {
            let mut request = add("carl", IVR);
            request.application = application;
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
        let mut request = add("carl", IVR);
        request.application = Application::Name("ivr.parent.voximplant.com".into());
        assert_eq!(call_in(&mut accounts, request).unwrap().user_id, 4);
    }
}
