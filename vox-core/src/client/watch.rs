//! The one timer of a call.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep};

use crate::error::{Timeout, TimeoutKind};

/// Longer than any call; a sum that no clock can show ends here.
const FOREVER: Duration = Duration::from_secs(30 * 365 * 24 * 3600);

/// Enforces the timeout of a whole call and the read timeout with one timer, which is reset only when it
/// fires.
pub(super) struct Watch<'s> {
    timer: Pin<&'s mut Sleep>,
    begun: Instant,
    timeout: Duration,
    deadline: Instant,
    read_timeout: Duration,
    /// When the last sign of life came.
    heard: Instant,
    /// Whether time has passed since then. Where none has, no clock need be read.
    is_past: bool,
}

impl<'s> Watch<'s> {
    /// A watch that begins now, by the caller's clock; the timer may show any time.
    pub(super) fn new(
        timer: Pin<&'s mut Sleep>,
        begun: Instant,
        timeout: Duration,
        read_timeout: Duration,
    ) -> Self {
        let deadline = later(begun, timeout);
        let mut watch = Self { timer, begun, timeout, deadline, read_timeout, heard: begun, is_past: false };
        watch.set();
        watch
    }

    /// How long the call may still take.
    pub(super) fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now())
    }

    /// How long the call has taken.
    pub(super) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// When nothing may be sent any more.
    pub(super) fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Stops where the deadline has passed.
    pub(super) fn check(&self) -> Result<(), Timeout> {
        if Instant::now() >= self.deadline { Err(self.timeout(TimeoutKind::Call)) } else { Ok(()) }
    }

    pub(super) fn timeout(&self, kind: TimeoutKind) -> Timeout {
        Timeout { kind, after: self.timeout }
    }

    /// The future's output, unless the time for the whole call runs out first.
    pub(super) async fn queue<F: Future>(&mut self, future: Pin<&mut F>) -> Result<F::Output, Timeout> {
        let waited = self.guard(future, || false).await;
        waited.map_err(|_| self.timeout(TimeoutKind::Queue))
    }

    /// The future's output, unless a time runs out first: that for the whole call, or that for silence. Silence counts
    /// only where `listening`.
    pub(super) async fn guard<F: Future>(
        &mut self,
        mut future: Pin<&mut F>,
        listening: impl Fn() -> bool,
    ) -> Result<F::Output, Timeout> {
        let mut waits = false;
        poll_fn(|context| {
            if let Poll::Ready(output) = future.as_mut().poll(context) {
                return Poll::Ready(Ok(output));
            }
            if !waits {
                waits = true;
                self.begin_to_wait();
            }
            loop {
                ready!(self.timer.as_mut().poll(context));
                let now = Instant::now();
                if now >= self.deadline {
                    return Poll::Ready(Err(self.timeout(TimeoutKind::Call)));
                }
                if !listening() {
                    self.heard = now;
                } else if now >= later(self.heard, self.read_timeout) {
                    return Poll::Ready(Err(Timeout { kind: TimeoutKind::Read, after: self.read_timeout }));
                }
                self.set();
            }
        })
        .await
    }

    /// From now on there is silence.
    fn begin_to_wait(&mut self) {
        if self.is_past {
            self.heard = Instant::now();
        }
        self.is_past = true;
    }

    /// Waits.
    pub(super) async fn pause(&mut self, pause: Duration) {
        self.timer.as_mut().reset(later(Instant::now(), pause));
        self.timer.as_mut().await;
        self.heard = Instant::now();
        self.is_past = false;
        self.set();
    }

    /// Sets the timer to what comes next.
    fn set(&mut self) {
        let next = self.deadline.min(later(self.heard, self.read_timeout));
        self.timer.as_mut().reset(next);
    }
}

fn later(time: Instant, by: Duration) -> Instant {
    time.checked_add(by).unwrap_or_else(|| time + FOREVER)
}
