//! A response that the user of a method cannot name.

use vox_core::prelude::*;

mod responses {
    /// A response.
    #[derive(vox_core::VoxRecord)]
    pub(super) struct Thing {
        /// An id.
        pub(super) id: u64,
    }
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = responses::Thing, kind = write)]
pub struct SetThing {}

fn main() {}
