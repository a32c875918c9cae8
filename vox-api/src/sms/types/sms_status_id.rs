//! Statuses of text messages.

use vox_core::prelude::*;

/// The status of a text message, by its number.
///
/// Source: `status_id` of the structures `SmsHistoryType` and `A2PSmsHistoryType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SmsStatusId {
    /// It was sent or received.
    #[value(name = "1")]
    Success,
    /// It failed.
    #[value(name = "2")]
    Error,
    /// It waits.
    #[value(name = "3")]
    Waiting,
    /// A status that this list does not have.
    Other(String),
}
