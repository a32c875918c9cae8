//! The goals of vox.

use std::fmt;

use crate::calls::{self, FORM_AND_JSON, WITH_TIMEOUTS};
use crate::deadlines::Lateness;
use crate::footprint::{self, BARE, Sizes};
use crate::measure::Costs;
use crate::tasks::{Goal, VOX};

/// A goal, and the measured figure.
pub(crate) struct Judgment {
    pub(crate) description: String,
    pub(crate) found: String,
    pub(crate) is_met: bool,
}

impl fmt::Display for Judgment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_met { "met" } else { "**missed**" };
        write!(f, "- {}: {verdict} ({})", self.description, self.found)
    }
}

/// The goals of a task.
pub(crate) fn of_task(costs: &Costs) -> Vec<Judgment> {
    costs.task.goals.iter().filter_map(|goal| judge(costs, *goal)).collect()
}

fn judge(costs: &Costs, goal: Goal) -> Option<Judgment> {
    let (vox, title) = (costs.of(VOX)?, costs.task.title);
    Some(match goal {
        Goal::TimesAsFast(times, peer) => {
            let found = costs.of(peer)?.nanoseconds / vox.nanoseconds;
            Judgment {
                description: format!("{title}: at least {times} times as fast as {peer}"),
                found: format!("{found:.2}"),
                is_met: found >= times,
            }
        }
        Goal::TimesTheTime(times, peer) => {
            let found = vox.nanoseconds / costs.of(peer)?.nanoseconds;
            at_most(format!("{title}: at most {times} times the time of {peer}"), found, times)
        }
        Goal::Nanoseconds(limit) => Judgment {
            description: format!("{title}: at most {limit} ns"),
            found: format!("{:.0} ns", vox.nanoseconds),
            is_met: vox.nanoseconds <= limit,
        },
        Goal::Allocations(limit) => Judgment {
            description: format!(
                "{title}: {}",
                if limit == 0 { "no allocation".to_owned() } else { format!("at most {limit} allocation") }
            ),
            found: vox.allocations.to_string(),
            is_met: vox.allocations <= limit,
        },
    })
}

/// The goals of whole calls.
pub(crate) fn of_calls(costs: &[calls::Cost]) -> Vec<Judgment> {
    let of = |way: &str, in_flight| costs.iter().find(|cost| cost.way == way && cost.in_flight == in_flight);
    let goals = [(WITH_TIMEOUTS, 1.07), (FORM_AND_JSON, 1.0)];
    let loads = [(1, "One call at a time"), (64, "64 calls at a time")];
    let judge = |(in_flight, title, peer, limit)| {
        let found = of(VOX, in_flight)?.cpu / of(peer, in_flight)?.cpu;
        Some(at_most(format!("{title}: at most {limit} times the CPU time of {peer}"), found, limit))
    };
    let of_load = |(in_flight, title)| goals.map(|(peer, limit)| (in_flight, title, peer, limit));
    loads.into_iter().flat_map(of_load).filter_map(judge).collect()
}

/// The goal of timeouts: the one of all calls that came closest to missing it.
pub(crate) fn of_deadlines(lateness: &[Lateness]) -> Option<Judgment> {
    let worst = lateness.iter().max_by(|one, other| one.of_allowed().total_cmp(&other.of_allowed()))?;
    Some(Judgment {
        description: "Each timeout: kept to within 5 % or 50 ms, whichever is larger".to_owned(),
        found: format!("{:.1} ms at worst", worst.worst.as_secs_f64() * 1e3),
        is_met: worst.of_allowed() <= 1.0,
    })
}

/// The goal of a future's size.
#[expect(clippy::cast_precision_loss, reason = "the sizes are small")]
pub(crate) fn of_sizes(sizes: Sizes) -> Judgment {
    let found = sizes.send as f64 / sizes.form_and_json as f64;
    at_most(format!("The future of `send`: at most 1.5 times that of {FORM_AND_JSON}"), found, 1.5)
}

/// The goals of programs.
#[expect(clippy::cast_precision_loss, reason = "the sizes are small")]
pub(crate) fn of_footprint(costs: &[footprint::Cost]) -> Vec<Judgment> {
    let bare = costs.iter().find(|cost| cost.package == BARE);
    let vox = costs.iter().find(|cost| cost.with == VOX);
    let (Some(bare), Some(vox)) = (bare, vox) else { return Vec::new() };
    vec![
        at_most(
            "The binary: at most 1.05 times that of bare reqwest".to_owned(),
            vox.binary as f64 / bare.binary as f64,
            1.05,
        ),
        at_most(
            "A clean debug build: at most 1.15 times the CPU time of bare reqwest's".to_owned(),
            vox.debug_build / bare.debug_build,
            1.15,
        ),
    ]
}

fn at_most(description: String, found: f64, limit: f64) -> Judgment {
    Judgment { description, found: format!("{found:.2}"), is_met: found <= limit }
}
