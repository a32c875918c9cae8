//! Users.
//!
#![doc = include_str!("../../docs/users.md")]

vox_core::methods! {
    add_user { AddUser, AddUserResponse }
    set_user_info { SetUserInfo, UserInApplication }
    del_user { DelUser }
}
