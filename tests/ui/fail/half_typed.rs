//! Declarations that are still being typed: the finished parts work.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct HalfAField {
    /// A name.
    pub name: String,
    /// A field without a type.
    pub half: ,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct TwoFieldsOfOneName {
    /// A name.
    pub name: String,
    /// The name.
    pub name: String,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn used(client: &Client) {
    let _ = TwoFieldsOfOneName::builder().name("a").send(client);
    let _ = HalfAField::builder().name("a").send(client);
}

fn main() {}
