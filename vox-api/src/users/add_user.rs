//! The method `AddUser`.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds a user to an application.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddUser", roles = [Owner, Admin, UserManager], response = AddUserResponse, kind = write)]
pub struct AddUser {
    /// The name of the user.
    #[param(min_len = 3, max_len = 50, pattern = "[a-z0-9][a-z0-9_-]{2,49}")]
    pub user_name: String,
    /// The name that is displayed.
    #[param(max_len = 255)]
    pub user_display_name: String,
    /// The password of the user.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub user_password: Secret,
    /// An application.
    #[param(one_of)]
    pub application: Application,
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

/// The response of [`AddUser`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddUserResponse {
    /// The id of the user.
    pub user_id: u64,
}
