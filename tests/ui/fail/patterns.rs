//! Patterns that vox does not support, invalid ones, and those that contradict the bounds of the length.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Unsupported {
    /// Groups.
    #[param(pattern = "(ab)+")]
    pub group: String,
    /// Alternatives.
    #[param(pattern = "abc|de")]
    pub alternatives: String,
    /// Look-around.
    #[param(pattern = "(?=a)b")]
    pub look_ahead: String,
    /// Flags.
    #[param(pattern = "(?i)[a-z]+")]
    pub flag: String,
    /// Anchors.
    #[param(pattern = "^[a-z]+$")]
    pub anchor: String,
    /// As written in other languages.
    #[param(pattern = "/^[a-z]+$/i")]
    pub slashes: String,
    /// A word boundary.
    #[param(pattern = r"\bword\b")]
    pub boundary: String,
    /// A shorthand for a class.
    #[param(pattern = r"\w{5,20}")]
    pub word: String,
    /// A shorthand in a class.
    #[param(pattern = r"[\d.]+")]
    pub digits: String,
    /// A class of Unicode.
    #[param(pattern = r"\p{Lu}")]
    pub unicode: String,
    /// Any character.
    #[param(pattern = "v1.0")]
    pub any: String,
    /// A class in a class.
    #[param(pattern = "[[:alpha:]]")]
    pub nested: String,
    /// Lazy.
    #[param(pattern = "[a-z]+?")]
    pub lazy: String,
    /// Not a raw string: the compiler rejects the escape.
    #[param(pattern = "\d+")]
    pub escape: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Invalid {
    /// Unclosed.
    #[param(pattern = "[a-z")]
    pub class: String,
    /// Nothing to repeat.
    #[param(pattern = "*a")]
    pub repetition: String,
    /// Bounds in the wrong order.
    #[param(pattern = "a{5,2}")]
    pub count: String,
    /// A range in the wrong order.
    #[param(pattern = "[z-a]")]
    pub range: String,
    /// No number.
    #[param(pattern = "a{x}")]
    pub number: String,
    /// Closes nothing.
    #[param(pattern = "a]")]
    pub bracket: String,
    /// Escapes what needs no escape.
    #[param(pattern = r"a\-b")]
    pub hyphen: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Contradictions {
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
