//! A text that is borrowed for as long as nobody says.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Parameters {
    /// A text.
    pub text: &str,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
