//! The promises of the client for every fault.

use std::time::Duration;

use vox_accounts::vox_core::Effect;
use vox_accounts::vox_core::meta::Kind;
use vox_tests::faulty_server::Processing;

use crate::Row;
use crate::catalogue::{RETRY_AFTER, Wait};
use crate::outcome::{Outcome, Persistence};
use crate::run::{ATTEMPTS, LONG, SHORT, SILENCE, TOKEN};

pub(crate) fn check(row: &Row) {
    for kind in [Kind::Read, Kind::Write] {
        for persistence in [Persistence::Once, Persistence::Always] {
            let Some(outcome) = row.outcome(kind, persistence) else { continue };
            let label = format!("{}, {kind:?}, {persistence:?}: {outcome:#?}", row.fault.name);
            attempts_are_counted(outcome, &label);
            an_unsent_request_did_not_arrive(outcome, &label);
            no_secret_is_shown(outcome, &label);
            duration_is_bounded(row.fault.wait, outcome, &label);
            assert_eq!(outcome.afterwards, Ok(()), "the client is not usable afterwards: {label}");
            if let (Kind::Read, Some(error)) = (kind, &outcome.error) {
                assert_eq!(error.effect, Effect::None, "{label}");
            }
            if kind == Kind::Write {
                no_write_is_repeated(outcome, &label);
                the_error_states_whether_the_money_moved(outcome, &label);
            }
        }
    }
    reads_recover(row);
}

/// Every attempt is counted, and sends at most one request.
fn attempts_are_counted(outcome: &Outcome, label: &str) {
    assert!((1..=ATTEMPTS).contains(&outcome.attempts), "{label}");
    assert!(outcome.traffic.received() <= outcome.attempts as usize, "{label}");
    if let Some(error) = &outcome.error {
        assert_eq!(error.attempts, outcome.attempts, "{label}");
        let expected = format!("{} attempts", outcome.attempts);
        assert_eq!(error.text.contains("attempts in"), outcome.attempts > 1, "{label}");
        assert!(outcome.attempts == 1 || error.text.contains(&expected), "{label}");
    }
}

fn an_unsent_request_did_not_arrive(outcome: &Outcome, label: &str) {
    if let Some(error) = &outcome.error
        && error.is_not_sent()
    {
        assert_eq!(outcome.traffic.received(), 0, "{label}");
        assert!(error.text.contains("not sent"), "{label}");
    }
}

/// The money moves at most once, and a request is retried only if it certainly did not move.
fn no_write_is_repeated(outcome: &Outcome, label: &str) {
    assert!(outcome.traffic.processed() <= 1, "{label}");
    if let Some((_, earlier)) = outcome.traffic.requests.split_last() {
        assert!(earlier.iter().all(|(_, processing)| *processing == Processing::Skipped), "{label}");
    }
    // The rule for the client's retries applies to those of the caller, too.
    if let Some(error) = &outcome.error {
        assert!(!(error.is_retryable && outcome.traffic.processed() > 0), "{label}");
    }
}

/// The effect of an error agrees with the server, and its text states the same effect.
fn the_error_states_whether_the_money_moved(outcome: &Outcome, label: &str) {
    let moved = outcome.traffic.processed() > 0;
    let Some(error) = &outcome.error else {
        return assert!(moved, "a success without an effect: {label}");
    };
    match error.effect {
        Effect::None => assert!(!moved, "{label}"),
        Effect::Done => assert!(moved, "{label}"),
        Effect::Unknown => assert!(!error.is_retryable, "{label}"),
    }
    assert_eq!(error.effect_by_text(), Some(error.effect), "{label}");
}

fn no_secret_is_shown(outcome: &Outcome, label: &str) {
    for (request, _) in &outcome.traffic.requests {
        assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
    }
    if let Some(error) = &outcome.error {
        assert!(!error.text.contains("hunter2") && !error.debug.contains("hunter2"), "{label}");
        assert!(!error.text.contains('\n'), "{label}");
    }
}

/// Only has bounds that hold on a slow machine.
fn duration_is_bounded(wait: Wait, outcome: &Outcome, label: &str) {
    let failed = outcome.attempts - u32::from(outcome.error.is_none());
    let at_least = match wait {
        Wait::None => Duration::ZERO,
        Wait::ConnectTimeout | Wait::ReadTimeout => SHORT * failed,
        Wait::Timeout => SHORT,
        Wait::RetryAfter => RETRY_AFTER * (outcome.attempts - 1),
        Wait::SlowResponse => SILENCE,
    };
    assert!(outcome.elapsed >= at_least, "{label}");
    assert!(outcome.elapsed < LONG, "{label}");
}

/// A read whose first attempt fails succeeds in a retry; if the error is permanent, it is the same each time.
fn reads_recover(row: &Row) {
    let label = row.fault.name;
    let Some(always) = row.outcome(Kind::Read, Persistence::Always) else { return };
    let Some(once) = row.outcome(Kind::Read, Persistence::Once) else { return };
    match &always.error {
        None => assert!(once.error.is_none(), "{label}"),
        Some(error) if error.is_retryable && always.attempts > 1 => {
            assert!(once.error.is_none() && once.attempts > 1, "{label}: {once:#?}");
            assert_eq!(always.attempts, ATTEMPTS, "{label}: {always:#?}");
        }
        Some(error) => assert_eq!(once.error.as_ref().map(|once| once.kind), Some(error.kind), "{label}"),
    }
}
