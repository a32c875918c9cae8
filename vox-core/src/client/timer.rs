//! The timer of a call.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use crate::error::{Timeout, TimeoutKind};

/// Longer than any call; replaces a time that is too far away for the clock.
const FOREVER: Duration = Duration::from_secs(30 * 365 * 24 * 3600);

/// The times of a call.
#[derive(Clone, Copy)]
pub(super) struct CallTimes {
    pub(super) begun: Instant,
    /// That of the whole call.
    pub(super) timeout: Duration,
    pub(super) read_timeout: Duration,
}

impl CallTimes {
    /// The timer of the call, set to the earlier timeout. It is registered with the runtime only when the call begins to wait.
    pub(super) fn sleep(self) -> Sleep {
        sleep_until(later(self.begun, self.timeout.min(self.read_timeout)))
    }
}

/// Enforces the timeout of a whole call and the read timeout with one timer, which is reset only when it
/// fires.
pub(super) struct CallTimer<'s> {
    timer: Pin<&'s mut Sleep>,
    times: CallTimes,
    deadline: Instant,
    /// When data last arrived.
    last_activity: Instant,
    /// Whether the call has waited since then. If it has not, there is no need to read the clock.
    has_waited: bool,
}

impl<'s> CallTimer<'s> {
    /// Starts with the timer of these times.
    pub(super) fn new(sleep: Pin<&'s mut Sleep>, times: CallTimes) -> Self {
        let deadline = later(times.begun, times.timeout);
        Self { timer: sleep, times, deadline, last_activity: times.begun, has_waited: false }
    }

    /// How long the call may still take.
    pub(super) fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// How long the call has taken.
    pub(super) fn elapsed(&self) -> Duration {
        self.times.begun.elapsed()
    }

    /// After this moment nothing is sent.
    pub(super) fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Fails if the deadline has passed.
    pub(super) fn check(&self) -> Result<(), Timeout> {
        if Instant::now() >= self.deadline { Err(self.timeout(TimeoutKind::Call)) } else { Ok(()) }
    }

    pub(super) fn timeout(&self, kind: TimeoutKind) -> Timeout {
        Timeout { kind, after: self.times.timeout }
    }

    /// The future's output, unless the timeout of the call passes first.
    pub(super) async fn queue<F: Future>(&mut self, future: Pin<&mut F>) -> Result<F::Output, Timeout> {
        let waited = self.guard(future, || false).await;
        waited.map_err(|_| self.timeout(TimeoutKind::Queue))
    }

    /// The future's output, unless the timeout of the call passes first or, while `is_reading`, the read timeout.
    pub(super) fn guard<F: Future>(
        &mut self,
        mut future: Pin<&mut F>,
        is_reading: impl Fn() -> bool,
    ) -> impl Future<Output = Result<F::Output, Timeout>> {
        let mut waits = false;
        poll_fn(move |context| {
            if let Poll::Ready(output) = future.as_mut().poll(context) {
                return Poll::Ready(Ok(output));
            }
            if !waits {
                waits = true;
                self.begin_to_wait();
            }
            self.poll(context, &is_reading).map(Err)
        })
    }

    /// The timeout that has passed.
    fn poll(&mut self, context: &mut Context<'_>, is_reading: &dyn Fn() -> bool) -> Poll<Timeout> {
        loop {
            ready!(self.timer.as_mut().poll(context));
            let now = Instant::now();
            if now >= self.deadline {
                return Poll::Ready(self.timeout(TimeoutKind::Call));
            }
            if !is_reading() {
                self.last_activity = now;
            } else if now >= later(self.last_activity, self.times.read_timeout) {
                return Poll::Ready(Timeout { kind: TimeoutKind::Read, after: self.times.read_timeout });
            }
            self.set();
        }
    }

    /// Records that the call begins to wait.
    fn begin_to_wait(&mut self) {
        if self.has_waited {
            self.last_activity = Instant::now();
        }
        self.has_waited = true;
    }

    /// Sleeps.
    pub(super) async fn pause(&mut self, pause: Duration) {
        self.timer.as_mut().reset(later(Instant::now(), pause));
        self.timer.as_mut().await;
        self.last_activity = Instant::now();
        self.has_waited = false;
        self.set();
    }

    /// Sets the timer to the earlier of the two timeouts.
    fn set(&mut self) {
        let next = self.deadline.min(later(self.last_activity, self.times.read_timeout));
        self.timer.as_mut().reset(next);
    }
}

fn later(time: Instant, by: Duration) -> Instant {
    time.checked_add(by).unwrap_or_else(|| time + FOREVER)
}
