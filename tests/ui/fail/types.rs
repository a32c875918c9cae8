//! Types that parameters, fields and responses cannot have.

use std::collections::HashMap;

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Parameters {
    /// Money in a float.
    pub amount: f64,
    /// A size.
    pub size: Option<usize>,
    /// A large number.
    pub large: i128,
    /// A character.
    #[param(max_len = 1)]
    pub character: char,
    /// A borrowed string.
    pub borrowed: &'static str,
    /// A pair.
    pub pair: (u64, u64),
    /// An array.
    pub array: [u64; 2],
    /// Floats.
    #[param(min_items = 1)]
    pub floats: Vec<f64>,
    /// Twice optional.
    pub twice: Option<Option<u64>>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct OwnTypes {
    /// A struct without a derive.
    pub plain: Plain,
    /// Structs without a derive.
    pub plains: Option<Vec<Plain>>,
    /// A record.
    pub record: SetThingResponse,
    /// A map.
    pub map: HashMap<String, Plain>,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Plain, kind = write)]
pub struct PlainResponse {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Vec<Plain>, kind = write)]
pub struct PlainsResponse {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = HashMap<String, Plain>, kind = write)]
pub struct MapResponse {}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = SetThingResponse, kind = write)]
pub struct Checks {
    /// A function where its description is needed.
    #[param(check = is_even)]
    pub number: String,
}

fn is_even(text: &str) -> bool {
    text.len() % 2 == 0
}

/// A struct without a derive.
pub struct Plain {
    /// A field.
    pub result: u64,
}

/// A response.
#[derive(VoxRecord)]
pub struct SetThingResponse {
    /// Money in a float.
    pub amount: f64,
    /// A size.
    pub size: Option<usize>,
    /// Twice optional.
    pub twice: Option<Option<u64>>,
    /// A pair.
    pub pair: Vec<(u64, u64)>,
}

/// A response with types that only the compiler can check.
#[derive(VoxRecord)]
pub struct OwnFields {
    /// A struct without a derive.
    pub plain: Plain,
    /// Structs without a derive.
    pub plains: Vec<Plain>,
    /// An optional struct without a derive.
    pub perhaps: Option<Plain>,
    /// A map.
    pub map: HashMap<String, Plain>,
}

fn main() {}
