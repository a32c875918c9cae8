//! When the tasks of a call list are called.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use vox_api::call_lists::CallListTaskStatus;

use super::{CALL_SECONDS, CallList, Hours};

/// The order of the tasks that could be called: those with a priority, the lowest number first, then the others as they were
/// added.
type Rank = (bool, Option<u64>, u64);

/// Tasks with the same hours. They are not looked at one by one each time that their hours end: a file may have very many,
/// of which only a few are called in a day.
struct Group {
    hours: Hours,
    /// Those that could be called in these hours.
    ready: BinaryHeap<Reverse<Rank>>,
}

impl Group {
    fn first(&self) -> Option<Rank> {
        self.ready.peek().map(|Reverse(rank)| *rank)
    }
}

/// The tasks that are not called yet.
#[derive(Default)]
struct Waiting {
    groups: Vec<Group>,
    by_hours: HashMap<Hours, usize>,
    /// The tasks that wait for their earliest time, with the number of their group.
    later: BinaryHeap<Reverse<(i64, usize, Rank)>>,
}

impl Waiting {
    fn add(&mut self, hours: Hours, not_before: i64, rank: Rank) {
        let group = *self.by_hours.entry(hours).or_insert_with(|| {
            self.groups.push(Group { hours, ready: BinaryHeap::new() });
            self.groups.len() - 1
        });
        self.later.push(Reverse((not_before, group, rank)));
    }

    /// The next task for a line that is free from this time on, and when it is called.
    fn take(&mut self, free: i64) -> Option<(i64, Rank)> {
        let mut time = free;
        loop {
            self.make_ready(time);
            let open = self.groups.iter_mut().filter(|group| group.hours.next(time) == time);
            let first = open.filter(|group| !group.ready.is_empty()).min_by_key(|group| group.first());
            if let Some(Reverse(rank)) = first.and_then(|group| group.ready.pop()) {
                return Some((time, rank));
            }
            let closed = self.groups.iter().filter(|group| !group.ready.is_empty());
            let opening = closed.map(|group| group.hours.next(time)).min();
            let from = self.later.peek().map(|Reverse((from, ..))| *from);
            time = opening.into_iter().chain(from).min().filter(|next| *next > time)?;
        }
    }

    fn make_ready(&mut self, time: i64) {
        while let Some(Reverse((from, group, rank))) = self.later.pop() {
            if from > time {
                self.later.push(Reverse((from, group, rank)));
                return;
            }
            if let Some(group) = self.groups.get_mut(group) {
                group.ready.push(Reverse(rank));
            }
        }
    }
}

impl CallList {
    /// Plans the phone calls of all tasks that are not called yet. To be called after every change.
    pub(crate) fn plan(&mut self, now: i64) {
        let begin = self.start_at.max(now);
        let is_calling = self.hold.is_none() && !self.is_manual;
        // The times at which a line, of those that the list may use at the same time, is free.
        let mut lines = BinaryHeap::new();
        let mut waiting = Waiting::default();
        let mut tasks = 0;
        for (id, task) in self.tasks.iter_mut() {
            match (task.status(now), task.start) {
                (CallListTaskStatus::InProgress, Some(start)) => lines.push(Reverse(start + CALL_SECONDS)),
                (CallListTaskStatus::New, _) => {
                    task.start = None;
                    let rank: Rank = (task.priority.is_none(), task.priority, id);
                    waiting.add(task.hours, task.not_before.unwrap_or(begin), rank);
                    tasks += 1;
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
        let unused = (most - lines.len()).min(tasks);
        lines.extend(std::iter::repeat_n(Reverse(begin), unused));

        // Before the last phone call no other task could be called, whatever line was free.
        let mut last = begin;
        while let Some(Reverse(free)) = lines.pop() {
            let Some((time, (_, _, id))) = waiting.take(free.max(last)) else { return };
            last = time;
            if let Some(task) = self.tasks.get_mut(id) {
                task.start = Some(time);
            }
            lines.push(Reverse(time.saturating_add(CALL_SECONDS)));
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

    #[test]
    fn many_tasks_with_one_second_of_a_day_are_planned_at_once() {
        const TASKS: u16 = 50_000;
        let mut list = list(TASKS.into());
        list.max_simultaneous = 1;
        let midnight = Hours { from: Time::midnight(), until: Time::midnight() };
        list.tasks.iter_mut().for_each(|(_, task)| task.hours = midnight);
        let begin = std::time::Instant::now();
        list.plan(0);
        // Task by task it takes minutes.
        assert!(begin.elapsed().as_secs() < 5, "{:?}", begin.elapsed());
        assert!(starts(&list).into_iter().eq((86_400..).step_by(86_400).take(TASKS.into()).map(Some)));
    }

    #[test]
    fn a_free_line_calls_no_task_before_its_time() {
        let mut list = list(3);
        for (id, time) in [(1, 1500), (2, 1500), (3, 1600)] {
            list.tasks.get_mut(id).unwrap().not_before = Some(time);
        }
        list.plan(990);
        assert_eq!(starts(&list), [1500, 1500, 1600].map(Some));
    }
}
