//! Mistakes in `#[vox_method(..)]`.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(response = Answer, kind = read)]
pub struct NameIsMissing {}

/// A method.
#[derive(VoxMethod)]
#[vox_method()]
pub struct AllIsMissing {}

/// A method.
#[derive(VoxMethod)]
pub struct NoAttribute {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(nmae = "GetThing", response = Answer, kind = read)]
pub struct Misspelt {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", response = Answer, kind = read, timeout = 5)]
pub struct UnknownKey {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = GetThing, response = Answer, kind = read)]
pub struct NameWithoutQuotes {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = 5, response = Answer, kind = raed)]
pub struct TwoWrongValues {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetThing", name = "GetOther", response = Answer, kind = read)]
pub struct NameTwice {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "get_thing", response = Answer, kind = read)]
pub struct NameInSnakeCase {}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// 1.
    pub result: u64,
}

// One mistake, one error: using what could not be derived adds none.
fn used(client: &Client) {
    let _ = NameIsMissing {}.send(client);
    let _ = AllIsMissing {}.to_form();
}

fn main() {}
