//! Declarations without the prelude in scope. They have no required parameters: the messages of the builder need the tool
//! attribute `#[diagnostic]`, which the compiler does not know without the prelude.

#![no_implicit_prelude]
#![allow(dead_code)]

use ::vox_core::{VoxChoice, VoxEnum, VoxMethod, VoxRecord};

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner], response = Thing, kind = write)]
struct SetThing {
    /// A name.
    #[param(min_len = 1, max_len = 5, pattern = "[a-z]+", check = ::vox_core::rules::EMAIL)]
    name: ::core::option::Option<::std::string::String>,
    /// A user.
    #[param(one_of, any_of = "what")]
    user: ::core::option::Option<User>,
    /// A color.
    #[param(any_of = "what", default = "RED")]
    color: ::core::option::Option<Color>,
}

/// A user.
#[derive(VoxChoice)]
enum User {
    /// By id.
    #[param(needs = color, default = 1)]
    Id(u64),
    /// By name.
    Name(::std::string::String),
}

/// A color.
#[derive(VoxEnum)]
enum Color {
    /// Red.
    Red,
    /// Another.
    Other(::std::string::String),
}

/// A response.
#[derive(VoxRecord)]
struct Thing {
    /// The id of the thing.
    thing_id: u64,
    /// Colors.
    colors: ::std::vec::Vec<Color>,
}

fn main() {
    let form = ::vox_core::MethodExt::to_form(&SetThing::builder().name("a").user(User::Name(::std::string::String::new())).build());
    ::std::assert_eq!(form.as_bytes(), b"name=a&user_name=");
}
