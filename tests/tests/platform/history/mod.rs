//! The section `History`.

mod types;

pub use types::*;

vox_core::methods! {
    get_call_history {
        GetCallHistory, GetCallHistoryResponse, CallSessionInfo, AudioQuality, FinishReason, CallInfo,
        ResourceUsage, UsedResourceType, Record, TranscriptionStatus,
    }
    get_call_history_async { GetCallHistoryAsync }
    get_transaction_history {
        GetTransactionHistory, GetTransactionHistoryResponse, TransactionType, TransactionInfo,
    }
    get_audit_log { GetAuditLog, GetAuditLogResponse, AuditLogInfo }
    get_acd_history { GetAcdHistory, GetAcdHistoryResponse, AcdSessionInfo, AcdSessionEventInfo }
    get_history_reports {
        GetHistoryReports, GetHistoryReportsResponse, HistoryReportType, ApplicationsOrAll, HistoryReport,
    }
    download_history_report { DownloadHistoryReport }
}
