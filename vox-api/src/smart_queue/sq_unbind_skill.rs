//! The method `SQ_UnbindSkill`.

use vox_core::prelude::*;

use crate::types::Application;
use crate::types::UsersOrAll;

/// Takes skills away from agents.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_UnbindSkill", response = (), kind = write)]
pub struct SqUnbindSkill {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Users.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// Skills.
    #[param(one_of)]
    pub sq_skill: SqSkillsOrAll,
}

/// Skills.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_skill")]
pub enum SqSkillsOrAll {
    /// By ids.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}
