//! The command line.

use clap::{Parser, Subcommand};

/// Measures the cost of vox at run time, compared with peers and with code written by hand.
#[derive(Debug, Parser)]
#[command(version)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The number of measurements of everything; the best counts.
    #[arg(long, default_value_t = 3, global = true, value_parser = clap::value_parser!(u8).range(1..))]
    rounds: u8,
}

impl Options {
    pub(crate) fn rounds(&self) -> usize {
        self.rounds.into()
    }
}

#[derive(Debug, Clone, Subcommand)]
pub(crate) enum Command {
    /// Measures everything and writes both pages (also without a command; about three quarters of an hour).
    All,
    /// Measures everything at run time and writes its page.
    Speed,
    /// Measures the tasks whose names begin with one of these, and prints them.
    Tasks { names: Vec<String> },
    /// Measures whole calls, and prints them.
    Calls,
    /// Measures the lateness of timeouts, and prints it.
    Deadlines,
    /// Builds programs that make one call, and writes the page of their costs.
    Footprint,
    /// Counts the instructions of all tasks again and compares them with the recorded ones.
    Check,
    /// Records the instructions of all tasks.
    Record,
    /// Runs one way of a task: for Valgrind.
    #[command(hide = true)]
    Run { task: String, way: String, times: u64 },
    /// Makes whole calls with one client: for a profiler.
    #[command(hide = true)]
    Call { way: String, in_flight: usize, calls: usize },
    /// Runs the server of the calls.
    #[command(hide = true)]
    Serve {
        #[arg(long)]
        tls: bool,
    },
}
