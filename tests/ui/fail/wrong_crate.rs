//! A `crate` that does not exist.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write, crate = ::vox_kore)]
pub struct SetThing {
    /// A name.
    #[param(max_len = 5)]
    pub name: String,
}

/// A response.
#[derive(VoxRecord)]
#[vox_record(crate = crate::vox)]
pub struct SetThingResponse {
    /// 1.
    pub result: u64,
}

fn main() {}
