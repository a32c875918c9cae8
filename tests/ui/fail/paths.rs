//! Paths that do not exist.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Unknown {
    /// A check that does not exist.
    #[param(check = rules::E_MAIL)]
    pub address: String,
    /// A type that does not exist.
    pub color: Option<Color>,
}

fn main() {}
