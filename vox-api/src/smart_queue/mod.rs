//! SmartQueue: queues that distribute phone calls and chats to agents, with skills, the state of the queues, and metrics.
//!
#![doc = include_str!("../../docs/smart_queue.md")]
//!
//! Agents are users of an application. [`SqBindAgent`] assigns them to queues, [`SqBindSkill`] gives them skills with levels
//! from 1 to 5. A scenario puts a task, a phone call or a chat, into a queue, and the queue selects an agent for it:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::smart_queue::{
//!     GetSqState, SqAddQueue, SqAddSkill, SqAgentSelection, SqBindAgent, SqBindSkill, SqQueuesOrAll, SqQueuesToBind,
//!     SqSkillKey, SqSkillLevel, SqTaskSelection,
//! };
//! use vox_api::types::{Application, UsersOrAll};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let shop = Application::Name("shop".into());
//! let agents = UsersOrAll::Name(vec!["ann".into(), "bob".into()]);
//!
//! let request = SqAddQueue::builder()
//!     .application(shop.clone())
//!     .sq_queue_name("sales")
//!     .call_agent_selection(SqAgentSelection::MostQualified)
//!     .call_task_selection(SqTaskSelection::MaxWaitingTime);
//! let queue = request.send(client).await?.result.sq_queue_id;
//! let bind = SqBindAgent::builder().application(shop.clone()).sq_queue(SqQueuesToBind::Id(queue.into()));
//! bind.user(agents.clone()).send(client).await?;
//!
//! let request = SqAddSkill::builder().application(shop.clone()).sq_skill_name("French");
//! let skill = SqSkillKey::Id(request.send(client).await?.result.sq_skill_id);
//! let bind = SqBindSkill::builder().application(shop.clone()).user(agents);
//! bind.sq_skills(vec![SqSkillLevel { skill, sq_skill_level: 5 }]).send(client).await?;
//!
//! let request = GetSqState { application: shop, sq_queue: SqQueuesOrAll::Id(queue.into()), timezone: None };
//! for state in request.send(client).await?.result {
//!     println!("{:?}: {} agents, {} tasks", state.sq_queue_name, state.sq_agents.len(), state.tasks.len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`GetSmartQueueRealtimeMetrics`] and [`GetSmartQueueDayHistory`] read recent metrics; [`RequestSmartQueueHistory`] orders a
//! report, which the methods of the section History follow and download. The API rejects an invalid application (error
//! [116](vox_core::ErrorCode::INVALID_APPLICATION_ID)), an invalid user (error [117](vox_core::ErrorCode::INVALID_USER_ID)), an
//! invalid excluded user (error [180](vox_core::ErrorCode::INVALID_EXCLUDED_USER_ID)), and an invalid priority (error
//! [247](vox_core::ErrorCode::INVALID_PRIORIITY)).
//!
//! The first version of queues is in the sections Queues and Skills.

mod types;

pub use types::{
    SmartQueueMetricsGroups, SmartQueueMetricsGroupsValues, SmartQueueMetricsResult,
    SmartQueueStateAgentStatus, SmartQueueStateAgentStatusType, SqAgentSelection, SqCallMaxWaitingTime,
    SqExcludedUsers, SqGroupBy, SqImMaxWaitingTime, SqMetricsQueues, SqMetricsUsers, SqQueuesOrAll,
    SqReportType, SqSkillKey, SqSkillsOrAll, SqStatusName, SqTaskSelection,
};

vox_core::methods! {
    get_smart_queue_realtime_metrics { GetSmartQueueRealtimeMetrics, GetSmartQueueRealtimeMetricsResponse }
    get_smart_queue_day_history { GetSmartQueueDayHistory, GetSmartQueueDayHistoryResponse }
    request_smart_queue_history { RequestSmartQueueHistory }
    get_sq_state {
        GetSqState, GetSqStateResponse, SmartQueueAgentSkill, SmartQueueState, SmartQueueStateAgent,
        SmartQueueStateTask, SmartQueueTaskSkill, SqTaskStatus, SqTaskType,
    }
    sq_set_agent_custom_status_mapping { SqSetAgentCustomStatusMapping }
    sq_get_agent_custom_status_mapping {
        SqGetAgentCustomStatusMapping, SqGetAgentCustomStatusMappingResponse, SqCustomStatus,
    }
    sq_delete_agent_custom_status_mapping { SqDeleteAgentCustomStatusMapping }
    sq_add_queue { SqAddQueue, SqAddQueueResponse, SqAddQueueResult }
    sq_set_queue_info { SqSetQueueInfo, SqQueue }
    sq_del_queue { SqDelQueue }
    sq_get_queues { SqGetQueues, SqGetQueuesResponse, GetSqQueuesResult, SqQueues }
    sq_add_skill { SqAddSkill, SqAddSkillResponse, SqAddSkillResult }
    sq_del_skill { SqDelSkill }
    sq_set_skill_info { SqSetSkillInfo, SqSkill }
    sq_bind_skill { SqBindSkill, SqSkillBindingMode, SqSkillLevel }
    sq_unbind_skill { SqUnbindSkill }
    sq_get_skills { SqGetSkills, SqGetSkillsResponse, GetSqSkillsResult, SqSkills }
    sq_bind_agent { SqBindAgent, SqAgentBindingMode, SqQueuesToBind }
    sq_unbind_agent { SqUnbindAgent }
    sq_get_agents {
        SqGetAgents, SqGetAgentsResponse, GetSqAgentsResult, SqAgentStatusFilter, SqExcludedQueues, SqSkillLevelRange,
    }
    sq_set_agent_info { SqSetAgentInfo }
}
