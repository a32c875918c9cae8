//! Types that do not exist. Inside the brackets of another type, the compiler reports them for the generated code once more: its
//! proposal of a type parameter for the struct is missing there, so that it takes the two for different errors.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Respons, kind = write)]
pub struct SetThing {
    /// A misspelled type with a rule.
    #[param(max_len = 5)]
    pub name: Nme,
    /// A misspelled type in an `Option`.
    pub state: Option<Stte>,
}

/// A record.
#[derive(VoxRecord)]
pub struct Thing {
    /// A misspelled type.
    pub id: Idd,
}

/// A choice.
#[derive(VoxChoice)]
pub enum User {
    /// By id, with a rule.
    #[param(min = 1)]
    Id(Nmbr),
    /// By name.
    Name(String),
}

fn main() {}
