//! Declarations in functions and macros, with any visibility, through a re-export, under strict lints.

#![deny(warnings, clippy::pedantic, missing_docs, rust_2018_idioms, unused_qualifications)]

use vox_core::prelude::*;

/// Crates that the user does not name.
pub mod facade {
    pub use vox_core as engine;
}

/// A method.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "GetThing", response = Answer, kind = read, crate = crate::facade::engine)]
pub(crate) struct ThroughReexport {
    /// A number.
    pub(crate) number: u64,
}

/// An answer.
#[derive(Debug, VoxRecord)]
#[vox_record(crate = crate::facade::engine)]
pub(crate) struct Answer {
    /// 1.
    pub(crate) result: u64,
}

macro_rules! declare {
    ($name:ident, $wire:literal, $field:ident: $type:ty) => {
        /// Made by a macro.
        #[derive(Debug, Clone, VoxMethod)]
        #[vox_method(name = $wire, response = Answer, kind = read)]
        struct $name {
            /// A parameter.
            $field: $type,
        }
    };
}

declare!(Made, "GetMade", text: String);

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

    /// An answer.
    #[derive(Debug, VoxRecord)]
    struct Inner {
        /// 1.
        result: u64,
    }

    let inner = GetInner::builder().name("a").user(User::Id(1)).build();
    assert_eq!(inner.to_form().as_bytes(), b"name=a&user_id=1");
    let _ = (User::Name(String::new()), inner.name, inner.user);
    let answer = GetInner::from_http(http::Response::new(r#"{"result": 1}"#)).unwrap();
    assert_eq!(answer.result, 1);
    assert_eq!(Made { text: "b".into() }.to_form().as_bytes(), b"text=b");
    assert_eq!(ThroughReexport::builder().number(1).build().number, 1);
}
