//! `SQ_DelQueue`: deletes queues.
//!
//! Roles: any. Source: the method `SQ_DelQueue` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::SqQueuesOrAll;
use crate::types::Application;

/// Deletes queues of an application.
///
/// `IdList::All` deletes all queues of the application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqDelQueue, SqQueuesOrAll};
/// use vox_api::types::Application;
///
/// let queues = SqQueuesOrAll::Name(vec!["sales".into(), "orders".into()]);
/// let request = SqDelQueue { application: Application::Id(7), sq_queue: queues };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=7&sq_queue_name=sales%3Borders");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_DelQueue", response = (), kind = write)]
#[doc(alias = "SQ_DelQueue")]
pub struct SqDelQueue {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The queues.
    #[param(one_of)]
    pub sq_queue: SqQueuesOrAll,
}
