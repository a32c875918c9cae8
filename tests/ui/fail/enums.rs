//! String enums.

use vox_core::prelude::*;

/// Closed.
#[derive(VoxEnum)]
pub enum Closed {
    /// A known value.
    Known,
}

/// A catch-all variant that does not keep the value.
#[derive(VoxEnum)]
pub enum Forgetful {
    /// A known value.
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

/// No known value.
#[derive(VoxEnum)]
pub enum Unknown {
    /// Another.
    Other(String),
}

/// Two catch-all variants.
#[derive(VoxEnum)]
pub enum TwoCatchAlls {
    /// A known value.
    Known,
    /// Another.
    Other(String),
    /// Yet another.
    Unknown(String),
}

/// The catch-all variant is not the last.
#[derive(VoxEnum)]
pub enum Misplaced {
    /// Another.
    Other(String),
    /// A known value.
    Known,
}

/// The catch-all variant does not hold a string.
#[derive(VoxEnum)]
pub enum Numbers {
    /// A known value.
    Known,
    /// Another.
    #[value(name = "OTHER")]
    Other(u64),
}

/// Variants that are not strings.
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
    /// A known value.
    Known,
    /// Another.
    Other(String),
}

/// Attributes as serde has them.
#[derive(VoxEnum)]
#[vox_enum(rename_all = "snake_case")]
#[value(name = "x")]
pub enum Serde {
    /// A known value.
    #[value(rename = "known")]
    Known,
    /// Another.
    #[vox_enum(case = "lowercase")]
    Other(String),
}

/// Derives a trait that the derive already implements.
#[derive(Debug, VoxEnum)]
pub enum Twice {
    /// A known value.
    Known,
    /// Another.
    Other(String),
}

fn used(closed: &Closed) -> &'static [&'static str] {
    let _ = closed.clone() == "KNOWN".parse().unwrap();
    Closed::VALUES
}

fn main() {}
