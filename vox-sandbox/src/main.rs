//! The sandbox as a program: the Voximplant Management API in memory. See `vox-sandbox --help`.

mod program;

use std::process::ExitCode;

use self::program::arguments::Task;

fn main() -> ExitCode {
    let result = match program::arguments::parse() {
        Task::Serve(arguments) => program::run(&arguments),
        Task::Health { address, tls } => program::health::check(address, tls),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vox-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}
