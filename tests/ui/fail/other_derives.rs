//! Attributes that belong to another derive of vox.

use vox_core::prelude::*;

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
#[vox_record(crate = ::vox_core)]
pub struct SetThing {
    /// The attribute of a field of a response.
    #[field(name = "thing_id")]
    pub id: u64,
    /// The attribute of a value of a string enum.
    #[value(name = "thing_name")]
    pub name: String,
    /// The attribute of a choice.
    #[param(one_of)]
    pub user: User,
}

/// A misspelled attribute.
#[derive(VoxMethod)]
#[vox_methods(name = "SetThing", response = (), kind = write)]
pub struct Misspelled {
    /// An id.
    pub id: u64,
}

/// Attributes with paths.
#[derive(VoxMethod)]
#[vox_core::vox_method(name = "SetThing", response = (), kind = write)]
pub struct WithPath {
    /// A name.
    #[vox_core::param(max_len = 5)]
    pub name: String,
}

/// A choice.
#[derive(VoxChoice)]
#[vox_enum(case = "snake_case")]
pub enum User {
    /// By id.
    #[field(name = "user")]
    Id(u64),
    /// By name.
    #[value(name = "login")]
    Name(String),
}

/// A color.
#[derive(VoxEnum)]
#[vox_choice(name = "color")]
pub enum Color {
    /// Red.
    #[field(name = "red")]
    Red,
    /// Another.
    Other(String),
}

/// A record.
#[derive(VoxRecord)]
#[vox_enum(case = "snake_case")]
pub struct Thing {
    /// An id.
    #[value(name = "thing_id")]
    pub id: u64,
}

/// Attributes on fields of variants.
#[derive(VoxChoice)]
pub enum Queue {
    /// By id.
    Id(#[field(name = "queue")] u64),
    /// By name.
    Name {
        /// The name.
        #[serde(rename = "queue")]
        queue_name: String,
        /// The application.
        #[value(name = "application")]
        application_id: u64,
    },
}

/// A size.
#[derive(VoxEnum)]
pub enum Size {
    /// Small.
    Small,
    /// Another.
    Other(#[value(name = "other")] String),
}

fn main() {
    let _ = SetThing::builder().id(1).name("a").user(User::Id(1)).build();
    let _ = Misspelled::builder().id(1).build();
}
