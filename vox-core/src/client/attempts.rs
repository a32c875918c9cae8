//! A call: its attempts, and the pauses between them.

use std::borrow::Cow;
use std::mem;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use http::header::HeaderValue;
use tokio::task::coop::consume_budget;
use tokio::time::Instant;

use super::attempt::{self, Received, SentBody};
use super::body_stream::BodyStream;
use super::hook::{Attempt, AttemptOutcome, CallEnd, CallResult, Hook};
use super::raw::{BodyText, CallInfo, RawResponse, Recipient};
use super::retry::Retry;
use super::timer::{CallTimer, CallTimes};
use super::trace::{self, Span};
use super::url_request::UrlRequest;
use super::{Core, Shared};
use crate::auth::BaseUrl;
use crate::error::{
    CallContext, Effect, Error, ErrorCode, ErrorKind, Failure, MIN_SHOWN_SKEW, Timeout, TransportError,
};
use crate::meta::Kind;
use crate::response::{self, Inspection, MethodInfo, SuccessCriteria};
use crate::text::form::FormBody;
use crate::transport::BodyState;

/// A call that is ready to be sent.
pub(super) struct PreparedCall {
    pub(super) core: Arc<Core>,
    pub(super) method: MethodInfo,
    pub(super) inspection: Inspection,
    /// The file that is downloaded in place of calling the method.
    pub(super) url: Option<Box<UrlRequest>>,
}

/// Makes attempts until one succeeds or fails in a way that is not retried.
pub(super) async fn run(call: Arc<PreparedCall>, form: FormBody) -> Result<RawResponse, Error> {
    let span = trace::call(&call.method);
    let body = SentBody { content_type: form.content_type(), bytes: form.into_bytes() };
    let result = span.enclose(attempts(&call, &body)).await;
    match result {
        Ok(response) => Ok(response.in_span(span)),
        Err(error) => {
            let context = error.context();
            call.core.end(&call.method, context.attempts(), context.elapsed(), &span, Err(&error));
            Err(error)
        }
    }
}

async fn attempts(call: &Arc<PreparedCall>, body: &SentBody) -> Result<RawResponse, Error> {
    let PreparedCall { core, method, inspection, url } = call.as_ref();
    let Core { shared, settings } = core.as_ref();
    let begun = Instant::now();
    let call_times = CallTimes { begun, timeout: settings.timeout, read_timeout: shared.read_timeout };
    let sleep = pin!(call_times.sleep());
    let mut timer = CallTimer::new(sleep, call_times);
    let mut guard = CallGuard { call, begun, attempts: 0, body: None, has_ended: false };
    let mut retries = Retries { policy: settings.retry, has_signed_again: false };
    let mut last: Option<Error> = None;
    loop {
        // Without this, calls over a transport that never waits would not let other tasks run.
        consume_budget().await;
        // Fair: a released permit goes to the call that has waited longest, so one is free only if no call waits. A call that
        // pauses between attempts holds no permit.
        let permit = match shared.in_flight.try_acquire() {
            Ok(permit) => Some(permit),
            Err(_) => match timer.queue(pin!(shared.in_flight.acquire())).await {
                Ok(permit) => permit.ok(),
                Err(timeout) => return Err(guard.end_without_attempt(last, not_sent(timeout))),
            },
        };
        let token = match shared.auth.authorization() {
            Ok(token) => token,
            Err(error) => return Err(guard.end_without_attempt(last, error.into())),
        };
        // Waiting and signing took time.
        if let Err(timeout) = timer.check() {
            return Err(guard.end_without_attempt(last, not_sent(timeout)));
        }
        guard.attempts += 1;
        let address = url.as_ref().map_or_else(|| core.address(), |url| url.address().clone());
        let attempt = Attempt { method, number: guard.attempts, address: &address };
        let observed = ObservedAttempt::begin(&shared.hooks, &attempt);
        let on_send = |sent: &BodyState| {
            if observed.has_hooks() {
                guard.body = Some(sent.clone());
            }
        };
        let mut recipient = Recipient { address: address.clone(), is_trusted: true };
        let received = match url {
            None => {
                let token = token.as_ref();
                let span = &observed.span;
                span.enclose(attempt::send(core, &attempt, *inspection, body, token, &mut timer, on_send))
                    .await
            }
            // Boxed: ordinary calls do not need the memory.
            Some(url) => {
                let sent = url.send(core, &attempt, &mut recipient, token.as_ref(), &mut timer, on_send);
                observed.span.enclose(Box::pin(sent)).await
            }
        };
        let result = observed.end(call, &attempt, recipient, received, timer.elapsed());
        guard.body = None;
        let error = match result {
            Ok(response) => {
                // A file names no address of the API.
                if url.is_none() {
                    core.adopt_address(&response, &address);
                }
                guard.has_ended = true;
                return Ok(response);
            }
            Err(error) => error,
        };
        drop(permit);
        let (error, next) = retries.after(call, &attempt, token.as_ref(), error, &timer);
        match next {
            NextStep::End => {
                guard.has_ended = true;
                return Err(error);
            }
            NextStep::Attempt => {}
            NextStep::AttemptAfter(pause) => timer.pause(pause).await,
        }
        last = Some(error);
    }
}

/// The retries of a call.
struct Retries {
    policy: Retry,
    has_signed_again: bool,
}

/// The step after a failed attempt.
enum NextStep {
    End,
    Attempt,
    AttemptAfter(Duration),
}

impl Retries {
    /// The step after an attempt that failed with this error.
    #[cold]
    fn after(
        &mut self,
        call: &PreparedCall,
        attempt: &Attempt<'_>,
        token: Option<&HeaderValue>,
        mut error: Error,
        timer: &CallTimer<'_>,
    ) -> (Error, NextStep) {
        let PreparedCall { core, url, .. } = call;
        if url.is_none() && matches!(error.kind(), ErrorKind::Transport(error) if error.is_not_sent()) {
            core.drop_address(attempt.address);
        }
        add_clock_skew(&core.shared, &mut error);
        if !self.has_signed_again && signs_again(&core.shared, token, &error) {
            // The next attempt has another token, so it does not count against the retry policy.
            trace::signed_again(&error);
            self.has_signed_again = true;
            self.policy = self.policy.one_more();
            return (error, NextStep::Attempt);
        }
        let Some(pause) = self.policy.pause(attempt.number, &error, timer.left()) else {
            return (error, NextStep::End);
        };
        trace::retried(&error, pause);
        (error, NextStep::AttemptAfter(pause))
    }
}

#[cold]
fn not_sent(timeout: Timeout) -> Failure {
    Failure::transport(TransportError::not_sent(timeout))
}

/// Reports to hooks that a call was dropped, unless it has ended.
struct CallGuard<'c> {
    call: &'c PreparedCall,
    begun: Instant,
    attempts: u32,
    /// The body of the present request, if there are hooks.
    body: Option<BodyState>,
    has_ended: bool,
}

impl CallGuard<'_> {
    /// Ends a call that makes no further attempt: with the error of the last one, or with this failure if there was none.
    #[cold]
    fn end_without_attempt(&mut self, last: Option<Error>, failure: Failure) -> Error {
        self.has_ended = true;
        let elapsed = self.begun.elapsed();
        match last {
            Some(mut last) => {
                last.context_mut().elapsed = elapsed;
                last
            }
            None => failure.in_call(self.call.core.context(&self.call.method, None, self.attempts, elapsed)),
        }
    }
}

impl Drop for CallGuard<'_> {
    fn drop(&mut self) {
        let PreparedCall { core, method, .. } = self.call;
        if self.has_ended || core.shared.hooks.is_empty() {
            return;
        }
        // Between attempts the last one had no effect: otherwise there would be no further one.
        let may_be_sent = self.body.as_ref().is_some_and(|body| !core.shared.proves_not_sent(body));
        let is_unknown = method.kind == Kind::Write && may_be_sent;
        let effect = if is_unknown { Effect::Unknown } else { Effect::None };
        core.call_hooks(&CallEnd {
            method,
            attempts: self.attempts,
            elapsed: self.begun.elapsed(),
            result: CallResult::Dropped(effect),
        });
    }
}

/// An attempt that hooks and a span observe.
struct ObservedAttempt {
    /// When it began, if there are hooks.
    begun: Option<Instant>,
    span: Span,
}

impl ObservedAttempt {
    fn begin(hooks: &[Arc<dyn Hook>], attempt: &Attempt<'_>) -> Self {
        let begun = (!hooks.is_empty()).then(Instant::now);
        for hook in hooks {
            hook.before(attempt);
        }
        Self { begun, span: trace::attempt(attempt) }
    }

    fn has_hooks(&self) -> bool {
        self.begun.is_some()
    }

    /// Judges the response. `recipient` is that of the last request of the attempt.
    fn end(
        self,
        call: &Arc<PreparedCall>,
        attempt: &Attempt<'_>,
        recipient: Recipient,
        received: Result<Received, Box<Failure>>,
        elapsed: Duration,
    ) -> Result<RawResponse, Error> {
        let bytes = received.as_ref().map_or(0, Received::bytes);
        // Only a download follows redirects.
        let is_redirected = call.url.is_some() && recipient.address.as_str() != attempt.address.as_str();
        let redirected = is_redirected.then(|| recipient.address.clone());
        let attempt = &Attempt { address: redirected.as_ref().unwrap_or(attempt.address), ..*attempt };
        if let Some(address) = &redirected {
            self.span.redirected(address);
        }
        let result = judge(call, attempt, recipient, received, elapsed);
        self.span.attempt_ended(&result);
        if let Some(begun) = self.begun {
            let outcome = AttemptOutcome { elapsed: begun.elapsed(), bytes, result: result.as_ref() };
            for hook in &call.core.shared.hooks {
                hook.after(attempt, &outcome);
            }
        }
        result
    }
}

/// The response, if it is a success.
fn judge(
    call: &Arc<PreparedCall>,
    attempt: &Attempt<'_>,
    recipient: Recipient,
    received: Result<Received, Box<Failure>>,
    elapsed: Duration,
) -> Result<RawResponse, Error> {
    let PreparedCall { core, method, inspection, .. } = call.as_ref();
    let failed =
        |failure: Failure| failure.in_call(core.context(method, Some(&recipient), attempt.number, elapsed));
    let Received { mut content, rest } = received.map_err(|failure| failed(*failure))?;
    let info = |recipient| CallInfo {
        prepared: Arc::clone(call),
        recipient,
        attempts: attempt.number,
        elapsed,
        span: None,
    };
    if let Some(rest) = rest {
        let beginning = mem::take(&mut content.body).into();
        let stream = Box::new(BodyStream::new(beginning, rest, info(recipient.clone())));
        return Ok(RawResponse { call: info(recipient), content, text: BodyText::Stream(stream) });
    }
    let judged = response::judge(method, content.head(), &content.body, *inspection).map_err(failed)?;
    if judged.has_error_code_0 {
        trace::error_code_0(attempt);
    }
    let text = match judged.text {
        None => BodyText::None,
        Some(Cow::Borrowed(text)) if text.len() == content.body.len() => BodyText::Same,
        Some(text) => BodyText::Normalized(text.into_owned()),
    };
    Ok(RawResponse { call: info(recipient), content, text })
}

/// Adds the clock skew to an error about the credentials that were sent, which it may explain.
fn add_clock_skew(shared: &Shared, error: &mut Error) {
    let is_about_credentials =
        error.context().credentials().is_some() && error.code().is_some_and(ErrorCode::is_about_credentials);
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
    let is_explained = code.may_be_fixed_by_new_token()
        || (code == ErrorCode::AUTHORIZATION_FAILED && skew.abs() > MIN_SHOWN_SKEW);
    is_safe && is_explained && shared.auth.token_rejected(token, server)
}

impl Core {
    /// The context of an error.
    #[cold]
    pub(super) fn context(
        &self,
        method: &MethodInfo,
        recipient: Option<&Recipient>,
        attempts: u32,
        elapsed: Duration,
    ) -> CallContext {
        let is_trusted = recipient.is_none_or(|recipient| recipient.is_trusted);
        let address = recipient.map(|recipient| &recipient.address);
        let credentials =
            is_trusted.then(|| self.shared.auth.credentials_description(method.credentials)).flatten();
        CallContext {
            method: Some((method.name.clone(), method.kind)),
            credentials: credentials.map(String::into_boxed_str),
            host: address.map(|address| address.host().into()),
            proxy: address.and_then(|address| self.shared.proxy_for(address)),
            is_download: matches!(method.success, SuccessCriteria::Url),
            attempts,
            elapsed,
            skew: None,
            report_id: None,
        }
    }

    /// Reports the end of a call to hooks and in its span.
    pub(super) fn end(
        &self,
        method: &MethodInfo,
        attempts: u32,
        elapsed: Duration,
        span: &Span,
        result: Result<StatusCode, &Error>,
    ) {
        let status = result.ok();
        let result = result.map_or_else(CallResult::Error, |_| CallResult::Success);
        let end = CallEnd { method, attempts, elapsed, result };
        span.call_ended(&method.name, &end, status);
        self.call_hooks(&end);
    }

    fn call_hooks(&self, end: &CallEnd<'_>) {
        for hook in &self.shared.hooks {
            hook.end(end);
        }
    }

    /// The address of the next attempt.
    pub(super) fn address(&self) -> BaseUrl {
        let adopted = || self.shared.adopted.as_ref()?.get();
        let own = || self.shared.auth.address().clone();
        self.settings.base_url.clone().or_else(adopted).unwrap_or_else(own)
    }

    /// Adopts the address that a response names, if the client is set to.
    fn adopt_address(&self, response: &RawResponse, from: &BaseUrl) {
        let Some(adopted) = &self.shared.adopted else { return };
        if self.settings.base_url.is_some() {
            return;
        }
        if let Some(named) = response::text_member(response.text(), "api_address")
            && named != from.host()
        {
            match adopted.adopt(from, &named) {
                Some(address) => trace::address_adopted(&address),
                None => trace::address_ignored(&named),
            }
        }
    }

    /// Returns to the client's own address if the adopted one cannot be reached.
    fn drop_address(&self, address: &BaseUrl) {
        if let Some(adopted) = &self.shared.adopted
            && adopted.drop(address)
        {
            trace::address_dropped(address);
        }
    }
}

impl Shared {
    /// Gives a request up; whether it is then certain that nothing of it was sent.
    pub(super) fn proves_not_sent(&self, body: &BodyState) -> bool {
        body.give_up() && self.transport.takes_body_first()
    }
}
