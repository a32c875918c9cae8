//! A call that is awaited.

use std::fmt;
use std::future::Future;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

#[cfg(feature = "blocking")]
use super::Core;
use super::attempts::{PreparedCall, run};
use super::raw::RawResponse;
use super::trace;
use crate::error::{Error, Failure};
#[cfg(feature = "blocking")]
use crate::response::MethodInfo;
use crate::text::form::FormBody;

/// A call of a method: await it for the response.
///
/// Nothing is sent before the first poll. The call owns all it needs, so it can be spawned.
///
/// Dropping it cancels the call. A request that is not being sent yet is never sent. One that is being sent may still take
/// effect, so the effect of a write that is dropped (in a `select!`, by a timeout around it) is unknown. Prefer the client's
/// own [timeout](super::CallOptions::timeout), which ends in an [`Error`] with more information. A
/// [hook](super::Hook::end) observes dropped calls too.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T> {
    state: State,
    decode: Decode<T>,
}

/// Decodes the response: the only step that differs between methods.
type Decode<T> = fn(RawResponse) -> Result<T, Error>;

/// One type of future for all methods: they differ only in the decoding at the end.
pub(super) type CallFuture = Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>;

/// The progress of a call.
pub(super) enum State {
    /// It was rejected before sending.
    Failed(Box<(PreparedCall, Box<Failure>)>),
    Ready(Arc<PreparedCall>, FormBody),
    Running(CallFuture),
    Done,
}

impl<T> Call<T> {
    pub(super) fn new(state: State, decode: Decode<T>) -> Self {
        Self { state, decode }
    }

    /// The parts that a worker thread needs: the client, the method, the future and the last step.
    #[cfg(feature = "blocking")]
    pub(super) fn into_parts(self) -> Result<(Arc<Core>, MethodInfo, CallFuture, Decode<T>), Error> {
        match self.state {
            State::Failed(failed) => Err(rejected(*failed)),
            State::Ready(ready, form) => {
                let (core, method) = (Arc::clone(&ready.core), ready.method.clone());
                Ok((core, method, Box::pin(run(ready, form)), self.decode))
            }
            State::Running(_) | State::Done => unreachable!("a call that was never polled has not begun"),
        }
    }
}

/// The error of a call that was rejected before sending.
#[cold]
fn rejected((call, failure): (PreparedCall, Box<Failure>)) -> Error {
    let PreparedCall { core, method, .. } = call;
    let error = failure.in_call(core.context(&method, None, 0, Duration::ZERO));
    core.end(&method, 0, Duration::ZERO, &trace::call(&method), Err(&error));
    error
}

impl State {
    /// A call that has not begun.
    pub(super) fn new(call: PreparedCall, form: Result<FormBody, Box<Failure>>) -> Self {
        match form {
            Ok(form) => Self::Ready(Arc::new(call), form),
            Err(failure) => Self::Failed(Box::new((call, failure))),
        }
    }

    /// Continues the call up to its response; the same code for all methods.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<RawResponse, Error>> {
        loop {
            if let Self::Running(future) = self {
                let response = ready!(future.as_mut().poll(context));
                *self = Self::Done;
                return Poll::Ready(response);
            }
            match mem::replace(self, Self::Done) {
                Self::Failed(failed) => return Poll::Ready(Err(rejected(*failed))),
                Self::Ready(ready, form) => *self = Self::Running(Box::pin(run(ready, form))),
                Self::Running(_) | Self::Done => panic!("a `Call` was polled after it had finished"),
            }
        }
    }
}

impl<T> Future for Call<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // Each method has its own copy of this function, so it contains as little as possible.
        match self.state.poll(context) {
            Poll::Ready(Ok(response)) => Poll::Ready((self.decode)(response)),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match &self.state {
            State::Failed(_) => "rejected before sending",
            State::Ready(..) => "not sent yet",
            State::Running(_) => "running",
            State::Done => "finished",
        };
        f.debug_struct("Call").field("state", &state).finish_non_exhaustive()
    }
}
