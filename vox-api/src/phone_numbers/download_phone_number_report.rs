//! `DownloadPhoneNumberReport`: downloads a report of phone numbers.
//!
//! Roles: Owner, Admin, Support, Supervisor, Developer, Accountant, Payer, PhoneNumberManager. Source: the method
//! `DownloadPhoneNumberReport` of the API's section PhoneNumbers.

use vox_core::prelude::*;

/// Downloads a complete report of phone numbers.
///
/// Only the reference has this method, none of the vendor's SDKs. The file may be compressed by gzip. The API counts the
/// downloads of a report ([`download_count`](super::CommonReport::download_count)), so the method is a write: it is not retried
/// if a response was lost. Sending it once more is harmless.
///
/// ```no_run
/// use vox_api::phone_numbers::DownloadPhoneNumberReport;
/// use vox_api::prelude::*;
///
/// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
/// let report = DownloadPhoneNumberReport { report_id: 7 }.send(client).await?;
/// let mut file = Vec::new();
/// report.write_to(&mut file).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DownloadPhoneNumberReport",
    roles = [Owner, Admin, Support, Supervisor, Developer, Accountant, Payer, PhoneNumberManager],
    response = Download,
    kind = write,
    ack = none,
)]
pub struct DownloadPhoneNumberReport {
    /// The report's id. Its type is that of `report_id` of `GetPhoneNumberReports`.
    pub report_id: u64,
}
