//! One-of parameters.

use vox_core::prelude::*;

/// Nothing to choose.
#[derive(VoxChoice)]
pub enum Nothing {}

/// A choice of one.
#[derive(VoxChoice)]
pub enum OneAlternative {
    /// By id.
    Id(u64),
}

/// Variants that are not parameters.
#[derive(VoxChoice)]
pub enum Shapes {
    /// By id.
    Id(u64),
    /// By nothing.
    Nothing,
    /// By two.
    Two(u64, u64),
    /// By names.
    Named {
        /// A field.
        id: u64,
    },
    /// By nothing at all.
    Empty(),
    /// By a float.
    Float(f64),
    /// By something that may be missing.
    Optional(Option<u64>),
}

/// Attributes that belong elsewhere.
#[derive(VoxChoice)]
#[vox_choice(crate, prefx = "a")]
#[param(name = "a")]
pub enum Attributes {
    /// By id.
    #[param(all_of = "ids")]
    Id(u64),
    /// By name.
    #[vox_choice(name = "name")]
    #[param(one_of)]
    Name(#[param(max_len = 5)] String),
    /// By e-mail.
    #[param(min_items = 2)]
    Email(String),
}

/// A string enum.
#[derive(VoxChoice)]
pub enum State {
    /// In use.
    InUse,
    /// Free.
    Free,
}

/// A choice.
#[derive(VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// An enum without a derive.
pub enum Plain {
    /// By id.
    Id(u64),
}

/// A choice with a member that is not a parameter.
#[derive(VoxChoice)]
pub enum Members {
    /// An enum without a derive.
    Plain(Plain),
    /// By id.
    Id(u64),
}

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct Uses {
    /// A number, which is not a choice.
    #[param(one_of)]
    pub number: u64,
    /// Several choices.
    #[param(one_of)]
    pub several: Vec<User>,
    /// A choice with the keys of a plain parameter.
    #[param(one_of, name = "user", max_len = 5, default = 5, any_of = "group", secret = true)]
    pub keys: User,
}

/// A method with types that only the compiler can check.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub struct OwnTypes {
    /// A choice that is not marked.
    pub unmarked: User,
    /// An enum that is not a choice.
    #[param(one_of)]
    pub plain: Option<Plain>,
}

/// A response.
#[derive(VoxRecord)]
pub struct Thing {
    /// The id of the thing.
    pub thing_id: u64,
}

fn main() {}
