//! The method `SQ_GetAgents`.

use serde::{Deserialize, Serialize};
use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::types::{SkillKey, SmartQueueStateAgentStatus, SqQueuesOrAll, Users};
use crate::types::Application;

/// Lists agents with their skills, queues and statuses.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_GetAgents", response = SqGetAgentsResponse, kind = read, checks = [LEVELS])]
pub struct SqGetAgents {
    /// An application.
    #[param(one_of)]
    pub application: Application,
    /// Whether the agents take phone calls.
    pub handle_calls: Option<bool>,
    /// Smart queues.
    #[param(one_of)]
    pub sq_queue: Option<SqQueuesOrAll>,
    /// Smart queues whose agents are left out.
    #[param(one_of)]
    pub excluded_sq_queue: Option<ExcludedSqQueues>,
    /// The skills that the agents have.
    pub sq_skills: Option<Json<Vec<SkillLevels>>>,
    /// Users.
    #[param(one_of)]
    pub user: Option<Users>,
    /// A part of the user names.
    pub user_name_template: Option<String>,
    /// The statuses.
    pub sq_statuses: Option<Json<Vec<AgentStatus>>>,
    /// Whether the response contains the skills.
    pub with_sq_skills: Option<bool>,
    /// Whether the response contains the smart queues.
    pub with_sq_queues: Option<bool>,
    /// Whether the response contains the statuses.
    pub with_sq_statuses: Option<bool>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
}

/// The response of [`SqGetAgents`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqGetAgentsResponse {
    /// The result.
    pub result: Vec<GetSqAgentsResult>,
}

/// A skill of any of these levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SkillLevels {
    /// The skill.
    #[serde(flatten)]
    pub skill: SkillKey,
    /// The lowest level, from 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_sq_skill_level: Option<u8>,
    /// The highest level, from 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_sq_skill_level: Option<u8>,
}

/// A status of an agent: `OFFLINE`, `ONLINE`, `READY`, `IN_SERVICE`, `AFTER_SERVICE` or `DND` for `CALL` or `IM`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgentStatus {
    /// `CALL` or `IM`.
    pub sq_status_type: String,
    /// The status.
    pub sq_status_name: String,
}

/// Smart queues whose agents are left out.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "excluded_sq_queue")]
pub enum ExcludedSqQueues {
    /// By ids.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// An agent.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqAgentsResult {
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The name of the user.
    pub user_name: Option<String>,
    /// The name that is displayed.
    pub user_display_name: Option<String>,
    /// The most chats at a time.
    pub max_simultaneous_conversations: Option<u64>,
    /// The statuses.
    pub sq_statuses: Vec<SmartQueueStateAgentStatus>,
    /// The smart queues.
    pub sq_queues: Option<Value>,
    /// The skills with their levels.
    pub sq_skills: Option<Value>,
}

const LEVELS: RequestCheck<SqGetAgents> =
    RequestCheck::new("levels", "must have levels from 1 to 5", &["sq_skills"], |request| {
        request.sq_skills.iter().flat_map(|skills| &skills.0).all(|skill| {
            let levels = [skill.min_sq_skill_level, skill.max_sq_skill_level];
            levels.into_iter().flatten().all(|level| (1..=5).contains(&level))
        })
    });
