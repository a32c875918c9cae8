//! Time, by criterion.

use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::Criterion;

use crate::Result;
use crate::tasks::{Task, Way};

/// Turns of a round: short and many, so that each way has some without disturbance.
const TURNS: usize = 4;

/// The nanoseconds of each way. They take turns, so that a busy moment of the machine does not affect only one way; the
/// lowest figure of all turns counts.
pub(super) fn of(task: &Task, ways: &mut [Way], rounds: usize) -> Result<Vec<f64>> {
    let directory = std::env::temp_dir().join(format!("vox-speed-{}", std::process::id()));
    let mut least = vec![f64::INFINITY; ways.len()];
    for _ in 0..rounds * TURNS {
        for (index, way) in ways.iter_mut().enumerate() {
            measure(task.name, index, way, &directory);
            least[index] = least[index].min(estimate(&directory, task.name, index)?);
        }
    }
    // The files that criterion keeps for comparisons are not needed.
    let _ = std::fs::remove_dir_all(&directory);
    Ok(least)
}

fn measure(task: &str, index: usize, way: &mut Way, directory: &Path) {
    let mut criterion = Criterion::default()
        .without_plots()
        .output_directory(directory)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(40))
        .measurement_time(Duration::from_millis(120));
    let mut group = criterion.benchmark_group(task);
    group.bench_function(index.to_string(), |bencher| bencher.iter(|| (way.once)()));
    group.finish();
}

/// The median that criterion has written.
fn estimate(directory: &Path, task: &str, index: usize) -> Result<f64> {
    let path: PathBuf = directory.join(task).join(index.to_string()).join("new/estimates.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let estimates: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let median = estimates["median"]["point_estimate"].as_f64();
    median.ok_or_else(|| format!("{}: there is no median", path.display()))
}
