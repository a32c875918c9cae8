//! The table of what came of every fault, for operators.

use std::fmt::Write as _;
use std::path::Path;

use vox_accounts::vox_core::Kind;

use crate::Row;
use crate::catalogue::Took;
use crate::outcome::{Lasts, Outcome, Told};

/// Compares the table with the documentation, or renews that.
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
        "vox-core/docs/faults.md is not what happens; `UPDATE_DOCS=1 cargo test -p vox-tests --test faults` renews it. \
         First difference: {differing:#?}"
    );
}

const HEAD: &str = "\
What becomes of a call, and of the money, when something goes wrong.

A test makes these tables: a server misbehaves on purpose, over real sockets, and meets one method that reads
(`GetAccountInfo`) and one that spends money (`ChargeAccount`), each allowed three attempts.

- \"Arrived\" counts the requests that reached the server whole.
- Each line is about a fault that stays. \"Answered if it passes\" stands where the next attempt succeeds once the fault
  is over.
- **The money never moves twice**: a method that spends is sent again only where the attempt before surely did nothing.
- \"Look\" means that nobody on this side can know whether it moved: the error says so. Look at the account before you
  send the request again. What the test's server had really done stands in brackets.
";

const OUTCOMES: &str = "\
| what goes wrong | a method that reads | a method that spends | did the money move? | how long it takes |
|---|---|---|---|---|
";

const TEXTS: &str = "
## What the errors say

Those of the method that spends, where the fault stays. `was_sent` and `is_retryable` are what
[`Error`](crate::Error) answers to these questions.

| what goes wrong | error | `was_sent` | `is_retryable` | text |
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

/// The text without what differs from run to run.
fn without_times(text: &str) -> String {
    let text = without(text, " attempts in ", ')');
    // Seconds until a date.
    if text.contains("to wait 863") || text.contains("to wait 86400") {
        without(&text, "to wait ", ' ')
    } else {
        text
    }
}

/// The text with dots between this and the next such character.
fn without(text: &str, before: &str, after: char) -> String {
    match text.split_once(before).and_then(|(start, rest)| Some((start, rest.split_once(after)?.1))) {
        Some((start, end)) => format!("{start}{before}..{after}{end}"),
        None => text.to_owned(),
    }
}

/// What came of one kind of method.
fn cell(row: &Row, kind: Kind) -> String {
    let always = row.outcome(kind, Lasts::Always).unwrap();
    let Some(told) = &always.error else { return format!("{}, answered", arrived(always)) };
    let passes = match row.outcome(kind, Lasts::Once) {
        Some(Outcome { error: None, .. }) => "; answered if it passes",
        _ => "",
    };
    format!("{}, `{}`{passes}", arrived(always), told.variant)
}

fn arrived(outcome: &Outcome) -> String {
    match (outcome.seen.received(), outcome.attempts) {
        (0, 1) => "did not arrive".to_owned(),
        (0, tries) => format!("did not arrive in {tries} tries"),
        (1, 1) => "arrived once".to_owned(),
        (arrived, tries) if arrived == tries as usize => format!("arrived {arrived} times"),
        (arrived, tries) => format!("arrived {arrived} times in {tries} tries"),
    }
}

/// Whether the money moved, as the caller is told, and as it was.
fn money(write: &Outcome) -> &'static str {
    let moved = write.seen.processed() > 0;
    match &write.error {
        None => "yes, once",
        Some(Told { was_sent: false, .. }) => "no: nothing was sent",
        Some(Told { variant: "Decode", .. }) => "yes, once: the error says so",
        Some(told) if told.warns() && moved => "look (it had moved)",
        Some(told) if told.warns() => "look (it had not moved)",
        Some(Told { variant: "Api", .. }) => "no: the API refused the request",
        Some(Told { status: Some(429), .. }) => "no: refused for the rate",
        Some(Told { status: Some(300..=399), .. }) => "no: redirects are not followed",
        Some(_) => "no: the address is wrong",
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
        Took::SlowAnswer => "as long as the answer takes",
        Took::AsAsked => "the pauses that the server asks for",
    }
}
