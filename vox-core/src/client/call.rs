//! A call that is awaited.

use std::fmt;
use std::future::Future;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use super::Core;
use super::raw::RawAnswer;
use super::transport::exchange;
use crate::called::Called;
use crate::{Error, FormBody};

/// A call of a method: await it for the response.
///
/// Nothing is sent before the first poll. The call owns all it needs, so it can be spawned. Dropping it gives up
/// waiting; a request that is already on its way may still be carried out.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T> {
    method: Called,
    state: State,
    /// The only step that differs between methods.
    finish: fn(RawAnswer) -> Result<T, Error>,
}

enum State {
    Failed(Error),
    Ready { core: Arc<Core>, form: FormBody, timeout: Duration },
    // One type of future for all methods: what differs is only the decoding at the end.
    Running(Pin<Box<dyn Future<Output = Result<RawAnswer, Error>> + Send>>),
    Done,
}

impl<T> Call<T> {
    pub(super) fn new(
        core: Arc<Core>,
        method: Called,
        form: Result<FormBody, Error>,
        finish: fn(RawAnswer) -> Result<T, Error>,
    ) -> Self {
        let timeout = core.timeout;
        let state = match form {
            Ok(form) => State::Ready { core, form, timeout },
            Err(error) => State::Failed(error),
        };
        Self { method, state, finish }
    }

    /// How long this call may take, instead of the client's [`timeout`](super::ClientBuilder::timeout).
    pub fn timeout(mut self, duration: Duration) -> Self {
        if let State::Ready { timeout, .. } = &mut self.state {
            *timeout = duration;
        }
        self
    }
}

impl State {
    /// Goes on with the call up to its answer; the same code for all methods.
    fn poll(&mut self, method: Called, context: &mut Context<'_>) -> Poll<Result<RawAnswer, Error>> {
        loop {
            match mem::replace(self, Self::Done) {
                Self::Failed(error) => return Poll::Ready(Err(error)),
                Self::Ready { core, form, timeout } => {
                    *self = Self::Running(Box::pin(exchange(core, method, form, timeout)));
                }
                Self::Running(mut future) => {
                    let answer = future.as_mut().poll(context);
                    if answer.is_pending() {
                        *self = Self::Running(future);
                    }
                    return answer;
                }
                Self::Done => panic!("a `Call` was polled after it had finished"),
            }
        }
    }
}

impl<T> Future for Call<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let method = self.method;
        let answer = ready!(self.state.poll(method, context));
        Poll::Ready(answer.and_then(self.finish))
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match &self.state {
            State::Failed(_) => "refused",
            State::Ready { .. } => "not sent yet",
            State::Running(_) => "running",
            State::Done => "finished",
        };
        f.debug_struct("Call")
            .field("method", &self.method.name)
            .field("state", &state)
            .finish_non_exhaustive()
    }
}
