//! Types that parameters and fields cannot have.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct FloatParameter {
    /// Money in a float.
    pub amount: f64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct NotAChoice {
    /// A plain type.
    #[param(one_of)]
    pub account: u64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Plain, kind = write)]
pub struct PlainResponse {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Checks {
    /// A function where its description is needed.
    #[param(check = is_even)]
    pub number: String,
}

fn is_even(text: &str) -> bool {
    text.len() % 2 == 0
}

/// A structure without a derive.
pub struct Plain {
    /// A field.
    pub result: u64,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// Money in a float.
    pub amount: f64,
}

fn main() {}
