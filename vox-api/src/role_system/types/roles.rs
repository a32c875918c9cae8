//! Choices of roles.

use vox_core::prelude::*;

/// Roles, from [`GetRoles`](crate::role_system::GetRoles).
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "role")]
pub enum Roles {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}
