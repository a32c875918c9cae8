//! `BindUserToQueue`: makes users operators of ACD queues.
//!
//! Roles: Owner, Admin, Developer, UserManager. Source: the method `BindUserToQueue` of the API's section Queues.

use vox_core::prelude::*;

use crate::types::{AcdQueuesOrAll, Application, UsersOrAll};

/// Makes users of an application operators of its ACD queues, or takes them out of the queues.
///
/// Each of the users is bound to each of the queues. `IdList::All` means all users, or all queues, of the application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::BindUserToQueue;
/// use vox_api::types::{AcdQueuesOrAll, Application, UsersOrAll};
///
/// let request = BindUserToQueue::builder()
///     .bind(false)
///     .application(Application::Name("support".into()))
///     .user(UsersOrAll::Id([17, 18].into()))
///     .acd_queue(AcdQueuesOrAll::Id(IdList::All))
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"bind=false&application_name=support&user_id=17%3B18&acd_queue_id=all");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindUserToQueue", roles = [Owner, Admin, Developer, UserManager], response = (), kind = write)]
pub struct BindUserToQueue {
    /// Whether the users are bound, not unbound. Some sources require it.
    #[param(default = true)]
    pub bind: Option<bool>,
    /// The application of the users and the queues.
    #[param(one_of)]
    pub application: Application,
    /// The users.
    #[param(one_of)]
    pub user: UsersOrAll,
    /// The queues.
    #[param(one_of)]
    pub acd_queue: AcdQueuesOrAll,
}
