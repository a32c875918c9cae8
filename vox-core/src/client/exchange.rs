//! A call: its attempts, and the pauses between them.

use std::borrow::Cow;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use ::http::StatusCode;
use ::http::header::HeaderValue;
use bytes::Bytes;
use tokio::time::Instant;

use super::attempt::{self, Received};
use super::hook::{Attempt, CallEnd, CallResult, Outcome};
use super::outgoing::Progress;
use super::raw::{CallInfo, RawResponse, Text};
use super::trace::{self, Span};
use super::watch::Watch;
use super::{CallMethod, Core, Shared};
use crate::auth::BaseUrl;
use crate::error::{
    CallContext, Effect, ErrorCode, ErrorKind, Failure, NOTABLE_SKEW, Timeout, TransportError,
};
use crate::meta::Kind;
use crate::response::{self, Depth, Head};
use crate::{Error, FormBody};

/// The method whose responses name the preferred address.
const NAMES_ADDRESS: &str = "GetAccountInfo";

/// A call that is ready to be sent.
pub(super) struct Exchange {
    pub(super) core: Arc<Core>,
    pub(super) method: CallMethod,
    /// Whether the response is going to be decoded.
    pub(super) depth: Depth,
}

/// Makes attempts until there is a response, or an error that is not retried.
pub(super) async fn exchange(exchange: Exchange, form: FormBody) -> Result<RawResponse, Error> {
    let span = trace::call(&exchange.method);
    let result = span.enclose(attempts(&exchange, form.into_bytes())).await;
    match result {
        Ok(response) => Ok(response.in_span(span)),
        Err(error) => {
            let context = error.context();
            exchange.core.ended(&exchange.method, context.attempts(), context.elapsed(), &span, Err(&error));
            Err(error)
        }
    }
}

async fn attempts(exchange: &Exchange, form: Bytes) -> Result<RawResponse, Error> {
    let Exchange { core, method, .. } = exchange;
    let Core { shared, settings } = core.as_ref();
    let begun = Instant::now();
    let timer = pin!(tokio::time::sleep_until(begun));
    let mut watch = Watch::new(timer, begun, settings.timeout, shared.read_timeout);
    let mut running = Running { exchange, begun, attempts: 0, progress: None, has_ended: false };
    let mut retry = settings.retry;
    let mut has_signed_again = false;
    let mut last: Option<Error> = None;
    loop {
        // Fair: the call that waits longest is next. The pauses between attempts take no place.
        let permit = match watch.queue(pin!(shared.in_flight.acquire())).await {
            Ok(permit) => permit,
            Err(timeout) => return Err(running.ended(last, not_sent(timeout), &watch)),
        };
        let token = match shared.auth.authorization() {
            Ok(token) => token,
            Err(error) => return Err(running.ended(last, error.into(), &watch)),
        };
        // Waiting and signing took their time.
        if let Err(timeout) = watch.check() {
            return Err(running.ended(last, not_sent(timeout), &watch));
        }
        running.attempts += 1;
        let address = core.address();
        let attempt = Attempt { method, number: running.attempts, address: &address };
        let attempted =
            attempted(exchange, &attempt, &form, token.clone(), &mut watch, &mut running.progress);
        let mut error = match attempted.await {
            Ok(response) => {
                core.adopt(&response, &address);
                running.has_ended = true;
                return Ok(response);
            }
            Err(error) => error,
        };
        drop(permit);
        if matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()) {
            core.leave(&address);
        }
        note_skew(shared, &mut error);
        if !has_signed_again && signs_again(shared, token.as_ref(), &error) {
            // The next attempt has another token, so it does not count against the retry policy.
            trace::signed_again(&error);
            has_signed_again = true;
            retry = retry.one_more();
            last = Some(error);
            continue;
        }
        let Some(pause) = retry.pause(running.attempts, &error, watch.left()) else {
            return Err(running.end(error));
        };
        trace::retried(&error, pause);
        watch.pause(pause).await;
        last = Some(error);
    }
}

fn not_sent(timeout: Timeout) -> Failure {
    Failure::transport(TransportError::not_sent(timeout))
}

/// A call between its first attempt and its end; hooks are told of the end also where the call is dropped.
struct Running<'e> {
    exchange: &'e Exchange,
    begun: Instant,
    attempts: u32,
    /// The request that is being sent, where hooks ask for it.
    progress: Option<Progress>,
    has_ended: bool,
}

impl Running<'_> {
    /// The end of a call that makes no further attempt: with the last error, or with this one where there was none.
    fn ended(&mut self, last: Option<Error>, failure: Failure, watch: &Watch<'_>) -> Error {
        let error = last.map_or_else(
            || {
                failure.in_call(self.exchange.core.context(
                    &self.exchange.method,
                    None,
                    self.attempts,
                    watch.elapsed(),
                ))
            },
            |mut last| {
                last.context_mut().elapsed = watch.elapsed();
                last
            },
        );
        self.end(error)
    }

    /// The end of a call with this error, of which hooks are told by its caller.
    fn end(&mut self, error: Error) -> Error {
        self.has_ended = true;
        error
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let Exchange { core, method, .. } = self.exchange;
        if self.has_ended || core.shared.hooks.is_empty() {
            return;
        }
        // Between attempts the last one had no effect: otherwise there would be no further one.
        let is_sent = self.progress.as_ref().is_some_and(|progress| !progress.give_up());
        let is_unknown =
            method.kind == Kind::Write && (is_sent || !core.shared.speaks_http1 && self.progress.is_some());
        let effect = if is_unknown { Effect::Unknown } else { Effect::None };
        core.tell_end(&CallEnd {
            method,
            attempts: self.attempts,
            elapsed: self.begun.elapsed(),
            result: CallResult::Dropped(effect),
        });
    }
}

/// One attempt, observed by hooks and traces.
async fn attempted(
    exchange: &Exchange,
    attempt: &Attempt<'_>,
    form: &Bytes,
    token: Option<HeaderValue>,
    watch: &mut Watch<'_>,
    progress: &mut Option<Progress>,
) -> Result<RawResponse, Error> {
    let hooks = &exchange.core.shared.hooks;
    let begun = (!hooks.is_empty()).then(Instant::now);
    for hook in hooks {
        hook.before(attempt);
    }
    let span = trace::attempt(attempt);
    let sending = |sent: &Progress| {
        if begun.is_some() {
            *progress = Some(sent.clone());
        }
    };
    let received = span.enclose(attempt::send(&exchange.core, attempt, form, token, watch, sending)).await;
    let bytes = received.as_ref().map_or(0, |received| received.body.len());
    let result = judged(exchange, attempt, received, watch);
    span.attempt_ended(&result);
    if let Some(begun) = begun {
        let outcome = Outcome { elapsed: begun.elapsed(), bytes, result: result.as_ref() };
        for hook in hooks {
            hook.after(attempt, &outcome);
        }
        // What was sent has its result.
        *progress = None;
    }
    result
}

/// The response, if it is a success.
fn judged(
    exchange: &Exchange,
    attempt: &Attempt<'_>,
    received: Result<Received, Failure>,
    watch: &Watch<'_>,
) -> Result<RawResponse, Error> {
    let Exchange { core, method, depth, .. } = exchange;
    let failed = |failure: Failure| {
        failure.in_call(core.context(method, Some(attempt.address), attempt.number, watch.elapsed()))
    };
    let Received { status, headers, body } = received.map_err(failed)?;
    let head = Head { status, headers: &headers };
    let judged = response::judge(method, head, &body, *depth).map_err(failed)?;
    if judged.denies_error {
        trace::error_denied(attempt);
    }
    let text = match judged.text {
        None => Text::None,
        Some(Cow::Borrowed(text)) if text.len() == body.len() => Text::Same,
        Some(text) => Text::Normalized(text.into_owned()),
    };
    let call = CallInfo {
        core: Arc::clone(core),
        method: method.clone(),
        address: attempt.address.clone(),
        attempts: attempt.number,
        elapsed: watch.elapsed(),
        span: None,
    };
    Ok(RawResponse { call, status, headers, body, text })
}

/// Notes the clock skew in an error about the credentials, which it may explain.
fn note_skew(shared: &Shared, error: &mut Error) {
    let is_about_credentials = error.code().is_some_and(ErrorCode::is_about_credentials);
    if let Some(server) = error.server_time().filter(|_| is_about_credentials) {
        error.context_mut().skew = shared.auth.clock_skew(server);
    }
}

/// Whether the API rejected the token because of clock skew, and a new one can be signed by the server's clock.
///
/// As with any retry, the request must have had no effect. For a write, a rejection with HTTP 5xx does not prove that.
fn signs_again(shared: &Shared, token: Option<&HeaderValue>, error: &Error) -> bool {
    let (Some(code), Some(skew)) = (error.code(), error.context().clock_skew()) else { return false };
    let (Some(token), Some(server)) = (token, error.server_time()) else { return false };
    let is_write = error.context().kind() == Some(Kind::Write);
    let is_failing = error.status().is_some_and(|status| status.is_server_error());
    let is_safe = error.effect() == Effect::None && !(is_failing && is_write);
    // With clock skew, the API may also return the code for wrong credentials.
    let is_explained =
        code.is_token_time() || (code == ErrorCode::AUTHORIZATION_FAILED && skew.abs() > NOTABLE_SKEW);
    is_safe && is_explained && shared.auth.token_rejected(token, server)
}

impl Core {
    /// The context of an error.
    #[cold]
    pub(super) fn context(
        &self,
        method: &CallMethod,
        address: Option<&BaseUrl>,
        attempts: u32,
        elapsed: Duration,
    ) -> CallContext {
        CallContext {
            method: Some((method.name.clone(), method.kind)),
            caller: self.shared.auth.holder(method.credentials).map(String::into_boxed_str),
            host: address.map(|address| address.host().into()),
            proxy: address.and_then(|address| self.shared.proxy_for(address)),
            attempts,
            elapsed,
            skew: None,
        }
    }

    /// Tells hooks and traces how a call ended.
    pub(super) fn ended(
        &self,
        method: &CallMethod,
        attempts: u32,
        elapsed: Duration,
        span: &Span,
        result: Result<StatusCode, &Error>,
    ) {
        let status = result.ok();
        let result = result.map_or_else(CallResult::Error, |_| CallResult::Success);
        let end = CallEnd { method, attempts, elapsed, result };
        span.call_ended(&method.name, &end, status);
        self.tell_end(&end);
    }

    fn tell_end(&self, end: &CallEnd<'_>) {
        for hook in &self.shared.hooks {
            hook.end(end);
        }
    }

    /// Where the next attempt goes.
    fn address(&self) -> BaseUrl {
        let adopted = || self.shared.adopted.as_ref()?.get();
        let own = || self.shared.auth.address().clone();
        self.settings.base_url.clone().or_else(adopted).unwrap_or_else(own)
    }

    /// Adopts the address that a response names, if this client does that.
    fn adopt(&self, response: &RawResponse, from: &BaseUrl) {
        let Some(adopted) = &self.shared.adopted else { return };
        if response.call.method.name != NAMES_ADDRESS || self.settings.base_url.is_some() {
            return;
        }
        if let Some(named) = response::text_member(response.text(), "api_address")
            && named != from.host()
        {
            match adopted.take(from, &named) {
                Some(address) => trace::address_adopted(&address),
                None => trace::address_ignored(&named),
            }
        }
    }

    /// Goes back to the client's own address where the adopted one cannot be reached.
    fn leave(&self, address: &BaseUrl) {
        if let Some(adopted) = &self.shared.adopted
            && adopted.leave(address)
        {
            trace::address_left(address);
        }
    }
}
