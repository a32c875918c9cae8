//! Attributes that are still being typed.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = , kind = )]
pub struct HalfAValue {
    /// A name.
    #[param(max_len = )]
    pub name: String,
    /// Another.
    #[param(max_len 5)]
    pub other: Option<String>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing" response = Answer, kind = write)]
pub struct NoComma {
    /// A name.
    pub name: String,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// 1.
    pub result: u64,
}

fn used(client: &Client) {
    let _ = HalfAValue::builder().name("a").send(client);
    let _ = NoComma::builder().name("a").build();
}

fn main() {}
