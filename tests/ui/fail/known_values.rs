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

type MaybeName = Option<String>;
type Name = String;

/// A method with a default: one alias is not an `Option`.
#[derive(Default, VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct WithAliases {
    /// Optional.
    pub name: MaybeName,
    /// Required.
    pub login: Name,
}

/// Types of vox whose names an enum could have.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct NamesOfVox {
    /// A file.
    #[param(default = "a.txt")]
    pub file: Option<File>,
    /// A date.
    #[param(default = 20)]
    pub date: Option<Date>,
    /// An amount.
    #[param(default = "much")]
    pub amount: Option<Decimal>,
    /// Right.
    #[param(default = "2026-01-31")]
    pub day: Option<Date>,
}

/// The same in a variant.
#[derive(VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name {
        /// The name.
        user_name: String,
        /// A color.
        #[param(default = "GREEN")]
        color: Option<Color>,
        /// A date.
        #[param(default = true)]
        date: Option<Date>,
    },
}

fn main() {}
