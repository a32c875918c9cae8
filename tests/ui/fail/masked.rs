//! Only declared types can be masked.

use vox_core::masked;
use vox_core::prelude::*;

/// A struct without a derive.
pub struct Plain {
    /// A key.
    pub api_key: String,
}

/// One parameter of a request.
#[derive(VoxChoice)]
pub enum Owner {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

fn main() {
    masked(&Plain { api_key: String::new() });
    masked(&Owner::Id(1));
    masked(&7_u64);
}
