//! Without the feature: it costs nothing.
#![allow(clippy::unused_self)]

use std::future::Future;
use std::time::Duration;

use super::super::RawAnswer;
use super::super::hook::Attempt;
use crate::auth::BaseUrl;
use crate::called::Called;
use crate::error::{ApiError, Error};

pub(in super::super) struct Span;

pub(in super::super) fn call(_: &Called) -> Span {
    Span
}

pub(in super::super) fn attempt(_: &Attempt<'_>) -> Span {
    Span
}

impl Span {
    pub(in super::super) fn enclose<F: Future>(&self, future: F) -> F {
        future
    }

    pub(in super::super) fn ended(&self, _: &Result<RawAnswer, Error>) {}
}

pub(in super::super) fn retried(_: &Error, _: Duration) {}

pub(in super::super) fn token_renewed(_: &ApiError) {}

pub(in super::super) fn address_adopted(_: &BaseUrl) {}

pub(in super::super) fn address_ignored(_: &str) {}

pub(in super::super) fn address_left(_: &BaseUrl) {}
