//! Names on the wire that clash or are none.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct SameName {
    /// A parameter.
    pub account_name: String,
    /// Another with its name.
    #[param(name = "account_name")]
    pub other: Option<String>,
    /// Not in snake case.
    #[param(name = "accountId")]
    pub account_id: u64,
    /// Nor is this.
    #[param(name = "account-email")]
    pub email: String,
    /// Nor is this.
    #[param(name = "2fa")]
    pub second: bool,
    /// No name.
    #[param(name = " ")]
    pub empty: bool,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct SameNameInGroup {
    /// Its members are `account_id` and `account_name`.
    #[param(one_of)]
    pub account: Account,
    /// Another with the name of a member.
    pub account_name: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct SameNameInTwoGroups {
    /// Its members are `account_id` and `account_name`.
    #[param(one_of)]
    pub account: Account,
    /// So are these.
    #[param(one_of)]
    pub template: Option<Account>,
}

/// An account.
#[derive(VoxChoice)]
pub enum Account {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A choice whose members have one name.
#[derive(VoxChoice)]
#[vox_choice(name = "parentAccount", prefix = "Parent")]
pub enum Parent {
    /// By id.
    #[param(name = "parent")]
    Id(u64),
    /// By name.
    #[param(name = "parent")]
    Name(String),
}

/// Texts that are the same.
#[derive(VoxEnum)]
pub enum Colour {
    /// Red.
    Red,
    /// Red again.
    #[value(name = "RED")]
    Rouge,
    /// Another.
    Other(String),
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// 1.
    pub result: u64,
    /// Another with its name.
    #[field(name = "result")]
    pub other: Option<u64>,
}

fn main() {}
