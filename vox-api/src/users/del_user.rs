//! `DelUser`: deletes users.
//!
//! Roles: Owner, Admin, UserManager. Source: the method `DelUser` of the API's section Users.

use vox_core::prelude::*;

use crate::types::Application;

/// Deletes users.
///
/// `IdList::All` deletes all users of the application; without one, presumably all users of the account.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::Application;
/// use vox_api::users::{DelUser, UsersToDelete};
///
/// let user = UsersToDelete::Name(vec!["ann".into(), "bob".into()]);
/// let request = DelUser { user, application: Some(Application::Name("ivr".into())) };
/// assert_eq!(request.to_form().as_bytes(), b"user_name=ann%3Bbob&application_name=ivr");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelUser", roles = [Owner, Admin, UserManager], response = (), kind = write)]
pub struct DelUser {
    /// The users.
    #[param(one_of)]
    pub user: UsersToDelete,
    /// The application of the users.
    #[param(one_of)]
    pub application: Option<Application>,
}

/// The users that are deleted.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum UsersToDelete {
    /// By ids, or all.
    Id(IdList),
    /// By names, which are unique in an application.
    #[param(needs = application)]
    Name(Vec<String>),
}

#[cfg(test)]
mod tests {
    use vox_core::{IdList, MethodExt};

    use super::{DelUser, UsersToDelete};
    use crate::types::Application;

    #[test]
    fn names_need_the_application_and_ids_may_have_it() {
        let user = UsersToDelete::Name(vec!["ann".into()]);
        assert_eq!(
            DelUser { user, application: None }.validate().unwrap_err().to_string(),
            "- `user_name` is given without `application`, which it needs"
        );
        let user = UsersToDelete::Id(IdList::All);
        let request = DelUser { user, application: Some(Application::Name("ivr".into())) };
        assert_eq!(request.to_form().as_bytes(), b"user_id=all&application_name=ivr");
    }
}
