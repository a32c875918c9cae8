//! Patterns that are none, or that are of no use.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Invalid {
    /// Unclosed.
    #[param(pattern = "[a-z")]
    pub class: String,
    /// Unclosed.
    #[param(pattern = "(a|b")]
    pub group: String,
    /// Nothing to repeat.
    #[param(pattern = "*a")]
    pub repetition: String,
    /// The wrong way round.
    #[param(pattern = "a{5,2}")]
    pub count: String,
    /// Not of this engine.
    #[param(pattern = "(?=a)b")]
    pub look_ahead: String,
    /// Of no use here.
    #[param(pattern = r"\bword\b")]
    pub boundary: String,
    /// As other languages write it.
    #[param(pattern = "/^[a-z]+$/i")]
    pub slashes: String,
    /// No raw text: the compiler complains of the escape.
    #[param(pattern = "\d+")]
    pub escape: String,
    /// All letters of the world.
    #[param(pattern = r"\w{5,20}")]
    pub unicode: String,
    /// More states than a table has.
    #[param(pattern = "[a-z]{300}")]
    pub large: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Useless {
    /// No text matches.
    #[param(pattern = "a^b")]
    pub never: String,
    /// Every text matches.
    #[param(pattern = "(?s).*")]
    pub always: String,
    /// Shorter than the shortest text.
    #[param(max_len = 3, pattern = "[a-z]{5,9}")]
    pub short: String,
    /// Longer than the longest text.
    #[param(min_len = 2, pattern = "[0-9]?")]
    pub long: String,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
