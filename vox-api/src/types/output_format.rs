//! Formats of responses.

use vox_core::prelude::*;

/// The format of the response of a method that returns JSON or a file.
///
/// Source: `output` of `GetACDHistory`, `GetCallListDetails`, `GetSmsHistory` and `A2PGetSmsHistory`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum OutputFormat {
    /// JSON, which is decoded into a record.
    Json,
    /// A file with comma-separated values.
    Csv,
    /// An Excel file.
    Xls,
    /// A format that this list does not have.
    Other(String),
}
