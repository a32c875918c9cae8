//! The method `SetUserInfo`.

use vox_core::prelude::*;

use crate::types::Application;

/// Changes a user.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetUserInfo", roles = [Owner, Admin, UserManager], response = (), kind = write)]
pub struct SetUserInfo {
    /// A user.
    #[param(one_of)]
    pub user: UserInApplication,
    /// The new name of the user.
    #[param(min_len = 3, max_len = 50, pattern = "[a-z0-9][a-z0-9_-]{2,49}")]
    pub new_user_name: Option<String>,
    /// The name that is displayed.
    #[param(max_len = 255)]
    pub user_display_name: Option<String>,
    /// The password of the user.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub user_password: Option<Secret>,
    /// Whether the user's phone calls are paid by the account.
    pub parent_accounting: Option<bool>,
    /// Whether the user may log in.
    pub user_active: Option<bool>,
    /// A text of the user.
    #[param(max_len = 8191)]
    pub user_custom_data: Option<String>,
    /// The phone number of the user.
    #[param(max_len = 49)]
    pub mobile_phone: Option<String>,
}

/// A user.
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
