//! `SetUserInfo`: changes the name, the password or the settings of a user.
//!
//! Roles: Owner, Admin, UserManager. Source: the method `SetUserInfo` of the API's section Users.

use vox_core::prelude::*;

use crate::types::Application;

/// Changes the name, the password or the settings of a user.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::Application;
/// use vox_api::users::{SetUserInfo, UserInApplication};
///
/// let user = UserInApplication::Name { user_name: "ann".into(), application: Application::Name("ivr".into()) };
/// let request = SetUserInfo::builder().user(user).user_active(false).build();
/// assert_eq!(request.to_form().as_bytes(), b"user_name=ann&application_name=ivr&user_active=false");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetUserInfo", roles = [Owner, Admin, UserManager], response = (), kind = write)]
pub struct SetUserInfo {
    /// The user who is changed.
    #[param(one_of)]
    pub user: UserInApplication,
    /// The new name that the user logs in with: 3 to 50 lower-case Latin letters, digits, hyphens and underscores, first a
    /// letter or a digit. The message of the error [122](vox_core::ErrorCode::USER_NAME_RESTRICTIONS) states at least 5
    /// characters.
    #[param(min_len = 3, max_len = 50, pattern = "[a-z0-9][a-z0-9_-]{2,49}")]
    pub new_user_name: Option<String>,
    /// The new name that others see, of at most 255 characters.
    #[param(max_len = 255)]
    pub user_display_name: Option<String>,
    /// The new password: at least 8 characters, with an upper-case letter, a lower-case letter, a digit and a special character.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub user_password: Option<Secret>,
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

/// A user of an application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum UserInApplication {
    /// By id.
    Id(u64),
    /// By name, which is unique in an application.
    Name {
        /// The name.
        user_name: String,
        /// The application.
        #[param(one_of)]
        application: Application,
    },
}
