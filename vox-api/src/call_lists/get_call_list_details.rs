//! The method `GetCallListDetails`.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use crate::types::{OutputFormat, ReportOrdered};

/// Returns the tasks of a call list as a file or as JSON, or orders a report of them.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCallListDetails",
    roles = [Owner, Admin, Developer, CallListManager, other("sys.Admin read only")],
    response = JsonOrFile<Either<ReportOrdered, GetCallListDetailsResponse>>,
    kind = write,
    ack = none,
    checks = [REPORT],
)]
pub struct GetCallListDetails {
    /// The id of the list.
    pub list_id: u64,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
    /// The format of the response.
    #[param(default = "csv")]
    pub output: Option<OutputFormat>,
    /// The character encoding of the file.
    #[param(default = "UTF-8")]
    pub encoding: Option<String>,
    /// The separator of columns.
    #[param(default = ";")]
    pub delimiter: Option<String>,
    /// The id of the batch of tasks, a UUID.
    pub batch_id: Option<String>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the file has the new columns.
    pub new_csv_style: Option<bool>,
}

/// The response of [`GetCallListDetails`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCallListDetailsResponse {
    /// The result.
    pub result: Vec<CallListDetail>,
    /// The most items of a response.
    pub count: Option<u64>,
}

/// A task of a call list.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallListDetail {
    /// The id of the list.
    pub list_id: Option<u64>,
    /// A text of the owner.
    pub custom_data: Option<String>,
    /// The time of day from which the task is called.
    pub start_execution_time: Option<Time>,
    /// When the task may be called.
    pub call_schedule: Option<String>,
    /// The time of day until which the task is called.
    pub finish_execution_time: Option<Time>,
    /// The result of the phone call.
    pub result_data: Option<String>,
    /// When the last attempt was made.
    pub last_attempt: Option<String>,
    /// How many attempts are left.
    pub attempts_left: Option<u64>,
    /// The status.
    pub status_id: Option<u64>,
    /// The status.
    pub status: Option<CallListTaskStatus>,
    /// The id of the task.
    pub task_id: Option<u64>,
    /// The UUID of the task.
    pub task_uuid: Option<String>,
}

/// The status of a task.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum CallListTaskStatus {
    /// `New`.
    #[value(name = "New")]
    New,
    /// `In progress`.
    #[value(name = "In progress")]
    InProgress,
    /// `Processed`.
    #[value(name = "Processed")]
    Processed,
    /// `Error`.
    #[value(name = "Error")]
    Error,
    /// `Canceled`.
    #[value(name = "Canceled")]
    Canceled,
    /// A value that this version does not know.
    Other(String),
}

const REPORT: RequestCheck<GetCallListDetails> =
    RequestCheck::new("report", "must not be `json` for a report", &["output", "is_async"], |request| {
        request.is_async != Some(true) || request.output != Some(OutputFormat::Json)
    });
