//! `SetQueueInfo`: changes the settings of an ACD queue.
//!
//! Roles: any. Source: the method `SetQueueInfo` of the API's section Queues.

use vox_core::prelude::*;

use crate::types::Application;

/// Changes the name, the settings or the application of an ACD queue.
///
/// The API rejects a name that another queue has (error [219](vox_core::ErrorCode::DUPLICATE_QUEUES_NAME)). The reference lists
/// no roles; the other methods that change queues require Owner, Admin or Developer.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::{AcdQueue, SetQueueInfo};
///
/// let request = SetQueueInfo::builder().acd_queue(AcdQueue::Name("sales".into())).max_queue_size(50).build();
/// assert_eq!(request.to_form().as_bytes(), b"acd_queue_name=sales&max_queue_size=50");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetQueueInfo", response = (), kind = write)]
pub struct SetQueueInfo {
    /// The queue.
    #[param(one_of)]
    pub acd_queue: AcdQueue,
    /// The new name, of at most 99 characters.
    #[param(max_len = 99)]
    pub new_acd_queue_name: Option<String>,
    /// The priority of the queue: 0 is the highest.
    pub acd_queue_priority: Option<u64>,
    /// Whether operators are bound to the queue by their skills.
    pub auto_binding: Option<bool>,
    /// How probably the queue is served before queues with a lower priority, from 0.5 to 1: 1 is always.
    #[param(min = 0.5, max = 1.0)]
    pub service_probability: Option<Decimal>,
    /// The most phone calls that can wait in the queue.
    pub max_queue_size: Option<u64>,
    /// The longest predicted waiting time, in minutes. A phone call that would wait longer is rejected.
    pub max_waiting_time: Option<u64>,
    /// How long an operator works on a phone call on average, in seconds. It corrects the prediction of waiting times.
    pub average_service_time: Option<u64>,
    /// The new application of the queue. Only the newest sources take a name.
    #[param(one_of)]
    pub application: Option<Application>,
}

/// An ACD queue.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum AcdQueue {
    /// By id.
    Id(u64),
    /// By name, of at most 99 characters.
    #[param(max_len = 99)]
    Name(String),
}
