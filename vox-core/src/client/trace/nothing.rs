//! Without the feature: it costs nothing.
#![allow(clippy::unused_self)]

use std::future::Future;
use std::time::Duration;

use http::StatusCode;

use super::super::RawResponse;
use super::super::hook::{Attempt, CallEnd};
use crate::auth::BaseUrl;
use crate::error::Error;
use crate::response::MethodInfo;

pub(in super::super) struct Span;

pub(in super::super) fn call(_: &MethodInfo) -> Span {
    Span
}

pub(in super::super) fn attempt(_: &Attempt<'_>) -> Span {
    Span
}

impl Span {
    pub(in super::super) fn enclose<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in super::super) fn redirected(&self, _: &BaseUrl) {}

    pub(in super::super) fn attempt_ended(&self, _: &Result<RawResponse, Error>) {}

    pub(in super::super) fn call_ended(&self, _: &str, _: &CallEnd<'_>, _: Option<StatusCode>) {}
}

pub(in super::super) fn retried(_: &Error, _: Duration) {}

pub(in super::super) fn signed_again(_: &Error) {}

pub(in super::super) fn error_code_0(_: &Attempt<'_>) {}

pub(in super::super) fn address_adopted(_: &BaseUrl) {}

pub(in super::super) fn address_ignored(_: &str) {}

pub(in super::super) fn address_dropped(_: &BaseUrl) {}
