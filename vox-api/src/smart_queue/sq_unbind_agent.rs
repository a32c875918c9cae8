//! `SQ_UnbindAgent`: takes agents out of queues.
//!
//! Roles: any. Source: the method `SQ_UnbindAgent` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::SqQueuesOrAll;
use crate::types::{Application, UsersOrAll};

/// Takes agents out of queues.
///
/// `IdList::All` means all agents, or all queues, of the application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqQueuesOrAll, SqUnbindAgent};
/// use vox_api::types::{Application, UsersOrAll};
///
/// let request = SqUnbindAgent {
///     application: Application::Id(7),
///     sq_queue: SqQueuesOrAll::Id(IdList::All),
///     user: UsersOrAll::Id(5.into()),
/// };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&sq_queue_id=all&user_id=5");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_UnbindAgent", response = (), kind = write)]
#[doc(alias = "SQ_UnbindAgent")]
pub struct SqUnbindAgent {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The queues.
    #[param(one_of)]
    pub sq_queue: SqQueuesOrAll,
    /// The agents, as users of the application.
    #[param(one_of)]
    pub user: UsersOrAll,
}
