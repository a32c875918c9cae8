//! A reference implementation of what a response proves. It shares the declarations with vox, and no other code.

mod check;
mod evidence;
mod json;
mod truth;

pub use check::check;
pub use evidence::Certainty;
pub use json::{Json, Parsed, parse};
pub use truth::Truth;
