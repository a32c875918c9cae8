//! `SQ_SetAgentInfo`: changes what agents take.
//!
//! Roles: any. Source: the method `SQ_SetAgentInfo` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::{Application, UsersOrAll};

/// Changes whether agents take phone calls, and how many chats they handle at a time.
///
/// A request has at least one of these settings.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::SqSetAgentInfo;
/// use vox_api::types::{Application, UsersOrAll};
///
/// let request = SqSetAgentInfo {
///     application: Application::Id(7),
///     user: UsersOrAll::Id(5.into()),
///     handle_calls: None,
///     max_simultaneous_conversations: None,
/// };
/// assert_eq!(
///     request.validate().unwrap_err().to_string(),
///     "- `setting` is required: give at least one of `handle_calls`, `max_simultaneous_conversations`"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetAgentInfo", response = (), kind = write)]
#[doc(alias = "SQ_SetAgentInfo")]
pub struct SqSetAgentInfo {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The agents, as users of the application.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// Whether the agents take phone calls.
    #[param(any_of = "setting")]
    pub handle_calls: Option<bool>,
    /// The most chats that an agent handles at a time.
    #[param(any_of = "setting")]
    pub max_simultaneous_conversations: Option<u64>,
}
