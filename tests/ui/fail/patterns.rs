//! Invalid and useless patterns.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
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
    /// Bounds in the wrong order.
    #[param(pattern = "a{5,2}")]
    pub count: String,
    /// Not supported by the regex engine.
    #[param(pattern = "(?=a)b")]
    pub look_ahead: String,
    /// Not supported by vox.
    #[param(pattern = r"\bword\b")]
    pub boundary: String,
    /// As written in other languages.
    #[param(pattern = "/^[a-z]+$/i")]
    pub slashes: String,
    /// Not a raw string: the compiler rejects the escape.
    #[param(pattern = "\d+")]
    pub escape: String,
    /// All Unicode letters.
    #[param(pattern = r"\w{5,20}")]
    pub unicode: String,
    /// Too many states for the table.
    #[param(pattern = "[a-z]{300}")]
    pub large: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Useless {
    /// No string matches.
    #[param(pattern = "a^b")]
    pub never: String,
    /// Every string matches.
    #[param(pattern = "(?s).*")]
    pub always: String,
    /// Shorter than the shortest match.
    #[param(max_len = 3, pattern = "[a-z]{5,9}")]
    pub short: String,
    /// Longer than the longest match.
    #[param(min_len = 2, pattern = "[0-9]?")]
    pub long: String,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
