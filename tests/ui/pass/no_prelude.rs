//! Where not even the prelude is in scope. Required parameters are not shown: the messages of the builder need the tool
//! attribute `#[diagnostic]`, which the compiler does not know there.

#![no_implicit_prelude]
#![allow(dead_code)]

use ::vox_core::{VoxChoice, VoxEnum, VoxMethod, VoxRecord};

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner], response = Answer, kind = write)]
struct SetThing {
    /// A name.
    #[param(min_len = 1, max_len = 5, pattern = "[a-z]+", check = ::vox_core::rules::EMAIL)]
    name: ::core::option::Option<::std::string::String>,
    /// A user.
    #[param(one_of)]
    user: ::core::option::Option<User>,
    /// A colour.
    colour: ::core::option::Option<Colour>,
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
    /// The id of the thing.
    thing_id: u64,
    /// Colours.
    colours: ::std::vec::Vec<Colour>,
}

fn main() {
    let form = ::vox_core::Method::to_form(&SetThing::builder().name("a").user(User::Id(1)).build());
    ::std::assert_eq!(form.as_bytes(), b"name=a&user_id=1");
}
