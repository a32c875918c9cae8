//! SmartQueue.
//!
#![doc = include_str!("../../docs/smart_queue.md")]

mod types;

pub use types::*;

vox_core::methods! {
    sq_add_queue { SqAddQueue, SqAddQueueResponse, SqAddQueueResult }
    sq_set_queue_info { SqSetQueueInfo, SqQueue }
    sq_del_queue { SqDelQueue }
    sq_get_queues { SqGetQueues, SqGetQueuesResponse, SqQueues, ExcludedUsers, GetSqQueuesResult }
    sq_bind_skill { SqBindSkill, SkillLevel, SqSkillBindingMode }
    sq_bind_agent { SqBindAgent, BoundSqQueues, SqAgentBindingMode }
    sq_get_agents {
        SqGetAgents, SqGetAgentsResponse, SkillLevels, AgentStatus, ExcludedSqQueues, GetSqAgentsResult,
    }
    get_sq_state {
        GetSqState, GetSqStateResponse, SmartQueueState, SmartQueueStateAgent, SmartQueueAgentSkill,
        SmartQueueStateTask, SqTaskType, SqTaskStatus, SmartQueueTaskSkill,
    }
    get_smart_queue_realtime_metrics {
        GetSmartQueueRealtimeMetrics, GetSmartQueueRealtimeMetricsResponse, MetricsSqQueues,
        SmartQueueMetricsResult, SmartQueueMetricsGroups, SmartQueueMetricsGroupsValues,
    }
    request_smart_queue_history { RequestSmartQueueHistory, HistorySqQueues }
    sq_unbind_skill { SqUnbindSkill, SqSkillsOrAll }
    sq_set_agent_info { SqSetAgentInfo }
}
