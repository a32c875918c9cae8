//! Bytes and names: nothing here knows a type of vox.

mod normalize;

pub(crate) use normalize::normalize;
