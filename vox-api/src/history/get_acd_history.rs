//! `GetACDHistory`: lists the sessions of ACD queues.
//!
//! Roles: Owner, Admin, Developer, Supervisor, UserManager. Source: the method `GetACDHistory` of the API's section History.

use vox_core::prelude::*;

use crate::types::OutputFormat;

/// Lists the sessions of ACD queues (the first version of queues, not SmartQueue) as JSON or as a file.
///
/// `items` and `pages` request JSON, whatever `output` is.
///
/// ```
/// use vox_api::history::GetAcdHistory;
/// use vox_api::prelude::*;
///
/// let request = GetAcdHistory {
///     acd_queue_id: Some(vec![7]),
///     min_waiting_time: Some(30),
///     with_events: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"acd_queue_id=7&min_waiting_time=30&with_events=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDHistory",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = JsonOrFile<GetAcdHistoryResponse>,
    kind = read,
)]
#[doc(alias = "GetACDHistory")]
pub struct GetAcdHistory {
    /// The beginning of the time span, UTC.
    #[param(at_most = to_date)]
    pub from_date: Option<Timestamp>,
    /// The end of the time span, UTC.
    pub to_date: Option<Timestamp>,
    /// The phone number of the caller.
    pub callerid: Option<String>,
    /// The custom data of the session.
    pub custom_data: Option<String>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's locale setting")]
    pub decimal_separator: Option<String>,
    /// The ids of the sessions.
    pub acd_session_history_id: Option<Vec<u64>>,
    /// The ids of the requests to queues.
    pub acd_request_id: Option<Vec<String>>,
    /// The ids of the queues.
    pub acd_queue_id: Option<Vec<u64>>,
    /// The ids of the operators.
    pub user_id: Option<Vec<u64>>,
    /// Whether the operator ended the phone call.
    pub operator_hangup: Option<bool>,
    /// Whether no operator answered.
    pub unserviced: Option<bool>,
    /// The shortest waiting time, in seconds.
    pub min_waiting_time: Option<u64>,
    /// Whether the phone call was rejected.
    pub rejected: Option<bool>,
    /// Whether the events of each session are returned.
    pub with_events: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// Whether the latest sessions come first.
    pub desc_order: Option<bool>,
    /// The most sessions to return.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many sessions are skipped.
    pub offset: Option<u64>,
    /// The format of the response.
    #[param(default = "json")]
    pub output: Option<OutputFormat>,
}

/// The response of [`GetAcdHistory`] in JSON: one page of sessions.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdHistoryResponse {
    /// The sessions of this page.
    pub result: Vec<AcdSessionInfo>,
    /// How many sessions there are in all.
    pub total_count: Option<u64>,
    /// How many sessions this page holds.
    pub count: Option<u64>,
}

/// A session of a queue: a caller who waits for an operator and is served.
///
/// Source: the structure `ACDSessionInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdSessionInfo {
    /// The session's id.
    pub acd_session_history_id: Option<u64>,
    /// The id of the request to the queue.
    pub acd_request_id: Option<String>,
    /// The account's id.
    pub account_id: Option<u64>,
    /// When the session began, UTC.
    pub begin_time: Option<Timestamp>,
    /// The priority of the request.
    pub priority: Option<u64>,
    /// The queue's id.
    pub acd_queue_id: Option<u64>,
    /// The operator's id.
    pub user_id: Option<u64>,
    /// How long the caller waited, in seconds.
    pub waiting_duration: Option<u64>,
    /// How long the conversation lasted, in seconds.
    pub in_service_duration: Option<u64>,
    /// How long the operator worked on it after the conversation, in seconds.
    pub after_service_duration: Option<u64>,
    /// The events, if the request has `with_events`.
    pub events: Vec<AcdSessionEventInfo>,
}

/// An event of a session of a queue.
///
/// Source: the structure `ACDSessionEventInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdSessionEventInfo {
    /// The event's id.
    pub acd_session_event_id: Option<u64>,
    /// When it happened, UTC.
    pub time: Option<Timestamp>,
    /// The type of the event. No source lists the types.
    pub r#type: Option<String>,
    /// The operator's id.
    pub user_id: Option<u64>,
    /// The custom data of the event.
    pub custom_data: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetAcdHistory {
    type Item = AcdSessionInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.output = Some(OutputFormat::Json);
    }

    fn page(response: JsonOrFile<GetAcdHistoryResponse>) -> (Vec<AcdSessionInfo>, Option<u64>) {
        match response {
            JsonOrFile::Json(page) => (page.result, page.total_count),
            JsonOrFile::File(_) => (Vec::new(), None),
        }
    }
}
