//! Agents whose queues or skills are left out.

use vox_core::prelude::*;

/// Agents: what is bound to one of them is left out of a list.
///
/// The newest sources take several; older ones take one.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "excluded_user")]
pub enum SqExcludedUsers {
    /// By the ids of the users.
    Id(Vec<u64>),
    /// By the names of the users.
    Name(Vec<String>),
}
