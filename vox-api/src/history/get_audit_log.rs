//! `GetAuditLog`: lists the calls of the API that changed the account.
//!
//! Roles: Owner. Source: the method `GetAuditLog` of the API's section History.

use vox_core::prelude::*;

use crate::types::ReportOrdered;

/// Lists the calls of the API that changed the account, or orders a report of them.
///
/// With `is_async` the method orders a report, as [`GetAuditLogAsync`](super::GetAuditLogAsync) does. This needs the parameter
/// `output` with the value `csv`, which no source lists; add it by `with_param`. `items` and `pages` do not order a report,
/// whatever `is_async` is. As the method may order one, it is a write: it is not retried if a response was lost.
///
/// ```
/// use vox_api::history::GetAuditLog;
/// use vox_api::prelude::*;
///
/// let request = GetAuditLog {
///     filtered_cmd: Some(vec!["AddUser".into(), "DelUser".into()]),
///     desc_order: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"filtered_cmd=AddUser%3BDelUser&desc_order=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetAuditLog",
    roles = [Owner],
    response = Either<ReportOrdered, GetAuditLogResponse>,
    kind = write,
    ack = none,
)]
pub struct GetAuditLog {
    /// The beginning of the time span, in the time zone `timezone`; the sources state UTC.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`; the sources state UTC.
    pub to_date: Option<DateTime>,
    /// The ids of the entries.
    pub audit_log_id: Option<Vec<u64>>,
    /// The ids of the administrators who made the calls.
    pub filtered_admin_user_id: Option<Vec<u64>>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the first line of a report has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a report: a point or a comma.
    #[param(default_text = "the account's locale setting")]
    pub decimal_separator: Option<String>,
    /// The IP addresses that the calls came from.
    pub filtered_ip: Option<Vec<String>>,
    /// The names of the methods: `AddUser`.
    pub filtered_cmd: Option<Vec<String>>,
    /// A filter by the parameters of the calls. No source states its syntax.
    pub advanced_filters: Option<String>,
    /// Whether the latest entries come first.
    #[param(default = false)]
    pub desc_order: Option<bool>,
    /// Whether `total_count` is returned.
    #[param(default = false)]
    pub with_total_count: Option<bool>,
    /// The most entries to return.
    #[param(default = 100)]
    pub count: Option<u64>,
    /// How many entries are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The time zone of the request and of the response: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

/// The response of [`GetAuditLog`] without `is_async`: one page of entries.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAuditLogResponse {
    /// The entries of this page.
    pub result: Vec<AuditLogInfo>,
    /// How many entries there are in all, if the request has `with_total_count`.
    pub total_count: Option<u64>,
    /// How many entries this page holds.
    pub count: Option<u64>,
    /// The time zone of the times.
    pub timezone: Option<String>,
}

/// An entry of the audit log: a call that changed the account.
///
/// Source: the structure `AuditLogInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AuditLogInfo {
    /// The entry's id.
    pub audit_log_id: Option<u64>,
    /// The id of the subuser who made the call.
    pub subuser_id: Option<u64>,
    /// The name of the subuser who made the call.
    pub subuser_name: Option<String>,
    /// The account's id.
    pub account_id: Option<u64>,
    /// When the call was made, in the time zone of the response.
    pub requested: Option<DateTime>,
    /// The IP address that the call came from.
    pub ip: Option<String>,
    /// The method's name.
    pub cmd_name: Option<String>,
    /// The parameters of the call, an object; some values may be masked.
    pub cmd_args: Option<Value>,
    /// The result of the call, an object.
    pub cmd_result: Option<Value>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetAuditLog {
    type Item = AuditLogInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.is_async = None;
        self.with_total_count.get_or_insert(true);
    }

    fn page(response: Either<ReportOrdered, GetAuditLogResponse>) -> (Vec<AuditLogInfo>, Option<u64>) {
        match response {
            Either::Second(page) => (page.result, page.total_count),
            Either::First(_) => (Vec::new(), None),
        }
    }
}
