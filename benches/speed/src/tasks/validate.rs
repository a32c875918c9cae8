//! Validating a request.

use std::hint::black_box;

use validator::Validate as _;
use vox_core::MethodExt as _;

use super::register::{Plain, Register};
use super::{Goal, Task, VOX, Way};
use crate::by_hand;

const GARDE: &str = "garde";
const VALIDATOR: &str = "validator";
const BY_HAND: &str = "by hand";

/// The goals for valid requests.
const VALID: &[Goal] = &[
    Goal::TimesAsFast(5.0, GARDE),
    Goal::TimesAsFast(5.0, VALIDATOR),
    Goal::TimesTheTime(1.3, BY_HAND),
    Goal::Allocations(0),
];

pub(super) const TASKS: &[Task] = &[
    Task {
        name: "validate-full",
        title: "Validate 27 parameters",
        ways: || ways(&Register::full()),
        is_counted: true,
        goals: VALID,
    },
    Task {
        name: "validate-minimal",
        title: "Validate 3 parameters",
        ways: || ways(&Register::minimal()),
        is_counted: true,
        goals: VALID,
    },
    Task {
        name: "validate-invalid",
        title: "Find 8 violations in 27 parameters",
        ways: || all_violations(&Register::invalid()),
        is_counted: true,
        goals: &[Goal::TimesAsFast(1.0, GARDE), Goal::TimesAsFast(1.0, VALIDATOR)],
    },
];

fn ways(request: &Register) -> Vec<Way> {
    let hand = request.clone();
    let by_hand = Way::new(BY_HAND, move || {
        black_box(by_hand::is_valid(black_box(&hand)));
    });
    let mut ways = all_violations(request);
    ways.push(by_hand);
    ways
}

/// The ways that find all violations, not only the first.
fn all_violations(request: &Register) -> Vec<Way> {
    let vox = request.clone();
    let (garde, validator) = (Plain::of(request), Plain::of(request));
    vec![
        Way::new(VOX, move || {
            let _ = black_box(black_box(&vox).validate());
        }),
        Way::new(GARDE, move || {
            let _ = black_box(garde::Validate::validate(black_box(&garde)));
        }),
        Way::new(VALIDATOR, move || {
            let _ = black_box(black_box(&validator).validate());
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_agree() {
        for (request, is_valid) in
            [(Register::full(), true), (Register::minimal(), true), (Register::invalid(), false)]
        {
            let plain = Plain::of(&request);
            assert_eq!(request.validate().is_ok(), is_valid);
            assert_eq!(by_hand::is_valid(&request), is_valid);
            assert_eq!(garde::Validate::validate(&plain).is_ok(), is_valid);
            assert_eq!(plain.validate().is_ok(), is_valid);
        }
    }

    #[test]
    fn the_invalid_request_breaks_as_many_rules_as_its_title_says() {
        assert_eq!(Register::invalid().validate().unwrap_err().iter().count(), 8);
    }
}
