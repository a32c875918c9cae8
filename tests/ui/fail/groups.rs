//! Groups that do not fit their method.

use vox_core::prelude::*;

/// The rule needs what the request does not have.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct WithoutApplication {
    /// The rule.
    #[param(one_of)]
    pub rule: Option<Rule>,
    /// Not the application.
    pub application_id: Option<u64>,
}

/// A rule.
#[derive(VoxChoice)]
pub enum Rule {
    /// By id.
    Id(u64),
    /// By name.
    #[param(needs = application)]
    Name(String),
}

/// A group that is required, and has a default.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct AlwaysExpires {
    /// When it expires.
    #[param(one_of)]
    pub expiry: Expiry,
}

/// When it expires.
#[derive(VoxChoice)]
pub enum Expiry {
    /// After seconds.
    #[param(default = 20)]
    After(u64),
    /// At a moment.
    At(UnixTime),
}

/// Two defaults.
#[derive(VoxChoice)]
pub enum TwoDefaults {
    /// By id.
    #[param(default = 1)]
    Id(u64),
    /// By name.
    #[param(default = "a")]
    Name(String),
}

/// A default that is no value.
#[derive(VoxChoice)]
pub enum WrongDefaults {
    /// By id.
    #[param(default = "1")]
    Id(u64),
    /// By color.
    Color(Color),
}

/// A default that is none of the texts.
#[derive(VoxChoice)]
pub enum UnknownDefault {
    /// By id.
    Id(u64),
    /// By color.
    #[param(default = "PINK")]
    Color(Color),
}

/// A color.
#[derive(VoxEnum)]
pub enum Color {
    /// Red.
    Red,
    /// Another.
    Other(String),
}

/// An any-of group that is always satisfied, and one of one member.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", response = (), kind = write)]
pub struct AlwaysGiven {
    /// The rule.
    #[param(one_of, any_of = "target")]
    pub rule: Expiries,
    /// The color.
    #[param(any_of = "target")]
    pub color: Option<Color>,
    /// The expiry.
    #[param(one_of, any_of = "lone")]
    pub expiry: Option<Expiry>,
}

/// When they expire.
#[derive(VoxChoice)]
pub enum Expiries {
    /// After seconds.
    After(u64),
    /// At a moment.
    At(UnixTime),
}

fn main() {}
