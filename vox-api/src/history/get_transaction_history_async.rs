//! `GetTransactionHistoryAsync`: orders a report of transactions.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetTransactionHistoryAsync` of the API's section History.

use vox_core::prelude::*;

use super::TransactionType;
#[cfg(feature = "client")]
use super::{DownloadHistoryReport, GetHistoryReports, GetHistoryReportsResponse};
use crate::types::{ReportFormat, ReportOrdered};

/// Orders a report of the transactions of the account.
///
/// See [the section](super) for how to await and download it. The limits of
/// [`GetTransactionHistory`](super::GetTransactionHistory) do not apply: the report has all transactions, unless `count` limits
/// them.
///
/// ```
/// use vox_api::history::GetTransactionHistoryAsync;
/// use vox_api::prelude::*;
///
/// let request =
///     GetTransactionHistoryAsync { is_uncommitted: Some(true), timezone: Some("auto".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"is_uncommitted=true&timezone=auto");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetTransactionHistoryAsync",
    roles = [Owner, Admin, Accountant, Payer],
    response = ReportOrdered,
    kind = write,
)]
pub struct GetTransactionHistoryAsync {
    /// The beginning of the time span, in the time zone `timezone`. Without both ends, and without `is_uncommitted`, the time
    /// span is one month.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    pub to_date: Option<DateTime>,
    /// The application's id.
    pub application_id: Option<u64>,
    /// The application's name. The sources differ on whether it may be given together with the id.
    pub application_name: Option<String>,
    /// The ids of the subscriptions.
    pub subscription_id: Option<Vec<u64>>,
    /// The names of the subscriptions.
    pub subscription_name: Option<Vec<String>>,
    /// The types of resources.
    pub resource_type: Option<Vec<String>>,
    /// The names of the price groups.
    pub price_group_name: Option<Vec<String>>,
    /// Whether the time span is that of the accounting, not that of the transactions.
    pub use_accounting_dates: Option<bool>,
    /// The most transactions of the report.
    pub count: Option<u64>,
    /// How many transactions are skipped.
    pub offset: Option<u64>,
    /// The ids of the transactions.
    pub transaction_id: Option<Vec<u64>>,
    /// The types of the transactions.
    pub transaction_type: Option<Vec<TransactionType>>,
    /// The ids of the users.
    pub user_id: Option<Vec<u64>>,
    /// The ids of the child accounts.
    pub child_account_id: Option<IdList>,
    /// Whether only the transactions of child accounts are in the report.
    pub children_transactions_only: Option<bool>,
    /// Whether only the transactions of users are in the report.
    pub users_transactions_only: Option<bool>,
    /// Whether the latest transactions come first.
    pub desc_order: Option<bool>,
    /// Whether money that is only reserved is in the report.
    pub is_uncommitted: Option<bool>,
    /// Whether the first line has the names of the columns.
    pub with_header: Option<bool>,
    /// The format of the report.
    #[param(default = "csv")]
    pub output: Option<ReportFormat>,
    /// The reference of the payment, of at most 126 characters. Newer sources of the vendor no longer have it.
    #[param(max_len = 126)]
    pub payment_reference: Option<String>,
    /// The time zone of the request and of the report: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::client::Report for GetTransactionHistoryAsync {
    type Status = GetHistoryReports;
    type File = DownloadHistoryReport;

    fn report_id(response: ReportOrdered) -> Option<u64> {
        Some(response.history_report_id)
    }

    fn status(id: u64) -> GetHistoryReports {
        GetHistoryReports { history_report_id: Some(id), ..Default::default() }
    }

    fn is_complete(response: GetHistoryReportsResponse, id: u64) -> bool {
        response.is_complete(id)
    }

    fn file(id: u64) -> DownloadHistoryReport {
        DownloadHistoryReport { history_report_id: id }
    }
}
