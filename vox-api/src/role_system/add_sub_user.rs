//! `AddSubUser`: adds a subuser.
//!
//! Roles: Owner. Source: the method `AddSubUser` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::Roles;

/// Adds a subuser to the account.
///
/// The API rejects a name that another subuser of the account has (error
/// [436](vox_core::ErrorCode::SUB_USER_LOGIN_NOT_UNIQUE)), a name of less than 5 or more than 20 characters (error
/// [452](vox_core::ErrorCode::INVALID_SUB_USER_NAME_LEN)), and a name that does not begin with a letter or has other than Latin
/// characters (error [453](vox_core::ErrorCode::INVALID_SUB_USER_NAME_SYMBOLS)). Only the messages of these errors state the
/// rules, so vox does not check names. The error [438](vox_core::ErrorCode::MAX_NUMBER_OF_SUB_USERS_EXCEEDED) means that the
/// account has as many subusers as it may have. If a response was lost, [`GetSubUsers`](super::GetSubUsers) shows whether the
/// subuser was added.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::{AddSubUser, Roles};
///
/// let request = AddSubUser::builder()
///     .new_subuser_name("bookkeeper")
///     .new_subuser_password("Str0ng!pass")
///     .role(Roles::Name(vec!["Accountant".into()]))
///     .build();
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddSubUser", roles = [Owner], response = AddSubUserResponse, kind = write, ack = none)]
pub struct AddSubUser {
    /// The subuser's name, unique in the account. The API converts it to lower case.
    pub new_subuser_name: String,
    /// The subuser's password: at least 8 characters, with an upper-case letter, a lower-case letter, a digit and a special
    /// character.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub new_subuser_password: Secret,
    /// The roles that the subuser gets.
    #[param(one_of)]
    pub role: Option<Roles>,
    /// The description.
    pub description: Option<String>,
}

/// The response of [`AddSubUser`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddSubUserResponse {
    /// The new subuser.
    pub result: SubUserId,
}

/// A new subuser.
///
/// Source: the structure `SubUserID`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
#[doc(alias = "SubUserID")]
pub struct SubUserId {
    /// The subuser's id.
    pub subuser_id: u64,
}
