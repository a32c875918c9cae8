//! The method `BindSkill`.

use vox_core::prelude::*;

use crate::types::{AcdQueuesOrAll, UsersInApplication};

/// Gives skills to users and queues, or takes them away.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindSkill",
    roles = [Owner, Admin, Developer, UserManager],
    response = (),
    kind = write,
)]
pub struct BindSkill {
    /// Skills.
    #[param(one_of)]
    pub skill: SkillsOrAll,
    /// Users.
    #[param(one_of, any_of = "target")]
    pub user: Option<UsersInApplication>,
    /// Queues.
    #[param(one_of, any_of = "target")]
    pub acd_queue: Option<AcdQueuesOrAll>,
    /// Whether the skills are given instead of taken away.
    #[param(default = true)]
    pub bind: Option<bool>,
}

/// Skills.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "skill")]
pub enum SkillsOrAll {
    /// By ids.
    Id(IdList),
    /// By names.
    #[param(each(max_len = 511))]
    Name(Vec<String>),
}
