//! `AddQueue`: adds an ACD queue.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddQueue` of the API's section Queues.

use vox_core::prelude::*;

use crate::types::Application;

/// Adds an ACD queue (the first version of queues, not SmartQueue) to an application, and returns its id.
///
/// The API rejects a name that is in use with error 219.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::AddQueue;
/// use vox_api::types::Application;
///
/// let request = AddQueue::builder()
///     .acd_queue_name("sales")
///     .application(Application::Id(7))
///     .service_probability(Decimal::new(75, 2))
///     .max_waiting_time(10)
///     .build();
/// let form = b"acd_queue_name=sales&application_id=7&service_probability=0.75&max_waiting_time=10";
/// assert_eq!(request.to_form().as_bytes(), form);
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddQueue", roles = [Owner, Admin, Developer], response = AddQueueResponse, kind = write)]
pub struct AddQueue {
    /// The name of the new queue, of at most 99 characters.
    #[param(max_len = 99)]
    pub acd_queue_name: String,
    /// The application of the queue. Its users can be operators of the queue.
    #[param(one_of)]
    pub application: Application,
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
    /// How long an operator works on a phone call on average, in seconds. It initializes the prediction of waiting times.
    pub average_service_time: Option<u64>,
}

/// The response of [`AddQueue`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddQueueResponse {
    /// The id of the new queue.
    pub acd_queue_id: u64,
}

#[cfg(test)]
mod tests {
    use super::AddQueue;
    use crate::types::Application;
    use vox_core::{Decimal, MethodExt};

    #[test]
    fn the_service_probability_is_from_one_half_to_one() {
        let request = |probability: Decimal| {
            let application = Application::Id(7);
            AddQueue::builder()
                .acd_queue_name("sales")
                .application(application)
                .service_probability(probability)
                .build()
        };
        for probability in [Decimal::new(5, 1), Decimal::new(75, 2), Decimal::new(1, 0), Decimal::new(100, 2)]
        {
            assert!(request(probability).validate().is_ok(), "{probability}");
        }
        for probability in [Decimal::new(49, 2), Decimal::new(101, 2), Decimal::new(75, 0)] {
            let violations = request(probability).validate().unwrap_err().to_string();
            assert!(violations.starts_with("- `service_probability` must be "), "{violations}");
        }
    }
}
