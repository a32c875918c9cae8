//! Formats of reports.

use vox_core::prelude::*;

/// The format of a report.
///
/// Source: `output` of `GetCallHistoryAsync` and the other methods that order a report, and `format` of the structures
/// `HistoryReportType` and `CommonReportType`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum ReportFormat {
    /// A file with comma-separated values.
    Csv,
    /// A format that this list does not have.
    Other(String),
}
