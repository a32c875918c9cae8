//! Roles that may not call, and roles that do not exist.

use vox_accounts::prelude::*;

fn a_payer_may_not_add_accounts(client: &Client, request: &AddAccount) {
    let payer = client.with_role::<roles::Payer>();
    let _ = request.send(&payer);
}

fn nor_through_the_builder(client: &Client) {
    let payer = client.with_role::<roles::Payer>();
    let _ = GetChildrenAccounts::builder().send(&payer);
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner, Amdin], response = Thing, kind = write)]
pub struct UnknownRole {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Boss], response = Thing, kind = write)]
pub struct RoleLikeNoOther {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner, Admin, Owner], response = Thing, kind = write)]
pub struct RepeatedRole {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [], response = Thing, kind = write)]
pub struct NoRoles {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = Owner, response = Thing, kind = write)]
pub struct RoleWithoutBrackets {}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
