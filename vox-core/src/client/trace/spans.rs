//! With the feature.

use std::future::Future;
use std::time::Duration;

use http::StatusCode;
use tracing::field::Empty;
use tracing::{Instrument, debug, info, warn};

use super::super::RawResponse;
use super::super::hook::{Attempt, CallEnd};
use crate::auth::BaseUrl;
use crate::error::{Error, ErrorCode, ErrorKind};
use crate::meta::Kind;
use crate::response::{MethodInfo, SuccessCriteria};

/// What filters name: `RUST_LOG=vox_core=debug`.
const TARGET: &str = "vox_core";

pub(in super::super) struct Span(tracing::Span);

pub(in super::super) fn call(method: &MethodInfo) -> Span {
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
    let (verb, url) = match attempt.method.success {
        // The path of a file may hold a signature.
        SuccessCriteria::Url => ("GET", attempt.address.as_str().to_owned()),
        _ => ("POST", attempt.address.of_method(method)),
    };
    let span = tracing::info_span!(
        target: TARGET,
        "vox.attempt",
        otel.name = format_args!("{verb} {method}"),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = verb,
        http.request.resend_count = Empty,
        server.address = attempt.host(),
        server.port = attempt.port(),
        url.full = url,
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

    /// The address to which redirects of a download led.
    pub(in super::super) fn redirected(&self, address: &BaseUrl) {
        self.0.record("server.address", address.host());
        self.0.record("server.port", address.port());
        self.0.record("url.full", address.as_str());
    }

    /// The end of an attempt, in the fields of its span.
    pub(in super::super) fn attempt_ended(&self, result: &Result<RawResponse, Error>) {
        match result {
            Ok(response) => {
                self.0.record("http.response.status_code", response.status().as_u16());
                if let Some(bytes) = response.body_size() {
                    self.0.record("http.response.body.size", bytes);
                }
            }
            Err(error) => self.failed(error),
        }
    }

    /// The end of a call, decoding included: in the fields of its span, and in one line.
    pub(in super::super) fn call_ended(&self, name: &str, end: &CallEnd<'_>, status: Option<StatusCode>) {
        self.0.record("vox.attempts", end.attempts());
        let _entered = self.0.enter();
        if let Some(error) = end.error() {
            self.failed(error);
            debug!(target: TARGET, { vox.effect = %error.effect() }, "{error}");
            return;
        }
        if let Some(status) = status {
            self.0.record("http.response.status_code", status.as_u16());
        }
        debug!(target: TARGET, "{name} succeeded");
    }

    fn failed(&self, error: &Error) {
        if let Some(status) = error.status() {
            self.0.record("http.response.status_code", status.as_u16());
        }
        if let Some(code) = error.code() {
            self.0.record("vox.error_code", code.code());
        }
        self.0.record("error.type", kind_of(error));
        self.0.record("otel.status_code", "ERROR");
    }
}

pub(in super::super) fn retried(error: &Error, pause: Duration) {
    warn!(target: TARGET, { error.r#type = kind_of(error), vox.pause_ms = millis(pause) }, "retried: {error}");
}

pub(in super::super) fn signed_again(error: &Error) {
    let code = error.code().map(ErrorCode::code);
    warn!(target: TARGET, { vox.error_code = code }, "the token is signed again by the server's clock");
}

pub(in super::super) fn error_code_0(attempt: &Attempt<'_>) {
    warn!(target: TARGET, "the response of {} holds a result and an error with the code 0", attempt.method.name);
}

pub(in super::super) fn address_adopted(address: &BaseUrl) {
    info!(target: TARGET, { server.address = address.host() }, "later calls go to the address that the API prefers");
}

pub(in super::super) fn address_ignored(named: &str) {
    debug!(target: TARGET, { vox.api_address = ?named }, "the address that the response names is not adopted");
}

pub(in super::super) fn address_dropped(address: &BaseUrl) {
    warn!(target: TARGET, { server.address = address.host() }, "the adopted address cannot be reached: returning to the client's own");
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Read => "read",
        Kind::Write => "write",
    }
}

/// The kind of an error, in few words that never change.
fn kind_of(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::Invalid(_) => "invalid",
        ErrorKind::Forbidden(_) => "forbidden",
        ErrorKind::Config(_) => "config",
        ErrorKind::Transport(_) if error.is_timeout() => "timeout",
        ErrorKind::Transport(error) if error.is_not_sent() => "not_sent",
        ErrorKind::Transport(_) => "no_response",
        ErrorKind::Rejected(_) => "rejected",
        ErrorKind::Unexpected(_) => "unexpected",
        ErrorKind::Decode(_) => "decode",
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
