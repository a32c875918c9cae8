//! Types that several methods of the section share.

mod agent_selection;
mod agent_status;
mod excluded_users;
mod max_waiting_time;
mod metrics_checks;
mod metrics_request;
mod metrics_result;
mod queues_or_all;
mod report_type;
mod skill_key;
mod skills_or_all;
mod task_selection;

pub use agent_selection::SqAgentSelection;
pub use agent_status::{SmartQueueStateAgentStatus, SmartQueueStateAgentStatusType, SqStatusName};
pub use excluded_users::SqExcludedUsers;
pub use max_waiting_time::{SqCallMaxWaitingTime, SqImMaxWaitingTime};
pub(super) use metrics_checks::{has_one_queue_for_agents, has_queue, has_waiting_time, metrics_checks};
pub use metrics_request::{SqGroupBy, SqMetricsQueues, SqMetricsUsers};
pub use metrics_result::{SmartQueueMetricsGroups, SmartQueueMetricsGroupsValues, SmartQueueMetricsResult};
pub use queues_or_all::SqQueuesOrAll;
pub use report_type::SqReportType;
pub use skill_key::SqSkillKey;
pub use skills_or_all::SqSkillsOrAll;
pub use task_selection::SqTaskSelection;
