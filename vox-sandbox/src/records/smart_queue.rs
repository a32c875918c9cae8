//! The records of `SmartQueue`.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use vox_api::smart_queue::{
    GetSqQueuesResult, GetSqSkillsResult, SmartQueueAgentSkill, SmartQueueStateAgentStatus,
    SmartQueueStateAgentStatusType, SqStatusName,
};
use vox_core::Record as _;

use super::whole_seconds;
use crate::state::resources::smart_queue::{Agent, Queue, Skill, SmartQueue};

/// The status of every agent, for both types of tasks: no agent logs in to the sandbox.
pub(crate) const STATUS: SqStatusName = SqStatusName::Offline;

pub(crate) fn queue_record(id: u64, queue: &Queue) -> GetSqQueuesResult {
    let mut record = GetSqQueuesResult::blank();
    record.sq_queue_id = Some(id);
    record.sq_queue_name = Some(queue.name.clone());
    record.description.clone_from(&queue.description);
    record.agent_selection = Some(queue.agent_selection.clone());
    record.task_selection = Some(queue.task_selection.clone());
    record.fallback_agent_selection.clone_from(&queue.fallback_agent_selection);
    record.hold_calls_if_inactive_agents = Some(queue.calls.hold_if_inactive_agents);
    record.hold_im_if_inactive_agents = Some(queue.chats.hold_if_inactive_agents);
    record.call_max_waiting_time = queue.calls.max_time.map(minutes);
    record.call_max_waiting_time_in_seconds = queue.calls.max_time;
    record.im_max_waiting_time = queue.chats.max_time.map(minutes);
    record.im_max_waiting_time_in_seconds = queue.chats.max_time;
    record.call_max_queue_size = queue.calls.max_size;
    record.im_max_queue_size = queue.chats.max_size;
    record.created = whole_seconds(queue.created);
    record.modified = whole_seconds(queue.modified);
    record
}

fn minutes(seconds: u64) -> u64 {
    seconds.div_ceil(60)
}

pub(crate) fn skill_record(id: u64, skill: &Skill) -> GetSqSkillsResult {
    let mut record = GetSqSkillsResult::blank();
    record.sq_skill_id = Some(id);
    record.sq_skill_name = Some(skill.name.clone());
    record.description.clone_from(&skill.description);
    record.created = whole_seconds(skill.created);
    record.modified = whole_seconds(skill.modified);
    record
}

/// The skills of an agent, sorted by id.
pub(crate) fn agent_skills(agent: &Agent, smart_queue: &SmartQueue) -> Vec<SmartQueueAgentSkill> {
    let skills = agent.skills.iter().filter_map(|(id, level)| {
        let mut record = SmartQueueAgentSkill::blank();
        record.sq_skill_id = Some(*id);
        record.sq_skill_name = Some(smart_queue.skills.get(*id)?.name.clone());
        record.sq_skill_level = Some(u64::from(*level));
        Some(record)
    });
    skills.collect()
}

/// The same as JSON with the same members.
pub(crate) fn agent_skills_json(agent: &Agent, smart_queue: &SmartQueue) -> Value {
    let skills = agent_skills(agent, smart_queue).into_iter().map(|skill| {
        json!({
            "sq_skill_id": skill.sq_skill_id,
            "sq_skill_name": skill.sq_skill_name,
            "sq_skill_level": skill.sq_skill_level,
        })
    });
    skills.collect()
}

/// The queues of an agent as JSON, sorted by id.
pub(crate) fn agent_queues_json(agent: &Agent, smart_queue: &SmartQueue) -> Value {
    let queues = agent.queues.iter().filter_map(|id| {
        let name = &smart_queue.queues.get(*id)?.name;
        Some(json!({ "sq_queue_id": id, "sq_queue_name": name }))
    });
    queues.collect()
}

/// The status that an agent has had since a time, for both types of tasks.
pub(crate) fn agent_status(since: Timestamp, time_zone: &TimeZone) -> SmartQueueStateAgentStatus {
    let mut status = SmartQueueStateAgentStatusType::blank();
    status.sq_status_name = Some(STATUS);
    status.from_date = whole_seconds(since).map(|since| time_zone.to_datetime(since));
    let mut statuses = SmartQueueStateAgentStatus::blank();
    statuses.im = Some(status.clone());
    statuses.call = Some(status);
    statuses
}
