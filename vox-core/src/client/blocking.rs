//! Clients whose calls wait for their results: the same calls without `await`.
//!
//! ```no_run
//! use vox_core::{Client, ServiceAccount, blocking};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let account = ServiceAccount::from_file("credentials.json")?;
//! let client: blocking::Client = Client::builder().credentials(account).build_blocking()?;
//! let response = client.call_read("GetPhoneNumbers", [("count", "5")])?;
//! println!("{}", response.status());
//! # Ok(()) }
//! ```
//!
//! A client owns one background thread that does the work for all of its clones; it ends with the last of them. The
//! calling thread sleeps until the result is there.
//!
//! # Where it cannot be used
//! A call fails at once, and nothing is sent:
//!
//! - In an async task of a current-thread tokio runtime (`#[tokio::test]`, `flavor = "current_thread"`): everything else
//!   in that runtime would stop. Use a plain [`Client`](crate::Client), or `tokio::task::spawn_blocking`.
//! - In a [hook](crate::Hook) of a blocking client, which runs on the background thread. Send what the hook observes to
//!   another thread.
//! - In a forked child, where the background thread does not exist. Build the client after the fork.
//!
//! In a task of a multi-thread runtime a call works, but it keeps one of the runtime's threads waiting: prefer a plain
//! [`Client`](crate::Client) there, or `spawn_blocking`.
//!
//! ```no_run
//! use vox_core::{Client, ServiceAccount};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder().credentials(ServiceAccount::from_env()?).build_blocking()?;
//! let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! let call = move || client.call_read("GetPhoneNumbers", [("count", "5")]);
//! let response = runtime.block_on(async { tokio::task::spawn_blocking(call).await })??;
//! println!("{}", response.status());
//! # Ok(()) }
//! ```

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::io;
use std::ops::RangeBounds;
use std::panic;
use std::pin::pin;
use std::process;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread, ThreadId};
use std::time::{Duration, Instant};
use std::vec;

use tokio::runtime::{Builder, Handle, RuntimeFlavor};
use tokio::sync::oneshot;
use tokio::task::coop;

use super::call::CallFuture;
use super::caller::sealed;
use super::raw::BodyText;
use super::reports::{OrderedReport, Report, Wait, Waiting};
use super::{Call, CallOptions, Caller, Paged, RawResponse, trace};
use crate::auth::{Auth, ServiceAccount};
use crate::declare::Download;
use crate::error::{ConfigError, Effect, Error, Failure, TransportError};
use crate::roles::{AnyRole, CallableBy, KnownRole};

/// The background thread enforces the timeout of a call. If it does not respond for this long after that, the wait ends.
const GRACE: Duration = Duration::from_secs(2);

/// A client whose calls wait for their results; made by
/// [`ClientBuilder::build_blocking`](crate::ClientBuilder::build_blocking). Cheap to clone; `R` is as for
/// [`Client`](crate::Client).
pub struct Client<R = AnyRole> {
    inner: super::Client<R>,
    worker: Arc<Worker>,
}

impl Client {
    /// A client for the service account whose credentials file the environment variable `VOXIMPLANT_CREDENTIALS` names, with
    /// the default settings.
    ///
    /// # Errors
    /// Those of [`ServiceAccount::from_env`] and [`ClientBuilder::build_blocking`](crate::ClientBuilder::build_blocking).
    pub fn from_env() -> Result<Self, ConfigError> {
        super::Client::builder().credentials(ServiceAccount::from_env()?).build_blocking()
    }

    /// The client, with a background thread.
    pub(super) fn start(inner: super::Client) -> Result<Self, ConfigError> {
        Ok(Self { inner, worker: Arc::new(Worker::start()?) })
    }
}

impl<R> Client<R> {
    /// Like [`Client::with_role`](crate::Client::with_role).
    #[must_use]
    pub fn with_role<Other: KnownRole>(&self) -> Client<Other> {
        self.with_inner(self.inner.with_role())
    }

    /// Like [`Client::without_role`](crate::Client::without_role).
    #[must_use]
    pub fn without_role(&self) -> Client {
        self.with_inner(self.inner.without_role())
    }

    /// Like [`Client::with`](crate::Client::with).
    #[must_use]
    pub fn with(&self, options: CallOptions) -> Self {
        self.with_inner(self.inner.with(options))
    }

    fn with_inner<Other>(&self, inner: super::Client<Other>) -> Client<Other> {
        Client { inner, worker: Arc::clone(&self.worker) }
    }

    /// Like [`Client::auth`](crate::Client::auth).
    #[must_use]
    pub fn auth(&self) -> &Auth {
        self.inner.auth()
    }

    /// Like [`Client::call`](crate::Client::call).
    ///
    /// # Errors
    /// Those of the call; also if it [cannot be made here](self#where-it-cannot-be-used).
    pub fn call<N: AsRef<str>, T: AsRef<str>>(
        &self,
        method: impl Into<Cow<'static, str>>,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> Result<RawResponse, Error> {
        self.worker.call(self.inner.call(method, params))
    }

    /// Like [`Client::call_read`](crate::Client::call_read).
    ///
    /// # Errors
    /// Those of [`call`](Self::call).
    pub fn call_read<N: AsRef<str>, T: AsRef<str>>(
        &self,
        method: impl Into<Cow<'static, str>>,
        params: impl IntoIterator<Item = (N, T)>,
    ) -> Result<RawResponse, Error> {
        self.worker.call(self.inner.call_read(method, params))
    }
}

impl<R> Client<R> {
    /// Like [`Client::download`](crate::Client::download). The file is a [`std::io::Read`]:
    ///
    /// ```no_run
    /// # fn example(client: vox_core::blocking::Client, record_url: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let mut recording = client.download(record_url)?;
    /// std::io::copy(&mut recording, &mut std::fs::File::create("recording.mp3")?)?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// Those of [`call`](Self::call).
    pub fn download(&self, url: &str) -> Result<Download, Error> {
        self.worker.call(self.inner.download(url))
    }

    /// Like [`Client::order`](crate::Client::order).
    ///
    /// # Errors
    /// Those of the call; also if the response does not name a report.
    pub fn order<M: Report + CallableBy<R>>(&self, request: &M) -> Result<OrderedReport<M>, Error> {
        self.worker.call(self.inner.order_call(request))
    }

    /// Like [`Client::is_complete`](crate::Client::is_complete).
    ///
    /// # Errors
    /// Those of the call.
    pub fn is_complete<M: Report>(&self, report: &OrderedReport<M>) -> Result<bool, Error>
    where
        M::Status: CallableBy<R>,
    {
        let status = self.worker.call(self.inner.typed_call(&M::status(report.id())))?;
        Ok(M::is_complete(status, report.id()))
    }

    /// Like [`Client::wait_for`](crate::Client::wait_for). The calling thread sleeps between the requests.
    ///
    /// # Errors
    /// Those of the calls for the status; also if the time is up.
    pub fn wait_for<M: Report>(&self, report: &OrderedReport<M>, waiting: Waiting) -> Result<(), Error>
    where
        M::Status: CallableBy<R>,
    {
        let mut wait = Wait::new(report, waiting);
        loop {
            let status = self.worker.call(self.inner.typed_call(&M::status(report.id())))?;
            match wait.pause_after(status)? {
                Some(pause) => thread::sleep(pause),
                None => return Ok(()),
            }
        }
    }

    /// Like [`Client::download_report`](crate::Client::download_report).
    ///
    /// # Errors
    /// Those of the call.
    pub fn download_report<M: Report>(&self, report: &OrderedReport<M>) -> Result<Download, Error>
    where
        M::File: CallableBy<R>,
    {
        self.worker.call(self.inner.typed_call(&M::file(report.id())))
    }

    /// Like [`Client::report`](crate::Client::report).
    ///
    /// # Errors
    /// Those of the calls; also if the time is up.
    pub fn report<M: Report + CallableBy<R>>(&self, request: &M, waiting: Waiting) -> Result<Download, Error>
    where
        M::Status: CallableBy<R>,
        M::File: CallableBy<R>,
    {
        let report = self.order(request)?;
        let finished = self.wait_for(&report, waiting).and_then(|()| self.download_report(&report));
        finished.map_err(|error| report.add_to(error))
    }

    /// Like [`Client::download_range`](crate::Client::download_range).
    ///
    /// # Errors
    /// Those of [`call`](Self::call).
    pub fn download_range(&self, url: &str, range: impl RangeBounds<u64>) -> Result<Download, Error> {
        self.worker.call(self.inner.download_range(url, range))
    }
}

impl<R> Caller for Client<R> {
    type Role = R;
    type Call<T> = Result<T, Error>;
    type Pages<P: Paged> = Pages<P>;
    type Items<P: Paged> = Items<P>;

    fn client(&self) -> &super::Client<R> {
        &self.inner
    }

    fn run<T>(&self, call: Call<T>) -> Result<T, Error> {
        self.worker.call(call)
    }

    fn list<P: Paged>(&self, pages: super::Pages<P>) -> Pages<P> {
        Pages { pages, worker: Arc::clone(&self.worker) }
    }
}

impl<R> sealed::Sealed for Client<R> {}

impl<R> Clone for Client<R> {
    fn clone(&self) -> Self {
        self.with_inner(self.inner.clone())
    }
}

impl<R> fmt::Debug for Client<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("blocking::")?;
        self.inner.fmt(f)
    }
}

/// The pages of a [`Paged`] method, one by one. Ends after the first error.
#[must_use = "nothing is sent before a page is requested"]
pub struct Pages<P: Paged> {
    pages: super::Pages<P>,
    worker: Arc<Worker>,
}

impl<P: Paged> Iterator for Pages<P> {
    type Item = Result<Vec<P::Item>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let page = self.worker.call(self.pages.call()?);
        self.pages.take(page)
    }
}

impl<P: Paged> fmt::Debug for Pages<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pages.fmt(f)
    }
}

/// The items of a [`Paged`] method, one by one. Ends after the first error.
#[must_use = "nothing is sent before an item is requested"]
pub struct Items<P: Paged> {
    pages: Pages<P>,
    page: vec::IntoIter<P::Item>,
}

impl<P: Paged> From<Pages<P>> for Items<P> {
    fn from(pages: Pages<P>) -> Self {
        Self { pages, page: Vec::new().into_iter() }
    }
}

impl<P: Paged> Iterator for Items<P> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(items) => self.page = items.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<P: Paged> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("method", &P::META.name).finish_non_exhaustive()
    }
}

/// The thread that runs the calls; it ends when this is dropped.
pub(super) struct Worker {
    runtime: Handle,
    thread: ThreadId,
    /// The process of the thread. A forked child has a copy of this value, but not the thread.
    process: u32,
    _running: oneshot::Sender<()>,
}

impl Worker {
    fn start() -> Result<Self, ConfigError> {
        let failed = |error: io::Error| {
            ConfigError::new("the background thread of a blocking client cannot be started").with_cause(error)
        };
        let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let handle = runtime.handle().clone();
        let (running, stop) = oneshot::channel::<()>();
        let work = move || {
            // The other end only ever is dropped.
            let _ = runtime.block_on(stop);
        };
        let thread = thread::Builder::new().name("vox-client".to_owned()).spawn(work).map_err(failed)?;
        Ok(Self { runtime: handle, thread: thread.thread().id(), process: process::id(), _running: running })
    }

    /// Makes a call and waits for its result.
    fn call<T>(self: &Arc<Self>, call: Call<T>) -> Result<T, Error> {
        let begun = Instant::now();
        let (core, method, future, decode) = call.into_parts()?;
        let limit = core.settings.timeout.checked_add(GRACE);
        match self.run(future, limit.and_then(|limit| begun.checked_add(limit))) {
            Ok(result) => result.and_then(|mut response| {
                if let BodyText::Stream(stream) = &mut response.text {
                    stream.set_worker(self);
                }
                decode(response)
            }),
            Err(failure) => {
                let attempts = u32::from(failure.effect == Effect::Unknown);
                let error = failure.in_call(core.context(&method, None, attempts, begun.elapsed()));
                // The end of a call that has begun is reported by its future.
                if attempts == 0 {
                    core.end(&method, attempts, begun.elapsed(), &trace::call(&method), Err(&error));
                }
                Err(error)
            }
        }
    }

    /// Runs a call on the background thread and waits for it. A failure is one of the waiting.
    fn run(
        &self,
        future: CallFuture,
        give_up_at: Option<Instant>,
    ) -> Result<Result<RawResponse, Error>, Failure> {
        if let Some(reason) = self.cannot_wait() {
            return Err(ConfigError::new(reason).into());
        }
        let task = self.runtime.spawn(future);
        let abort = task.abort_handle();
        // Does not spend the budget of an async task around this call: nothing would restore it.
        match wait(coop::unconstrained(task), give_up_at) {
            Some(Ok(result)) => Ok(result),
            // A panic in a hook resumes in the thread of the caller.
            Some(Err(error)) => match error.try_into_panic() {
                Ok(panic) => panic::resume_unwind(panic),
                Err(error) => Err(Failure::transport(TransportError::unknown(error))),
            },
            None => {
                abort.abort();
                Err(Failure::transport(TransportError::unknown(
                    "the background thread of the blocking client does not respond: a hook may be blocking it",
                )))
            }
        }
    }

    /// Waits for a future that the background thread drives, such as one that reads from a connection.
    pub(super) fn wait_for<F: Future>(&self, future: F) -> Result<F::Output, ConfigError> {
        if let Some(reason) = self.cannot_wait() {
            return Err(ConfigError::new(reason));
        }
        let _timers = self.runtime.enter();
        // Without a limit there always is an output.
        wait(coop::unconstrained(future), None).ok_or_else(|| ConfigError::new("the wait has ended"))
    }

    /// Why this thread must not wait for a call.
    fn cannot_wait(&self) -> Option<&'static str> {
        if process::id() != self.process {
            return Some(
                "the blocking client was built before the process forked, so it has no background thread here: build \
                 a client after the fork",
            );
        }
        if thread::current().id() == self.thread {
            return Some(
                "a hook cannot call its own blocking client, because the call would wait for the hook to end: send \
                 what the hook observes to another thread and call from there",
            );
        }
        if is_in_current_thread_task() {
            return Some(
                "a blocking call in an async task would stop everything else in this current-thread runtime: use an \
                 async `Client`, or make the call in `tokio::task::spawn_blocking`",
            );
        }
        None
    }
}

/// Whether this thread is polling a task of a current-thread runtime. Threads of `spawn_blocking` and threads that have
/// only entered the runtime are not.
///
/// tokio has no function for this, so it looks for the cooperation budget that tokio gives to tasks only. A task inside
/// `unconstrained` has none and is not recognized: its call blocks the runtime up to the call's timeout.
fn is_in_current_thread_task() -> bool {
    let is_current_thread =
        |runtime: Handle| matches!(runtime.runtime_flavor(), RuntimeFlavor::CurrentThread);
    Handle::try_current().is_ok_and(is_current_thread) && has_budget()
}

/// Whether this thread has a cooperation budget: spends all of it, and restores it.
fn has_budget() -> bool {
    let mut context = Context::from_waker(Waker::noop());
    // Restores the budget from before this step when it is dropped.
    let Poll::Ready(_restore) = coop::poll_proceed(&mut context) else { return true };
    // tokio counts the budget in a `u8`.
    for _ in 0..u8::MAX {
        match coop::poll_proceed(&mut context) {
            Poll::Ready(step) => step.made_progress(),
            Poll::Pending => return true,
        }
    }
    false
}

/// Sleeps until the future is ready or the time has come. It needs no runtime on this thread.
fn wait<F: Future>(future: F, give_up_at: Option<Instant>) -> Option<F::Output> {
    let mut future = pin!(future);
    let waker = Arc::new(Unpark(thread::current())).into();
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Some(output);
        }
        let Some(give_up_at) = give_up_at else {
            thread::park();
            continue;
        };
        let left = give_up_at.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return None;
        }
        thread::park_timeout(left);
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::atomic::{AtomicBool, Ordering};

    use tokio::runtime::Runtime;
    use tokio::task::{consume_budget, spawn_blocking, yield_now};

    use super::*;
    use crate::error::ErrorKind;

    fn failure(worker: &Worker, give_up_at: Option<Instant>) -> Failure {
        worker.run(Box::pin(pending()), give_up_at).unwrap_err()
    }

    fn lost(failure: &Failure) -> String {
        let ErrorKind::Transport(error) = &failure.kind else { panic!("{failure:?}") };
        assert_eq!(failure.effect, Effect::Unknown);
        error.to_string()
    }

    /// A worker whose thread does not run, as after a fork.
    fn stopped(runtime: &Runtime, process: u32) -> Worker {
        let thread = thread::spawn(|| ());
        let worker = Worker {
            runtime: runtime.handle().clone(),
            thread: thread.thread().id(),
            process,
            _running: oneshot::channel().0,
        };
        thread.join().unwrap();
        worker
    }

    fn runtime() -> Runtime {
        Builder::new_current_thread().enable_all().build().unwrap()
    }

    #[test]
    fn a_call_ends_without_its_background_thread() {
        let runtime = runtime();
        let worker = stopped(&runtime, process::id());
        let error = lost(&failure(&worker, Some(Instant::now() + Duration::from_millis(20))));
        assert!(error.contains("the background thread"), "{error}");
    }

    #[test]
    fn a_call_that_was_given_up_is_not_run_later() {
        let runtime = runtime();
        let worker = stopped(&runtime, process::id());
        let begun = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&begun);
        let call: CallFuture = Box::pin(async move {
            flag.store(true, Ordering::Relaxed);
            pending().await
        });
        worker.run(call, Some(Instant::now())).unwrap_err();
        runtime.block_on(async {
            while runtime.metrics().num_alive_tasks() > 0 {
                yield_now().await;
            }
        });
        assert!(!begun.load(Ordering::Relaxed));
    }

    #[test]
    fn a_call_whose_runtime_is_gone_fails_at_once() {
        let runtime = runtime();
        let worker = stopped(&runtime, process::id());
        drop(runtime);
        lost(&failure(&worker, None));
    }

    #[test]
    fn a_call_in_a_forked_child_is_rejected_before_sending() {
        let runtime = runtime();
        let worker = stopped(&runtime, process::id() + 1);
        let ErrorKind::Config(error) = failure(&worker, None).kind else { panic!("no configuration error") };
        assert!(error.to_string().contains("build a client after the fork"), "{error}");
        assert_eq!(runtime.metrics().num_alive_tasks(), 0);
    }

    #[test]
    fn tasks_of_a_current_thread_runtime_are_recognized() {
        assert!(!is_in_current_thread_task());
        let runtime = runtime();
        runtime.block_on(async {
            assert!(is_in_current_thread_task());
            assert!(tokio::spawn(async { is_in_current_thread_task() }).await.unwrap());
            assert!(!spawn_blocking(is_in_current_thread_task).await.unwrap());
            assert!(!thread::spawn(is_in_current_thread_task).join().unwrap());
        });
        let _entered = runtime.enter();
        assert!(!is_in_current_thread_task());
    }

    #[test]
    fn looking_for_a_budget_does_not_spend_it() {
        /// How many steps until the task has to yield.
        async fn remaining() -> usize {
            let mut steps = 0;
            while coop::has_budget_remaining() {
                consume_budget().await;
                steps += 1;
            }
            steps
        }
        runtime().block_on(async {
            yield_now().await;
            let full = remaining().await;
            assert!(is_in_current_thread_task(), "without any budget left");
            assert_eq!(remaining().await, 0);
            yield_now().await;
            consume_budget().await;
            assert!(is_in_current_thread_task());
            assert_eq!(remaining().await, full - 1);
        });
    }
}
