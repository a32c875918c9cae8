//! A call: its attempts, and the pauses between them.

use std::pin::pin;
use std::sync::Arc;

use ::http::header::HeaderValue;
use bytes::Bytes;
use tokio::time::Instant;

use super::attempt;
use super::hook::{Attempt, Outcome};
use super::raw::RawAnswer;
use super::trace;
use super::watch::Watch;
use super::{Core, Shared};
use crate::auth::BaseUrl;
use crate::called::Called;
use crate::error::ApiError;
use crate::{Error, FormBody};

/// The method whose answers name the preferred address.
const NAMES_ADDRESS: &str = "GetAccountInfo";

/// Sends the form until there is an answer, or an error that is not to be tried again.
pub(super) async fn exchange(core: Arc<Core>, method: Called, form: FormBody) -> Result<RawAnswer, Error> {
    let span = trace::call(&method);
    let result = span.enclose(attempts(&core, &method, form.into_bytes())).await;
    span.ended(&result);
    result
}

async fn attempts(core: &Core, method: &Called, form: Bytes) -> Result<RawAnswer, Error> {
    let Core { shared, settings } = core;
    let begun = Instant::now();
    let timer = pin!(tokio::time::sleep_until(begun));
    let mut watch = Watch::new(timer, begun, settings.timeout, shared.read_timeout);
    let mut retry = settings.retry;
    let mut token_renewed = false;
    let mut last = None;
    let mut count = 0;
    loop {
        // Fair: whoever waits longest is next. The pauses between attempts are no one's turn.
        let permit = match watch.queue(pin!(shared.in_flight.acquire())).await {
            Ok(permit) => permit,
            Err(timed_out) => {
                return Err(last
                    .unwrap_or_else(|| Error::lost_before(method, timed_out))
                    .after(watch.tries(count)));
            }
        };
        let token = match shared.auth.authorization() {
            Ok(token) => token,
            Err(error) => return Err(last.unwrap_or(error.into()).after(watch.tries(count))),
        };
        count += 1;
        let address = core.address();
        let attempt = Attempt { method, number: count, address: &address };
        let error = match attempted(core, &attempt, &form, token.as_ref(), &mut watch).await {
            Ok(answer) => {
                core.adopt(&answer, &address);
                return Ok(RawAnswer { tries: watch.tries(count), ..answer });
            }
            Err(error) => error,
        };
        drop(permit);
        let mut error = error.after(watch.tries(count));
        if matches!(error, Error::NotSent(_)) {
            core.leave(&address);
        }
        if let Error::Api(refusal) = &mut error {
            name_caller(shared, method, refusal);
            if !token_renewed && renews_token(shared, token.as_ref(), refusal) {
                // Nothing was processed, and the next attempt differs: no policy is asked, and none is used up.
                trace::token_renewed(refusal);
                token_renewed = true;
                retry = retry.one_more();
                last = Some(error);
                continue;
            }
        }
        let Some(pause) = retry.pause(count, &error, watch.left()) else { return Err(error) };
        trace::retried(&error, pause);
        watch.pause(pause).await;
        last = Some(error);
    }
}

/// One attempt, seen by hooks and traces.
async fn attempted(
    core: &Core,
    attempt: &Attempt<'_>,
    form: &Bytes,
    token: Option<&HeaderValue>,
    watch: &mut Watch<'_>,
) -> Result<RawAnswer, Error> {
    let hooks = &core.shared.hooks;
    let begun = (!hooks.is_empty()).then(Instant::now);
    for hook in hooks {
        hook.before(attempt);
    }
    let span = trace::attempt(attempt);
    let answer = span.enclose(attempt::send(core, attempt, form, token, watch)).await;
    let bytes = answer.as_ref().map_or(0, |answer| answer.body.len());
    let result = answer.and_then(RawAnswer::into_checked).map_err(|error| error.at(attempt.address.host()));
    span.ended(&result);
    if let Some(begun) = begun {
        let outcome = Outcome { elapsed: begun.elapsed(), bytes, result: result.as_ref() };
        for hook in hooks {
            hook.after(attempt, &outcome);
        }
    }
    result
}

/// Says in the error which key was not good enough.
fn name_caller(shared: &Shared, method: &Called, refusal: &mut ApiError) {
    if refusal.code().is_about_credentials() {
        refusal.caller = shared.auth.holder(method.credentials).map(String::into_boxed_str);
    }
}

/// Whether the token was refused for its time and there is another, made by the server's clock.
fn renews_token(shared: &Shared, token: Option<&HeaderValue>, refusal: &ApiError) -> bool {
    let (Some(token), Some(date)) = (token, refusal.date) else { return false };
    refusal.code().is_token_time() && shared.auth.token_rejected(token, date)
}

impl Core {
    /// Where the next attempt goes.
    fn address(&self) -> BaseUrl {
        let adopted = || self.shared.adopted.as_ref()?.get();
        let own = || self.shared.auth.address().clone();
        self.settings.base_url.clone().or_else(adopted).unwrap_or_else(own)
    }

    /// Adopts the address that an answer names, if this client does that.
    fn adopt(&self, answer: &RawAnswer, from: &BaseUrl) {
        let Some(adopted) = &self.shared.adopted else { return };
        if answer.method.name != NAMES_ADDRESS || self.settings.base_url.is_some() {
            return;
        }
        if let Some(named) = crate::reply::text_member(&answer.body, "api_address")
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
