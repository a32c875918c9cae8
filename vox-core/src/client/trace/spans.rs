//! With the feature.

use std::future::Future;
use std::time::Duration;

use tracing::field::Empty;
use tracing::{Instrument, debug, info, warn};

use super::super::RawAnswer;
use super::super::hook::Attempt;
use crate::Kind;
use crate::auth::BaseUrl;
use crate::called::Called;
use crate::error::{ApiError, Error};

/// What filters name: `RUST_LOG=vox_core=debug`.
const TARGET: &str = "vox_core";

pub(in super::super) struct Span(tracing::Span);

pub(in super::super) fn call(method: &Called) -> Span {
    Span(tracing::info_span!(
        target: TARGET,
        "vox.call",
        otel.name = %method.name,
        otel.kind = "internal",
        otel.status_code = Empty,
        vox.method = %method.name,
        vox.kind = kind(method.kind),
        vox.attempts = Empty,
        vox.error_code = Empty,
        http.response.status_code = Empty,
        error.r#type = Empty,
    ))
}

pub(in super::super) fn attempt(attempt: &Attempt<'_>) -> Span {
    let method = &attempt.method.name;
    let span = tracing::info_span!(
        target: TARGET,
        "vox.attempt",
        otel.name = format_args!("POST {method}"),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = "POST",
        http.request.resend_count = Empty,
        server.address = attempt.host(),
        server.port = attempt.port(),
        url.full = attempt.address.of_method(method),
        vox.method = %method,
        vox.error_code = Empty,
        http.response.status_code = Empty,
        http.response.body.size = Empty,
        error.r#type = Empty,
    );
    if attempt.number > 1 {
        span.record("http.request.resend_count", attempt.number - 1);
    }
    Span(span)
}

impl Span {
    pub(in super::super) fn enclose<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        future.instrument(self.0.clone())
    }

    pub(in super::super) fn ended(&self, result: &Result<RawAnswer, Error>) {
        match result {
            Ok(answer) => {
                self.0.record("http.response.status_code", answer.status().as_u16());
                self.0.record("http.response.body.size", answer.body().len());
                self.0.record("vox.attempts", answer.tries.count);
            }
            Err(error) => self.failed(error),
        }
    }

    fn failed(&self, error: &Error) {
        if let Some(status) = error.status() {
            self.0.record("http.response.status_code", status.as_u16());
        }
        if let Some(code) = error.code() {
            self.0.record("vox.error_code", code.code());
        }
        self.0.record("vox.attempts", error.attempts());
        self.0.record("error.type", kind_of(error));
        self.0.record("otel.status_code", "ERROR");
    }
}

pub(in super::super) fn retried(error: &Error, pause: Duration) {
    warn!(target: TARGET, { error.r#type = kind_of(error), vox.pause_ms = millis(pause) }, "sent again: {error}");
}

pub(in super::super) fn token_renewed(refusal: &ApiError) {
    warn!(target: TARGET, { vox.error_code = refusal.code().code() }, "the token is made again by the server's clock");
}

pub(in super::super) fn address_adopted(address: &BaseUrl) {
    info!(target: TARGET, { server.address = address.host() }, "later calls go to the address that the API prefers");
}

pub(in super::super) fn address_ignored(named: &str) {
    debug!(target: TARGET, { vox.api_address = ?named }, "the address that the answer names is not adopted");
}

pub(in super::super) fn address_left(address: &BaseUrl) {
    warn!(target: TARGET, { server.address = address.host() }, "the adopted address cannot be reached and is left");
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Read => "read",
        Kind::Write => "write",
    }
}

/// The sort of an error, in few words that never change.
fn kind_of(error: &Error) -> &'static str {
    match error {
        Error::Invalid(_) => "invalid",
        Error::Forbidden(_) => "forbidden",
        Error::Config(_) => "config",
        Error::NotSent(_) | Error::NoAnswer(_) if error.is_timeout() => "timeout",
        Error::NotSent(_) => "not_sent",
        Error::NoAnswer(_) => "no_answer",
        Error::Api(_) => "api",
        Error::UnexpectedReply(_) => "unexpected_reply",
        Error::Decode(_) => "decode",
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
