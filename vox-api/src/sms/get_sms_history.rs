//! The method `GetSmsHistory`.

use vox_core::prelude::*;

use crate::types::OutputFormat;

/// Lists text messages as JSON or as a file.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSmsHistory",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, CallsSms],
    response = JsonOrFile<GetSmsHistoryResponse>,
    kind = read,
)]
pub struct GetSmsHistory {
    /// The messages.
    pub message_id: Option<Vec<u64>>,
    /// The sender.
    pub source_number: Option<String>,
    /// The receiver.
    pub destination_number: Option<String>,
    /// Whether the message was sent or received.
    pub direction: Option<SmsDirection>,
    /// The most items of a response.
    #[param(default = 1000, max = 1000)]
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span.
    pub to_date: Option<DateTime>,
    /// The format of the response.
    #[param(default = "json")]
    pub output: Option<OutputFormat>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// The response of [`GetSmsHistory`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSmsHistoryResponse {
    /// The result.
    pub result: Vec<SmsHistory>,
    /// The number of items in all.
    pub total_count: Option<u64>,
}

/// The direction of a text message.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SmsDirection {
    /// `IN`.
    In,
    /// `OUT`.
    Out,
    /// A value that this version does not know.
    Other(String),
}

/// A text message.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmsHistory {
    /// The message.
    pub message_id: Option<u64>,
    /// The sender.
    pub source_number: Option<String>,
    /// The receiver.
    pub destination_number: Option<String>,
    /// Whether the message was sent or received.
    pub direction: Option<String>,
    /// The number of parts of the message.
    pub fragments: Option<u64>,
    /// The cost, in the currency of the account.
    pub cost: Option<Decimal>,
    /// The status.
    pub status_id: Option<SmsStatusId>,
    /// Why the message was not sent.
    pub error_message: Option<String>,
    /// When the message was processed.
    pub processed_date: Option<DateTime>,
    /// The transaction.
    pub transaction_id: Option<u64>,
    /// The text.
    pub text: Option<String>,
}

/// The status of a text message.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SmsStatusId {
    /// Success.
    #[value(name = "1")]
    Success,
    /// Error.
    #[value(name = "2")]
    Error,
    /// Waiting.
    #[value(name = "3")]
    Waiting,
    /// A value that this version does not know.
    Other(String),
}
