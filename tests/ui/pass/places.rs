//! Declarations in functions and macros, with any visibility, through a re-export, under strict lints.

#![deny(warnings, clippy::pedantic, missing_docs, rust_2018_idioms, unused_qualifications)]

use vox_core::prelude::*;

/// A crate that re-exports vox.
pub mod facade {
    pub use vox_core as engine;
}

/// A method.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetThing", response = GetThingResponse, kind = read, crate = crate::facade::engine)]
pub(crate) struct ThroughReexport {
    /// A number.
    pub(crate) number: u64,
}

/// A response.
#[derive(Debug, VoxRecord)]
#[vox_record(crate = crate::facade::engine)]
pub(crate) struct GetThingResponse {
    /// 1.
    pub(crate) result: u64,
}

macro_rules! declare {
    ($name:ident, $wire:literal, $field:ident: $type:ty) => {
        /// Made by a macro.
        #[derive(Debug, Clone, VoxMethod)]
        #[vox_method(name = $wire, response = GetThingResponse, kind = read)]
        struct $name {
            /// A parameter.
            $field: $type,
        }
    };
}

declare!(Made, "GetMade", text: String);

/// Every value of an attribute may come from the macro's caller.
macro_rules! declare_all {
    (
        $(#[$attribute:meta])*
        $vis:vis $name:ident: $wire:literal, [$($role:ident),*], $kind:ident, $ack:ident -> $response:ty;
        $(#[$field_attribute:meta])* $field:ident: $type:ty = $least:literal..$most:expr, $pattern:literal, $check:path
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, VoxMethod)]
        #[vox_method(name = $wire, roles = [$($role),*], response = $response, kind = $kind, ack = $ack)]
        $vis struct $name {
            $(#[$field_attribute])*
            #[param(min_len = $least, max_len = $most, pattern = $pattern, check = $check)]
            $vis $field: $type,
        }
    };
}

declare_all! {
    /// Made by a macro.
    pub(crate) MadeWhole: "GetMadeWhole", [Owner, Admin], read, none -> GetThingResponse;
    /// An address.
    address: String = 5..20, "[a-z@.]+", rules::EMAIL
}

declare_all! {
    /// Returns nothing.
    pub(crate) MadeWithoutResponse: "SetMadeWhole", [Owner, Admin], write, truthy -> ();
    /// An address.
    address: String = 5..20, "[a-z@.]+", rules::EMAIL
}

/// A write.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "SetThing", response = Thing, kind = write)]
pub(crate) struct SetThing {
    /// A number.
    pub(crate) number: u64,
}

/// A thing.
#[derive(Debug, VoxRecord)]
pub(crate) struct Thing {
    /// Its id.
    pub(crate) thing_id: u64,
}

/// A request with parameters that only some builds have.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetConditional", response = GetThingResponse, kind = read)]
pub(crate) struct Conditional {
    /// Present.
    #[cfg(not(any()))]
    #[cfg_attr(all(), param(max_len = 5))]
    pub(crate) present: Option<String>,
    /// Absent, and its type does not exist.
    #[cfg(any())]
    pub(crate) absent: Missing,
    /// One of several.
    #[param(one_of)]
    pub(crate) choice: Option<Alternative>,
    /// A color.
    #[param(default = "RED")]
    pub(crate) color: Option<Color>,
}

/// Alternatives, some of them only in some builds.
#[derive(Debug, Clone, VoxChoice)]
pub(crate) enum Alternative {
    /// By id.
    Id(u64),
    /// By a key.
    #[cfg(not(any()))]
    Key(Secret),
    /// Absent.
    #[cfg(any())]
    Missing(Missing),
}

/// Colors, some of them only in some builds.
#[derive(VoxEnum)]
pub(crate) enum Color {
    /// Red.
    Red,
    /// Absent.
    #[cfg(any())]
    Green,
    /// Another.
    Other(String),
}

fn main() {
    /// A method in a function.
    #[derive(Debug, Clone, VoxMethod)]
    #[vox_method(name = "GetInner", response = Inner, kind = read)]
    struct GetInner {
        /// A name.
        name: String,
        /// A user.
        #[param(one_of)]
        user: User,
    }

    /// A user.
    #[derive(Debug, Clone, VoxChoice)]
    enum User {
        /// By id.
        Id(u64),
        /// By name.
        Name(String),
    }

    /// A response.
    #[derive(Debug, VoxRecord)]
    struct Inner {
        /// 1.
        result: u64,
    }

    let inner = GetInner::builder().name("a").user(User::Id(1)).build();
    assert_eq!(inner.to_form().as_bytes(), b"name=a&user_id=1");
    let _ = (User::Name(String::new()), inner.name, inner.user);
    let response = GetInner::from_http(http::Response::new(r#"{"result": 1}"#)).unwrap();
    assert_eq!(response.result, 1);
    assert_eq!(Made { text: "b".into() }.to_form().as_bytes(), b"text=b");
    let whole = MadeWhole::builder().address("nobody").build();
    assert_eq!(whole.validate().unwrap_err().len(), 1);
    let without_response = MadeWithoutResponse::builder().address("nobody").build();
    assert_eq!(without_response.validate().unwrap_err().len(), 1);
    assert_eq!(SetThing::builder().number(1).build().number, 1);
    let response = SetThing::from_http(http::Response::new(r#"{"result": 1, "thing_id": 7}"#)).unwrap();
    assert_eq!(response.thing_id, 7);
    let conditional =
        Conditional::builder().present("a").choice(Alternative::Key("b".into())).color("RED").build();
    assert_eq!(conditional.to_form().as_bytes(), b"present=a&alternative_key=b&color=RED");
    let _ = (Alternative::Id(1), Conditional::default());
    assert_eq!(ThroughReexport::builder().number(1).build().number, 1);
}
