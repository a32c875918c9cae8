//! Wire names that clash or are invalid.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct SameName {
    /// A parameter.
    pub user_name: String,
    /// Another with its name.
    #[param(name = "user_name")]
    pub other: Option<String>,
    /// Not in snake case.
    #[param(name = "userId")]
    pub user_id: u64,
    /// Nor is this.
    #[param(name = "user-email")]
    pub email: String,
    /// A digit first.
    #[param(name = "2fa")]
    pub second: bool,
    /// A blank name.
    #[param(name = " ")]
    pub empty: bool,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct SameNameInGroup {
    /// Its members are `user_id` and `user_name`.
    #[param(one_of)]
    pub user: User,
    /// Another with the name of a member.
    pub user_name: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct SameNameInTwoGroups {
    /// Its members are `user_id` and `user_name`.
    #[param(one_of)]
    pub user: User,
    /// So are these.
    #[param(one_of)]
    pub template: Option<User>,
}

/// A user.
#[derive(VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Credentials {
    /// A parameter like others: the client adds none to this method.
    pub account_id: u64,
    /// The client adds it.
    pub account_name: String,
    /// The client adds this, too.
    pub api_key: Secret,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct CredentialsInGroup {
    /// Its members are `account_id` and `account_name`.
    #[param(one_of)]
    pub account: Account,
}

/// An account.
#[derive(VoxChoice)]
pub enum Account {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A prefix with its underscore.
#[derive(VoxChoice)]
#[vox_choice(prefix = "app_")]
pub enum Application {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A choice whose members have the same name.
#[derive(VoxChoice)]
#[vox_choice(name = "parentUser", prefix = "Parent")]
pub enum Parent {
    /// By id.
    #[param(name = "parent")]
    Id(u64),
    /// By name.
    #[param(name = "parent")]
    Name(String),
}

/// Two variants with one value.
#[derive(VoxEnum)]
pub enum Color {
    /// Red.
    Red,
    /// Red again.
    #[value(name = "RED")]
    Rouge,
    /// Another.
    Other(String),
}

/// A response.
#[derive(VoxRecord)]
pub struct SetThingResponse {
    /// 1.
    pub result: u64,
    /// Another with its name.
    #[field(name = "result")]
    pub other: Option<u64>,
}

/// A method whose field has the name of a member by its name on the wire.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct SameNameOnTheWire {
    /// Its members are `user_id` and `user_name`.
    #[param(one_of)]
    pub who: User,
    /// The login.
    #[param(name = "user_name")]
    pub login: String,
}

fn main() {}
