//! Payloads about work that the platform has finished.

use vox_core::{Decimal, Timestamp, VoxRecord};

/// A report of the history of calls is ready.
///
/// Source: the structure `CallHistoryReportCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallHistoryReportCallback {
    /// The report's id.
    pub history_report_id: Option<u64>,
    /// Whether it succeeded.
    pub success: Option<bool>,
    /// When it was ordered.
    pub order_date: Option<Timestamp>,
}

/// A report of transactions is ready.
///
/// Source: the structure `TransactionHistoryReportCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct TransactionHistoryReportCallback {
    /// The report's id.
    pub history_report_id: Option<u64>,
    /// Whether it succeeded.
    pub success: Option<bool>,
    /// When it was ordered.
    pub order_date: Option<Timestamp>,
}

/// A record was transcribed.
///
/// Source: the structures `TranscriptionCompleteCallback` and `TranscriptionCompleteCallbackItem`, of which the first
/// contains only the second: here they are one type. Both shapes are decoded.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct TranscriptionCompleteCallback {
    /// The URL of the record.
    pub record_url: Option<String>,
    /// The URL of the text. To open it, add credentials and the record's id (`record_id`) to its parameters.
    pub transcription_url: Option<String>,
    /// The id of the call's session.
    pub call_session_history_id: Option<u64>,
    /// The price, presumably in the account's currency: which no source states.
    pub transcription_cost: Option<Decimal>,
}

/// A batch of tasks has been cancelled.
///
/// Source: the structure `BatchTaskCancellingCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct BatchTaskCancellingCallback {
    /// The batch's id: a UUID by its description, a number by its type. Both are read.
    pub batch_id: Option<String>,
    /// How many tasks were cancelled.
    pub cancelled_tasks_number: Option<u64>,
}
