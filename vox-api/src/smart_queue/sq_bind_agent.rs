//! `SQ_BindAgent`: assigns agents to queues.
//!
//! Roles: any. Source: the method `SQ_BindAgent` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::{Application, UsersOrAll};

/// Assigns agents to queues.
///
/// The error [563](vox_core::ErrorCode::EXCEEDED_QUEUES_PER_AGENT_LIMIT) means that an agent would have too many queues; its
/// message states the limit.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqAgentBindingMode, SqBindAgent, SqQueuesToBind};
/// use vox_api::types::{Application, UsersOrAll};
///
/// let request = SqBindAgent::builder()
///     .application(Application::Id(7))
///     .sq_queue(SqQueuesToBind::Id(3.into()))
///     .user(UsersOrAll::Name(vec!["ann".into(), "bob".into()]))
///     .bind_mode(SqAgentBindingMode::ReplaceAgents)
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "application_id=7&sq_queue_id=3&user_name=ann%3Bbob&bind_mode=replace_agents"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_BindAgent", response = (), kind = write)]
#[doc(alias = "SQ_BindAgent")]
pub struct SqBindAgent {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The queues.
    #[param(one_of)]
    pub sq_queue: SqQueuesToBind,
    /// The agents, as users of the application.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// The effect on earlier assignments.
    #[param(default = "add_queues")]
    pub bind_mode: Option<SqAgentBindingMode>,
}

/// Queues that agents are assigned to, or all.
///
/// The newest sources take several; older ones take one.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "sq_queue")]
pub enum SqQueuesToBind {
    /// By ids, or all.
    Id(IdList),
    /// By names, or all.
    Name(TextList),
}

/// The effect of new assignments on earlier ones.
///
/// Source: `bind_mode` of `SQ_BindAgent`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SqAgentBindingMode {
    /// The agents keep their other queues, and the queues their other agents.
    AddQueues,
    /// The queues lose their other agents.
    ReplaceAgents,
    /// The agents lose their other queues.
    Add,
    /// The agents lose their other queues, and the queues their other agents.
    Replace,
    /// A mode that this list does not have.
    Other(String),
}
