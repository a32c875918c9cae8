//! Generated code does not depend on what is in scope.

#![allow(dead_code, unused_imports, unused_macros)]

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
    #[allow(non_snake_case)]
    pub fn None() {}
    #[allow(non_snake_case)]
    pub fn Err() {}
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Debug {}
    pub trait PartialEq {}
    pub trait FromStr {}
    pub mod core {}
    pub mod std {}
    pub mod fmt {}
    pub mod vox_core {}
    pub mod macro_support {}
    pub mod serde {}
    pub mod diagnostic {}
    macro_rules! concat {
        () => {};
    }
    pub(crate) use concat;
}

use shadowed::*;
use ::vox_core::{VoxChoice, VoxEnum, VoxMethod, VoxRecord};

/// A method.
#[derive(VoxMethod)]
#[vox_method(name = "SetThing", roles = [Owner], response = Thing, kind = write)]
struct SetThing {
    /// A name.
    #[param(min_len = 1, max_len = 5, pattern = "[a-z]+", check = ::vox_core::rules::EMAIL)]
    name: ::std::string::String,
    /// A user.
    #[param(one_of)]
    user: User,
    /// A color.
    color: ::core::option::Option<Color>,
    /// Numbers.
    #[param(max_items = 3)]
    numbers: ::core::option::Option<::vox_core::IdList>,
}

/// A method with types of which only the compiler tells whether they are right.
#[derive(VoxMethod)]
#[vox_method(name = "SetOther", response = (), kind = write)]
struct SetOther {
    /// A target.
    #[param(one_of, any_of = "what")]
    target: ::core::option::Option<Target>,
    /// A color.
    #[param(any_of = "what", default = "RED")]
    color: MaybeColor,
    /// A user.
    #[param(one_of, needs = color)]
    user: MaybeUser,
    /// Colors.
    #[param(default = "RED;RED")]
    colors: ::core::option::Option<::vox_core::List<Color>>,
    /// A day.
    #[param(default = "TODAY")]
    day: ::core::option::Option<Date>,
}

type MaybeColor = ::core::option::Option<Color>;
type MaybeUser = ::core::option::Option<User>;

/// A day, with the name of a type of vox.
#[derive(VoxEnum)]
enum Date {
    /// This day.
    Today,
    /// Another.
    Other(::std::string::String),
}

/// A target.
#[derive(VoxChoice)]
enum Target {
    /// By color.
    #[param(needs = [day, user], default = "RED")]
    Tint(Color),
    /// By number.
    Part {
        /// The number.
        part: u64,
        /// Its owner.
        #[param(one_of)]
        owner: ::core::option::Option<Owner>,
    },
}

/// An owner.
#[derive(VoxChoice)]
enum Owner {
    /// By id.
    Id(u64),
    /// By name.
    Name(::std::string::String),
}

/// A user.
#[derive(VoxChoice)]
enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(::std::string::String),
}

/// A color.
#[doc = ::std::concat!("Of a", " thing.")]
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

/// Types with the names of the builder's type parameters.
mod alike {
    pub struct PartState;
    pub struct ClientRole;

    /// A method.
    #[derive(::vox_core::VoxMethod)]
    #[vox_method(name = "SetPart", response = ClientMode, kind = write)]
    pub struct SetPart {
        /// A part, whose state would hide the type of the next.
        #[param(one_of)]
        pub part: Part,
        /// A state.
        #[param(one_of)]
        pub state: PartOf<PartState>,
        /// Two parameters whose names differ only in underscores.
        pub a1: u64,
        /// The other.
        pub a_1: u64,
    }

    /// A choice with a parameter is an alias of one without.
    pub type PartOf<T> = <T as Has>::Part;

    pub trait Has {
        type Part;
    }

    impl Has for PartState {
        type Part = OtherPart;
    }

    /// A part.
    #[derive(::vox_core::VoxChoice)]
    pub enum Part {
        /// By id.
        PartId(u64),
        /// By name.
        PartName(String),
    }

    /// Another part.
    #[derive(::vox_core::VoxChoice)]
    pub enum OtherPart {
        /// By id.
        OtherId(u64),
        /// By name.
        OtherName(String),
    }

    /// A response.
    #[derive(::vox_core::VoxRecord)]
    pub struct ClientMode {
        /// The id of the part.
        pub part_id: u64,
    }

    pub fn request() -> SetPart {
        SetPart::builder().part(Part::PartId(1)).state(OtherPart::OtherId(2)).a1(1).a_1(2).build()
    }
}

fn main() {
    let request = SetThing::builder().name("a").user(User::Id(1)).color(Color::Red).build();
    let form = ::vox_core::MethodExt::to_form(&request);
    ::std::assert_eq!(form.as_bytes(), b"name=a&user_id=1&color=RED");

    let target = Target::Part { part: 1, owner: ::std::option::Option::Some(Owner::Id(2)) };
    let form = ::vox_core::MethodExt::to_form(&SetOther::builder().target(target).build());
    ::std::assert_eq!(form.as_bytes(), b"part=1&owner_id=2");
}
