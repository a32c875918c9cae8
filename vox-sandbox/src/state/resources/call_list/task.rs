//! The tasks of call lists.

use jiff::civil::Time;
use vox_api::call_lists::CallListTaskStatus;

use super::CALL_SECONDS;

const SECONDS_OF_A_DAY: i64 = 86_400;

/// A task of a call list. Times are in seconds since 1970.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    /// Unique in the list.
    pub(crate) uuid: String,
    /// The id of the file that the task came with.
    pub(crate) batch: String,
    /// What the scenario receives.
    pub(crate) custom_data: String,
    /// The earliest time of its phone call.
    pub(crate) not_before: Option<i64>,
    pub(crate) hours: Hours,
    /// A schedule, which the sandbox keeps but does not follow.
    pub(crate) schedule: Option<String>,
    /// The number of attempts, with the one that was made; `None` for the list's.
    pub(crate) attempts: Option<u64>,
    /// Tasks with a priority are called before the others.
    pub(crate) priority: Option<u64>,
    /// When it is or was called.
    pub(super) start: Option<i64>,
    /// When and how it ended without a complete phone call.
    stopped: Option<(i64, Outcome)>,
}

/// How a task ends without a complete phone call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Canceled,
    /// No attempt was left.
    Failed,
}

impl Task {
    /// A task that may be called at any time of the day.
    pub(crate) fn new(uuid: String, batch: String, custom_data: String) -> Self {
        Self {
            uuid,
            batch,
            custom_data,
            not_before: None,
            hours: Hours::ALL,
            schedule: None,
            attempts: None,
            priority: None,
            start: None,
            stopped: None,
        }
    }

    pub(crate) fn status(&self, now: i64) -> CallListTaskStatus {
        match (self.stopped, self.start) {
            (Some((_, Outcome::Canceled)), _) => CallListTaskStatus::Canceled,
            (Some((_, Outcome::Failed)), _) => CallListTaskStatus::Error,
            (None, Some(start)) if start.saturating_add(CALL_SECONDS) <= now => CallListTaskStatus::Processed,
            (None, Some(start)) if start <= now => CallListTaskStatus::InProgress,
            (None, _) => CallListTaskStatus::New,
        }
    }

    /// Whether it can still be changed or canceled.
    pub(crate) fn is_open(&self, now: i64) -> bool {
        matches!(self.status(now), CallListTaskStatus::New | CallListTaskStatus::InProgress)
    }

    /// Whether its phone call has begun.
    pub(crate) fn is_started(&self, now: i64) -> bool {
        self.last_attempt(now).is_some()
    }

    /// When its phone call began.
    pub(crate) fn last_attempt(&self, now: i64) -> Option<i64> {
        self.start.filter(|start| *start <= now)
    }

    /// When it ends or ended, if that is planned.
    pub(super) fn end(&self) -> Option<i64> {
        let called = self.start.map(|start| start.saturating_add(CALL_SECONDS));
        self.stopped.map(|(time, _)| time).or(called)
    }

    /// Ends the task. A phone call that was only planned is not made.
    pub(crate) fn stop(&mut self, now: i64, outcome: Outcome) {
        self.start = self.last_attempt(now);
        self.stopped = Some((now, outcome));
    }
}

/// The hours of the day in which a task is called, UTC. If they end before they begin, midnight is between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Hours {
    pub(crate) from: Time,
    pub(crate) until: Time,
}

impl Hours {
    pub(crate) const ALL: Self = Self { from: Time::midnight(), until: Time::constant(23, 59, 59, 0) };

    /// The first time, from this one on, that is in the hours.
    pub(super) fn next(self, time: i64) -> i64 {
        let (from, until) = (second(self.from), second(self.until));
        let now = time.rem_euclid(SECONDS_OF_A_DAY);
        let is_open = if from <= until { from <= now && now <= until } else { from <= now || now <= until };
        if is_open { time } else { time.saturating_add((from - now).rem_euclid(SECONDS_OF_A_DAY)) }
    }
}

/// The number of a second in its day.
fn second(time: Time) -> i64 {
    i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_the_same_each_day() {
        let hours = Hours { from: Time::constant(0, 2, 0, 0), until: Time::constant(0, 2, 30, 0) };
        for (now, expected) in [(0, 120), (120, 120), (150, 150), (151, 86_520), (-86_400, -86_280)] {
            assert_eq!(hours.next(now), expected, "{now}");
        }
    }

    #[test]
    fn hours_may_include_midnight() {
        let hours = Hours { from: Time::constant(23, 0, 0, 0), until: Time::constant(1, 0, 0, 0) };
        for (now, expected) in [(0, 0), (3600, 3600), (3601, 82_800), (82_799, 82_800), (86_399, 86_399)] {
            assert_eq!(hours.next(now), expected, "{now}");
        }
        assert_eq!((Hours::ALL.next(0), Hours::ALL.next(86_399)), (0, 86_399));
    }

    #[test]
    fn a_stopped_task_keeps_only_the_attempt_that_was_made() {
        let mut task = Task { start: Some(20), ..Task::new("u".into(), "b".into(), "{}".into()) };
        let mut early = task.clone();
        early.stop(10, Outcome::Failed);
        assert_eq!((early.status(50), early.last_attempt(50)), (CallListTaskStatus::Error, None));
        task.stop(25, Outcome::Canceled);
        assert_eq!((task.status(50), task.last_attempt(50)), (CallListTaskStatus::Canceled, Some(20)));
        assert_eq!((task.end(), task.is_open(50)), (Some(25), false));
    }
}
