//! How the setters of a builder take values.
//!
//! Each type of parameters names one of these in [`ParamValue::Setter`](crate::value::ParamValue::Setter).

/// A setter takes a value of the type itself, so that a literal needs no type: `.rule_id(7)`.
#[derive(Debug)]
pub enum Exact {}

/// A setter takes everything that converts into the type: `.name("x")` and `.name(String::new())`.
#[derive(Debug)]
pub enum Converted {}

/// A setter takes what the setter of the type inside the `Option` takes.
#[derive(Debug)]
pub enum Optional {}
