//! The section `RoleSystem`: keys of service accounts, subusers, and the roles that both have.

mod held_roles;
mod keys;
mod roles;
mod sub_users;

use vox_api::role_system::{
    AddSubUser, CreateKey, DelSubUser, DeleteKey, GetKeyRoles, GetKeys, GetRoleGroups, GetRoles,
    GetSubUserRoles, GetSubUsers, RemoveKeyRoles, RemoveSubUserRoles, SetKeyRoles, SetSubUserInfo,
    SetSubUserRoles, UpdateKey,
};

use super::{Endpoint, endpoint};

pub(super) fn endpoints() -> [Endpoint; 16] {
    [
        endpoint::<CreateKey>(),
        endpoint::<GetKeys>(),
        endpoint::<UpdateKey>(),
        endpoint::<DeleteKey>(),
        endpoint::<SetKeyRoles>(),
        endpoint::<GetKeyRoles>(),
        endpoint::<RemoveKeyRoles>(),
        endpoint::<AddSubUser>(),
        endpoint::<GetSubUsers>(),
        endpoint::<SetSubUserInfo>(),
        endpoint::<DelSubUser>(),
        endpoint::<SetSubUserRoles>(),
        endpoint::<GetSubUserRoles>(),
        endpoint::<RemoveSubUserRoles>(),
        endpoint::<GetRoles>(),
        endpoint::<GetRoleGroups>(),
    ]
}
