//! A call that is awaited.

use std::fmt;
use std::future::Future;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
#[cfg(feature = "blocking")]
use std::time::Duration;

use super::Core;
use super::exchange::exchange;
use super::raw::RawAnswer;
use crate::called::Called;
use crate::{Error, FormBody};

/// A call of a method: await it for the response.
///
/// Nothing is sent before the first poll. The call owns all it needs, so it can be spawned. Dropping it gives up
/// waiting; a request that is already on its way may still be carried out.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T> {
    state: State,
    finish: Finish<T>,
}

/// The only step that differs between methods.
type Finish<T> = fn(RawAnswer) -> Result<T, Error>;

/// One type of future for all methods: what differs is only the decoding at the end.
pub(super) type Answer = Pin<Box<dyn Future<Output = Result<RawAnswer, Error>> + Send>>;

/// How far a call is.
pub(super) enum State {
    Failed(Error),
    Ready { core: Arc<Core>, method: Called, form: FormBody },
    Running(Answer),
    Done,
}

impl<T> Call<T> {
    pub(super) fn new(state: State, finish: Finish<T>) -> Self {
        Self { state, finish }
    }

    /// What is needed to run the call elsewhere: the method, the timeout of the whole call, the future and its last step.
    #[cfg(feature = "blocking")]
    pub(super) fn into_parts(self) -> Result<(Called, Duration, Answer, Finish<T>), Error> {
        match self.state {
            State::Failed(error) => Err(error),
            State::Ready { core, method, form } => {
                let timeout = core.settings.timeout;
                Ok((method.clone(), timeout, Box::pin(exchange(core, method, form)), self.finish))
            }
            State::Running(_) | State::Done => unreachable!("a call that nobody has polled has not begun"),
        }
    }
}

impl State {
    /// A call that was not begun.
    pub(super) fn new(core: &Arc<Core>, method: Called, form: Result<FormBody, Error>) -> Self {
        match form {
            Ok(form) => Self::Ready { core: Arc::clone(core), method, form },
            Err(error) => Self::Failed(error),
        }
    }

    /// Goes on with the call up to its answer; the same code for all methods.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<RawAnswer, Error>> {
        loop {
            match mem::replace(self, Self::Done) {
                Self::Failed(error) => return Poll::Ready(Err(error)),
                Self::Ready { core, method, form } => {
                    *self = Self::Running(Box::pin(exchange(core, method, form)));
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
        // Each method has its own copy, so there are no `ready!` and `and_then` in it: they would be copied too.
        match self.state.poll(context) {
            Poll::Ready(Ok(answer)) => Poll::Ready((self.finish)(answer)),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
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
        f.debug_struct("Call").field("state", &state).finish_non_exhaustive()
    }
}
