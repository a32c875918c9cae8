//! The table.

use std::fmt::Write as _;
use std::process::Command;

use crate::Result;
use crate::compile::Mode;
use crate::figures::Measurements;
use crate::options::Options;
use crate::peer::Peer;

/// The file of a complete run's table.
pub(crate) fn path(options: &Options) -> &'static str {
    if options.counts_instructions() {
        concat!(env!("CARGO_MANIFEST_DIR"), "/INSTRUCTIONS.md")
    } else {
        concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md")
    }
}

const COMMAND: &str = "cargo run --release --manifest-path benches/compile-time/Cargo.toml";

/// The maximum cost of vox, as a fraction of a peer.
const GOALS: [(Peer, f64); 4] =
    [(Peer::SERDE, 0.4), (Peer::GARDE_BON, 0.25), (Peer::ONE_WAY, 0.4), (Peer::ONE_WAY_GARDE_BON, 0.25)];
/// The maximum cost of 240 methods, as a multiple of that of 60.
const GROWTH: f64 = 4.2;

pub(crate) fn render(measured: &Measurements, options: &Options) -> Result<String> {
    let mut text = String::from("# What a method costs to compile\n\n");
    let _ = writeln!(text, "`{}`", command(std::env::args().skip(1)));
    let _ = writeln!(text, "\n{}, {}\n", rustc_version()?, machine(options));
    let _ = writeln!(
        text,
        "{} per method; in brackets, as a part of serde's. Bytes are those of the expanded code as\nrustc prints it, per method.\n",
        if options.counts_instructions() { "Millions of instructions" } else { "CPU time in milliseconds" }
    );
    text += &table(measured, options);
    if options.has_growth() {
        text += "\n## Growth\n\nWhat 240 methods cost, divided by what 60 cost.\n\n";
        text += &growth(measured, options);
    }
    text += "\n## Goals\n\n";
    text += &goals(measured, options);
    Ok(text)
}

/// The command that generates this table.
pub(crate) fn command(arguments: impl Iterator<Item = String>) -> String {
    let arguments: Vec<_> = arguments.collect();
    if arguments.is_empty() { COMMAND.to_owned() } else { format!("{COMMAND} -- {}", arguments.join(" ")) }
}

fn table(measured: &Measurements, options: &Options) -> String {
    let mut text = header("", &options.modes, &["bytes"]);
    for &peer in &options.peers {
        let _ = write!(text, "| {} |", peer.description());
        for &mode in &options.modes {
            let slope = measured.slope(peer, mode);
            let ratio = ratio(slope, measured.slope(Peer::SERDE, mode));
            let _ = write!(
                text,
                " {}{} |",
                number(slope, 1),
                ratio.map_or(String::new(), |ratio| format!(" ({ratio:.2})"))
            );
        }
        let _ = writeln!(text, " {} |", number(measured.bytes_per_method(peer), 0));
    }
    text
}

fn growth(measured: &Measurements, options: &Options) -> String {
    let modes: Vec<_> = options.modes.iter().copied().filter(|mode| mode.is_measured_with(240)).collect();
    let mut text = header("", &modes, &[]);
    for &peer in &options.peers {
        let _ = write!(text, "| {} |", peer.description());
        for &mode in &modes {
            let _ = write!(text, " {} |", number(measured.growth(peer, mode), 2));
        }
        text.push('\n');
    }
    text
}

fn goals(measured: &Measurements, options: &Options) -> String {
    let mut text = String::new();
    for &mode in &options.modes {
        let vox = measured.slope(Peer::VOX, mode);
        for (peer, limit) in GOALS {
            let found = ratio(vox, measured.slope(peer, mode));
            let _ = writeln!(
                text,
                "- {mode}: at most {limit} of {}: {}",
                peer.description(),
                judge(found, limit)
            );
        }
        if options.has_growth() && mode.is_measured_with(240) {
            let found = measured.growth(Peer::VOX, mode);
            let _ =
                writeln!(text, "- {mode}: 240 methods at most {GROWTH} times 60: {}", judge(found, GROWTH));
        }
    }
    text
}

pub(crate) fn judge(found: Option<f64>, limit: f64) -> String {
    match found {
        Some(found) if found <= limit => format!("**met** ({found:.3})"),
        Some(found) => format!("**missed** ({found:.3})"),
        None => "not measured".to_owned(),
    }
}

pub(crate) fn ratio(part: Option<f64>, whole: Option<f64>) -> Option<f64> {
    Some(part? / whole?)
}

pub(crate) fn number(number: Option<f64>, digits: usize) -> String {
    number.map_or_else(|| "-".to_owned(), |number| format!("{number:.digits$}"))
}

fn header(first: &str, modes: &[Mode], more: &[&str]) -> String {
    let mut names: Vec<_> = modes.iter().map(ToString::to_string).collect();
    names.extend(more.iter().map(ToString::to_string));
    let rule: String = names.iter().map(|_| "--:|").collect();
    format!("| {first} | {} |\n|---|{rule}\n", names.join(" | "))
}

pub(crate) fn rustc_version() -> Result<String> {
    let output =
        Command::new("rustc").arg("--version").output().map_err(|error| format!("rustc: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

pub(crate) fn machine(options: &Options) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let today = jiff::Timestamp::now().strftime("%Y-%m-%d");
    let runs = match options.repetitions {
        1 => "one run".to_owned(),
        several => format!("the least of {several} repetitions"),
    };
    format!("{cores} cores, {today}, {runs}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_the_one_that_was_given() {
        assert_eq!(command(std::iter::empty()), COMMAND);
        assert!(
            command(["--quick", "vox"].map(String::from).into_iter()).ends_with("Cargo.toml -- --quick vox")
        );
    }

    #[test]
    fn a_goal_is_met_up_to_its_limit() {
        assert_eq!(judge(Some(0.4), 0.4), "**met** (0.400)");
        assert_eq!(judge(Some(0.401), 0.4), "**missed** (0.401)");
        assert_eq!(judge(None, 0.4), "not measured");
    }
}
