//! Shared parts of the tests: a server that misbehaves on purpose, a reference implementation that judges responses, and
//! the targets of fuzzing and of the property tests. The snippets of the documents are compiled here as documentation tests.

use std::time::Duration;

pub mod faulty_server;
pub mod reference;
pub mod requests;
pub mod targets;

/// A time in which a request reaches a local server even on a busy machine, for timeouts that are to pass after that.
pub const ARRIVAL: Duration = Duration::from_secs(2);

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
struct Contributing;

/// A method that orders reports cannot be one that reads, because reads are repeated.
///
/// ```compile_fail,E0080
/// use vox_core::client::{Report, Waiting};
/// use vox_core::prelude::*;
///
/// /// The response.
/// #[derive(VoxRecord)]
/// struct Ordered {
///     /// The report.
///     report_id: u64,
/// }
///
/// /// Orders a report.
/// #[derive(VoxMethod)]
/// #[vox_method(name = "GetReport", response = Ordered, kind = read)]
/// struct GetReport {}
///
/// /// Downloads a report.
/// #[derive(VoxMethod)]
/// #[vox_method(name = "DownloadReport", response = Download, kind = read)]
/// struct DownloadReport {}
///
/// impl Report for GetReport {
///     type Status = GetReport;
///     type File = DownloadReport;
///     fn report_id(response: Ordered) -> Option<u64> { Some(response.report_id) }
///     fn status(_: u64) -> GetReport { GetReport {} }
///     fn is_complete(_: Ordered, _: u64) -> bool { true }
///     fn file(_: u64) -> DownloadReport { DownloadReport {} }
/// }
///
/// fn main() {
///     let client = Client::builder().credentials(Credentials::None).build_blocking().unwrap();
///     client.report(&GetReport {}, Waiting::default()).unwrap();
/// }
/// ```
#[cfg(doctest)]
struct ReportsAreOrderedByWriting;
