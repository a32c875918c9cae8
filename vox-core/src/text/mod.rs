//! Text, independent of the types of vox.

mod normalize;

pub(crate) use normalize::{Normalized, normalize};
