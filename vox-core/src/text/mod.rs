//! Text formats, independent of the types of vox.

pub(crate) mod form;
mod normalize;

pub(crate) use normalize::{Normalized, normalize};
