//! Things that the derives cannot be on.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Tuple(String);

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Unit;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub enum Enum {
    /// A variant.
    Variant,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Answer, kind = write)]
pub struct Generic<T> {
    /// A parameter.
    pub thing: T,
}

/// A record.
#[derive(VoxRecord)]
pub struct TupleRecord(String);

/// A choice.
#[derive(VoxChoice)]
pub enum OneAlternative {
    /// By id.
    Id(u64),
}

/// A choice.
#[derive(VoxChoice)]
pub enum Shapes {
    /// By id.
    Id(u64),
    /// By nothing.
    Nothing,
    /// By two.
    Two(u64, u64),
}

/// A choice.
#[derive(VoxChoice)]
pub struct NotAnEnum {
    /// A field.
    pub id: u64,
}

/// Texts.
#[derive(VoxEnum)]
pub enum Closed {
    /// A text.
    Known,
}

/// An answer.
#[derive(VoxRecord)]
pub struct Answer {
    /// 1.
    pub result: u64,
}

fn main() {}
