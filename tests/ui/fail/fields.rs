//! Fields and responses that the API does not have.

use std::collections::{BTreeMap, HashMap};

use vox_core::prelude::*;

/// Names that clash.
#[derive(VoxRecord)]
pub struct Aliases {
    /// Its own name.
    #[field(alias = "speed")]
    pub speed: Option<u64>,
    /// Another's name.
    #[field(name = "SA", alias = "speed", alias = "ASA")]
    pub answer: Option<u64>,
    /// Another's alias.
    #[field(alias = "ASA")]
    pub time: Option<u64>,
    /// No text.
    #[field(alias = 5)]
    pub number: Option<u64>,
}

/// Objects whose members have names of other types, or values that no field has.
#[derive(VoxRecord)]
pub struct Maps {
    /// Names are strings.
    pub by_id: HashMap<u64, String>,
    /// Amounts are exact.
    pub amounts: Option<BTreeMap<String, f64>>,
    /// A secret is not shown.
    pub tokens: BTreeMap<String, String>,
}

/// Records without an end.
#[derive(VoxRecord)]
pub struct Boxes {
    /// It would contain itself without end.
    pub inner: Box<Boxes>,
    /// A list needs no box.
    pub list: Vec<Box<Boxes>>,
    /// Only records contain themselves.
    pub number: Option<Box<u64>>,
}

/// Neither a record nor a value.
pub struct Plain;

/// Objects of values that are not declared.
#[derive(VoxRecord)]
pub struct Values {
    /// Not a field type.
    pub plain: BTreeMap<String, Plain>,
}

/// A file acknowledges nothing.
#[derive(VoxMethod)]
#[vox_method(name = "ExportThings", response = Download, kind = write)]
pub struct ExportThings {}

/// The acknowledgment is no field, whichever record it is.
#[derive(VoxMethod)]
#[vox_method(name = "AddThing", response = JsonOrFile<Either<Added, Ordered>>, kind = write)]
pub struct AddThing {}

/// Added.
#[derive(VoxRecord)]
pub struct Added {
    /// The id.
    pub id: u64,
}

/// Ordered.
#[derive(VoxRecord)]
pub struct Ordered {
    /// The id.
    #[field(name = "report", alias = "result")]
    pub id: u64,
}

fn main() {}
