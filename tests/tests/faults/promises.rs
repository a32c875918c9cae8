//! What the client promises, whatever the fault.

use std::time::Duration;

use vox_accounts::vox_core::{self, Kind};
use vox_tests::faulty_server::Effect;

use crate::Row;
use crate::catalogue::{ASKED, Took};
use crate::outcome::{Lasts, Outcome};
use crate::run::{ATTEMPTS, LONG, SHORT, SILENCE, TOKEN};

pub(crate) fn check(row: &Row) {
    for kind in [Kind::Read, Kind::Write] {
        for lasts in [Lasts::Once, Lasts::Always] {
            let Some(outcome) = row.outcome(kind, lasts) else { continue };
            let label = format!("{}, {kind:?}, {lasts:?}: {outcome:#?}", row.fault.name);
            attempts_are_counted(outcome, &label);
            what_was_not_sent_did_not_arrive(outcome, &label);
            nothing_secret_shows(outcome, &label);
            takes_its_time(row.fault.took, outcome, &label);
            assert_eq!(outcome.afterwards, Ok(()), "the client is not usable afterwards: {label}");
            if let (Kind::Read, Some(told)) = (kind, &outcome.error) {
                assert_eq!(told.effect, vox_core::Effect::None, "{label}");
            }
            if kind == Kind::Write {
                no_write_is_doubled(outcome, &label);
                the_error_says_whether_the_money_moved(outcome, &label);
            }
        }
    }
    reads_recover(row);
}

/// No attempt is hidden, and none sends twice.
fn attempts_are_counted(outcome: &Outcome, label: &str) {
    assert!((1..=ATTEMPTS).contains(&outcome.attempts), "{label}");
    assert!(outcome.seen.received() <= outcome.attempts as usize, "{label}");
    if let Some(told) = &outcome.error {
        assert_eq!(told.attempts, outcome.attempts, "{label}");
        let said = format!("{} attempts", outcome.attempts);
        assert_eq!(told.text.contains("attempts in"), outcome.attempts > 1, "{label}");
        assert!(outcome.attempts == 1 || told.text.contains(&said), "{label}");
    }
}

fn what_was_not_sent_did_not_arrive(outcome: &Outcome, label: &str) {
    if let Some(told) = &outcome.error
        && told.is_not_sent()
    {
        assert_eq!(outcome.seen.received(), 0, "{label}");
        assert!(told.text.contains("not sent"), "{label}");
    }
}

/// The money moves once at most, and a request is followed by another only where it certainly did not move.
fn no_write_is_doubled(outcome: &Outcome, label: &str) {
    assert!(outcome.seen.processed() <= 1, "{label}");
    let effects: Vec<_> = outcome.seen.requests.iter().map(|(_, effect)| *effect).collect();
    if let Some((_, earlier)) = effects.split_last() {
        assert!(earlier.iter().all(|effect| *effect == Effect::Untouched), "{label}");
    }
    // What the caller may do is what the client itself may do.
    if let Some(told) = &outcome.error {
        assert!(!(told.is_retryable && outcome.seen.processed() > 0), "{label}");
    }
}

/// The effect that an error states is what the server did, as far as it states one; and its text alone says the same.
fn the_error_says_whether_the_money_moved(outcome: &Outcome, label: &str) {
    let moved = outcome.seen.processed() > 0;
    let Some(told) = &outcome.error else {
        return assert!(moved, "a success without an effect: {label}");
    };
    match told.effect {
        vox_core::Effect::None => assert!(!moved, "{label}"),
        vox_core::Effect::Done => assert!(moved, "{label}"),
        vox_core::Effect::Unknown => assert!(!told.is_retryable, "{label}"),
    }
    assert_eq!(told.effect_by_text(), Some(told.effect), "{label}");
}

fn nothing_secret_shows(outcome: &Outcome, label: &str) {
    for (request, _) in &outcome.seen.requests {
        assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
    }
    if let Some(told) = &outcome.error {
        assert!(!told.text.contains("hunter2") && !told.debug.contains("hunter2"), "{label}");
        assert!(!told.text.contains('\n'), "{label}");
    }
}

/// Times are only bounded where a slow machine cannot break the bound.
fn takes_its_time(took: Took, outcome: &Outcome, label: &str) {
    let failed = outcome.attempts - u32::from(outcome.error.is_none());
    let at_least = match took {
        Took::AtOnce => Duration::ZERO,
        Took::ConnectTimeout | Took::ReadTimeout => SHORT * failed,
        Took::Timeout => SHORT,
        Took::AsAsked => ASKED * (outcome.attempts - 1),
        Took::SlowAnswer => SILENCE,
    };
    assert!(outcome.took >= at_least, "{label}");
    assert!(outcome.took < LONG, "{label}");
}

/// A read that meets the fault once has its response; one that cannot be helped fails the same way each time.
fn reads_recover(row: &Row) {
    let label = row.fault.name;
    let Some(always) = row.outcome(Kind::Read, Lasts::Always) else { return };
    let Some(once) = row.outcome(Kind::Read, Lasts::Once) else { return };
    match &always.error {
        None => assert!(once.error.is_none(), "{label}"),
        Some(told) if told.is_retryable && always.attempts > 1 => {
            assert!(once.error.is_none() && once.attempts > 1, "{label}: {once:#?}");
            assert_eq!(always.attempts, ATTEMPTS, "{label}: {always:#?}");
        }
        Some(told) => assert_eq!(once.error.as_ref().map(|told| told.kind), Some(told.kind), "{label}"),
    }
}
