//! A second opinion on responses: what a response proves, by the rules of the design and by nothing of vox's own code but the
//! declarations.

mod check;
mod evidence;
mod json;
mod truth;

pub use check::check;
pub use evidence::Sure;
pub use json::{Json, Parsed, parse};
pub use truth::Truth;
