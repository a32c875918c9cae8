//! What several of the tests need: a server that misbehaves on purpose, a second opinion on responses, and the targets that
//! fuzzing and the property tests share. The documents' snippets are compiled here as documentation tests.

pub mod faulty_server;
pub mod reference;
pub mod targets;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
struct Contributing;
