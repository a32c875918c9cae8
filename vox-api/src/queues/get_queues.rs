//! `GetQueues`: lists ACD queues.
//!
//! Roles: Owner, Admin, Developer, Supervisor. Source: the method `GetQueues` of the API's section Queues.

use vox_core::prelude::*;

use crate::types::{Application, Skill};

/// Lists ACD queues (the first version of queues, not SmartQueue) with their settings.
///
/// The names of applications and skills, and `show_deleted`, are only in the newest sources.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::{ExcludedSkill, GetQueues};
/// use vox_api::types::Skill;
///
/// let request = GetQueues {
///     skill: Some(Skill::Name("english".into())),
///     excluded_skill: Some(ExcludedSkill::Id(7)),
///     with_skills: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"skill_name=english&excluded_skill_id=7&with_skills=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetQueues",
    roles = [Owner, Admin, Developer, Supervisor],
    response = GetQueuesResponse,
    kind = read,
)]
pub struct GetQueues {
    /// The queue's id.
    pub acd_queue_id: Option<u64>,
    /// A part of the queues' names, of at most 99 characters.
    #[param(max_len = 99)]
    pub acd_queue_name: Option<String>,
    /// The application of the queues.
    #[param(one_of)]
    pub application: Option<Application>,
    /// A skill that the queues are bound to.
    #[param(one_of)]
    pub skill: Option<Skill>,
    /// A skill that the queues are not bound to.
    #[param(one_of)]
    pub excluded_skill: Option<ExcludedSkill>,
    /// Whether the skills of each queue are returned.
    pub with_skills: Option<bool>,
    /// The id of the only skill that [`skills`](QueueInfo::skills) shows.
    pub showing_skill_id: Option<u64>,
    /// The most queues to return.
    pub count: Option<u64>,
    /// How many queues are skipped.
    pub offset: Option<u64>,
    /// Whether the number of operators of each queue is returned.
    pub with_operatorcount: Option<bool>,
    /// Whether deleted queues are returned.
    pub show_deleted: Option<bool>,
}

/// A skill that the queues of a list are not bound to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum ExcludedSkill {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// The response of [`GetQueues`]: one page of queues.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetQueuesResponse {
    /// The queues of this page.
    pub result: Vec<QueueInfo>,
    /// How many queues there are in all.
    pub total_count: Option<u64>,
    /// How many queues this page holds.
    pub count: Option<u64>,
}

/// An ACD queue with its settings.
///
/// Source: the structure `QueueInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct QueueInfo {
    /// The queue's id.
    pub acd_queue_id: Option<u64>,
    /// The queue's name.
    pub acd_queue_name: Option<String>,
    /// The id of the queue's application.
    pub application_id: Option<u64>,
    /// The priority of the queue: 0 is the highest.
    pub acd_queue_priority: Option<u64>,
    /// How probably the queue is served before queues with a lower priority, from 0.5 to 1.
    pub service_probability: Option<Decimal>,
    /// Whether operators are bound to the queue by their skills.
    pub auto_binding: Option<bool>,
    /// The longest predicted waiting time, in minutes.
    pub max_waiting_time: Option<u64>,
    /// The most phone calls that can wait in the queue.
    pub max_queue_size: Option<u64>,
    /// How long an operator works on a phone call on average, in seconds.
    pub average_service_time: Option<u64>,
    /// When the queue was added, UTC.
    pub created: Option<Timestamp>,
    /// When the queue was last changed, UTC.
    pub modified: Option<Timestamp>,
    /// When the queue was deleted, UTC.
    pub deleted: Option<Timestamp>,
    /// The operators of the queue. No source states when they are returned.
    pub users: Vec<QueueUsers>,
    /// The skills of the queue, if the request has `with_skills`.
    pub skills: Vec<QueueSkills>,
    /// The waiting times whose service levels are measured, in seconds.
    pub sl_thresholds: Vec<u64>,
    /// How many operators are bound to the queue, if the request has `with_operatorcount`.
    pub operatorcount: Option<u64>,
}

/// An operator of an ACD queue.
///
/// Source: the structure `QueueUsers`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct QueueUsers {
    /// The operator's id.
    pub user_id: Option<u64>,
}

/// A skill that an ACD queue is bound to.
///
/// Source: the structure `QueueSkills`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct QueueSkills {
    /// The skill's id.
    pub skill_id: Option<u64>,
    /// The skill's name.
    pub skill_name: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetQueues {
    type Item = QueueInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetQueuesResponse) -> (Vec<QueueInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
