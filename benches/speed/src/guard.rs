//! Compares the instructions of the hot paths with the recorded ones.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::Result;
use crate::measure::instructions;
use crate::tasks::{self, VOX};

/// The allowed difference from the recorded count, which depends slightly on the CPU's instruction set.
const TOLERANCE: f64 = 0.05;

/// Instructions by task.
type Counts = BTreeMap<String, u64>;

/// Compares the counts with the recorded ones.
pub(crate) fn check() -> Result<()> {
    let text = std::fs::read_to_string(path()).map_err(|error| format!("{}: {error}", path().display()))?;
    let recorded: Counts = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let mut drifted = Vec::new();
    for (task, count) in count()? {
        let Some(&before) = recorded.get(&task) else {
            return Err(format!("`{task}` is not recorded yet: run `record`"));
        };
        let change = change(before, count);
        println!("{task}: {count} instructions, {:+.1} % to the recorded {before}", change * 100.0);
        if change.abs() > TOLERANCE {
            drifted.push(task);
        }
    }
    if drifted.is_empty() {
        return Ok(());
    }
    Err(format!("further than {} % from what is recorded: {}", TOLERANCE * 100.0, drifted.join(", ")))
}

/// Records the counts.
pub(crate) fn record() -> Result<()> {
    let mut text = serde_json::to_string_pretty(&count()?).map_err(|error| error.to_string())?;
    text.push('\n');
    std::fs::write(path(), text).map_err(|error| format!("{}: {error}", path().display()))
}

fn count() -> Result<Counts> {
    if !instructions::can_be_counted() {
        return Err("instructions are counted by valgrind, which is not installed".to_owned());
    }
    let tasks = tasks::all().filter(|task| task.is_counted);
    tasks.map(|task| Ok((task.name.to_owned(), instructions::of(task, VOX)?))).collect()
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("instructions.json")
}

#[expect(clippy::cast_precision_loss, reason = "a ratio")]
fn change(before: u64, now: u64) -> f64 {
    now as f64 / before.max(1) as f64 - 1.0
}
