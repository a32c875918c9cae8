//! Rules of a running sandbox that select requests.

pub(crate) mod filter;

use std::cell::LazyCell;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use vox_core::server::Form;

use self::filter::RequestFilter;
use crate::state::random::Random;

/// Something that happens to the requests that a filter selects.
pub(crate) trait Rule: Clone {
    /// How often a rule without a number and a probability applies.
    const DEFAULT_TIMES: usize;

    fn filter(&self) -> &RequestFilter;
}

/// A rule of a running sandbox that may still apply.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ActiveRule<R> {
    /// The id, by which the rule can be removed. No other rule of its kind in the sandbox ever has it.
    pub id: u64,
    /// The rule as it was added.
    pub rule: R,
    /// The number of requests that it has applied to.
    pub applied: usize,
}

/// The number of requests that a rule is still to apply to.
fn remaining<R: Rule>(active: &ActiveRule<R>) -> usize {
    active.rule.filter().limit(R::DEFAULT_TIMES).saturating_sub(active.applied)
}

/// The rules of a running sandbox. Clones share them.
#[derive(Debug)]
pub(crate) struct Rules<R>(Arc<Mutex<State<R>>>);

impl<R> Clone for Rules<R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

#[derive(Debug)]
struct State<R> {
    /// The seed of the rules with a probability.
    seed: u64,
    last_id: u64,
    /// The number of rules that were added since the start or the last reset. It selects a rule's random numbers.
    added: u64,
    active: Vec<(ActiveRule<R>, Random)>,
}

impl<R: Rule> Rules<R> {
    /// No rules yet. Their random numbers come from this source.
    pub(crate) fn new(mut random: Random) -> Self {
        Self(Arc::new(Mutex::new(State { seed: random.next(), last_id: 0, added: 0, active: Vec::new() })))
    }

    /// Adds a rule, and returns its id.
    pub(crate) fn add(&self, rule: R) -> u64 {
        self.with(|rules| {
            rules.last_id += 1;
            rules.added += 1;
            let id = rules.last_id;
            let added = ActiveRule { id, rule, applied: 0 };
            if remaining(&added) > 0 {
                rules.active.push((added, Random::seeded(rules.seed ^ rules.added)));
            }
            id
        })
    }

    /// Replaces all rules by those of the start. Rules that are added in the same order as after the start get the same
    /// random numbers.
    pub(crate) fn reset(&self, initial: &[R]) {
        self.with(|rules| {
            rules.active.clear();
            rules.added = 0;
        });
        for rule in initial {
            self.add(rule.clone());
        }
    }

    /// Removes a rule. Returns whether it was still active.
    pub(crate) fn remove(&self, id: u64) -> bool {
        self.with(|rules| {
            let before = rules.active.len();
            rules.active.retain(|(active, _)| active.id != id);
            rules.active.len() < before
        })
    }

    /// The rules that may still apply, in the order of adding.
    pub(crate) fn active(&self) -> Vec<ActiveRule<R>> {
        self.with(|rules| rules.active.iter().map(|(active, _)| active.clone()).collect())
    }

    /// The number of requests that a rule is still to apply to.
    pub(crate) fn remaining(&self) -> usize {
        self.with(|rules| {
            rules.active.iter().map(|(active, _)| remaining(active)).fold(0, usize::saturating_add)
        })
    }

    /// Removes all rules.
    pub(crate) fn clear(&self) {
        self.with(|rules| rules.active.clear());
    }

    /// The rule that applies to the next request, of this method and with these parameters. The account that calls is only
    /// computed if a rule depends on it.
    pub(crate) fn take(
        &self,
        method: &str,
        params: &Form,
        caller: impl FnOnce() -> Option<u64>,
    ) -> Option<R> {
        let caller = LazyCell::new(caller);
        self.with(|rules| {
            let applies = |(active, random): &mut (ActiveRule<R>, Random)| {
                let filter = active.rule.filter();
                filter.matches(method, params)
                    && filter.account.is_none_or(|account| *caller == Some(account))
                    && filter.probability.is_none_or(|probability| random.chance(probability))
            };
            let index = rules.active.iter_mut().position(applies)?;
            let (active, _) = &mut rules.active[index];
            active.applied += 1;
            let rule = active.rule.clone();
            if remaining(active) == 0 {
                rules.active.remove(index);
            }
            Some(rule)
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut State<R>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
