//! The method `GetAuditLog`.

use vox_core::prelude::*;

use crate::types::ReportOrdered;

/// Lists the calls that changed the account, or orders a report of them.
///
/// A report needs the parameter `output` with the value `csv`, which the API reference does not list: add it by
/// `with_param`.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAuditLog",
    roles = [Owner],
    response = Either<ReportOrdered, GetAuditLogResponse>,
    kind = write,
    ack = none,
)]
pub struct GetAuditLog {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span.
    pub to_date: Option<DateTime>,
    /// The entries.
    pub audit_log_id: Option<Vec<u64>>,
    /// The users that made the calls.
    pub filtered_admin_user_id: Option<Vec<u64>>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's locale setting")]
    pub decimal_separator: Option<String>,
    /// The IP addresses that the calls came from.
    pub filtered_ip: Option<Vec<String>>,
    /// The methods that were called.
    pub filtered_cmd: Option<Vec<String>>,
    /// A filter for the parameters of the calls.
    pub advanced_filters: Option<String>,
    /// Whether the latest ones come first.
    #[param(default = false)]
    pub desc_order: Option<bool>,
    /// Whether the response contains the total number.
    #[param(default = false)]
    pub with_total_count: Option<bool>,
    /// The most items of a response.
    #[param(default = 100)]
    pub count: Option<u64>,
    /// How many items are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// The response of [`GetAuditLog`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAuditLogResponse {
    /// The result.
    pub result: Vec<AuditLogInfo>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// A call that changed the account.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AuditLogInfo {
    /// The entry.
    pub audit_log_id: Option<u64>,
    /// The id of the subuser.
    pub subuser_id: Option<u64>,
    /// The name of the subuser.
    pub subuser_name: Option<String>,
    /// The id of the account.
    pub account_id: Option<u64>,
    /// When the method was called.
    pub requested: Option<DateTime>,
    /// The IP address that the call came from.
    pub ip: Option<String>,
    /// The method.
    pub cmd_name: Option<String>,
    /// The parameters of the call.
    pub cmd_args: Option<Value>,
    /// The response.
    pub cmd_result: Option<Value>,
}
