//! Generated code does not depend on what is in scope.

#![allow(dead_code, unused_imports)]

mod shadowed {
    pub struct String;
    pub struct Result;
    pub struct Vec;
    pub struct Option;
    pub trait Default {}
    pub trait Clone {}
    pub trait Into {}
    pub trait From {}
    pub trait Iterator {}
    #[allow(non_snake_case)]
    pub fn Some() {}
    #[allow(non_snake_case)]
    pub fn Ok() {}
    pub mod core {}
    pub mod std {}
}

use shadowed::*;
use ::vox_core::{VoxChoice, VoxEnum, VoxMethod, VoxRecord};

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner], response = Answer, kind = write)]
struct SetThing {
    /// A name.
    #[param(min_len = 1, max_len = 5, pattern = "[a-z]+", check = ::vox_core::rules::EMAIL)]
    name: ::std::string::String,
    /// A user.
    #[param(one_of)]
    user: User,
    /// A colour.
    colour: ::core::option::Option<Colour>,
    /// Numbers.
    #[param(max_items = 3)]
    numbers: ::core::option::Option<::vox_core::IdList>,
}

/// A user.
#[derive(VoxChoice)]
enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(::std::string::String),
}

/// A colour.
#[derive(VoxEnum)]
enum Colour {
    /// Red.
    Red,
    /// Another.
    Other(::std::string::String),
}

/// An answer.
#[derive(VoxRecord)]
struct Answer {
    /// 1.
    result: u64,
    /// Colours.
    colours: ::std::vec::Vec<Colour>,
}

fn main() {}
