//! CSV files with tasks.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Time;
use serde_json::{Map, Value};
use vox_core::File;

use crate::errors::ApiError;
use crate::state::resources::call_list::Hours;

const INVALID_FILE: ApiError = ApiError::new(250, "Invalid CSV file");

const FROM: &str = "__start_execution_time";
const UNTIL: &str = "__end_execution_time";
const START_AT: &str = "__start_at";
const UUID: &str = "__task_uuid";
const MAX_UUID: usize = 40;
/// How much custom data the tasks of a file have at most, in bytes. Each task repeats the names of the columns, so that a
/// small file could fill the memory.
const MAX_CUSTOM_DATA: usize = 32 << 20;
/// How many different hours the tasks of a file have at most. The time that planning takes grows with their number.
const MAX_HOURS: usize = 1000;

/// A task of a file.
#[derive(Debug, PartialEq)]
pub(super) struct NewTask {
    pub(super) uuid: Option<String>,
    /// The other columns, as a JSON object.
    pub(super) custom_data: String,
    /// The earliest time of its phone call, in seconds since 1970.
    pub(super) not_before: Option<i64>,
    pub(super) hours: Hours,
}

/// How a file is written.
pub(super) struct Format {
    delimiter: u8,
    quote: u8,
    escape: Option<u8>,
}

impl Format {
    pub(super) fn new(
        encoding: Option<&str>,
        delimiter: Option<&str>,
        quote: Option<&str>,
        escape: Option<&str>,
    ) -> Result<Self, ApiError> {
        check_encoding(encoding)?;
        let escape = escape.map(|text| character("escape", text)).transpose()?;
        Ok(Self {
            delimiter: character("delimiter", delimiter.unwrap_or(";"))?,
            quote: character("quote", quote.unwrap_or("\""))?,
            escape,
        })
    }
}

/// The only encoding is UTF-8.
pub(super) fn check_encoding(encoding: Option<&str>) -> Result<(), ApiError> {
    let is_utf8 = |name: &str| ["utf-8", "utf8"].iter().any(|known| name.eq_ignore_ascii_case(known));
    if encoding.is_none_or(is_utf8) { Ok(()) } else { Err(ApiError::invalid_param(496, "encoding")) }
}

/// A character with a special meaning in the file: one of ASCII, but no line end.
pub(super) fn character(param: &str, text: &str) -> Result<u8, ApiError> {
    match text.as_bytes() {
        [byte] if byte.is_ascii() && !matches!(byte, b'\n' | b'\r') => Ok(*byte),
        _ => Err(ApiError::invalid_param(496, param)),
    }
}

/// The tasks of a file: at least one. The first line has the names of the columns.
pub(super) fn read(file: &File, format: &Format) -> Result<Vec<NewTask>, ApiError> {
    let text = file.text().ok_or_else(|| invalid("it is not UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(format.delimiter)
        .quote(format.quote)
        .escape(format.escape)
        .from_reader(text.as_bytes());
    let names = reader.headers().map_err(|error| invalid(&error.to_string()))?.clone();
    check_names(&names)?;
    let mut uuids = HashSet::new();
    let mut tasks = Vec::new();
    let mut bytes = 0;
    let mut hours = HashSet::new();
    for (index, values) in reader.records().enumerate() {
        let values = values.map_err(|error| invalid(&error.to_string()))?;
        let task = task(names.iter().zip(&values)).map_err(|column| invalid_value(index, column))?;
        if task.uuid.as_ref().is_some_and(|uuid| !uuids.insert(uuid.clone())) {
            return Err(invalid_value(index, UUID));
        }
        bytes += task.custom_data.len();
        if bytes > MAX_CUSTOM_DATA {
            return Err(invalid("the tasks have too much custom data"));
        }
        hours.insert(task.hours);
        if hours.len() > MAX_HOURS {
            return Err(invalid("the tasks have too many different hours"));
        }
        tasks.push(task);
    }
    if tasks.is_empty() { Err(invalid("it has no tasks")) } else { Ok(tasks) }
}

/// Rejects columns without a name, and several with the same.
fn check_names(names: &csv::StringRecord) -> Result<(), ApiError> {
    let mut known = HashSet::new();
    if names.iter().all(|name| !name.is_empty() && known.insert(name)) {
        Ok(())
    } else {
        Err(invalid("each column needs another name"))
    }
}

/// A task, or the name of the column with an invalid value.
fn task<'f>(cells: impl Iterator<Item = (&'f str, &'f str)>) -> Result<NewTask, &'static str> {
    let mut custom_data = Map::new();
    let mut task = NewTask { uuid: None, custom_data: String::new(), not_before: None, hours: Hours::ALL };
    for (name, value) in cells {
        match name {
            FROM | UNTIL | START_AT | UUID if value.is_empty() => {}
            FROM => task.hours.from = time_of_day(value).ok_or(FROM)?,
            UNTIL => task.hours.until = time_of_day(value).ok_or(UNTIL)?,
            START_AT => task.not_before = Some(unix_time(value).ok_or(START_AT)?),
            UUID => task.uuid = Some(uuid(value).ok_or(UUID)?),
            _ => {
                custom_data.insert(name.to_owned(), value.into());
            }
        }
    }
    task.custom_data = Value::Object(custom_data).to_string();
    Ok(task)
}

fn time_of_day(text: &str) -> Option<Time> {
    Time::strptime("%H:%M:%S", text).ok()
}

fn unix_time(text: &str) -> Option<i64> {
    Some(Timestamp::from_second(text.parse().ok()?).ok()?.as_second())
}

fn uuid(text: &str) -> Option<String> {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b':';
    (text.len() <= MAX_UUID && text.bytes().all(is_allowed)).then(|| text.to_owned())
}

fn invalid(reason: &str) -> ApiError {
    INVALID_FILE.with_hint(&format!(": {reason}"))
}

/// The values of a file belong to people, so the message has none.
fn invalid_value(task: usize, column: &str) -> ApiError {
    invalid(&format!("task {} has an invalid '{column}'", task + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Format {
        Format::new(None, None, None, None).unwrap()
    }

    fn read_text(text: &str) -> Result<Vec<NewTask>, String> {
        read(&File::from(text), &plain()).map_err(|error| {
            assert_eq!(error.code, 250);
            error.message.into_owned()
        })
    }

    fn custom_data(tasks: &[NewTask]) -> Vec<&str> {
        tasks.iter().map(|task| task.custom_data.as_str()).collect()
    }

    #[test]
    fn columns_become_custom_data() {
        let text =
            "\u{feff}phone_number;first_name\r\n+1650;Ann\r\n\r\n\"+1\n651\";\"Bob \"\"B\"\"; jr.\"\r\n";
        let expected = [
            r#"{"first_name":"Ann","phone_number":"+1650"}"#,
            r#"{"first_name":"Bob \"B\"; jr.","phone_number":"+1\n651"}"#,
        ];
        assert_eq!(custom_data(&read_text(text).unwrap()), expected);
    }

    #[test]
    fn the_characters_of_the_format_can_be_chosen() {
        let format = Format::new(Some("UTF8"), Some(","), Some("'"), Some("\\")).unwrap();
        let tasks = read(&File::from("a,b\n'x,\\'y\\'',\"z\n"), &format).unwrap();
        assert_eq!(custom_data(&tasks), [r#"{"a":"x,'y'","b":"\"z"}"#]);
        let code = |encoding, delimiter, quote, escape| {
            Format::new(encoding, delimiter, quote, escape).map_err(|error| error.message.into_owned()).err()
        };
        let invalid = |name| Some(format!("The '{name}' parameter is invalid"));
        assert_eq!(code(Some("windows-1251"), None, None, None), invalid("encoding"));
        for text in ["", "ab", "ж", "\n"] {
            assert_eq!(code(None, Some(text), None, None), invalid("delimiter"));
            assert_eq!(code(None, None, Some(text), None), invalid("quote"));
            assert_eq!(code(None, None, None, Some(text)), invalid("escape"));
        }
    }

    #[test]
    fn some_columns_control_the_task() {
        let text = "phone;__start_execution_time;__end_execution_time;__start_at;__task_uuid\n\
                    1;09:00:00;17:30:00;1769882700;ann-1:a\n2;;;;\n";
        let tasks = read_text(text).unwrap();
        let hours = Hours { from: Time::constant(9, 0, 0, 0), until: Time::constant(17, 30, 0, 0) };
        let expected = [
            (Some("ann-1:a"), r#"{"phone":"1"}"#, Some(1_769_882_700), hours),
            (None, r#"{"phone":"2"}"#, None, Hours::ALL),
        ];
        let found = tasks
            .iter()
            .map(|task| (task.uuid.as_deref(), task.custom_data.as_str(), task.not_before, task.hours));
        assert!(found.eq(expected));
    }

    #[test]
    fn invalid_files_are_rejected_with_the_reason() {
        let long = format!("__task_uuid\n{}\n", "a".repeat(41));
        for (text, reason) in [
            ("", "it has no tasks"),
            ("a;b\n", "it has no tasks"),
            ("a;a\n1;2\n", "each column needs another name"),
            ("a;\n1;2\n", "each column needs another name"),
            ("a;__start_at\n1;soon\n", "task 1 has an invalid '__start_at'"),
            ("a;__start_at\n1;9223372036854775807\n", "task 1 has an invalid '__start_at'"),
            ("__end_execution_time\n10:00:00\n25:00:00\n", "task 2 has an invalid '__end_execution_time'"),
            ("__start_execution_time\n10\n", "task 1 has an invalid '__start_execution_time'"),
            ("__task_uuid\na_b\n", "task 1 has an invalid '__task_uuid'"),
            ("__task_uuid\na\nb\na\n", "task 3 has an invalid '__task_uuid'"),
            (&long, "task 1 has an invalid '__task_uuid'"),
        ] {
            assert_eq!(read_text(text), Err(format!("Invalid CSV file: {reason}")), "{text}");
        }
        let uneven = read_text("a;b\n1;2\n+165012345\n").unwrap_err();
        assert!(uneven.contains("line: 3") && !uneven.contains("165012345"), "{uneven}");
        let bytes = File::new(vec![b'a', b'\n', 0xff]);
        assert_eq!(read(&bytes, &plain()).unwrap_err().message, "Invalid CSV file: it is not UTF-8");
    }

    #[test]
    fn a_small_file_with_too_much_in_it_is_rejected() {
        let count = |text: String| read_text(&text).map(|tasks| tasks.len());
        let invalid = |reason| Err(format!("Invalid CSV file: {reason}"));
        let long_name = |rows| format!("{}\n{}", "a".repeat(500_000), "1\n".repeat(rows));
        assert_eq!(count(long_name(60)), Ok(60));
        assert_eq!(count(long_name(100_000)), invalid("the tasks have too much custom data"));
        let hours = |different: usize| {
            let time = |second| format!("00:{:02}:{:02}\n", second / 60, second % 60);
            format!("{FROM}\n{}", (0..different).map(time).collect::<String>().repeat(2))
        };
        assert_eq!(count(hours(MAX_HOURS)), Ok(2 * MAX_HOURS));
        assert_eq!(count(hours(MAX_HOURS + 1)), invalid("the tasks have too many different hours"));
    }
}
