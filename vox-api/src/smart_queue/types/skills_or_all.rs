//! Skills.

use vox_core::prelude::*;

/// Skills of SmartQueue, or all.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_skill")]
pub enum SqSkillsOrAll {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}
