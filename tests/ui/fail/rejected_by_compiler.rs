//! Types that the compiler rejects in any struct: the derives add no error, or suggest a fix.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Parameters {
    /// An inferred type.
    pub inferred: _,
    /// A type by its bound.
    pub bounded: Option<impl Into<String>>,
}

/// A response.
#[derive(VoxRecord)]
pub struct SetThingResponse {
    /// An inferred type.
    pub inferred: Vec<_>,
    /// A type by its bound.
    pub bounded: impl Into<String>,
}

fn used(client: &Client) {
    let _ = Parameters::builder().inferred(1).bounded("a").send(client);
}

fn main() {}
