//! Types that the compiler refuses in any struct: the derives add nothing, or a better way.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Parameters {
    /// Whatever.
    pub inferred: _,
    /// Whatever that is a text.
    pub bounded: Option<impl Into<String>>,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// Whatever.
    pub inferred: Vec<_>,
    /// Whatever that is a text.
    pub bounded: impl Into<String>,
}

fn used(client: &Client) {
    let _ = Parameters::builder().inferred(1).bounded("a").send(client);
}

fn main() {}
