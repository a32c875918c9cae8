//! Rules that contradict each other, do not fit the field, or always or never hold.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
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
    /// A string has no range.
    #[param(min = 1, max = 5)]
    pub text: String,
    /// A string has no items.
    #[param(min_items = 1)]
    pub items: String,
    /// A list has no pattern.
    #[param(pattern = "[a-z]+")]
    pub list: Vec<String>,
    /// Money has no pattern.
    #[param(check = rules::EMAIL)]
    pub money: Decimal,
}

/// A method with types that only the compiler can check.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct OwnTypes {
    /// An enum has no range.
    #[param(min = 1)]
    pub color: Color,
    /// Nor has it items.
    #[param(max_items = 5)]
    pub colors: Option<Color>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Contradictions {
    /// The lengths are in the wrong order.
    #[param(min_len = 20, max_len = 5)]
    pub length: String,
    /// The bounds are in the wrong order.
    #[param(min = 0.5, max = -0.5)]
    pub amount: Decimal,
    /// The numbers of items are in the wrong order.
    #[param(min_items = 3, max_items = 2)]
    pub items: IdList,
    /// No string fits.
    #[param(max_len = 0)]
    pub nothing: String,
    /// No item fits.
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
#[vox_method(name = "SetThing", response = Thing, kind = write)]
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

/// A color.
#[derive(VoxEnum)]
pub enum Color {
    /// Red.
    Red,
    /// Another.
    Other(String),
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct TooManyDigits {
    /// More decimal places than a decimal has.
    #[param(min = -0.12345678901234567890123456789)]
    pub places: Decimal,
    /// Greater than a decimal can be.
    #[param(max = 100000000000000000000000000000.5, default = 79228162514264337593543950336)]
    pub digits: Option<Decimal>,
}

/// Rules of types of vox whose names an enum could have.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct NamesOfVox {
    /// A file.
    #[param(max_bytes = 5)]
    pub file: File,
    /// A date.
    #[param(min = 5)]
    pub date: Option<Date>,
    /// An amount.
    #[param(check = rules::EMAIL)]
    pub amount: Decimal,
    /// A list.
    #[param(max_len = 5)]
    pub ids: IdList,
}

/// Rules that no value can follow, or that a required parameter always follows: each is one error.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Impossible {
    /// Above the maximum.
    #[param(max = 3, min = 5)]
    pub number: u64,
    /// The only member of its groups, and required.
    #[param(any_of = "lone", all_of = "lone_pair", needs = number)]
    pub required: u64,
    /// The only member of its group.
    #[param(any_of = "filter")]
    pub filter: Option<u64>,
    /// Twice.
    #[param(max_len = 3, max_len = 4)]
    pub twice: String,
    /// A value and a sentence.
    #[param(default = 1, default_text = "One")]
    pub default: Option<u64>,
    /// The error of the trait comes in the same run.
    #[param(max_items = 5)]
    pub secret: Secret,
}

fn main() {}
