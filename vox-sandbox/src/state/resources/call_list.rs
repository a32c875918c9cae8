//! Call lists.
//!
//! Progress is a function of the clock: a change of a list plans when each of its tasks is called, and what a task is doing
//! follows from the plan and the time.

mod plan;
mod task;

use std::collections::HashMap;

use vox_api::call_lists::{CallListStatus, CallListTaskStatus, TaskPriorityStrategy};

pub(crate) use self::task::{Hours, Outcome, Task};
use crate::state::table::Table;

/// How long the phone call of a task takes, in seconds.
pub(crate) const CALL_SECONDS: i64 = 10;

/// A call list. Times are in seconds since 1970.
#[derive(Debug, Clone)]
pub(crate) struct CallList {
    pub(crate) name: String,
    pub(crate) rule: u64,
    /// The priority among the lists of the account.
    pub(crate) priority: u64,
    /// How many tasks are called at the same time.
    pub(crate) max_simultaneous: u64,
    pub(crate) num_attempts: u64,
    pub(crate) interval_seconds: u64,
    pub(crate) strategy: TaskPriorityStrategy,
    /// Whether the platform does not call the tasks by itself.
    pub(crate) is_manual: bool,
    pub(crate) hold: Option<Hold>,
    pub(crate) submitted: i64,
    pub(crate) start_at: i64,
    pub(crate) tasks: Table<Task>,
}

/// Why a list is not called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hold {
    Canceled,
    Paused,
}

impl CallList {
    pub(crate) fn status(&self, now: i64) -> CallListStatus {
        let is_canceled = |task: &Task| task.status(now) == CallListTaskStatus::Canceled;
        match self.hold {
            _ if self.tasks.iter().all(|(_, task)| is_canceled(task)) => CallListStatus::Canceled,
            _ if self.completed(now).is_some() => CallListStatus::Completed,
            Some(Hold::Canceled) => CallListStatus::Canceled,
            Some(Hold::Paused) => CallListStatus::Suspended,
            None => CallListStatus::InProgress,
        }
    }

    /// When the last task ended; `None` while there are others.
    pub(crate) fn completed(&self, now: i64) -> Option<i64> {
        let ends = self.tasks.iter().map(|(_, task)| task.end().filter(|end| *end <= now));
        ends.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// How many attempts a task has left.
    pub(crate) fn attempts_left(&self, task: &Task, now: i64) -> u64 {
        let attempts = task.attempts.unwrap_or(self.num_attempts);
        attempts.saturating_sub(u64::from(task.is_started(now)))
    }

    /// The number of tasks that were not called yet.
    pub(crate) fn waiting(&self, now: i64) -> u64 {
        self.tasks.iter().filter(|(_, task)| task.status(now) == CallListTaskStatus::New).count() as u64
    }

    /// The ids of the tasks.
    pub(crate) fn ids_by_uuid(&self) -> HashMap<&str, u64> {
        self.tasks.iter().map(|(id, task)| (task.uuid.as_str(), id)).collect()
    }

    pub(crate) fn has_batch(&self, batch: &str) -> bool {
        self.tasks.find(|task| task.batch == batch).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of tasks with the ids from 1 on, submitted at 1000, of which two are called at the same time.
    pub(super) fn list(tasks: u64) -> CallList {
        let mut list = CallList {
            name: "spring".into(),
            rule: 7,
            priority: 0,
            max_simultaneous: 2,
            num_attempts: 3,
            interval_seconds: 0,
            strategy: TaskPriorityStrategy::FirstAttempts,
            is_manual: false,
            hold: None,
            submitted: 1000,
            start_at: 1000,
            tasks: Table::default(),
        };
        for id in 1..=tasks {
            let task = Task::new(format!("uuid-{id}"), "batch".into(), "{}".into());
            list.tasks.insert(id, task);
        }
        list.plan(1000);
        list
    }

    #[test]
    fn the_status_follows_from_the_tasks_and_the_clock() {
        let mut running = list(3);
        assert_eq!((running.status(1000), running.completed(1000)), (CallListStatus::InProgress, None));
        assert_eq!((running.status(1019), running.waiting(1009)), (CallListStatus::InProgress, 1));
        assert_eq!((running.status(1020), running.completed(1030)), (CallListStatus::Completed, Some(1020)));
        // The clock may be set back.
        assert_eq!(running.status(1000), CallListStatus::InProgress);
        running.hold = Some(Hold::Paused);
        running.plan(1005);
        assert_eq!(
            (running.status(1005), running.status(9999)),
            (CallListStatus::Suspended, CallListStatus::Suspended)
        );
        running.hold = Some(Hold::Canceled);
        assert_eq!(running.status(1005), CallListStatus::Canceled);
        for (_, task) in running.tasks.iter_mut() {
            task.stop(1006, Outcome::Canceled);
        }
        running.hold = None;
        assert_eq!(running.status(1006), CallListStatus::Canceled);
    }

    #[test]
    fn a_started_task_has_used_an_attempt() {
        let mut list = list(3);
        let left = |list: &CallList, now| {
            list.tasks.iter().map(|(_, task)| list.attempts_left(task, now)).collect::<Vec<_>>()
        };
        assert_eq!((left(&list, 1000), left(&list, 1010)), (vec![2, 2, 3], vec![2, 2, 2]));
        list.tasks.get_mut(3).unwrap().attempts = Some(0);
        assert_eq!(left(&list, 1010), [2, 2, 0]);
    }
}
