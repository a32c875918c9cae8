//! `GetPhoneNumbersAsync`: orders a report of the account's phone numbers.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, PhoneNumberManager. Source: the method
//! `GetPhoneNumbersAsync` of the API's section PhoneNumbers.

use vox_core::prelude::*;

#[cfg(feature = "client")]
use super::{DownloadPhoneNumberReport, GetPhoneNumberReports, GetPhoneNumberReportsResponse};

/// Orders a report of the account's phone numbers, a CSV file.
///
/// `client.report` orders the report, waits until it is complete, and downloads it:
///
/// ```no_run
/// use vox_api::phone_numbers::GetPhoneNumbersAsync;
/// use vox_api::prelude::*;
/// use vox_api::vox_core::client::Waiting;
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let request = GetPhoneNumbersAsync { with_header: Some(true) };
/// let mut csv = Vec::new();
/// client.report(&request, Waiting::default()).await?.write_to(&mut csv).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumbersAsync",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, PhoneNumberManager],
    response = GetPhoneNumbersAsyncResponse,
    kind = write,
    ack = none,
)]
pub struct GetPhoneNumbersAsync {
    /// Whether the first line has the names of the columns.
    pub with_header: Option<bool>,
}

/// The response of [`GetPhoneNumbersAsync`]: the report that was ordered.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumbersAsyncResponse {
    /// The report's id.
    pub result: u64,
}

#[cfg(feature = "client")]
impl vox_core::client::Report for GetPhoneNumbersAsync {
    type Status = GetPhoneNumberReports;
    type File = DownloadPhoneNumberReport;

    fn report_id(response: GetPhoneNumbersAsyncResponse) -> Option<u64> {
        Some(response.result)
    }

    fn status(id: u64) -> GetPhoneNumberReports {
        GetPhoneNumberReports { report_id: Some(id), ..Default::default() }
    }

    fn is_complete(response: GetPhoneNumberReportsResponse, id: u64) -> bool {
        response.is_complete(id)
    }

    fn file(id: u64) -> DownloadPhoneNumberReport {
        DownloadPhoneNumberReport { report_id: id }
    }
}
