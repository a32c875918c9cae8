//! Why an answer does not decode, in words that hold no value of the answer.

use super::json_path::About;

/// The decoder's reason without values, and what it is about.
pub(super) fn of(error: &serde_json::Error) -> (String, About) {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    if is_missing_field(message) {
        return (message.to_owned(), About::Whole);
    }
    let about = if message.starts_with("invalid length") {
        About::Whole
    } else if message.ends_with("found a list or an object") {
        About::Nested
    } else {
        About::LastMember
    };
    (without_values(message), about)
}

/// Whether this is about a field that is not there: its name is the declaration's, not the answer's.
fn is_missing_field(message: &str) -> bool {
    let ours = message.strip_prefix("the field `").and_then(|rest| rest.strip_suffix("` is missing"));
    let name =
        ours.or_else(|| message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')));
    name.is_some_and(|name| !name.contains(['`', '"']))
}

/// Drops what stands between quotes or backticks, as that is how values appear: ``string "hunter2"``, ``integer `7` ``.
///
/// What follows `, expected ` is the declaration's own text and stays.
fn without_values(message: &str) -> String {
    let mut kept = String::new();
    let mut rest = message;
    loop {
        let quote = rest.find(['"', '`']);
        let declared = rest.find(", expected ");
        match (quote, declared) {
            (Some(at), declared) if declared.is_none_or(|declared| at < declared) => {
                kept.push_str(rest[..at].trim_end());
                rest = after_quoted(&rest[at..]);
            }
            _ => {
                kept.push_str(rest);
                return kept;
            }
        }
    }
}

/// What follows the quoted piece at the beginning; nothing where it does not end.
fn after_quoted(text: &str) -> &str {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, character)) = characters.next() {
        if Some(character) == quote {
            return &text[at + character.len_utf8()..];
        }
        // A text is shown with its quotes escaped.
        if character == '\\' && quote == Some('"') {
            characters.next();
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason<T: serde::de::DeserializeOwned>(json: &str) -> (String, About) {
        of(&serde_json::from_str::<T>(json).err().expect("must not decode"))
    }

    #[test]
    fn values_are_dropped() {
        assert_eq!(reason::<u64>(r#""hunter2""#).0, "invalid type: string, expected u64");
        assert_eq!(reason::<u64>(r#""hun\", expected ter2""#).0, "invalid type: string, expected u64");
        assert_eq!(reason::<u8>("4711").0, "invalid value: integer, expected u8");
        assert_eq!(reason::<u8>("-1.5").0, "invalid type: floating point, expected u8");
        assert_eq!(reason::<String>("[1]").0, "invalid type: sequence, expected a string");
        assert_eq!(
            without_values("unknown variant `hunter2`, expected one of `a`, `b`"),
            "unknown variant, expected one of `a`, `b`"
        );
        assert_eq!(without_values("odd: character ```, expected x"), "odd: character");
        assert_eq!(without_values("bad \"hunter2"), "bad");
    }

    #[test]
    fn names_of_missing_fields_stay() {
        for message in ["missing field `created`", "the field `created` is missing"] {
            let error = <serde_json::Error as serde::de::Error>::custom(message);
            assert_eq!(of(&error), (message.to_owned(), About::Whole));
        }
        assert!(!is_missing_field("missing field `a`, or `hunter2`"));
    }
}
