//! Types of several sections.

use vox_core::prelude::*;

/// A report was ordered.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ReportOrdered {
    /// The report.
    pub history_report_id: u64,
}

/// An application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// Users.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "user")]
pub enum UsersInApplication {
    /// By ids.
    Id(IdList),
    /// By name, which is unique in an application.
    Name {
        /// The name.
        user_name: Vec<String>,
        /// The application.
        #[param(one_of)]
        application: Application,
    },
}

/// The format of a response.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum OutputFormat {
    /// `json`.
    Json,
    /// `csv`.
    Csv,
    /// `xls`.
    Xls,
    /// A value that this version does not know.
    Other(String),
}

/// A rule.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Rule {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A rule of the application that the request names.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "rule")]
pub enum RuleInApplication {
    /// By id.
    Id(u64),
    /// By name, which is unique in an application.
    #[param(needs = application)]
    Name(String),
}

/// A user.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}
