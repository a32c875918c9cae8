//! Lists of texts.

use vox_core::prelude::*;

/// Closed.
#[derive(VoxEnum)]
pub enum Closed {
    /// A text.
    Known,
}

/// A variant for the rest that keeps nothing.
#[derive(VoxEnum)]
pub enum Forgetful {
    /// A text.
    Known,
    /// Another.
    Other,
}

/// A choice between parameters.
#[derive(VoxEnum)]
pub enum Choice {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// No known text.
#[derive(VoxEnum)]
pub enum Unknown {
    /// Another.
    Other(String),
}

/// Two variants for the rest.
#[derive(VoxEnum)]
pub enum TwoCatchAlls {
    /// A text.
    Known,
    /// Another.
    Other(String),
    /// Yet another.
    Unknown(String),
}

/// The rest is not the last.
#[derive(VoxEnum)]
pub enum Misplaced {
    /// Another.
    Other(String),
    /// A text.
    Known,
}

/// The rest is not a text.
#[derive(VoxEnum)]
pub enum Numbers {
    /// A text.
    Known,
    /// Another.
    #[value(name = "OTHER")]
    Other(u64),
}

/// Variants that are no texts.
#[derive(VoxEnum)]
pub enum Shapes {
    /// Two values.
    Two(String, String),
    /// Named.
    Named {
        /// A field.
        text: String,
    },
    /// Another.
    Other(String),
}

/// A case that does not exist.
#[derive(VoxEnum)]
#[vox_enum(case = "camelCase")]
pub enum Case {
    /// A text.
    Known,
    /// Another.
    Other(String),
}

/// Attributes as serde has them.
#[derive(VoxEnum)]
#[vox_enum(rename_all = "snake_case")]
#[value(name = "x")]
pub enum Serde {
    /// A text.
    #[value(rename = "known")]
    Known,
    /// Another.
    #[vox_enum(case = "lowercase")]
    Other(String),
}

/// Derives what it brings.
#[derive(Debug, VoxEnum)]
pub enum Twice {
    /// A text.
    Known,
    /// Another.
    Other(String),
}

fn used(closed: &Closed) -> &'static [&'static str] {
    let _ = closed.clone() == "KNOWN".parse().unwrap();
    Closed::VALUES
}

fn main() {}
