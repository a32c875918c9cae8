//! Measures the cost of vox at run time, compared with peers and with code written by hand. See `README.md`.

mod by_hand;
mod calls;
mod cpu;
mod deadlines;
mod footprint;
mod goals;
mod guard;
mod measure;
mod options;
mod report;
mod tasks;

use std::process::ExitCode;

use clap::Parser as _;

use measure::instructions;
use options::{Command, Options};
use report::Speed;

/// A result whose error is a message.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let rounds = options.rounds();
    match options.command.clone().unwrap_or(Command::All) {
        Command::All => {
            measure_speed(rounds)?;
            measure_footprint()
        }
        Command::Speed => measure_speed(rounds),
        Command::Footprint => measure_footprint(),
        Command::Tasks { names } => {
            print!("{}", Speed { tasks: measure_tasks(&names, rounds)?, ..Speed::default() }.tables());
            Ok(())
        }
        Command::Calls => {
            print!("{}", measure_calls(rounds)?.tables());
            Ok(())
        }
        Command::Deadlines => {
            print!("{}", Speed { deadlines: deadlines::measure(rounds)?, ..Speed::default() }.tables());
            Ok(())
        }
        Command::Check => guard::check(),
        Command::Record => guard::record(),
        Command::Run { task, way, times } => instructions::run(&task, &way, times),
        Command::Call { way, in_flight, calls } => calls::run(&way, in_flight, calls),
        Command::Serve { tls } => calls::serve(tls),
    }
}

fn measure_speed(rounds: usize) -> Result<()> {
    let speed = Speed {
        tasks: measure_tasks(&[], rounds)?,
        deadlines: deadlines::measure(rounds)?,
        ..measure_calls(rounds)?
    };
    print!("{}", speed.tables());
    speed.write()
}

fn measure_footprint() -> Result<()> {
    let costs = footprint::measure()?;
    print!("{}", report::footprint_table(&costs));
    report::write_footprint(&costs)
}

fn measure_calls(rounds: usize) -> Result<Speed> {
    Ok(Speed {
        calls: calls::measure(rounds)?,
        sdk_calls: calls::measure_sdks(rounds)?,
        sizes: Some(footprint::sizes()?),
        ..Speed::default()
    })
}

fn measure_tasks(names: &[String], rounds: usize) -> Result<Vec<measure::Costs>> {
    let counts = instructions::can_be_counted();
    if !counts {
        eprintln!("instructions are not counted: valgrind is not installed");
    }
    tasks::all()
        .filter(|task| names.is_empty() || names.iter().any(|name| task.name.starts_with(name.as_str())))
        .map(|task| measure::task(task, rounds, counts))
        .collect()
}
