//! Measures the cost of compiling a method declared with vox, compared with peers. See `README.md`.

mod compile;
mod figures;
mod generate;
mod options;
mod peer;
mod report;
mod rustc;
mod source;
mod whole;

use std::process::ExitCode;

use compile::{Bench, Mode};
use figures::{Measurements, Series};
use options::Options;

/// A result whose error is a message.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let outcome = if rustc::is_wrapper() { rustc::run() } else { bench() };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}

fn bench() -> Result<ExitCode> {
    let options = Options::from_args(std::env::args().skip(1))?;
    if options.whole {
        whole::run(&options)?;
        return Ok(ExitCode::SUCCESS);
    }
    let measurements = measure(&options)?;
    let table = report::render(&measurements, &options)?;
    print!("{table}");
    if options.is_full() {
        let path = report::path(&options);
        std::fs::write(path, table).map_err(|error| format!("{path}: {error}"))?;
        eprintln!("written to {path}");
    }
    Ok(ExitCode::SUCCESS)
}

fn measure(options: &Options) -> Result<Measurements> {
    let bench = Bench::new(generate::workspace(&options.peers, &options.counts)?)?;
    for &mode in &options.modes {
        eprintln!("dependencies: {mode}");
        for &peer in &options.peers {
            // The expanded code of a check does not depend on the kind of figure.
            bench.compile(peer, 0, if mode == Mode::Instructions { Mode::Check } else { mode })?;
        }
    }
    let mut measurements = Measurements::default();
    for &peer in &options.peers {
        for count in [0, 60] {
            measurements.bytes.insert((peer, count), bench.expanded_bytes(peer, count)?);
        }
    }
    // Round by round, so that a busy minute of the machine does not affect only one peer.
    for round in 1..=options.repetitions {
        for &mode in &options.modes {
            for &peer in &options.peers {
                for &count in options.counts.iter().filter(|count| mode.is_measured_with(**count)) {
                    let cost = bench.compile(peer, count, mode)?;
                    eprintln!(
                        "{round}/{}: {mode}, {}, {count} methods: {cost:.0}",
                        options.repetitions,
                        peer.name()
                    );
                    measurements.times.entry(Series { peer, count, mode }).or_default().push(cost);
                }
            }
        }
    }
    Ok(measurements)
}
