//! Defaults that the parameter itself could not have.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Defaults {
    /// A required parameter has none.
    #[param(default = 20)]
    pub required: u64,
    /// Nor in words.
    #[param(default_text = "The current date")]
    pub date: Date,
    /// A number for a boolean.
    #[param(default = 5)]
    pub boolean: Option<bool>,
    /// A text for a number.
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
    /// A number for a text.
    #[param(default = 5)]
    pub text: Option<String>,
    /// No such day.
    #[param(default = "2026-02-29")]
    pub day: Option<Date>,
    /// Too long.
    #[param(max_len = 3, default = "long")]
    pub long: Option<String>,
    /// Does not match.
    #[param(pattern = "[a-z]+", default = "EN")]
    pub pattern: Option<String>,
    /// Too much.
    #[param(max = 100, default = 101)]
    pub much: Option<u64>,
    /// Both.
    #[param(default = 20, default_text = "Twenty")]
    pub both: Option<u64>,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
