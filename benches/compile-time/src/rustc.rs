//! This program as Cargo's `RUSTC_WORKSPACE_WRAPPER`: it runs rustc and writes the measured figure to a file.
//!
//! Cargo runs it for the measured crates only, so no time of Cargo or of dependencies is counted.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike};

use crate::Result;

/// The file that receives the figure.
pub(crate) const OUTPUT: &str = "COMPILE_TIME_OUTPUT";
/// The crate that is measured, by rustc's name for it.
pub(crate) const MEASURED: &str = "COMPILE_TIME_CRATE";
/// Set to count the bytes of the expanded code first, instead of the time.
pub(crate) const EXPAND: &str = "COMPILE_TIME_EXPAND";

/// Set to count instructions, in thousands, instead of taking the time in microseconds.
pub(crate) const COUNT: &str = "COMPILE_TIME_COUNT";

/// Whether Cargo runs this program in place of rustc.
pub(crate) fn is_wrapper() -> bool {
    std::env::var_os(OUTPUT).is_some()
}

/// Runs the rustc whose path and arguments Cargo gave.
pub(crate) fn run() -> Result<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next().ok_or("no rustc given")?;
    let args: Vec<_> = args.collect();
    let measured = is_measured(&args);
    if measured && std::env::var_os(EXPAND).is_some() {
        write(&expanded_bytes(&rustc, &args)?.to_string())?;
    }
    if measured && std::env::var_os(COUNT).is_some() {
        write(&thousands_of_instructions(&rustc, &args)?.to_string())?;
        return Ok(ExitCode::SUCCESS);
    }
    let status = Command::new(&rustc).args(&args).status().map_err(|error| error.to_string())?;
    if measured && std::env::var_os(EXPAND).is_none() {
        write(&cpu_microseconds()?.to_string())?;
    }
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

fn is_measured(args: &[OsString]) -> bool {
    let Some(measured) = std::env::var_os(MEASURED) else { return false };
    args.windows(2).any(|pair| pair[0] == "--crate-name" && pair[1] == measured)
}

/// The user and system time of all processes this one has waited for: rustc and what it ran.
fn cpu_microseconds() -> Result<i64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).map_err(|error| error.to_string())?;
    let time: TimeVal = usage.user_time() + usage.system_time();
    Ok(time.num_microseconds())
}

/// The instructions that Valgrind counts. It has to run the compiler itself, not the proxy of rustup.
fn thousands_of_instructions(rustc: &OsString, args: &[OsString]) -> Result<u64> {
    let sysroot =
        Command::new(rustc).args(["--print", "sysroot"]).output().map_err(|error| error.to_string())?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(sysroot.join("bin/rustc"))
        .args(args)
        .env("LD_LIBRARY_PATH", sysroot.join("lib"))
        .output()
        .map_err(|error| format!("valgrind cannot be run: {error}"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    let count = log.lines().find_map(|line| line.split_once(" refs:"));
    let count = count.and_then(|(_, count)| count.trim().replace(',', "").parse::<u64>().ok());
    count.filter(|_| output.status.success()).map(|count| count / 1000).ok_or_else(|| log.into_owned())
}

/// The size of the code after expansion, as rustc prints it.
fn expanded_bytes(rustc: &OsString, args: &[OsString]) -> Result<usize> {
    let output = Command::new(rustc)
        .args(args)
        .arg("-Zunpretty=expanded")
        .env("RUSTC_BOOTSTRAP", "1")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() { Ok(output.stdout.len()) } else { Err("the code does not expand".to_owned()) }
}

fn write(figure: &str) -> Result<()> {
    let path = std::env::var_os(OUTPUT).ok_or("no output given")?;
    std::fs::write(&path, figure).map_err(|error| format!("{}: {error}", path.display()))
}
