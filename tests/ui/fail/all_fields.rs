//! The errors of all fields come in one run.

use vox_core::prelude::*;

/// A type without derives.
pub struct Plain;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct SetThing {
    /// Nothing.
    pub nothing: (),
    /// A type that only the compiler knows.
    pub plain: Plain,
    /// A list of them.
    pub plains: Option<Vec<Plain>>,
    /// A choice that is none.
    #[param(one_of)]
    pub choice: Option<Plain>,
    /// A misspelled key.
    #[param(on_of)]
    pub other: Plain,
}

/// A record.
#[derive(VoxRecord)]
pub struct Thing {
    /// Nothing.
    pub nothing: (),
    /// A type that only the compiler knows.
    pub plain: Plain,
    /// A list of them.
    pub plains: Option<Vec<Plain>>,
}

fn main() {}
