//! Measures the tasks.

pub(crate) mod instructions;
mod time;

use crate::Result;
use crate::tasks::Task;

/// The cost of one way of doing a task.
#[derive(Debug, Clone)]
pub(crate) struct Cost {
    pub(crate) way: &'static str,
    pub(crate) nanoseconds: f64,
    pub(crate) allocations: u64,
    /// `None` if they are not counted.
    pub(crate) instructions: Option<u64>,
}

/// The costs of all ways of a task, vox first.
pub(crate) struct Costs {
    pub(crate) task: &'static Task,
    pub(crate) ways: Vec<Cost>,
}

impl Costs {
    pub(crate) fn of(&self, way: &str) -> Option<&Cost> {
        self.ways.iter().find(|cost| cost.way == way)
    }
}

/// Measures all ways of a task.
pub(crate) fn task(task: &'static Task, rounds: usize, with_instructions: bool) -> Result<Costs> {
    let mut ways = (task.ways)();
    let times = time::of(task, &mut ways, rounds)?;
    let mut costs = Vec::new();
    for (way, nanoseconds) in ways.iter_mut().zip(times) {
        // Excludes what happens only in the first run.
        (way.once)();
        let allocations = allocation_counter::measure(&mut way.once).count_total;
        let instructions =
            (with_instructions && task.is_counted).then(|| instructions::of(task, way.name)).transpose()?;
        costs.push(Cost { way: way.name, nanoseconds, allocations, instructions });
    }
    Ok(Costs { task, ways: costs })
}
