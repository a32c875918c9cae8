//! Instructions, by Valgrind: the same count in every run, whatever else the machine does.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Result;
use crate::tasks::{Task, Way};

/// The time of the counted runs without Valgrind.
const WANTED: Duration = Duration::from_millis(2);

/// Whether Valgrind is installed.
pub(crate) fn can_be_counted() -> bool {
    let version =
        Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

/// The instructions of one run: the difference between this program with several runs and with one.
pub(crate) fn of(task: &Task, way: &str) -> Result<u64> {
    let more = runs(&mut named(task, way)?);
    let (one, many) = (count(task.name, way, 1)?, count(task.name, way, 1 + more)?);
    Ok(many.saturating_sub(one) / more)
}

/// Runs the way this many times, under Valgrind.
pub(crate) fn run(task: &str, way: &str, times: u64) -> Result<()> {
    let task = crate::tasks::all().find(|known| known.name == task);
    let mut way = named(task.ok_or("there is no such task")?, way)?;
    for _ in 0..times {
        (way.once)();
    }
    Ok(())
}

fn named(task: &Task, way: &str) -> Result<Way> {
    task.way(way).ok_or_else(|| format!("`{}` knows no way `{way}`", task.name))
}

/// A sufficient number of runs.
fn runs(way: &mut Way) -> u64 {
    (way.once)();
    let begun = Instant::now();
    (way.once)();
    let runs = WANTED.as_nanos() / begun.elapsed().as_nanos().max(1);
    u64::try_from(runs).unwrap_or(1).clamp(1, 200)
}

fn count(task: &str, way: &str, times: u64) -> Result<u64> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(this)
        .args(["run", task, way, &times.to_string()])
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    collected.ok_or_else(|| format!("valgrind counted nothing: {said}"))
}
