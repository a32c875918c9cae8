//! A borrowed string without a lifetime.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Parameters {
    /// A string.
    pub text: &str,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
