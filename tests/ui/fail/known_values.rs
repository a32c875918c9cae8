//! Values that the type of a parameter does not have, or that cannot be sent.

use vox_core::prelude::*;

/// A color.
#[derive(VoxEnum)]
pub enum Color {
    /// Red.
    Red,
    /// Blue.
    Blue,
    /// Another.
    Other(String),
}

/// Values with a meaning in lists.
#[derive(VoxEnum)]
pub enum Filter {
    /// All of them.
    #[value(name = "all")]
    All,
    /// Another.
    Other(String),
}

/// Values that are two items in a list.
#[derive(VoxEnum)]
pub enum Pair {
    /// Two of them.
    #[value(name = "a;b")]
    Both,
    /// Another.
    Other(String),
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct SetThing {
    /// The name of the variant instead of the value.
    #[param(default = "Red")]
    pub color: Option<Color>,
    /// One of the values is none.
    #[param(default = "RED;GREEN")]
    pub colors: Option<Vec<Color>>,
    /// A value that means all.
    pub filters: Option<List<Filter>>,
    /// A value with a semicolon.
    pub pairs: Option<Vec<Pair>>,
    /// Right: the value is not sent in a list that knows `all`.
    pub plain: Option<Vec<Filter>>,
}

/// A method with a default that leaves out the id.
#[derive(Default, VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct WithDefault {
    /// An id.
    pub id: u64,
    /// A name.
    pub name: Option<String>,
}

fn main() {}
