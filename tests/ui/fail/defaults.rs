//! Defaults that are invalid values of their parameter.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Defaults {
    /// A required parameter has none.
    #[param(default = 20)]
    pub required: u64,
    /// Nor a description of one.
    #[param(default_text = "The current date")]
    pub date: Date,
    /// A number for a boolean.
    #[param(default = 5)]
    pub boolean: Option<bool>,
    /// A string for a number.
    #[param(default = "5")]
    pub number: Option<u64>,
    /// Out of range.
    #[param(default = -1)]
    pub unsigned: Option<u32>,
    /// A fraction.
    #[param(default = 2.5)]
    pub whole: Option<i64>,
    /// A boolean for money.
    #[param(default = true)]
    pub money: Option<Decimal>,
    /// A number for a string.
    #[param(default = 5)]
    pub text: Option<String>,
    /// A date that does not exist.
    #[param(default = "2026-02-29")]
    pub day: Option<Date>,
    /// Too long.
    #[param(max_len = 3, default = "long")]
    pub long: Option<String>,
    /// Does not match.
    #[param(pattern = "[a-z]+", default = "EN")]
    pub pattern: Option<String>,
    /// Too large.
    #[param(max = 100, default = 101)]
    pub large: Option<u64>,
    /// Both.
    #[param(default = 20, default_text = "Twenty")]
    pub both: Option<u64>,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
