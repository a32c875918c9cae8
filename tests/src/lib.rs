//! Shared parts of the tests: a server that misbehaves on purpose, a reference implementation that judges responses, and
//! the targets of fuzzing and of the property tests. The snippets of the documents are compiled here as documentation tests.

use std::time::Duration;

pub mod faulty_server;
pub mod reference;
pub mod targets;

/// A time in which a request reaches a local server even on a busy machine, for timeouts that are to pass after that.
pub const ARRIVAL: Duration = Duration::from_secs(2);

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
struct Contributing;
