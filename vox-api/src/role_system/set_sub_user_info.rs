//! `SetSubUserInfo`: changes the password or the description of a subuser.
//!
//! Roles: any. Source: the method `SetSubUserInfo` of the API's section RoleSystem.

use vox_core::prelude::*;

/// Changes the password or the description of a subuser.
///
/// Settings that are left out remain as they are. A new password needs the old one.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::SetSubUserInfo;
///
/// let request = SetSubUserInfo::builder().subuser_id(12).new_subuser_password("N3w!password").build();
/// assert_eq!(
///     request.validate().unwrap_err().to_string(),
///     "- `new_subuser_password` is given without `old_subuser_password`, which it needs"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetSubUserInfo", response = (), kind = write, ack = truthy)]
pub struct SetSubUserInfo {
    /// The subuser's id.
    pub subuser_id: u64,
    /// The password that the subuser has now.
    pub old_subuser_password: Option<Secret>,
    /// The new password: at least 8 characters, with an upper-case letter, a lower-case letter, a digit and a special
    /// character.
    #[param(min_len = 8, check = rules::PASSWORD, needs = old_subuser_password)]
    pub new_subuser_password: Option<Secret>,
    /// The new description.
    pub description: Option<String>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::SetSubUserInfo;

    #[test]
    fn a_description_needs_no_password() {
        let request = SetSubUserInfo::builder().subuser_id(12).description("On leave").build();
        assert!(request.validate().is_ok());
        let request = SetSubUserInfo { old_subuser_password: Some("0ld!password".into()), ..request };
        assert!(request.validate().is_ok());
        let request = SetSubUserInfo { new_subuser_password: Some("N3w!password".into()), ..request };
        assert!(request.validate().is_ok());
    }
}
