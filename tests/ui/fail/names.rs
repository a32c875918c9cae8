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
    /// Not snake_case.
    #[param(name = "accountId")]
    pub account_id: u64,
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
