//! When the tasks of a call list are called.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use vox_api::call_lists::CallListTaskStatus;

use super::{CALL_SECONDS, CallList};

/// The order of the tasks that could be called: those with a priority, the lowest number first, then the others as they were
/// added.
type Rank = (bool, Option<u64>, u64);

impl CallList {
    /// Plans the phone calls of all tasks that are not called yet. To be called after every change.
    pub(crate) fn plan(&mut self, now: i64) {
        let begin = self.start_at.max(now);
        let is_calling = self.hold.is_none() && !self.is_manual;
        // The times at which a line, of those that the list may use at the same time, is free.
        let mut lines = BinaryHeap::new();
        let mut waiting = BinaryHeap::new();
        for (id, task) in self.tasks.iter_mut() {
            match (task.status(now), task.start) {
                (CallListTaskStatus::InProgress, Some(start)) => lines.push(Reverse(start + CALL_SECONDS)),
                (CallListTaskStatus::New, _) => {
                    task.start = None;
                    let rank: Rank = (task.priority.is_none(), task.priority, id);
                    waiting.push(Reverse((task.next_call(begin), rank)));
                }
                _ => {}
            }
        }
        if !is_calling {
            return;
        }
        let most = usize::try_from(self.max_simultaneous).unwrap_or(usize::MAX);
        while lines.len() > most {
            lines.pop();
        }
        let unused = (most - lines.len()).min(waiting.len());
        lines.extend(std::iter::repeat_n(Reverse(begin), unused));

        let mut ready: BinaryHeap<Reverse<Rank>> = BinaryHeap::new();
        while let Some(Reverse(free)) = lines.pop() {
            let mut time = free.max(begin);
            if let (true, Some(Reverse((first, _)))) = (ready.is_empty(), waiting.peek()) {
                time = time.max(*first);
            }
            while let Some(Reverse((from, rank))) = waiting.pop() {
                if from > time {
                    waiting.push(Reverse((from, rank)));
                    break;
                }
                ready.push(Reverse(rank));
            }
            let Some(Reverse(rank)) = ready.pop() else { return };
            let Some(task) = self.tasks.get_mut(rank.2) else { continue };
            let next = task.next_call(time);
            if next > time {
                // Its hours have ended while it waited for a line.
                waiting.push(Reverse((next, rank)));
                lines.push(Reverse(time));
            } else {
                task.start = Some(time);
                lines.push(Reverse(time.saturating_add(CALL_SECONDS)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Time;

    use super::super::tests::list;
    use super::super::{Hold, Hours, Outcome};
    use super::*;

    fn starts(list: &CallList) -> Vec<Option<i64>> {
        list.tasks.iter().map(|(_, task)| task.start).collect()
    }

    #[test]
    fn tasks_are_called_on_so_many_lines() {
        let list = list(5);
        assert_eq!(starts(&list), [1000, 1000, 1010, 1010, 1020].map(Some));
    }

    #[test]
    fn a_change_plans_only_what_has_not_begun() {
        let mut list = list(5);
        list.max_simultaneous = 1;
        list.plan(1005);
        assert_eq!(starts(&list), [1000, 1000, 1010, 1020, 1030].map(Some));
        list.max_simultaneous = u64::MAX;
        list.plan(1012);
        assert_eq!(starts(&list), [1000, 1000, 1010, 1012, 1012].map(Some));
        list.start_at = 2000;
        list.plan(1011);
        assert_eq!(starts(&list), [1000, 1000, 1010, 2000, 2000].map(Some));
    }

    #[test]
    fn a_list_on_hold_calls_nobody_and_continues_later() {
        let mut list = list(4);
        list.hold = Some(Hold::Paused);
        list.plan(1005);
        assert_eq!(starts(&list), [Some(1000), Some(1000), None, None]);
        list.hold = None;
        list.plan(1500);
        assert_eq!(starts(&list), [1000, 1000, 1500, 1500].map(Some));
        list.is_manual = true;
        list.plan(1499);
        assert_eq!(starts(&list), [Some(1000), Some(1000), None, None]);
    }

    #[test]
    fn priorities_come_first_and_stopped_tasks_never() {
        let mut list = list(6);
        list.tasks.get_mut(6).unwrap().priority = Some(1);
        list.tasks.get_mut(5).unwrap().priority = Some(2);
        list.tasks.get_mut(3).unwrap().stop(1001, Outcome::Canceled);
        list.plan(1001);
        let expected = [Some(1000), Some(1000), None, Some(1020), Some(1010), Some(1010)];
        assert_eq!(starts(&list), expected);
    }

    #[test]
    fn a_task_that_waits_for_its_hours_blocks_no_line() {
        let mut list = list(4);
        list.max_simultaneous = 1;
        list.tasks.get_mut(1).unwrap().not_before = Some(1015);
        // From 00:17:00 to 00:17:05, which is 1020 to 1025; the second of them gets a line only when they have ended.
        let hours = Hours { from: Time::constant(0, 17, 0, 0), until: Time::constant(0, 17, 5, 0) };
        for id in [2, 3] {
            list.tasks.get_mut(id).unwrap().hours = hours;
        }
        list.plan(990);
        assert_eq!(starts(&list), [1015, 1025, 87_420, 1000].map(Some));
    }
}
