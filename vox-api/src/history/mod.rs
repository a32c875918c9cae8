//! History: sessions and phone calls, transactions, the audit log, and reports of them.
//!
#![doc = include_str!("../../docs/history.md")]
//!
//! A method returns a history page by page, or a report orders it as a file. The methods `Get..Async` and [`GetBriefCallHistory`]
//! order reports; `client.report` orders one, waits until it is complete, and downloads it:
//!
//! ```no_run
//! use vox_api::history::GetTransactionHistoryAsync;
//! use vox_api::prelude::*;
//! use vox_api::vox_core::client::Waiting;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let request = GetTransactionHistoryAsync::builder()
//!     .from_date("2026-01-01 00:00:00".parse::<DateTime>()?)
//!     .to_date("2026-01-31 23:59:59".parse::<DateTime>()?)
//!     .with_header(true)
//!     .build();
//! let mut csv = Vec::new();
//! client.report(&request, Waiting::default()).await?.write_to(&mut csv).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Times of the methods with a parameter `timezone` are [`DateTime`](vox_core::DateTime)s in that zone. All other times are UTC.

mod types;

pub use types::TransactionType;

vox_core::methods! {
    get_call_history {
        GetCallHistory, GetCallHistoryResponse, AudioQuality, CallInfo, CallSessionInfo, FinishReason, Recording,
        ResourceUsage, TranscriptionStatus, UsedResourceType,
    }
    get_call_history_async { GetCallHistoryAsync }
    get_brief_call_history { GetBriefCallHistory }
    get_history_reports {
        GetHistoryReports, GetHistoryReportsResponse, HistoryReport, HistoryReportType,
    }
    download_history_report { DownloadHistoryReport }
    get_transaction_history { GetTransactionHistory, GetTransactionHistoryResponse, TransactionInfo }
    get_transaction_history_async { GetTransactionHistoryAsync }
    delete_record { DeleteRecord }
    get_acd_history { GetAcdHistory, GetAcdHistoryResponse, AcdSessionEventInfo, AcdSessionInfo }
    get_audit_log { GetAuditLog, GetAuditLogResponse, AuditLogInfo }
    get_audit_log_async { GetAuditLogAsync }
}
