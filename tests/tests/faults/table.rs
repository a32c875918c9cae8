//! The table of the outcomes of all faults, for operators.

use std::fmt::Write as _;
use std::path::Path;

use vox_accounts::vox_core::meta::Kind;

use crate::Row;
use crate::catalogue::Wait;
use crate::outcome::{Outcome, Persistence};

/// Compares the table with the documentation, or writes it there.
pub(crate) fn compare(rows: &[Row]) {
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
        "vox-core/docs/faults.md is outdated; `UPDATE_DOCS=1 cargo test -p vox-tests --test faults` renews it. \
         First difference: {differing:#?}"
    );
}

const HEAD: &str = "\
The outcome of a call for each fault: whether it succeeds, and whether money is spent.

A test generates these tables. Its server misbehaves on purpose, over real sockets. The test calls one method that reads
(`GetAccountInfo`) and one that spends money (`ChargeAccount`), with at most three attempts each.

- \"Arrived\" counts the requests that the server received completely.
- In each row the fault persists. \"A response if it passes\" means that the next attempt succeeds once the fault is over.
- **Money is never spent twice**: a method that spends is retried only if it is certain that the attempt before had no effect.
- The effect is that of [`Error::effect`](crate::Error::effect). After `Unknown`, check the account before you retry. The
  parentheses say whether the test's server spent money.
";

const OUTCOMES: &str = "\
| fault | method that reads | method that spends | effect (did the server spend money?) | duration |
|---|---|---|---|---|
";

const TEXTS: &str = "
## The messages of the errors

The errors of the method that spends, with a fault that persists. `effect` and `is_retryable` are functions of [`Error`](crate::Error).

| fault | kind | `effect` | `is_retryable` | message |
|---|---|---|---|---|
";

fn document(rows: &[Row]) -> String {
    let mut text = HEAD.to_owned();
    let mut group = "";
    for row in rows {
        if row.fault.group != group {
            group = row.fault.group;
            write!(text, "\n## {group}\n\n{OUTCOMES}").unwrap();
        }
        let money = money(row.outcome(Kind::Write, Persistence::Always).unwrap());
        let (read, write) = (cell(row, Kind::Read), cell(row, Kind::Write));
        writeln!(text, "| {} | {read} | {write} | {money} | {} |", row.fault.name, duration(row)).unwrap();
    }
    text += TEXTS;
    for row in rows {
        if let Some(error) = &row.outcome(Kind::Write, Persistence::Always).unwrap().error {
            let (effect, retryable) = (error.effect, yes(error.is_retryable));
            let message = without_times(&error.text);
            writeln!(text, "| {} | {} | {effect} | {retryable} | {message} |", row.fault.name, error.kind)
                .unwrap();
        }
    }
    text
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// The text without the parts that differ from run to run.
fn without_times(text: &str) -> String {
    let text = without(text, " attempts in ", ')');
    // Seconds until a date.
    if text.contains("to wait 863") || text.contains("to wait 86400") {
        without(&text, "to wait ", ' ')
    } else {
        text
    }
}

/// The text with dots in place of everything between `before` and `after`.
fn without(text: &str, before: &str, after: char) -> String {
    match text.split_once(before).and_then(|(start, rest)| Some((start, rest.split_once(after)?.1))) {
        Some((start, end)) => format!("{start}{before}..{after}{end}"),
        None => text.to_owned(),
    }
}

/// The outcome for one kind of method.
fn cell(row: &Row, kind: Kind) -> String {
    let always = row.outcome(kind, Persistence::Always).unwrap();
    let Some(error) = &always.error else { return format!("{}, a response", arrived(always)) };
    let passes = match row.outcome(kind, Persistence::Once) {
        Some(Outcome { error: None, .. }) => "; a response if it passes",
        _ => "",
    };
    format!("{}, {}{passes}", arrived(always), error.kind)
}

fn arrived(outcome: &Outcome) -> String {
    match (outcome.traffic.received(), outcome.attempts) {
        (0, 1) => "did not arrive".to_owned(),
        (0, attempts) => format!("did not arrive in {attempts} attempts"),
        (1, 1) => "arrived once".to_owned(),
        (arrived, attempts) if arrived == attempts as usize => format!("arrived {arrived} times"),
        (arrived, attempts) => format!("arrived {arrived} times in {attempts} attempts"),
    }
}

/// The effect that the error states, and whether the money moved by the server's count.
fn money(write: &Outcome) -> String {
    let moved = match write.traffic.processed() {
        0 => "it did not",
        1 => "it did",
        _ => "more than once",
    };
    match &write.error {
        None => format!("a success ({moved})"),
        Some(error) => format!("{} ({moved})", error.effect),
    }
}

fn duration(row: &Row) -> &'static str {
    let several = row.outcome(Kind::Read, Persistence::Always).unwrap().attempts > 1;
    match row.fault.wait {
        Wait::None => "at once",
        Wait::ConnectTimeout => "the connect timeout, each time",
        Wait::ReadTimeout if several => "the read timeout, each time",
        Wait::ReadTimeout => "the read timeout",
        Wait::Timeout => "the timeout of the whole call",
        Wait::SlowResponse => "as long as the response takes",
        Wait::RetryAfter => "the pauses that the server asks for",
    }
}
