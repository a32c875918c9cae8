//! This program as Cargo's wrapper around rustc: it runs rustc and writes the figures of measured crates to a file.
//!
//! It measures one rustc at a time, so no time of Cargo or of dependencies is counted.

use std::ffi::OsString;
use std::fmt;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike};

use crate::Result;

/// The file that receives a line for each measured crate.
pub(crate) const OUTPUT: &str = "COMPILE_TIME_OUTPUT";
/// The crates that are measured, by rustc's names for them, with commas between them.
pub(crate) const MEASURED: &str = "COMPILE_TIME_CRATES";
/// Set to count the bytes of the expanded code first, instead of the time.
pub(crate) const EXPAND: &str = "COMPILE_TIME_EXPAND";

/// Set to count instructions, in thousands, instead of taking the time in microseconds.
pub(crate) const COUNT: &str = "COMPILE_TIME_COUNT";

/// What one rustc cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The crate, by rustc's name for it.
    pub(crate) library: String,
    /// Microseconds of CPU time, thousands of instructions, or bytes.
    pub(crate) value: u32,
    /// The most memory that it used at once, in KiB.
    pub(crate) peak: u32,
    /// The folder of the package.
    pub(crate) folder: PathBuf,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\t{}\t{}\t{}", self.library, self.value, self.peak, self.folder.display())
    }
}

impl Figure {
    /// Reads a line that the wrapper has written.
    pub(crate) fn from_line(line: &str) -> Option<Self> {
        let mut parts = line.splitn(4, '\t');
        Some(Self {
            library: parts.next()?.to_owned(),
            value: parts.next()?.parse().ok()?,
            peak: parts.next()?.parse().ok()?,
            folder: parts.next()?.into(),
        })
    }
}

/// Whether Cargo runs this program in place of rustc.
pub(crate) fn is_wrapper() -> bool {
    std::env::var_os(OUTPUT).is_some()
}

/// Runs the rustc whose path and arguments Cargo gave.
pub(crate) fn run() -> Result<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next().ok_or("no rustc given")?;
    let args: Vec<_> = args.collect();
    let measured = measured_crate(&args);
    if let Some(library) = &measured
        && std::env::var_os(EXPAND).is_some()
    {
        write(library, expanded_bytes(&rustc, &args)?)?;
    }
    if let Some(library) = &measured
        && std::env::var_os(COUNT).is_some()
    {
        write(library, thousands_of_instructions(&rustc, &args)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let status = Command::new(&rustc).args(&args).status().map_err(|error| error.to_string())?;
    if let Some(library) = &measured
        && std::env::var_os(EXPAND).is_none()
    {
        write(library, cpu_microseconds()?)?;
    }
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// The crate that rustc compiles, if it is measured.
fn measured_crate(args: &[OsString]) -> Option<String> {
    let name = args.windows(2).find(|pair| pair[0] == "--crate-name")?[1].to_str()?;
    let measured = std::env::var(MEASURED).ok()?;
    measured.split(',').any(|measured| measured == name).then(|| name.to_owned())
}

/// What the processes cost that this one has waited for: rustc and what it ran.
fn usage() -> Result<Usage> {
    getrusage(UsageWho::RUSAGE_CHILDREN).map_err(|error| error.to_string())
}

/// The user and system time of these processes.
pub(crate) fn cpu_microseconds() -> Result<i64> {
    let usage = usage()?;
    let time: TimeVal = usage.user_time() + usage.system_time();
    Ok(time.num_microseconds())
}

/// The peak memory of the largest of these processes, in KiB.
fn peak() -> Result<i64> {
    let peak = usage()?.max_rss();
    Ok(if cfg!(target_os = "macos") { peak / 1024 } else { peak })
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

/// Appends the figure of a crate. Several wrappers may run at once, so it is one write.
fn write(library: &str, value: impl TryInto<u32>) -> Result<()> {
    let too_large = || format!("a figure of {library} is too large");
    let figure = Figure {
        library: library.to_owned(),
        value: value.try_into().map_err(|_| too_large())?,
        peak: peak()?.try_into().map_err(|_| too_large())?,
        folder: std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default().into(),
    };
    let path = std::env::var_os(OUTPUT).ok_or("no output given")?;
    let file = std::fs::File::options().create(true).append(true).open(&path);
    file.and_then(|mut file| file.write_all(format!("{figure}\n").as_bytes()))
        .map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_as_it_is_written() {
        let figure = Figure { library: "vox_api".into(), value: 7, peak: 8, folder: "/a folder".into() };
        assert_eq!(Figure::from_line(&figure.to_string()), Some(figure));
        assert_eq!(Figure::from_line("vox_api\t7"), None);
    }
}
