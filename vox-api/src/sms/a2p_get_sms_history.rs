//! The method `A2PGetSmsHistory`.

use vox_core::prelude::*;

use super::get_sms_history::SmsStatusId;
use crate::types::OutputFormat;

/// Lists text messages from an application to a person, as JSON or as a file.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "A2PGetSmsHistory",
    roles = [Owner, Admin, CallsSms],
    response = JsonOrFile<A2pGetSmsHistoryResponse>,
    kind = read,
)]
pub struct A2pGetSmsHistory {
    /// The messages.
    pub message_id: Option<Vec<u64>>,
    /// The sender.
    pub source_number: Option<String>,
    /// The receiver.
    pub destination_number: Option<String>,
    /// The most items of a response.
    #[param(default = 1000, max = 1000)]
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<Timestamp>,
    /// The end of the time span.
    pub to_date: Option<Timestamp>,
    /// The format of the response.
    #[param(default = "json")]
    pub output: Option<OutputFormat>,
    /// The status of the delivery.
    pub delivery_status: Option<A2pDeliveryStatusId>,
}

/// The response of [`A2pGetSmsHistory`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pGetSmsHistoryResponse {
    /// The result.
    pub result: Vec<A2pSmsHistory>,
    /// The number of items in all.
    pub total_count: Option<u64>,
}

/// The status of a delivery, by its number.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum A2pDeliveryStatusId {
    /// `QUEUED`.
    #[value(name = "1")]
    Queued,
    /// `DISPATCHED`.
    #[value(name = "2")]
    Dispatched,
    /// `ABORTED`.
    #[value(name = "3")]
    Aborted,
    /// `REJECTED`.
    #[value(name = "4")]
    Rejected,
    /// `DELIVERED`.
    #[value(name = "5")]
    Delivered,
    /// `FAILED`.
    #[value(name = "6")]
    Failed,
    /// `EXPIRED`.
    #[value(name = "7")]
    Expired,
    /// `UNKNOWN`.
    #[value(name = "8")]
    Unknown,
    /// A value that this version does not know.
    Other(String),
}

/// The status of a delivery.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum A2pDeliveryStatus {
    /// `QUEUED`.
    Queued,
    /// `DISPATCHED`.
    Dispatched,
    /// `ABORTED`.
    Aborted,
    /// `REJECTED`.
    Rejected,
    /// `DELIVERED`.
    Delivered,
    /// `FAILED`.
    Failed,
    /// `EXPIRED`.
    Expired,
    /// `UNKNOWN`.
    Unknown,
    /// A value that this version does not know.
    Other(String),
}

/// A text message.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pSmsHistory {
    /// The message.
    pub message_id: Option<u64>,
    /// The sender, which may be a name.
    pub source_number: Option<String>,
    /// The receiver.
    pub destination_number: Option<String>,
    /// The number of parts of the message.
    pub fragments: Option<u64>,
    /// The cost, in the currency of the account.
    pub cost: Option<Decimal>,
    /// The status.
    pub status_id: Option<SmsStatusId>,
    /// Why the message was not sent.
    pub error_message: Option<String>,
    /// When the message was processed.
    pub processing_date: Option<Timestamp>,
    /// The transaction.
    pub transaction_id: Option<u64>,
    /// The status of the delivery.
    pub delivery_status: Option<A2pDeliveryStatus>,
    /// The text.
    pub text: Option<String>,
}
