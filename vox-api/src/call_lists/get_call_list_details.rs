//! `GetCallListDetails`: lists the tasks of a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager, sys.Admin read only. Source: the method `GetCallListDetails` of the API's
//! section CallLists.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use crate::types::{OutputFormat, ReportOrdered};

/// Lists the tasks of a call list as a file or as JSON, or orders a report of them.
///
/// Without `output` the response is a CSV file. JSON has at most 1000 tasks; a file has all of them, unless `count` limits
/// them. `items` and `pages` request JSON, whatever `output` and `is_async` are. The response has no total: `items` and `pages`
/// end with an empty page.
///
/// With `is_async` the method orders a report, which the methods `GetHistoryReports` and `DownloadHistoryReport` of the section
/// History await and download. As the method may order one, it is a write: it is not retried if a response was lost.
///
/// ```
/// use vox_api::call_lists::GetCallListDetails;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).samples(["GetCallListDetails"]).start().await?;
/// let client = sandbox.client()?;
///
/// let request = GetCallListDetails::builder().list_id(42).build();
/// let JsonOrFile::File(file) = request.send(&client).await? else { return Err("no file".into()) };
/// let mut csv = Vec::new();
/// file.write_to(&mut csv).await?;
///
/// let mut tasks = request.items(&client);
/// while let Some(task) = tasks.next().await {
///     let task = task?;
///     println!("{:?}: {:?}", task.custom_data, task.result_data);
/// }
/// # Ok(())
/// # }
/// ```
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
    /// The call list's id.
    pub list_id: u64,
    /// The most tasks to return. In JSON the default is 1000, which is also the maximum; a file has all tasks by default.
    pub count: Option<u64>,
    /// How many tasks are skipped.
    pub offset: Option<u64>,
    /// The format of the response, or of the report.
    #[param(default = "csv")]
    pub output: Option<OutputFormat>,
    /// The character encoding of the file.
    #[param(default = "UTF-8")]
    pub encoding: Option<String>,
    /// The separator of the columns in a CSV file.
    #[param(default = ";")]
    pub delimiter: Option<String>,
    /// The id of the batch of the tasks, a UUID.
    pub batch_id: Option<String>,
    /// Whether a report is ordered, as CSV or as an Excel file. Only the newest sources have it.
    pub is_async: Option<bool>,
    /// Whether a report has the new layout of the columns, which an Excel file always has. Only the newest sources have it.
    pub new_csv_style: Option<bool>,
}

/// The response of [`GetCallListDetails`] in JSON: one page of tasks.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCallListDetailsResponse {
    /// The tasks of this page.
    pub result: Vec<CallListDetail>,
    /// How many tasks this page holds.
    pub count: Option<u64>,
}

/// A task of a call list.
///
/// Source: the structure `CallListDetailType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallListDetail {
    /// The call list's id.
    pub list_id: Option<u64>,
    /// The custom data, which the scenario receives: the values of the line in the CSV file.
    pub custom_data: Option<String>,
    /// The time of day from which the task is called, UTC.
    pub start_execution_time: Option<Time>,
    /// The schedule of the task, as JSON in a text, if it has one. The vendor's guide to call lists describes it.
    pub call_schedule: Option<String>,
    /// The time of day until which the task is called, UTC.
    pub finish_execution_time: Option<Time>,
    /// What the scenario reported, or the error that it failed with.
    pub result_data: Option<String>,
    /// When the last attempt was made. No source states the format.
    pub last_attempt: Option<String>,
    /// How many attempts are left.
    pub attempts_left: Option<u64>,
    /// The number of the status: 0 to 4, in the order of [`CallListTaskStatus`].
    pub status_id: Option<u64>,
    /// The status.
    pub status: Option<CallListTaskStatus>,
    /// The task's id.
    pub task_id: Option<u64>,
    /// The task's UUID.
    pub task_uuid: Option<String>,
}

/// The status of a task.
///
/// Source: `status` of the structure `CallListDetailType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum CallListTaskStatus {
    /// It was not called yet.
    #[value(name = "New")]
    New,
    /// It is being called, or waits for its next attempt.
    #[value(name = "In progress")]
    InProgress,
    /// It succeeded.
    #[value(name = "Processed")]
    Processed,
    /// It failed.
    #[value(name = "Error")]
    Error,
    /// It was canceled.
    #[value(name = "Canceled")]
    Canceled,
    /// A status that this list does not have.
    Other(String),
}

const REPORT: RequestCheck<GetCallListDetails> =
    RequestCheck::new("report", "must not be `json` for a report", &["output", "is_async"], |request| {
        request.is_async != Some(true) || request.output != Some(OutputFormat::Json)
    });

#[cfg(feature = "client")]
impl vox_core::Paged for GetCallListDetails {
    type Item = CallListDetail;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.is_async = None;
        self.output = Some(OutputFormat::Json);
    }

    fn page(
        response: JsonOrFile<Either<ReportOrdered, GetCallListDetailsResponse>>,
    ) -> (Vec<CallListDetail>, Option<u64>) {
        match response {
            JsonOrFile::Json(Either::Second(page)) => (page.result, None),
            JsonOrFile::Json(Either::First(_)) | JsonOrFile::File(_) => (Vec::new(), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use vox_core::prelude::*;

    use super::GetCallListDetails;
    use crate::types::OutputFormat;

    #[test]
    fn a_report_is_a_file() {
        let json =
            GetCallListDetails::builder().list_id(42).is_async(true).output(OutputFormat::Json).build();
        assert_eq!(json.validate().unwrap_err().to_string(), "- `output` must not be `json` for a report");
        for output in [None, Some(OutputFormat::Csv), Some(OutputFormat::Xls)] {
            assert_eq!(GetCallListDetails { output, ..json.clone() }.validate(), Ok(()));
        }
        assert_eq!(GetCallListDetails { is_async: Some(false), ..json }.validate(), Ok(()));
    }
}
