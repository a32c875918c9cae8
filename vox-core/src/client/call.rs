//! A call that is awaited.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::Core;
use super::transport::{Answer, exchange};
use crate::reply::Reply;
use crate::{Error, FormBody, MethodMeta};

/// A call of a method: await it for the response.
///
/// Nothing is sent before the first poll. The call owns all it needs, so it can be spawned. Dropping it gives up
/// waiting; a request that is already on its way may still be carried out.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T> {
    method: &'static MethodMeta,
    state: State,
    response: PhantomData<fn() -> T>,
}

enum State {
    Failed(Error),
    Ready { core: Arc<Core>, form: FormBody, timeout: Duration },
    // One type of future for all methods: what differs is only the decoding at the end.
    Running(Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>),
    Done,
}

impl<T> Call<T> {
    pub(super) fn ready(core: Arc<Core>, method: &'static MethodMeta, form: FormBody) -> Self {
        let timeout = core.timeout;
        Self { method, state: State::Ready { core, form, timeout }, response: PhantomData }
    }

    pub(super) fn failed(method: &'static MethodMeta, error: Error) -> Self {
        Self { method, state: State::Failed(error), response: PhantomData }
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
    fn poll(
        &mut self,
        method: &'static MethodMeta,
        context: &mut Context<'_>,
    ) -> Poll<Result<Answer, Error>> {
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

impl<T: DeserializeOwned> Future for Call<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let method = self.method;
        let answer = match ready!(self.state.poll(method, context)) {
            Ok(answer) => answer,
            Err(error) => return Poll::Ready(Err(error)),
        };
        let reply = Reply { method, status: answer.status, headers: &answer.headers, body: &answer.body };
        Poll::Ready(reply.decode())
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
        f.debug_struct("Call").field("method", &self.method.name).field("state", &state).finish()
    }
}
