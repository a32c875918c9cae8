//! The table of what came of every fault, for operators.

use std::fmt::Write as _;
use std::path::Path;

use vox_accounts::vox_core::Kind;

use crate::Row;
use crate::catalogue::Took;
use crate::outcome::{Lasts, Outcome, Told};

/// Compares the table with the documentation, or renews that.
pub fn compare(rows: &[Row]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vox-core/docs/faults.md");
    let table = document(rows);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        return std::fs::write(&path, table).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = table.lines().zip(known.lines()).find(|(found, known)| found != known);
    assert!(
        table == known,
        "vox-core/docs/faults.md is not what happens; `UPDATE_DOCS=1 cargo test -p vox-tests --test faults` renews it. \
         First difference: {differing:#?}"
    );
}

const HEAD: &str = "\
How a call ends when something goes wrong: measured by a test, with a server that misbehaves on purpose. Each fault meets
a method that reads (`GetAccountInfo`) and one that spends money (`ChargeAccount`), with three attempts allowed. Where the
fault passes after one attempt and where it stays differ, both are told.

\"Sent\" counts the requests that arrived at the server. The money never moves twice: what may have been carried out is
not sent again.

| what goes wrong | a method that reads | a method that spends | did the money move? | how long it takes |
|---|---|---|---|---|
";

const TEXTS: &str = "
What the errors of the method that spends say, where the fault stays:

| what goes wrong | error | `was_sent` | `is_retryable` | text |
|---|---|---|---|---|
";

fn document(rows: &[Row]) -> String {
    let mut text = HEAD.to_owned();
    for row in rows {
        let money = money(row.outcome(Kind::Write, Lasts::Always).unwrap());
        let (read, write) = (cell(row, Kind::Read), cell(row, Kind::Write));
        writeln!(text, "| {} | {read} | {write} | {money} | {} |", row.fault.name, took(row)).unwrap();
    }
    text += TEXTS;
    for row in rows {
        if let Some(told) = &row.outcome(Kind::Write, Lasts::Always).unwrap().error {
            let (sent, retryable) = (yes(told.was_sent), yes(told.is_retryable));
            let said = without_times(&told.text);
            writeln!(text, "| {} | `{}` | {sent} | {retryable} | {said} |", row.fault.name, told.variant)
                .unwrap();
        }
    }
    text
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// The text without the time that it took.
fn without_times(text: &str) -> String {
    match text.split_once(" attempts in ").and_then(|(before, rest)| Some((before, rest.split_once(')')?.1)))
    {
        Some((before, after)) => format!("{before} attempts in ..){after}"),
        None => text.to_owned(),
    }
}

/// What came of one kind of method.
fn cell(row: &Row, kind: Kind) -> String {
    let always = said(row.outcome(kind, Lasts::Always).unwrap());
    match row.outcome(kind, Lasts::Once).map(said) {
        Some(once) if once != always => format!("if it passes: {once}; if it stays: {always}"),
        _ => always,
    }
}

fn said(outcome: &Outcome) -> String {
    let sent = match (outcome.seen.received(), outcome.attempts) {
        (0, 1) => "not sent".to_owned(),
        (0, attempts) => format!("not sent, tried {attempts} times"),
        (1, 1) => "sent once".to_owned(),
        (sent, attempts) if sent == attempts as usize => format!("sent {sent} times"),
        (1, attempts) => format!("sent once, tried {attempts} times"),
        (sent, attempts) => format!("sent {sent} times, tried {attempts} times"),
    };
    match &outcome.error {
        None => format!("{sent}, **answered**"),
        Some(told) => format!("{sent}, `{}`", told.variant),
    }
}

/// Whether the money moved, as the caller is told, and as it was.
fn money(write: &Outcome) -> &'static str {
    let moved = write.seen.processed() > 0;
    match &write.error {
        None => "yes, once",
        Some(Told { was_sent: false, .. }) => "no: nothing was sent",
        Some(told) if told.variant == "Decode" => "yes, once: the error says so",
        Some(told) if told.warns() && moved => "look: it may have (here it did)",
        Some(told) if told.warns() => "look: it may have (here it did not)",
        Some(told) if told.variant == "Api" => "no: the API refused it",
        Some(_) => "no: the answer says that it was not for the API, or not now",
    }
}

fn took(row: &Row) -> &'static str {
    let several = row.outcome(Kind::Read, Lasts::Always).unwrap().attempts > 1;
    match row.fault.took {
        Took::AtOnce => "at once",
        Took::ConnectTimeout => "the connect timeout, each time",
        Took::ReadTimeout if several => "the read timeout, each time",
        Took::ReadTimeout => "the read timeout",
        Took::Timeout => "the timeout of the whole call",
        Took::AsAsked => "the pauses that the server asks for",
    }
}
