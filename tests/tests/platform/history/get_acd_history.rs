//! The method `GetACDHistory`.

use vox_core::prelude::*;

use crate::types::OutputFormat;

/// Lists the sessions of queues as JSON or as a file.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDHistory",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = JsonOrFile<GetAcdHistoryResponse>,
    kind = read,
)]
pub struct GetAcdHistory {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<Timestamp>,
    /// The end of the time span.
    pub to_date: Option<Timestamp>,
    /// The phone number of the caller.
    pub callerid: Option<String>,
    /// A text of the owner.
    pub custom_data: Option<String>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's locale setting")]
    pub decimal_separator: Option<String>,
    /// The sessions.
    pub acd_session_history_id: Option<Vec<u64>>,
    /// The requests.
    pub acd_request_id: Option<Vec<String>>,
    /// The queues.
    pub acd_queue_id: Option<Vec<u64>>,
    /// The operators.
    pub user_id: Option<Vec<u64>>,
    /// Whether the operator ended the phone call.
    pub operator_hangup: Option<bool>,
    /// Whether no operator answered.
    pub unserviced: Option<bool>,
    /// The shortest waiting time, in seconds.
    pub min_waiting_time: Option<u64>,
    /// Whether the phone call was rejected.
    pub rejected: Option<bool>,
    /// Whether the response contains the events.
    pub with_events: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// Whether the latest ones come first.
    pub desc_order: Option<bool>,
    /// The most items of a response.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The format of the response.
    #[param(default = "json")]
    pub output: Option<OutputFormat>,
}

/// The response of [`GetAcdHistory`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdHistoryResponse {
    /// The result.
    pub result: Vec<AcdSessionInfo>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
}

/// A session of a queue.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdSessionInfo {
    /// The id of the ACD session history.
    pub acd_session_history_id: Option<u64>,
    /// The request.
    pub acd_request_id: Option<String>,
    /// The id of the account.
    pub account_id: Option<u64>,
    /// When the session began.
    pub begin_time: Option<Timestamp>,
    /// The priority.
    pub priority: Option<u64>,
    /// The queue.
    pub acd_queue_id: Option<u64>,
    /// The id of the user.
    pub user_id: Option<u64>,
    /// The waiting time, in seconds.
    pub waiting_duration: Option<u64>,
    /// The duration of the conversation, in seconds.
    pub in_service_duration: Option<u64>,
    /// The duration of the work after the phone call, in seconds.
    pub after_service_duration: Option<u64>,
    /// The events.
    pub events: Vec<AcdSessionEventInfo>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdSessionEventInfo {
    /// The id of the ACD session event.
    pub acd_session_event_id: Option<u64>,
    /// When it happened.
    pub time: Option<Timestamp>,
    /// The kind of event.
    pub r#type: Option<String>,
    /// The id of the user.
    pub user_id: Option<u64>,
    /// A text of the owner.
    pub custom_data: Option<String>,
}
