//! Rules that contradict each other or do not fit the field.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Rules {
    /// The bounds are the wrong way round.
    #[param(min_len = 20, max_len = 5)]
    pub contradiction: String,
    /// A boolean has no length.
    #[param(min_len = 5)]
    pub boolean: bool,
    /// Nor has a number.
    #[param(max_len = 5)]
    pub number: Option<u64>,
    /// A text has no range.
    #[param(min = 1)]
    pub text: String,
    /// A text has no items.
    #[param(min_items = 1)]
    pub items: String,
    /// Not a number.
    #[param(min_len = "five")]
    pub quoted: String,
    /// Never below.
    #[param(min_len = -1)]
    pub negative: String,
    /// Always holds.
    #[param(min_len = 0)]
    pub always: String,
    /// Not a regular expression.
    #[param(pattern = "[a-z")]
    pub pattern: String,
    /// Misspelt.
    #[param(min_length = 5)]
    pub misspelt: String,
    /// Empty.
    #[param()]
    pub empty: String,
    /// Not the field's type.
    #[param(default = 5)]
    pub default: Option<bool>,
    /// A secret that shows.
    pub user_password: String,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// 1.
    pub result: u64,
}

fn main() {}
