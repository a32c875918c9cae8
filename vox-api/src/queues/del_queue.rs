//! `DelQueue`: deletes ACD queues.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelQueue` of the API's section Queues.

use vox_core::prelude::*;

/// Deletes ACD queues.
///
/// [`GetQueues`](super::GetQueues) with [`show_deleted`](super::GetQueues::show_deleted) still lists them.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::{AcdQueues, DelQueue};
///
/// let request = DelQueue { acd_queue: AcdQueues::Name(vec!["sales".into(), "support".into()]) };
/// assert_eq!(request.to_form().as_bytes(), b"acd_queue_name=sales%3Bsupport");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelQueue", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct DelQueue {
    /// The queues.
    #[param(one_of)]
    pub acd_queue: AcdQueues,
}

/// ACD queues. No source takes the word `all` here.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "acd_queue")]
pub enum AcdQueues {
    /// By ids.
    Id(Vec<u64>),
    /// By names, of at most 99 characters each.
    #[param(each(max_len = 99))]
    Name(Vec<String>),
}
