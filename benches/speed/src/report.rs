//! The pages.

use std::fmt::Write as _;
use std::process::Command;

use crate::Result;
use crate::calls;
use crate::deadlines::{Lateness, MILLISECONDS};
use crate::footprint::{self, BARE, Sizes};
use crate::goals::{self, Judgment};
use crate::measure::Costs;
use crate::tasks::VOX;

/// The folder of the pages, which the documentation of `vox-core` shows.
const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../vox-core/docs");

/// All figures of run time.
#[derive(Default)]
pub(crate) struct Speed {
    pub(crate) tasks: Vec<Costs>,
    pub(crate) calls: Vec<calls::Cost>,
    pub(crate) sdk_calls: Vec<calls::Cost>,
    pub(crate) sizes: Option<Sizes>,
    pub(crate) deadlines: Vec<Lateness>,
}

impl Speed {
    /// Writes the page into the documentation.
    pub(crate) fn write(&self) -> Result<()> {
        let mut judgments: Vec<Judgment> = self.tasks.iter().flat_map(goals::of_task).collect();
        judgments.extend(goals::of_calls(&self.calls));
        judgments.extend(self.sizes.map(goals::of_sizes));
        judgments.extend(goals::of_deadlines(&self.deadlines));
        let (before, after) = (include_str!("pages/speed.md"), include_str!("pages/not_ahead.md"));
        write("speed.md", &[before, &measured()?, &judged(judgments), after, &self.tables()])
    }

    /// All tables.
    pub(crate) fn tables(&self) -> String {
        let mut out = String::new();
        for costs in &self.tasks {
            task(&mut out, costs);
        }
        calls_table(&mut out, "A whole call over loopback", FORMS, &self.calls);
        let title = "A whole call over loopback with TLS and a service account";
        let has_sdks = self.sdk_calls.iter().any(|cost| cost.way != VOX);
        let description = if has_sdks { WITH_SDKS } else { WITHOUT_SDKS };
        calls_table(&mut out, title, description, &self.sdk_calls);
        if let Some(sizes) = self.sizes {
            sizes_table(&mut out, sizes);
        }
        deadlines_table(&mut out, &self.deadlines);
        out
    }
}

/// Writes the page about programs into the documentation.
pub(crate) fn write_footprint(costs: &[footprint::Cost]) -> Result<()> {
    let before = include_str!("pages/footprint.md");
    let judged = judged(goals::of_footprint(costs));
    write("footprint.md", &[before, &measured()?, &judged, &footprint_table(costs)])
}

fn write(name: &str, parts: &[&str]) -> Result<()> {
    let path = format!("{DIRECTORY}/{name}");
    let parts: Vec<_> = parts.iter().map(|part| part.trim()).collect();
    std::fs::write(&path, parts.join("\n\n") + "\n").map_err(|error| format!("{path}: {error}"))?;
    eprintln!("written to {path}");
    Ok(())
}

/// The compiler, the machine and the date.
fn measured() -> Result<String> {
    let compiler = Command::new("rustc").arg("--version").output().map_err(|error| error.to_string())?;
    let compiler = String::from_utf8_lossy(&compiler.stdout);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let today = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date();
    Ok(format!("Measured with {}, {cores} cores, {today}.", compiler.trim()))
}

/// The goals, those that are missed first.
fn judged(mut judgments: Vec<Judgment>) -> String {
    judgments.sort_by_key(|judgement| judgement.is_met);
    let lines: Vec<_> = judgments.iter().map(|judgement| marked(&judgement.to_string())).collect();
    format!("## Goals\n\n{}", lines.join("\n"))
}

const FORMS: &str = "CPU time, user and system, of the calling process alone, which has one thread.";
const WITH_SDKS: &str = "Against the sandbox. The vendor's SDKs are unchanged.";
const WITHOUT_SDKS: &str = "Against the sandbox. The vendor's SDKs were not installed.";

const DEADLINES: &str = "\
How long after its timeout a call ended, at worst; none may end before it. The threads are those of the client's runtime: a
single one also serves the connections. Timers have a resolution of one millisecond.";

fn task(out: &mut String, costs: &Costs) {
    let Some(vox) = costs.of(VOX) else { return };
    let _ = writeln!(out, "## {}\n", costs.task.title);
    let _ =
        writeln!(out, "| | time | to vox | allocations | instructions | to vox |\n|---|--:|--:|--:|--:|--:|");
    for cost in &costs.ways {
        let ratio = cost.nanoseconds / vox.nanoseconds;
        let (instructions, more) = match (cost.instructions, vox.instructions) {
            (Some(count), Some(of_vox)) => (grouped(count), times(count, of_vox)),
            _ => (String::new(), String::new()),
        };
        let _ = writeln!(
            out,
            "| {} | {} | {ratio:.2} | {} | {instructions} | {more} |",
            marked(cost.way),
            time(cost.nanoseconds),
            grouped(cost.allocations)
        );
    }
    out.push('\n');
}

fn calls_table(out: &mut String, title: &str, description: &str, costs: &[calls::Cost]) {
    if costs.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {title}\n\n{description}\n");
    let _ = writeln!(
        out,
        "| | at a time | CPU time per call | to vox | calls a second | allocations per call |\n|---|--:|--:|--:|--:|--:|"
    );
    for cost in costs {
        let vox = costs.iter().find(|other| other.way == VOX && other.in_flight == cost.in_flight);
        let ratio = vox.map_or_else(String::new, |vox| format!("{:.2}", cost.cpu / vox.cpu));
        let allocations = cost.allocations.map_or_else(String::new, |count| format!("{count:.1}"));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {ratio} | {:.0} | {allocations} |",
            cost.way,
            cost.in_flight,
            time(cost.cpu),
            cost.per_second
        );
    }
    out.push('\n');
}

fn sizes_table(out: &mut String, sizes: Sizes) {
    let _ = writeln!(
        out,
        "## The size of a call's future\n\nvox and reqwest's `execute` keep the rest in a box.\n\n| | bytes |\n|---|--:|"
    );
    let _ = writeln!(out, "| vox: `request.send(&client)` | {} |", sizes.send);
    let _ = writeln!(out, "| reqwest: `client.execute(request)` | {} |", sizes.execute);
    let _ = writeln!(out, "| reqwest: `.form(..).send().await?.json().await` | {} |\n", sizes.form_and_json);
}

fn deadlines_table(out: &mut String, lateness: &[Lateness]) {
    if lateness.is_empty() {
        return;
    }
    let columns = MILLISECONDS.map(|milliseconds| format!("{} ms |", grouped(milliseconds))).join(" ");
    let _ = writeln!(
        out,
        "## How exactly timeouts hold\n\n{DEADLINES}\n\n| the timeout of | the server | threads | {columns}\n|---|---|--:|{}",
        "--:|".repeat(MILLISECONDS.len())
    );
    // One row for each case: its timeouts are adjacent.
    for row in lateness.chunks(MILLISECONDS.len()) {
        let times: Vec<_> =
            row.iter().map(|late| format!("{:.1} ms |", late.worst.as_secs_f64() * 1e3)).collect();
        let Lateness { limit, fault, threads, .. } = row[0];
        let _ = writeln!(out, "| {limit} | {fault} | {threads} | {}", times.join(" "));
    }
    out.push('\n');
}

/// The costs of programs that make one call.
pub(crate) fn footprint_table(costs: &[footprint::Cost]) -> String {
    let Some(bare) = costs.iter().find(|cost| cost.package == BARE) else { return String::new() };
    let mut out = String::new();
    let _ = writeln!(
        out,
        "| made with | crates | debug build | to bare | release build | to bare | binary, stripped | to bare |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|"
    );
    for cost in costs {
        let _ = writeln!(
            out,
            "| {} | {} | {:.1} s | {:.2} | {:.1} s | {:.2} | {} | {} |",
            marked(cost.with),
            cost.crates,
            cost.debug_build,
            cost.debug_build / bare.debug_build,
            cost.release_build,
            cost.release_build / bare.release_build,
            grouped(cost.binary),
            times(cost.binary, bare.binary)
        );
    }
    out
}

#[expect(clippy::cast_precision_loss, reason = "a ratio")]
fn times(count: u64, of: u64) -> String {
    if of == 0 { String::new() } else { format!("{:.2}", count as f64 / of as f64) }
}

/// Text with the names of crates marked as code.
fn marked(text: &str) -> String {
    let words = text.split(' ').map(|word| match word.trim_end_matches([',', ':']) {
        name if name.contains('_') => format!("`{name}`{}", &word[name.len()..]),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A time in a suitable unit.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{nanoseconds:.0} ns"),
        ..1e6 => format!("{:.1} µs", nanoseconds / 1e3),
        _ => format!("{:.1} ms", nanoseconds / 1e6),
    }
}

/// A number with separators between the thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_crates_are_code() {
        assert_eq!(marked("serde_json, f64 and String"), "`serde_json`, f64 and String");
        assert_eq!(marked("as fast as serde_html_form"), "as fast as `serde_html_form`");
    }

    #[test]
    fn numbers_are_formatted_for_people() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(time(51.2), "51 ns");
        assert_eq!(time(2_290.0), "2.3 µs");
        assert_eq!(time(21e6), "21.0 ms");
    }
}
