//! Shared parts of the tests: a server that misbehaves on purpose, a reference implementation that judges responses, and
//! the targets of fuzzing and of the property tests. The snippets of the documents are compiled here as documentation tests.

pub mod faulty_server;
pub mod reference;
pub mod targets;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
struct Contributing;
