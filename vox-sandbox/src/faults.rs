//! Faults of the server on purpose.

pub(crate) mod fault;
mod json;
pub(crate) mod rule;

use vox_core::Method;
use vox_core::server::Form;

use self::fault::Fault;
use self::rule::FaultRule;
use crate::rules::{ActiveRule, Rules};
use crate::state::random::Random;

/// The faults of the next requests: a list of [rules](FaultRule). Clones share the rules.
///
/// A request has at most one fault: that of the first rule, in the order of adding, that applies to it. If the
/// [probability](FaultRule::probability) of a rule spares a request, the next rules are tried. A rule that has applied as
/// often as it may is removed.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use vox_accounts::prelude::*;
/// use vox_sandbox::{Fault, Sandbox};
///
/// let sandbox = Sandbox::start().await?;
/// sandbox.faults().inject::<GetAccountInfo>(2, Fault::Status(503));
///
/// // The client retries a read.
/// GetAccountInfo::default().send(&sandbox.client()?).await?;
/// assert_eq!(sandbox.requests_received(), 3);
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Faults(Rules<FaultRule>);

impl Faults {
    /// No faults yet. The random numbers of the rules come from this source.
    pub(crate) fn new(random: Random) -> Self {
        Self(Rules::new(random))
    }

    /// Injects a fault into the next `requests` requests of a method.
    pub fn inject<M: Method>(&self, requests: usize, fault: Fault) {
        self.add(FaultRule::of::<M>(fault).times(requests));
    }

    /// Injects a fault into the next `requests` requests of any method, unknown methods included.
    pub fn inject_any(&self, requests: usize, fault: Fault) {
        self.add(FaultRule::any(fault).times(requests));
    }

    /// Adds a rule, and returns its id.
    #[expect(clippy::must_use_candidate, reason = "few users remove the rule again")]
    pub fn add(&self, rule: FaultRule) -> u64 {
        self.0.add(rule)
    }

    /// Removes a rule. Returns whether it was still active.
    #[expect(clippy::must_use_candidate, reason = "the rule may be used up, which is no error")]
    pub fn remove(&self, id: u64) -> bool {
        self.0.remove(id)
    }

    /// The rules that may still apply, in the order of adding.
    #[must_use]
    pub fn active(&self) -> Vec<ActiveRule<FaultRule>> {
        self.0.active()
    }

    /// The number of requests that are still to have a fault; `usize::MAX` if a rule is unlimited.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.0.remaining()
    }

    /// Removes all rules.
    pub fn clear(&self) {
        self.0.clear();
    }

    /// Replaces all rules by those of the start.
    pub(crate) fn reset(&self, initial: &[FaultRule]) {
        self.0.reset(initial);
    }

    /// The fault of the next request, of this method and with these parameters. The account that calls is only computed if a
    /// rule depends on it.
    pub(crate) fn take(
        &self,
        method: &str,
        params: &Form,
        caller: impl FnOnce() -> Option<u64>,
    ) -> Option<Fault> {
        self.0.take(method, params, caller).map(|rule| rule.fault)
    }
}

#[cfg(test)]
mod tests {
    use vox_accounts::{AddAccount, GetAccountInfo};

    use super::*;

    fn seeded(seed: u64) -> Faults {
        Faults::new(Random::seeded(seed))
    }

    fn take(faults: &Faults, method: &str) -> Option<Fault> {
        faults.take(method, &Form::default(), || panic!("no rule has an account"))
    }

    #[test]
    fn faults_apply_in_order_to_the_requests_of_their_method() {
        let faults = seeded(1);
        faults.inject::<GetAccountInfo>(2, Fault::Status(500));
        faults.inject::<AddAccount>(1, Fault::DropRequest);
        faults.inject_any(1, Fault::Status(502));
        faults.inject_any(0, Fault::DropResponse);
        assert_eq!(faults.remaining(), 4);
        assert_eq!(take(&faults, "AddAccount"), Some(Fault::DropRequest));
        assert_eq!(take(&faults, "GetAccountInfo"), Some(Fault::Status(500)));
        assert_eq!(take(&faults, "NoSuchMethod"), Some(Fault::Status(502)));
        assert_eq!(take(&faults, "GetAccountInfo"), Some(Fault::Status(500)));
        assert_eq!((take(&faults, "GetAccountInfo"), faults.remaining()), (None, 0));

        faults.inject_any(usize::MAX, Fault::DropResponse);
        faults.inject_any(usize::MAX, Fault::DropResponse);
        assert_eq!(faults.clone().remaining(), usize::MAX);
        faults.clear();
        assert_eq!(take(&faults, "AddAccount"), None);
    }

    #[test]
    fn all_filters_of_a_rule_must_match() {
        let faults = seeded(1);
        let rule = FaultRule::of::<AddAccount>(Fault::DropRequest);
        faults.add(rule.account(7).param("a", "1").param("b", "x").param("c", "").times(10));
        let apply = |method: &str, form: &str, caller: Option<u64>| {
            faults.take(method, &Form::parse(form.as_bytes()).unwrap(), || caller).is_some()
        };
        assert!(apply("AddAccount", "a=1&b=x&d=2", Some(7)));
        assert!(apply("AddAccount", "b=&b=x&a=1&c=", Some(7)));
        for (method, form, caller) in [
            ("CloneAccount", "a=1&b=x", Some(7)),
            ("AddAccount", "a=1&b=x", Some(8)),
            ("AddAccount", "a=1&b=x", None),
            ("AddAccount", "a=1&b=X", Some(7)),
            ("AddAccount", "a=1", Some(7)),
            ("AddAccount", "a=1&b=x&c=1", Some(7)),
        ] {
            assert!(!apply(method, form, caller), "{method} {form} {caller:?}");
        }
        assert_eq!(faults.active()[0].applied, 2);
    }

    #[test]
    fn the_first_rule_that_applies_wins_and_the_spared_requests_fall_to_the_next() {
        let faults = seeded(1);
        let never = faults.add(FaultRule::any(Fault::DropRequest).probability(0.0));
        let sometimes = faults.add(FaultRule::any(Fault::Status(500)).probability(0.5));
        let always = faults.add(FaultRule::any(Fault::Status(502)).probability(1.0));
        faults.add(FaultRule::any(Fault::DropResponse));
        let taken: Vec<_> = (0..1000).map(|_| take(&faults, "X").unwrap()).collect();
        let first = taken.iter().filter(|fault| **fault == Fault::Status(500)).count();
        assert!((400..600).contains(&first), "{first}");
        let active = faults.active();
        let applied: Vec<_> = active.iter().map(|active| (active.id, active.applied)).collect();
        assert_eq!(applied, [(never, 0), (sometimes, first), (always, 1000 - first), (4, 0)]);
    }

    #[test]
    fn a_seed_and_the_place_of_a_rule_determine_which_requests_have_the_fault() {
        let sequence =
            |faults: &Faults| -> Vec<bool> { (0..64).map(|_| take(faults, "X").is_some()).collect() };
        let half = || FaultRule::any(Fault::DropRequest).probability(0.5);
        let first = seeded(7);
        first.add(half());
        let again = seeded(7);
        again.add(half());
        let taken = sequence(&first);
        assert_eq!(taken, sequence(&again));
        let other = seeded(8);
        other.add(half());
        assert_ne!(taken, sequence(&other));
        // The next rule has another sequence.
        again.clear();
        again.add(half());
        assert_ne!(taken, sequence(&again));
    }

    #[test]
    fn a_probability_may_have_a_limit() {
        let faults = seeded(1);
        faults.add(FaultRule::any(Fault::DropRequest).probability(0.5).times(3));
        assert_eq!(faults.remaining(), 3);
        assert_eq!((0..100).filter(|_| take(&faults, "X").is_some()).count(), 3);
        faults.add(FaultRule::any(Fault::DropRequest).probability(0.5));
        assert_eq!(faults.remaining(), usize::MAX);
    }

    #[test]
    fn rules_are_listed_until_they_are_used_up_or_removed() {
        let faults = seeded(1);
        let (twice, once) =
            (FaultRule::any(Fault::DropRequest).times(2), FaultRule::any(Fault::DropResponse));
        let (first, second) = (faults.add(twice.clone()), faults.add(once.clone()));
        take(&faults, "X");
        let left = [
            ActiveRule { id: first, rule: twice, applied: 1 },
            ActiveRule { id: second, rule: once, applied: 0 },
        ];
        assert_eq!(faults.active(), left);
        take(&faults, "X");
        assert_eq!(faults.active(), left[1..]);
        assert!(!faults.remove(first) && faults.remove(second) && !faults.remove(second));
        assert_eq!(faults.active(), []);
    }
}
