//! The measured tasks, with the ways of doing each.

mod authorize;
pub(crate) mod decode;
mod encode;
pub(crate) mod register;
mod validate;

/// The baseline.
pub(crate) const VOX: &str = "vox";

/// A task that takes nanoseconds to milliseconds and no input or output.
pub(crate) struct Task {
    /// For the command line.
    pub(crate) name: &'static str,
    /// For people.
    pub(crate) title: &'static str,
    /// Builds the ways, with their inputs.
    pub(crate) ways: fn() -> Vec<Way>,
    /// Whether instructions are counted: not if random numbers make runs differ, nor if Valgrind would take minutes.
    pub(crate) is_counted: bool,
    pub(crate) goals: &'static [Goal],
}

/// One way of doing a task.
pub(crate) struct Way {
    pub(crate) name: &'static str,
    pub(crate) once: Box<dyn FnMut()>,
}

impl Task {
    /// The way of this name.
    pub(crate) fn way(&self, name: &str) -> Option<Way> {
        (self.ways)().into_iter().find(|way| way.name == name)
    }
}

impl Way {
    pub(crate) fn new(name: &'static str, once: impl FnMut() + 'static) -> Self {
        Self { name, once: Box::new(once) }
    }
}

/// A goal of vox.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    /// At least this many times as fast as a peer.
    TimesAsFast(f64, &'static str),
    /// At most this many times the time of a peer.
    TimesTheTime(f64, &'static str),
    /// At most this many nanoseconds.
    Nanoseconds(f64),
    /// At most this many allocations.
    Allocations(u64),
}

/// All tasks.
pub(crate) fn all() -> impl Iterator<Item = &'static Task> {
    let tasks = [encode::TASKS, validate::TASKS, decode::TASKS, authorize::TASKS];
    tasks.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_has_vox_and_names_are_unique() {
        let tasks: Vec<_> = all().collect();
        let mut names: Vec<_> = tasks.iter().map(|task| task.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), tasks.len());
        assert!(tasks.iter().all(|task| task.way(VOX).is_some()));
    }

    #[test]
    fn every_goal_names_a_way_of_its_task() {
        for task in all() {
            for goal in task.goals {
                if let Goal::TimesAsFast(_, peer) | Goal::TimesTheTime(_, peer) = goal {
                    assert!(task.way(peer).is_some(), "{}: {peer}", task.name);
                }
            }
        }
    }
}
