//! Reports: ordered by one method, made by the API, and downloaded when they are complete.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use tokio::time::Instant;

use super::Client;
use super::call::Call;
use super::raw::RawResponse;
use crate::declare::{Download, Method};
use crate::error::{Error, Timeout, TimeoutKind, TransportError, UnexpectedResponse};
use crate::meta::Kind;
use crate::response::Inspection;
use crate::roles::CallableBy;
use crate::with_params::WithParams;

/// A method that orders a report, which the API makes later. Its kind is `write`, so that an order whose response was lost is
/// never repeated silently.
///
/// ```
/// use vox_core::client::{Report, Waiting};
/// use vox_core::prelude::*;
///
/// /// Orders a report of the call history.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "GetCallHistoryAsync", response = ReportOrdered, kind = write)]
/// pub struct GetCallHistoryAsync {
///     /// The report begins here.
///     pub from_date: String,
/// }
///
/// # /// A report was ordered.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct ReportOrdered {
/// #   /// The report.
///     pub history_report_id: u64,
/// }
///
/// # /// Lists reports.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "GetHistoryReports", response = HistoryReports, kind = read)]
/// pub struct GetHistoryReports {
/// #   /// The report.
///     pub history_report_id: Option<u64>,
/// }
///
/// # /// The reports.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct HistoryReports {
/// #   /// The reports.
///     pub result: Vec<HistoryReport>,
/// }
///
/// # /// A report.
/// #[derive(Debug, Clone, PartialEq, VoxRecord)]
/// #[non_exhaustive]
/// pub struct HistoryReport {
/// #   /// The id.
///     pub history_report_id: Option<u64>,
/// #   /// When it was completed.
///     pub completed: Option<Timestamp>,
/// }
///
/// # /// Downloads a report.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "DownloadHistoryReport", response = Download, kind = write, ack = none)]
/// pub struct DownloadHistoryReport {
/// #   /// The report.
///     pub history_report_id: u64,
/// }
///
/// impl Report for GetCallHistoryAsync {
///     type Status = GetHistoryReports;
///     type File = DownloadHistoryReport;
///
///     fn report_id(response: ReportOrdered) -> Option<u64> {
///         Some(response.history_report_id)
///     }
///
///     fn status(id: u64) -> GetHistoryReports {
///         GetHistoryReports { history_report_id: Some(id) }
///     }
///
///     fn is_complete(response: HistoryReports, id: u64) -> bool {
///         response.result.iter().any(|report| report.history_report_id == Some(id) && report.completed.is_some())
///     }
///
///     fn file(id: u64) -> DownloadHistoryReport {
///         DownloadHistoryReport { history_report_id: id }
///     }
/// }
///
/// async fn save(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
///     let request = GetCallHistoryAsync { from_date: "2026-01-01 00:00:00".into() };
///     let report = client.order(&request).await?;
///     // With the id, another process can continue.
///     println!("ordered the report {}", report.id());
///     client.wait_for(&report, Waiting::default()).await?;
///     let mut csv = Vec::new();
///     client.download_report(&report).await?.write_to(&mut csv).await?;
///     Ok(())
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not order reports",
    label = "it does not implement `vox_core::client::Report`"
)]
pub trait Report: Method {
    /// The method that states whether a report is complete.
    type Status: Method;

    /// The method that downloads a report.
    type File: Method<Response = Download>;

    /// The id of the report; `None` if the response shows that none was ordered.
    fn report_id(response: Self::Response) -> Option<u64>;

    /// The request for the status of a report.
    fn status(id: u64) -> Self::Status;

    /// Whether the response to [`status`](Self::status) shows that this report is complete.
    fn is_complete(response: <Self::Status as Method>::Response, id: u64) -> bool;

    /// The request for the file of a report.
    fn file(id: u64) -> Self::File;
}

/// Parameters that were added to a request are sent with the order.
impl<M: Report> Report for WithParams<M> {
    type Status = M::Status;
    type File = M::File;

    fn report_id(response: M::Response) -> Option<u64> {
        M::report_id(response)
    }

    fn status(id: u64) -> M::Status {
        M::status(id)
    }

    fn is_complete(response: <M::Status as Method>::Response, id: u64) -> bool {
        M::is_complete(response, id)
    }

    fn file(id: u64) -> M::File {
        M::file(id)
    }
}

/// A report that was ordered by the method `M`.
pub struct OrderedReport<M> {
    id: u64,
    method: PhantomData<fn() -> M>,
}

impl<M: Report> OrderedReport<M> {
    /// A report that was ordered before, perhaps by another process.
    #[must_use]
    pub fn new(id: u64) -> Self {
        Self { id, method: PhantomData }
    }

    /// The id of the report.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// A report that was ordered is one for each order, so the method must not be retried like one that reads.
    const ORDERS_BY_WRITING: () =
        assert!(matches!(M::META.kind, Kind::Write), "a method that orders a report needs `kind = write`");

    /// The error of a step after the order.
    #[cold]
    pub(super) fn add_to(&self, mut error: Error) -> Error {
        error.context_mut().report_id = Some(self.id);
        error
    }

    /// The report that a response states.
    fn of(response: RawResponse) -> Result<Self, Error> {
        let (response, raw) = response.into_page()?;
        M::report_id(response).map(Self::new).ok_or_else(|| raw.unexpected(UnexpectedResponse::Unrecognized))
    }
}

impl<M> Clone for OrderedReport<M> {
    fn clone(&self) -> Self {
        Self { id: self.id, method: PhantomData }
    }
}

impl<M> fmt::Debug for OrderedReport<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OrderedReport").field("id", &self.id).finish()
    }
}

/// A shorter pause would flood the server.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);

/// How to wait for a report. By default the status is requested at once, then after 2 seconds, and after pauses that grow by half
/// up to a minute; after an hour the wait fails.
pub struct Waiting {
    pause: Duration,
    longest_pause: Duration,
    timeout: Duration,
    progress: Option<ProgressFn>,
}

type ProgressFn = Box<dyn FnMut(&ReportProgress) + Send>;

/// The wait for a report, after its status was requested.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReportProgress {
    /// The id of the report.
    pub id: u64,
    /// How often the status was requested.
    pub checks: u32,
    /// The duration of the wait.
    pub elapsed: Duration,
    /// Whether the report is complete.
    pub is_complete: bool,
}

impl Default for Waiting {
    fn default() -> Self {
        Self {
            pause: Duration::from_secs(2),
            longest_pause: Duration::from_secs(60),
            timeout: Duration::from_secs(3600),
            progress: None,
        }
    }
}

impl Waiting {
    /// Sets the first pause between two requests for the status, and the longest. A pause is at least 10 ms.
    #[must_use]
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.longest_pause = longest.max(SHORTEST_PAUSE);
        self.pause = first.clamp(SHORTEST_PAUSE, self.longest_pause);
        self
    }

    /// Limits the wait. Each request for the status has the timeout of the client in addition.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Calls a function after each request for the status.
    #[must_use]
    pub fn on_progress(mut self, progress: impl FnMut(&ReportProgress) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("pause", &self.pause)
            .field("longest_pause", &self.longest_pause)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// A wait that has begun; the same for both clients.
pub(super) struct Wait<M> {
    waiting: Waiting,
    begun: Instant,
    checks: u32,
    report: OrderedReport<M>,
}

impl<M: Report> Wait<M> {
    pub(super) fn new(report: &OrderedReport<M>, waiting: Waiting) -> Self {
        Self { waiting, begun: Instant::now(), checks: 0, report: report.clone() }
    }

    /// Takes a status. Returns the pause before the next request; `None` if the report is complete.
    ///
    /// # Errors
    /// The time is up.
    pub(super) fn pause_after(
        &mut self,
        status: <M::Status as Method>::Response,
    ) -> Result<Option<Duration>, Error> {
        let Waiting { pause, longest_pause, timeout, progress } = &mut self.waiting;
        let is_complete = M::is_complete(status, self.report.id);
        self.checks += 1;
        let elapsed = self.begun.elapsed();
        if let Some(progress) = progress {
            progress(&ReportProgress { id: self.report.id, checks: self.checks, elapsed, is_complete });
        }
        if is_complete {
            return Ok(None);
        }
        let left = timeout.saturating_sub(elapsed);
        if left.is_zero() {
            let timeout = Timeout { kind: TimeoutKind::Report, after: *timeout };
            let mut error = Error::transport(M::Status::META, TransportError::unknown(timeout));
            (error.context_mut().attempts, error.context_mut().elapsed) = (self.checks, elapsed);
            return Err(error);
        }
        let next = *pause;
        *pause = pause.saturating_add(*pause / 2).min(*longest_pause);
        Ok(Some(next.min(left)))
    }
}

impl<R> Client<R> {
    /// Orders a report.
    ///
    /// # Errors
    /// Those of the call; also if the response does not name a report: [`UnexpectedResponse::Unrecognized`].
    pub async fn order<M: Report + CallableBy<R>>(&self, request: &M) -> Result<OrderedReport<M>, Error> {
        self.order_call(request).await
    }

    pub(super) fn order_call<M: Report>(&self, request: &M) -> Call<OrderedReport<M>> {
        let () = OrderedReport::<M>::ORDERS_BY_WRITING;
        Call::new(self.prepare(request, Inspection::BeforeDecoding), OrderedReport::of)
    }

    /// Whether a report is complete.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn is_complete<M: Report>(&self, report: &OrderedReport<M>) -> Result<bool, Error>
    where
        M::Status: CallableBy<R>,
    {
        Ok(M::is_complete(self.typed_call(&M::status(report.id)).await?, report.id))
    }

    /// Waits until a report is complete. Dropping the future ends the wait; the report stays ordered.
    ///
    /// # Errors
    /// Those of the calls for the status; also if the time is up: [`TimeoutKind::Report`]. A later wait for the same report may
    /// succeed.
    pub async fn wait_for<M: Report>(&self, report: &OrderedReport<M>, waiting: Waiting) -> Result<(), Error>
    where
        M::Status: CallableBy<R>,
    {
        let mut wait = Wait::new(report, waiting);
        loop {
            let status = self.typed_call(&M::status(report.id)).await?;
            match wait.pause_after(status)? {
                Some(pause) => tokio::time::sleep(pause).await,
                None => return Ok(()),
            }
        }
    }

    /// Downloads a report that is complete.
    pub fn download_report<M: Report>(&self, report: &OrderedReport<M>) -> Call<Download>
    where
        M::File: CallableBy<R>,
    {
        self.typed_call(&M::file(report.id))
    }

    /// Orders a report, waits until it is complete, and downloads it.
    ///
    /// Dropping the future after the order loses the report's id, unless [`Waiting::on_progress`] has recorded it. Use
    /// [`order`](Self::order) and the other steps where the report must be found again.
    ///
    /// # Errors
    /// Those of [`order`](Self::order), [`wait_for`](Self::wait_for) and the call that downloads it. If the report was ordered
    /// before the error, the effect is [`Effect::Done`](crate::Effect::Done), and
    /// [`CallContext::report_id`](crate::error::CallContext::report_id) returns the report's id: continue with
    /// [`OrderedReport::new`].
    pub async fn report<M: Report + CallableBy<R>>(
        &self,
        request: &M,
        waiting: Waiting,
    ) -> Result<Download, Error>
    where
        M::Status: CallableBy<R>,
        M::File: CallableBy<R>,
    {
        let report = self.order(request).await?;
        let finished = async {
            self.wait_for(&report, waiting).await?;
            self.download_report(&report).await
        };
        finished.await.map_err(|error| report.add_to(error))
    }
}
