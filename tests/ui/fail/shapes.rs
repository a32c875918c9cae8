//! Items that the derives do not support. Using them adds no error.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Tuple(String);

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Unit;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub enum Enum {
    /// A variant.
    Variant,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub union Union {
    /// A field.
    pub number: u64,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Generic<T> {
    /// A parameter.
    pub thing: T,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Borrowed<'a> {
    /// A parameter.
    pub thing: &'a str,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Sized<const N: usize>
where
    Self: Send,
{
    /// A parameter.
    pub thing: u64,
}

/// A record.
#[derive(VoxRecord)]
pub struct TupleRecord(String);

/// A record.
#[derive(VoxRecord)]
pub enum EnumRecord {
    /// A variant.
    Variant,
}

/// A record.
#[derive(VoxRecord)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
}

/// A choice.
#[derive(VoxChoice)]
pub struct NotAnEnum {
    /// A field.
    pub id: u64,
}

/// A choice.
#[derive(VoxChoice)]
pub enum GenericChoice<T> {
    /// By id.
    Id(T),
    /// By name.
    Name(String),
}

/// A string enum.
#[derive(VoxEnum)]
pub struct NotAStringEnum {
    /// A field.
    pub text: String,
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "GetPage", response = Page<u64>, kind = read)]
pub struct GetPage {
    /// A choice.
    #[param(one_of)]
    pub by: GenericChoice<u64>,
    /// Another.
    #[param(one_of)]
    pub other: Option<NotAnEnum>,
    /// A string.
    pub text: NotAStringEnum,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn used(client: &Client) {
    let _ = Tuple(String::new()).send(client);
    let _ = Unit.to_form();
    let _ = Enum::Variant.send(client);
    let _ = Generic { thing: 5 }.send(client);
    let _ = Borrowed { thing: "a" }.send(client);
    let _ = Borrowed::builder().thing("a").send(client);
    let _ = Sized::<5> { thing: 5 }.send(client);
}

fn main() {}
