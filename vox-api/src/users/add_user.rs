//! `AddUser`: adds a user to an application.
//!
//! Roles: Owner, Admin, UserManager. Source: the method `AddUser` of the API's section Users.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a user to an application.
///
/// The API rejects a name that another user of the application has (error [118](vox_core::ErrorCode::USER_NAME_ISNT_UNIQUE)).
/// If a response was lost, [`GetUsers`](super::GetUsers) shows whether the user was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::Application;
/// use vox_api::users::AddUser;
///
/// let request = AddUser::builder()
///     .user_name("ann")
///     .user_display_name("Ann")
///     .user_password("password")
///     .application(Application::Id(7))
///     .build();
/// assert_eq!(
///     request.validate().unwrap_err().to_string(),
///     "- `user_password` must contain an upper-case letter, a lower-case letter, a digit and a special character"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddUser", roles = [Owner, Admin, UserManager], response = AddUserResponse, kind = write)]
pub struct AddUser {
    /// The name that the user logs in with: 3 to 50 lower-case Latin letters, digits, hyphens and underscores, first a letter
    /// or a digit. The message of the error [122](vox_core::ErrorCode::USER_NAME_RESTRICTIONS) states at least 5 characters.
    #[param(min_len = 3, max_len = 50, pattern = "[a-z0-9][a-z0-9_-]{2,49}")]
    pub user_name: String,
    /// The name that others see, of at most 255 characters.
    #[param(max_len = 255)]
    pub user_display_name: String,
    /// The password: at least 8 characters, with an upper-case letter, a lower-case letter, a digit and a special character.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub user_password: Secret,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// Whether the account pays for the user; otherwise the user has a separate balance.
    pub parent_accounting: Option<bool>,
    /// Whether the user is active. Inactive users cannot log in.
    pub user_active: Option<bool>,
    /// Any text of at most 8191 characters.
    #[param(max_len = 8191)]
    pub user_custom_data: Option<String>,
    /// The user's mobile phone number, of at most 49 characters. Newer sources of the vendor no longer have it.
    #[param(max_len = 49)]
    pub mobile_phone: Option<String>,
}

/// The response of [`AddUser`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddUserResponse {
    /// The new user's id.
    pub user_id: u64,
}
