//! Cases of names.

/// `ParentAuth` to `parent_auth`, `APIKey` to `api_key`.
pub(crate) fn snake_case(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (index, character) in characters.iter().enumerate() {
        if begins_word(&characters, index) && !snake.ends_with('_') && !snake.is_empty() {
            snake.push('_');
        }
        if character.is_ascii_alphanumeric() || *character == '_' {
            snake.extend(character.to_lowercase());
        } else if !snake.ends_with('_') && !snake.is_empty() {
            snake.push('_');
        }
    }
    snake.trim_end_matches('_').to_owned()
}

/// Whether a word of a camel-case name starts at this index.
fn begins_word(characters: &[char], index: usize) -> bool {
    if !characters[index].is_uppercase() || index == 0 {
        return false;
    }
    let after_lower = !characters[index - 1].is_uppercase();
    let before_lower = characters.get(index + 1).is_some_and(|next| next.is_lowercase());
    after_lower || before_lower
}

/// `add_account` to `AddAccount`.
pub(crate) fn camel_case(name: &str) -> String {
    let words = name.split(|character: char| !character.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// Lower-case letters, digits and underscores, beginning with a letter.
pub(crate) fn is_snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Letters and digits, beginning with a capital.
pub(crate) fn is_camel_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The prefix of the methods of `SmartQueue`: the only names with an underscore.
const METHOD_PREFIX: &str = "SQ_";

/// A method's name: camel case, with or without the prefix.
pub(crate) fn is_method_name(name: &str) -> bool {
    is_camel_case(name.strip_prefix(METHOD_PREFIX).unwrap_or(name))
}

/// The method's name that another spelling of it stands for: `add_account` to `AddAccount`, `sq_add_queue` and
/// `SqAddQueue` to `SQ_AddQueue`.
pub(crate) fn method_name(name: &str) -> String {
    let camel_case = camel_case(name);
    let prefix = camel_case.get(..2).filter(|prefix| prefix.eq_ignore_ascii_case("sq"));
    match prefix.and_then(|prefix| camel_case.strip_prefix(prefix)) {
        Some(rest) if is_camel_case(rest) => format!("{METHOD_PREFIX}{rest}"),
        _ => camel_case,
    }
}

/// How the values of a string enum follow from the names of its variants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Case {
    /// `two_words`
    Snake,
    /// `TWO_WORDS`
    #[default]
    ScreamingSnake,
    /// `twowords`
    Lower,
    /// `TWOWORDS`
    Upper,
}

impl Case {
    /// The cases by their names in an attribute.
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("snake_case", Self::Snake),
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("lowercase", Self::Lower),
        ("UPPERCASE", Self::Upper),
    ];

    /// The value of a variant.
    pub(crate) fn apply(self, variant: &str) -> String {
        match self {
            Self::Snake => snake_case(variant),
            Self::ScreamingSnake => snake_case(variant).to_uppercase(),
            Self::Lower => variant.to_lowercase(),
            Self::Upper => variant.to_uppercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, camel_case, is_camel_case, is_method_name, is_snake_case, method_name, snake_case};

    #[test]
    fn camel_case_becomes_snake_case() {
        for (camel, snake) in [
            ("Id", "id"),
            ("ParentAuth", "parent_auth"),
            ("APIKey", "api_key"),
            ("A2B", "a2_b"),
            ("getX", "get_x"),
        ] {
            assert_eq!(snake_case(camel), snake);
        }
    }

    #[test]
    fn names_are_checked_and_converted() {
        assert!(is_snake_case("a_b2") && !is_snake_case("aB") && !is_snake_case("2a") && !is_snake_case(""));
        assert!(
            is_camel_case("GetX2") && !is_camel_case("getX") && !is_camel_case("Get_X") && !is_camel_case("")
        );
        assert_eq!(camel_case("add_account"), "AddAccount");
    }

    #[test]
    fn every_method_of_the_api_has_a_valid_name() {
        let names: Vec<&str> = include_str!("../../tests/data/method_names.txt").lines().collect();
        assert_eq!(names.len(), 201);
        for name in names {
            assert!(is_method_name(name), "{name}");
            assert_eq!(method_name(name), name);
        }
    }

    #[test]
    fn other_spellings_become_names_of_methods() {
        for (spelling, name) in [
            ("add_account", "AddAccount"),
            ("SqAddQueue", "SQ_AddQueue"),
            ("SQAddQueue", "SQ_AddQueue"),
            ("sq_add_queue", "SQ_AddQueue"),
            ("SQ_add_queue", "SQ_AddQueue"),
            ("Squash", "Squash"),
        ] {
            assert_eq!(method_name(spelling), name, "{spelling}");
        }
        for name in ["sq_AddQueue", "Add_Account", "SQ_", "SQ_addQueue", "AddAccount_", "_AddAccount", ""] {
            assert!(!is_method_name(name), "{name}");
        }
    }

    #[test]
    fn cases_apply_to_variants() {
        for ((name, case), value) in Case::ALL.iter().zip(["in_use", "IN_USE", "inuse", "INUSE"]) {
            assert_eq!(case.apply("InUse"), value, "{name}");
        }
    }
}
