//! Names that the compiler rejects.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct SetThing {
    /// A keyword that no name can be.
    pub r#self: u64,
    /// A name.
    pub name: String,
}

/// A record.
#[derive(VoxRecord)]
pub struct Thing {
    /// A keyword that no name can be.
    pub r#crate: u64,
}

fn main() {
    let _ = SetThing::builder().name("a").build();
}
