//! Applications.

use vox_core::prelude::*;

/// An application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}
