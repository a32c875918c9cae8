//! Measures what vox costs at run time, beside its peers and by hand. See `README.md`.

mod by_hand;
mod calls;
mod cpu;
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
use report::Page;

/// What can fail, in words.
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
    let mut page = Page::default();
    match options.command.clone().unwrap_or(Command::All) {
        Command::All => {
            page.tasks = measure_tasks(&[], rounds)?;
            page.calls = calls::measure(rounds)?;
            page.sdk_calls = calls::measure_sdks(rounds)?;
            page.sizes = Some(footprint::sizes()?);
            if !options.without_footprint {
                page.footprint = footprint::measure()?;
            }
            page.write()?;
        }
        Command::Tasks { names } => page.tasks = measure_tasks(&names, rounds)?,
        Command::Calls => {
            page.calls = calls::measure(rounds)?;
            page.sdk_calls = calls::measure_sdks(rounds)?;
            page.sizes = Some(footprint::sizes()?);
        }
        Command::Footprint => page.footprint = footprint::measure()?,
        Command::Check => return guard::check(),
        Command::Record => return guard::record(),
        Command::Run { task, way, times } => return instructions::run(&task, &way, times),
        Command::Call { way, in_flight, calls } => return calls::run(&way, in_flight, calls),
        Command::Serve { tls } => return calls::serve(tls),
    }
    print!("{}", page.tables());
    Ok(())
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
