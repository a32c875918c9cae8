//! `GetSQState`: reads the current state of queues.
//!
//! Roles: any. Source: the method `GetSQState` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::{SmartQueueStateAgentStatus, SqQueuesOrAll};
use crate::types::Application;

/// Reads the current state of queues: their agents with their statuses, and the tasks that wait or are worked on.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{GetSqState, SqQueuesOrAll};
/// use vox_api::types::Application;
///
/// let request = GetSqState::builder()
///     .application(Application::Name("shop".into()))
///     .sq_queue(SqQueuesOrAll::Id(IdList::All))
///     .timezone("auto")
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"application_name=shop&sq_queue_id=all&timezone=auto");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSQState", response = GetSqStateResponse, kind = read)]
#[doc(alias = "GetSQState")]
pub struct GetSqState {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The queues.
    #[param(one_of)]
    pub sq_queue: SqQueuesOrAll,
    /// The time zone of the times in the response: `Etc/GMT-8`, or `auto` for the account's. No source states the default,
    /// which is presumably UTC.
    pub timezone: Option<String>,
}

/// The response of [`GetSqState`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqStateResponse {
    /// The queues.
    pub result: Vec<SmartQueueState>,
}

/// The current state of a queue.
///
/// Source: the structure `SmartQueueState`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueState {
    /// The queue's id.
    pub sq_queue_id: Option<u64>,
    /// The queue's name.
    pub sq_queue_name: Option<String>,
    /// The agents who are logged in.
    pub sq_agents: Vec<SmartQueueStateAgent>,
    /// The tasks.
    pub tasks: Vec<SmartQueueStateTask>,
}

/// An agent of a queue.
///
/// Source: the structure `SmartQueueState_Agent`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateAgent {
    /// The id of the agent's user.
    pub user_id: Option<u64>,
    /// The name of the agent's user.
    pub user_name: Option<String>,
    /// The agent's name as others see it.
    pub user_display_name: Option<String>,
    /// The skills that the agent has.
    pub sq_skills: Vec<SmartQueueAgentSkill>,
    /// The statuses of the agent.
    pub sq_statuses: Vec<SmartQueueStateAgentStatus>,
}

/// A skill that an agent has.
///
/// Source: the structure `SmartQueueAgent_Skill`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueAgentSkill {
    /// The skill's id.
    pub sq_skill_id: Option<u64>,
    /// The skill's name.
    pub sq_skill_name: Option<String>,
    /// The level, from 1 to 5.
    pub sq_skill_level: Option<u64>,
}

/// A task of a queue: a phone call or a chat.
///
/// Source: the structure `SmartQueueState_Task`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueStateTask {
    /// Whether it is a phone call or a chat.
    pub task_type: Option<SqTaskType>,
    /// The status of the task.
    pub status: Option<SqTaskStatus>,
    /// The id of the user who was selected as the agent for the task.
    pub user_id: Option<u64>,
    /// The skills that the task needs.
    pub sq_skills: Vec<SmartQueueTaskSkill>,
    /// How long the task has waited, in milliseconds.
    pub waiting_time: Option<u64>,
    /// How long the task has been worked on, in milliseconds.
    pub processing_time: Option<u64>,
    /// The custom data that the scenario gave the task. By its description it is a text; some SDKs declare it as an object.
    pub custom_data: Option<Value>,
}

/// The type of a task.
///
/// Source: `task_type` of the structure `SmartQueueState_Task`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqTaskType {
    /// A phone call.
    Call,
    /// A chat.
    Im,
    /// A type that this list does not have.
    Other(String),
}

/// The status of a task.
///
/// Source: `status` of the structure `SmartQueueState_Task`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SqTaskStatus {
    /// It waits in the queue.
    InQueue,
    /// An agent was selected for it.
    Distributed,
    /// An agent works on it.
    InProcessing,
    /// A status that this list does not have.
    Other(String),
}

/// A skill that a task needs.
///
/// Source: the structure `SmartQueueTask_Skill`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmartQueueTaskSkill {
    /// The skill's name.
    pub sq_skill_name: Option<String>,
    /// The level, from 1 to 5.
    pub sq_skill_level: Option<u64>,
}

#[cfg(test)]
mod tests {
    use vox_core::{MethodExt, Value};

    use super::{GetSqState, SqTaskStatus};
    use crate::smart_queue::SqStatusName;

    #[test]
    fn statuses_are_read_from_one_object_or_a_list() {
        let status = r#"{"CALL": {"sq_status_name": "READY", "from_date": "2026-01-31 18:05:00"},
            "IM": {"sq_status_name": "CUSTOM_1"}}"#;
        for statuses in [status.to_owned(), format!("[{status}]")] {
            let body = format!(
                r#"{{"result": [{{"sq_queue_id": 3, "sq_agents": [{{"user_id": 5, "sq_statuses": {statuses}}}],
                "tasks": [{{"task_type": "CALL", "status": "IN_QUEUE", "custom_data": "vip"}}]}}]}}"#
            );
            let response = GetSqState::from_http(http::Response::new(body)).unwrap();
            let queue = &response.result[0];
            let statuses = &queue.sq_agents[0].sq_statuses[0];
            let call = statuses.call.as_ref().unwrap();
            assert_eq!(call.sq_status_name, Some(SqStatusName::Ready));
            assert_eq!(call.from_date, Some("2026-01-31 18:05:00".parse().unwrap()));
            let im = statuses.im.as_ref().unwrap();
            assert_eq!(im.sq_status_name, Some(SqStatusName::other("CUSTOM_1")));
            assert_eq!(queue.tasks[0].status, Some(SqTaskStatus::InQueue));
            assert_eq!(queue.tasks[0].custom_data, Some(Value::from("vip")));
        }
    }
}
