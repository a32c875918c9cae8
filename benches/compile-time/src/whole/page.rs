//! The page.

use std::fmt::Write as _;

use super::Measurements;
use super::clients::{self, Client};
use super::declarations::{ACCOUNTS, Kind};
use super::measure::{Cost, Costs, Crate};
use crate::Result;
use crate::compile::Mode;
use crate::options::Options;
use crate::report::{command, judge, machine, ratio, rustc_version};

/// The maximum time of vox, as a fraction of serde's.
const GOALS: [(Mode, f64); 2] = [(Mode::Check, 0.42), (Mode::Debug, 0.47)];
/// The maximum time of the documentation, in seconds.
const DOCUMENTATION: f64 = 90.0;

const COUNTED: &str = "\
The same types are compiled twice. Counted for vox: the crates `vox-accounts` and `vox-api` with the features `full` and
`rustls`, and a crate of users: for each method one function that validates and encodes a request, and one that decodes a
response. Counted for serde: the public structs and enums of both crates that derive vox's or serde's traits, in two crates
as well, with `Debug`, `Clone`, `PartialEq`, `Serialize` and `Deserialize`, and a crate of users: for each method one
function that encodes a request with `serde_urlencoded`, and one that decodes a response with `serde_json`, unless it is a
file. Account callbacks are decoded on both sides. Generic code is compiled where it is used, so without users most of
serde's code would be missing.

The parameters of a choice are tagged by their names and flattened into the request; an enum of texts keeps other texts in
an untagged variant.

Only vox has builders, validation, the calls themselves (`send`, pages, reports), metadata, and the conversions of its
enums. The acknowledgment of a write is a part of vox's decoding; for serde it is only read where a method returns nothing
else. The types of single values (secrets, lists, dates) belong to the core or to a separate crate and are counted for
neither side.
";

pub(crate) fn render(measured: &Measurements, options: &Options) -> Result<String> {
    let mut text = String::from("# What the whole API costs to compile\n\n");
    let _ = writeln!(text, "`{}`", command(std::env::args().skip(1)));
    let _ = writeln!(text, "\n{}, {}\n", rustc_version()?, machine(options));
    let declarations = &measured.declarations;
    let _ = writeln!(text, "{} methods, {} types.\n", declarations.methods().count(), declarations.types());
    text += COUNTED;
    text += "\n## Time and memory\n\n";
    text += if options.counts_instructions() {
        "Billions of instructions.\n\n"
    } else {
        "Seconds of CPU time; in brackets, the peak memory of rustc in MiB.\n\n"
    };
    text += &whole(&measured.crates, options);
    if !measured.clients.is_empty() {
        text += "\n## Clients of other APIs\n\n";
        text += &clients(measured);
    }
    if let Some(rows) = sections(measured) {
        text += "\n## Sections\n\n";
        text += &section_table(measured, &rows);
    }
    if let Some(documentation) = measured.documentation {
        let _ = writeln!(
            text,
            "\n## Documentation\n\n`cargo doc --no-deps` of `vox-core`, `vox-accounts` and `vox-api` with `full`: {:.1} s, {:.1} s of CPU time.",
            documentation.wall, documentation.cpu
        );
    }
    let goals = goals(measured, options);
    if !goals.is_empty() {
        text += "\n## Goals\n\n";
        text += &goals;
    }
    Ok(text)
}

/// The crates of both sides.
fn whole(costs: &Costs<Crate>, options: &Options) -> String {
    let names: Vec<_> = options.modes.iter().map(ToString::to_string).collect();
    let mut text = format!("| | {} |\n|---|{}\n", names.join(" | "), "--:|".repeat(names.len()));
    // With instructions, the memory would be that of Valgrind.
    let cell = |cost: Cost| {
        let peak = if options.counts_instructions() { String::new() } else { format!(" ({:.0})", cost.peak) };
        format!("{:.2}{peak}", cost.time / 1000.0)
    };
    for (side, crates) in [("vox", Crate::VOX), ("serde", Crate::SERDE)] {
        for library in crates {
            row(&mut text, &format!("`{}`", library.package), options, |mode| {
                costs.get(&library, mode).map(cell)
            });
        }
        row(&mut text, &format!("**{side}**"), options, |mode| costs.sum(&crates, mode).map(cell));
    }
    row(&mut text, "vox as a fraction of serde", options, |mode| {
        fraction(costs, mode).map(|fraction| format!("**{fraction:.2}**"))
    });
    text
}

fn row(text: &mut String, name: &str, options: &Options, cell: impl Fn(Mode) -> Option<String>) {
    let cells = options.modes.iter().map(|mode| cell(*mode).unwrap_or_else(|| "-".to_owned()));
    let _ = writeln!(text, "| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
}

/// The time of vox as a fraction of serde's.
fn fraction(costs: &Costs<Crate>, mode: Mode) -> Option<f64> {
    let time = |crates: [Crate; 3]| costs.sum(&crates, mode).map(|cost| cost.time);
    ratio(time(Crate::VOX), time(Crate::SERDE))
}

/// The time of each client per method.
fn clients(measured: &Measurements) -> String {
    let mut text = String::from(
        "Milliseconds of CPU time per method: the time of the crate with the features for all methods, divided by the\nnumber of its methods. Without users, so most generic code is not counted.\n\n",
    );
    let modes = clients::MODES.map(|mode| mode.to_string()).join(" | ");
    let _ = writeln!(text, "| | methods | {modes} | a method is |\n|---|--:|--:|--:|---|");
    let of_ours = measured.declarations.methods().count();
    let ours = u32::try_from(of_ours).map_or(f64::NAN, f64::from);
    for (name, crates, method) in [
        ("`vox-accounts` and `vox-api`", &Crate::VOX[..2], "a struct with `VoxMethod`"),
        ("the same types with serde's derives", &Crate::SERDE[..2], "the same struct"),
    ] {
        let times = clients::MODES.map(|mode| measured.crates.sum(crates, mode).map(|cost| cost.time / ours));
        client_row(&mut text, name, &of_ours.to_string(), times, method);
    }
    for client in &measured.clients {
        match client {
            Ok(client) => {
                let Client { measured: library, version, method, .. } = client.client;
                let time =
                    |mode| client.costs.get(&library, mode).map(|cost| cost.time / f64::from(client.methods));
                let name = format!("`{}` {version}", library.package);
                client_row(&mut text, &name, &client.methods.to_string(), clients::MODES.map(time), method);
            }
            Err(error) => {
                eprintln!("{error}");
                let first = error.lines().next().unwrap_or_default();
                let _ = writeln!(text, "| not measured: {} | - | - | - | - |", first.replace('|', "/"));
            }
        }
    }
    text
}

fn client_row(text: &mut String, name: &str, methods: &str, times: [Option<f64>; 2], method: &str) {
    let times = times.map(|time| time.map_or_else(|| "-".to_owned(), |time| format!("{time:.1}")));
    let _ = writeln!(text, "| {name} | {methods} | {} | {method} |", times.join(" | "));
}

/// What a section costs.
struct SectionRow<'a> {
    name: &'a str,
    methods: usize,
    /// The fields and variants of its types.
    fields: usize,
    /// The number of its types with serde's derives, which cost more than vox's.
    of_serde: usize,
    /// Milliseconds of CPU time of a check, without those of a check without sections.
    time: f64,
    /// The time that the section may take: the part of all sections' time that its methods are of all methods.
    share: f64,
}

impl SectionRow<'_> {
    fn exceeds(&self) -> bool {
        self.time > self.share
    }
}

/// The sections, if they were measured.
fn sections(measured: &Measurements) -> Option<Vec<SectionRow<'_>>> {
    let empty = measured.sections.get(&None, Mode::Check)?.time;
    let whole = measured.crates.sum(&[Crate::VOX_ACCOUNTS, Crate::VOX_API], Mode::Check)?.time - empty;
    let all = measured.declarations.methods().count();
    let rows = measured.declarations.with_methods().map(|(name, section)| {
        let methods = section.methods().count();
        let time = measured.sections.get(&Some(name.to_owned()), Mode::Check)?.time - empty;
        Some(SectionRow {
            name,
            methods,
            fields: section.fields(),
            of_serde: section.types.iter().filter(|declared| declared.kind == Kind::Json).count(),
            time,
            share: whole * part(methods, all),
        })
    });
    rows.collect()
}

/// A part of a whole.
fn part(part: usize, whole: usize) -> f64 {
    let float = |number: usize| u32::try_from(number).map_or(f64::NAN, f64::from);
    float(part) / float(whole)
}

fn section_table(measured: &Measurements, rows: &[SectionRow<'_>]) -> String {
    let methods: usize = rows.iter().map(|row| row.methods).sum();
    let fields: usize = rows.iter().map(|row| row.fields).sum();
    let mean = part(fields, methods);
    let empty = measured.sections.get(&None, Mode::Check).map_or(f64::NAN, |cost| cost.time);
    let mut text = format!(
        "A check of `vox-api` with one section, minus one without sections ({empty:.0} ms), in milliseconds of CPU time. The share
of a section with n methods is n/{methods} of all sections' time. The fields are those of all structs, and the variants of
all enums, per method. The mean is {mean:.1}.

| section | methods | fields per method | check | share | |
|---|--:|--:|--:|--:|---|
"
    );
    for row in rows {
        let per_method = part(row.fields, row.methods);
        let note = if row.exceeds() { reason(row, per_method / mean) } else { String::new() };
        let _ = writeln!(
            text,
            "| `{}` | {} | {per_method:.1} | {:.0} | {:.0} | {note} |",
            row.name, row.methods, row.time, row.share
        );
    }
    let sum: f64 = rows.iter().map(|row| row.time).sum();
    let whole: f64 = rows.iter().map(|row| row.share).sum();
    let _ = writeln!(text, "\nAll sections alone: {sum:.0} ms; together: {whole:.0} ms.");
    text
}

/// Why a section costs more than its share: mostly its methods have more fields than others.
fn reason(row: &SectionRow<'_>, size: f64) -> String {
    let mut text =
        format!("**{:.2}** of its share; {size:.2} times the mean number of fields", row.time / row.share);
    if row.name == ACCOUNTS {
        text += ", account callbacks included; rustc runs twice";
    } else if row.of_serde > 0 {
        let _ = write!(text, "; {} types with serde's derives", row.of_serde);
    }
    text
}

fn goals(measured: &Measurements, options: &Options) -> String {
    let mut text = String::new();
    for (mode, limit) in GOALS {
        if options.modes.contains(&mode) {
            let found = fraction(&measured.crates, mode);
            let _ = writeln!(text, "- {mode}: at most {limit} of serde's time: {}", judge(found, limit));
        }
    }
    if let Some(rows) = sections(measured) {
        let above: Vec<_> =
            rows.iter().filter(|row| row.exceeds()).map(|row| format!("`{}`", row.name)).collect();
        let outcome = if above.is_empty() {
            "**met**".to_owned()
        } else {
            format!("**missed** by {} of {}: {}", above.len(), rows.len(), above.join(", "))
        };
        let _ = writeln!(text, "- check: a section costs at most its methods' share of the whole: {outcome}");
    }
    if let Some(documentation) = measured.documentation {
        let _ = writeln!(
            text,
            "- documentation: at most {DOCUMENTATION:.0} s: {}",
            judge(Some(documentation.wall), DOCUMENTATION)
        );
    }
    text
}
