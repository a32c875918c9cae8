//! Queues: ACD queues, the first version of queues, with their operators, their state and statistics.
//!
#![doc = include_str!("../../docs/queues.md")]
//!
//! A scenario puts phone calls into a queue, which gives them to its operators. [`AddQueue`] adds a queue, [`BindUserToQueue`]
//! makes users of the application its operators. With [`auto_binding`](AddQueue::auto_binding) the queue finds its operators by
//! their skills instead; see the section Skills. [`GetAcdState`] reads the current state of the queues:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::queues::{AddQueue, BindUserToQueue, GetAcdState};
//! use vox_api::types::{AcdQueuesOrAll, Application, UsersOrAll};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let application = Application::Name("support".into());
//! let queue = AddQueue::builder().acd_queue_name("sales").application(application.clone()).send(client).await?;
//! BindUserToQueue::builder()
//!     .application(application)
//!     .user(UsersOrAll::Name(vec!["ann".into(), "bob".into()]))
//!     .acd_queue(AcdQueuesOrAll::Id(queue.acd_queue_id.into()))
//!     .send(client)
//!     .await?;
//!
//! let state = GetAcdState::builder().acd_queue_id(queue.acd_queue_id).send(client).await?;
//! for queue in state.result.map(|state| state.acd_queues).unwrap_or_default() {
//!     println!("{:?}: {} phone calls wait", queue.acd_queue_id, queue.waiting_calls.len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The methods with statistics sum up a time span: [`GetAcdOperatorStatistics`] the phone calls of operators,
//! [`GetAcdOperatorStatusStatistics`] their statuses, [`GetAcdQueueStatistics`] the phone calls of queues. The section History
//! lists the single sessions of queues, by `GetACDHistory`. SmartQueue, the second version of queues, is another section.

mod types;

pub use types::{AcdStatisticsAggregation, AcdStatisticsGroup, AcdStatisticsItem};

vox_core::methods! {
    add_queue { AddQueue, AddQueueResponse }
    bind_user_to_queue { BindUserToQueue }
    del_queue { DelQueue, AcdQueues }
    set_queue_info { SetQueueInfo, AcdQueue }
    get_queues { GetQueues, GetQueuesResponse, ExcludedSkill, QueueInfo, QueueSkills, QueueUsers }
    get_acd_state {
        GetAcdState, GetAcdStateResponse, AcdAfterServiceOperatorState, AcdLock, AcdLockedOperatorState,
        AcdLockedOperatorStatus, AcdOperatorCall, AcdQueueState, AcdReadyOperatorState, AcdServicingCallState, AcdState,
        AcdWaitingCallState,
    }
    get_acd_operator_statistics {
        GetAcdOperatorStatistics, GetAcdOperatorStatisticsResponse, AcdOperatorAggregationGroup, AcdOperatorMetric,
        AcdOperatorStatistics,
    }
    get_acd_queue_statistics {
        GetAcdQueueStatistics, GetAcdQueueStatisticsResponse, AcdQueueMetric, AcdQueueStatistics,
        AcdQueueStatisticsServiceLevel, AcdStatisticsCalls,
    }
    get_acd_operator_status_statistics {
        GetAcdOperatorStatusStatistics, GetAcdOperatorStatusStatisticsResponse, AcdOperatorStatusAggregationGroup,
        AcdOperatorStatusStatistics, AcdOperatorStatusStatisticsDetail,
    }
}
