//! Types of several methods of the section.

use vox_core::prelude::*;

/// The format of a report.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum ReportFormat {
    /// `csv`.
    Csv,
    /// A value that this version does not know.
    Other(String),
}
