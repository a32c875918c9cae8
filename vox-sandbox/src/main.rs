//! The sandbox as a program: the Voximplant Management API in memory. See `vox-sandbox --help`.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = program::arguments::parse();
    match program::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vox-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}
