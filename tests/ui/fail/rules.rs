//! Rules that contradict each other, do not fit the field, or never or always hold.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Misfits {
    /// A boolean has no length.
    #[param(min_len = 5)]
    pub boolean: bool,
    /// Nor has a number.
    #[param(max_len = 5)]
    pub number: Option<u64>,
    /// Nor has a date a range.
    #[param(min = 5)]
    pub date: Date,
    /// A text has no range.
    #[param(min = 1, max = 5)]
    pub text: String,
    /// A text has no items.
    #[param(min_items = 1)]
    pub items: String,
    /// A list has no pattern.
    #[param(pattern = "[a-z]+")]
    pub list: Vec<String>,
    /// Money has no pattern.
    #[param(check = rules::EMAIL)]
    pub money: Decimal,
}

/// A method with a type that only the compiler knows.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct OwnTypes {
    /// An enum has no range.
    #[param(min = 1)]
    pub colour: Colour,
    /// Nor has it items.
    #[param(max_items = 5)]
    pub colours: Option<Colour>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Contradictions {
    /// The lengths are the wrong way round.
    #[param(min_len = 20, max_len = 5)]
    pub length: String,
    /// The bounds are the wrong way round.
    #[param(min = 0.5, max = -0.5)]
    pub amount: Decimal,
    /// The numbers of items are the wrong way round.
    #[param(min_items = 3, max_items = 2)]
    pub items: IdList,
    /// No text at all.
    #[param(max_len = 0)]
    pub nothing: String,
    /// No item at all.
    #[param(max_items = 0)]
    pub empty: Option<IdList>,
    /// Above every value of the type.
    #[param(min = 256)]
    pub above: u8,
    /// Below every value of the type.
    #[param(max = -1)]
    pub below: u64,
    /// A whole number has no fraction.
    #[param(min = 0.5)]
    pub fraction: i64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Tautologies {
    /// Always holds.
    #[param(min_len = 0)]
    pub length: String,
    /// Always holds.
    #[param(min_items = 0)]
    pub items: IdList,
    /// Always holds.
    #[param(min = 0)]
    pub unsigned: u64,
    /// Always holds.
    #[param(max = 255)]
    pub byte: u8,
}

/// A colour.
#[derive(VoxEnum)]
pub enum Colour {
    /// Red.
    Red,
    /// Another.
    Other(String),
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
