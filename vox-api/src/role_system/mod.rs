//! Role system: keys of service accounts, subusers, and the roles that limit both.
//!
#![doc = include_str!("../../docs/role_system.md")]
//!
//! A service account is a key pair: a program signs its requests with the private key. A subuser is a login with a password.
//! Each may call the methods of its roles; the documentation of a method lists the roles that may call it. [`GetRoles`] lists
//! the roles of the API, [`SetKeyRoles`] and [`RemoveKeyRoles`] change those of a key, [`SetSubUserRoles`] and
//! [`RemoveSubUserRoles`] those of a subuser.
//!
//! [`CreateKey`] returns the private key, which no other method does. The response is a credentials file for
//! [`ServiceAccount`](vox_core::ServiceAccount):
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::role_system::{CreateKey, Roles};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let role = Roles::Name(vec!["Accountant".into()]);
//! let request = CreateKey { key_name: Some("billing".into()), role: Some(role), ..Default::default() };
//! let response = request.send_raw(client).await?;
//! // Keep the file secret.
//! std::fs::write("billing.json", response.body())?;
//!
//! let billing = Client::builder().credentials(ServiceAccount::from_file("billing.json")?).build()?;
//! # Ok(())
//! # }
//! ```

mod types;

pub use types::{RoleView, Roles, SubUserView};

vox_core::methods! {
    create_key { CreateKey, CreateKeyResponse, KeyInfo }
    get_keys { GetKeys, GetKeysResponse, KeyView }
    update_key { UpdateKey }
    delete_key { DeleteKey }
    set_key_roles { SetKeyRoles }
    get_key_roles { GetKeyRoles, GetKeyRolesResponse }
    remove_key_roles { RemoveKeyRoles }
    add_sub_user { AddSubUser, AddSubUserResponse, SubUserId }
    get_sub_users { GetSubUsers, GetSubUsersResponse }
    set_sub_user_info { SetSubUserInfo }
    del_sub_user { DelSubUser }
    set_sub_user_roles { SetSubUserRoles }
    get_sub_user_roles { GetSubUserRoles, GetSubUserRolesResponse }
    remove_sub_user_roles { RemoveSubUserRoles }
    get_roles { GetRoles, GetRolesResponse }
    get_role_groups { GetRoleGroups, GetRoleGroupsResponse, RoleGroupView }
}
