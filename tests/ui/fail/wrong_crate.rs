//! A `crate` that is not there.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write, crate = ::vox_kore)]
pub struct SetThing {
    /// A name.
    #[param(max_len = 5)]
    pub name: String,
}

/// An answer.
#[derive(VoxRecord)]
#[vox_record(crate = crate::vox)]
pub struct Answer {
    /// 1.
    pub result: u64,
}

fn main() {}
