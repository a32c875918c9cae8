//! `#[param(..)]` on the fields of a method.

use super::{assert_mistakes, mistakes};
use crate::derive::METHOD;

/// A method with these fields.
fn fields(fields: &str, expected: &[&str]) {
    let source = format!("#[vox_method(name = \"A\", response = R, kind = read)] struct A {{ {fields} }}");
    assert_mistakes(&mistakes(&source, &METHOD), expected);
}

/// A field of this type under this attribute.
fn param(content: &str, ty: &str, expected: &[&str]) {
    fields(&format!("#[param({content})] field: {ty}"), expected);
}

#[test]
fn right_parameters_are_right() {
    fields(
        "a: u64, r#type: Option<String>, #[param(one_of)] b: Option<Parent>, #[param(one_of)] c: Parent",
        &[],
    );
    param("min_len = 5, max_len = 20, pattern = \"[a-z]+\", check = rules::X", "Option<String>", &[]);
    param("min = -0.5, max = 100, default = 20", "Option<Decimal>", &[]);
    param("min_items = 1, max_items = 50, default = \"all\"", "Option<IdList>", &[]);
    param("name = \"wire\", default_text = \"The date\", secret = true", "Option<Secret>", &[]);
    param("min_len = 2, default = \"en\"", "Option<Language>", &[]);
}

#[test]
fn all_mistakes_are_reported_in_one_run() {
    fields(
        "#[param(min_len = \"a\")] a: String, #[param] b: u64, #[param(min = 5u8)] c: i64, #[param(patern = \"x\")] d: String",
        &[
            "\"a\" => expected a whole number, not negative, as in `min_len = 8`; found the string `\"a\"`",
            "param => `#[param]` has no keys: remove it, or write keys in parentheses, as in `#[param(max_len = 20)]`",
            "5u8 => expected a number in plain digits, as in `min = 5`; found the number `5u8`, which has a suffix",
            "patern => unknown key `patern` in `#[param(..)]`: did you mean `pattern`?",
        ],
    );
}

#[test]
fn attributes_without_keys_are_rejected() {
    param("", "u64", &["param() => `#[param]` has no keys: .."]);
    fields("#[param = 5] a: u64", &["param = 5 => expected parentheses: `#[param(max_len = 20)]`"]);
    fields("#[param[one_of]] a: X", &["param[one_of] => expected parentheses: `#[param(max_len = 20)]`"]);
    param("\"x\"", "u64", &["\"x\" => expected keys, as in `max_len = 20`; found `\"x\"`"]);
}

#[test]
fn values_of_another_kind_are_rejected() {
    param("min =", "u64", &["min = => expected a number in plain digits, as in `min = 0.5`; found nothing"]);
    param(
        "min_len = -1",
        "String",
        &["-1 => expected a whole number, not negative, as in `min_len = 8`; found the number `-1`"],
    );
    param(
        "max = 1e3",
        "u64",
        &["1e3 => expected a number in plain digits, as in `max = 0.5`; found the number `1e3`"],
    );
    param(
        "secret = yes",
        "u64",
        &["yes => expected `true` or `false`, as in `secret = false`; found the identifier `yes`"],
    );
    param(
        "one_of = true",
        "X",
        &["true => `one_of` takes no value: write `one_of` alone; found `one_of = true`"],
    );
    param(
        "check = \"x\"",
        "String",
        &[
            "\"x\" => expected the path of a `Check`, as in `check = rules::EMAIL`; found the string `\"x\"`: remove the quotes",
        ],
    );
    param(
        "pattern",
        "String",
        &["pattern => expected a string in quotes, as in `pattern = \"[a-z]+\"`; found no value"],
    );
    param(
        "default = x",
        "Option<u64>",
        &[
            "x => expected a boolean, a number or a string in quotes, as in `default = \"IN_USE\"`; found the identifier `x`: ..",
        ],
    );
    param(
        "name = \"\"",
        "u64",
        &["\"\" => expected a string in quotes, as in `name = \"account_name\"`; found an empty one"],
    );
}

#[test]
fn values_that_are_nearly_right_are_shown_right() {
    param(
        "min_len = \"5\", max_len(20)",
        "String",
        &[
            "\"5\" => expected a whole number, not negative, as in `min_len = 5`; found the string `\"5\"`: remove the quotes",
            "max_len(20) => expected a whole number, not negative, as in `max_len = 20`; found `max_len(20)`",
        ],
    );
    param(
        "max_len = \"-5\"",
        "String",
        &["\"-5\" => expected a whole number, not negative, as in `max_len = 8`; found the string `\"-5\"`"],
    );
    param(
        "max_len = 99999999999999999999",
        "String",
        &[
            "99999999999999999999 => expected a whole number up to 18446744073709551615, as in `max_len = 8`; ..",
        ],
    );
    param("default = None", "Option<u64>", &["None => `None` states no default: remove `default`"]);
    param(
        "default = Some(5)",
        "Option<u64>",
        &[
            "Some(5) => expected a boolean, a number or a string in quotes, as in `default = 5`; found the call `Some(5)`",
        ],
    );
}

#[test]
fn other_signs_are_rejected_where_they_are() {
    param("max_len == 5", "String", &["== => expected `=` after `max_len`; found `==`"]);
    param("max_len => 5", "String", &["=> => expected `=` after `max_len`; found `=>`"]);
    param(", max_len = 5", "String", &[", => expected a key; found `,`: remove it"]);
    param(
        "max_len = 5,, min_len = x",
        "String",
        &[", => expected a key; ..", "x => expected a whole number, .."],
    );
    param(
        "(max_len = 5)",
        "String",
        &["(max_len = 5) => expected a key; found `(max_len = 5)`: remove the .."],
    );
    param(
        "\"max_len\" = 5",
        "String",
        &["\"max_len\" => expected a key without quotes, as in `max_len = ..`; found `\"max_len\"`"],
    );
    param(
        "max_len = {5}",
        "String",
        &["{5} => expected a whole number, not negative, as in `max_len = 8`; .."],
    );
    param("rules::max_len = 5", "String", &["rules::max_len => expected the key alone: write `max_len`; .."]);
}

#[test]
fn types_of_other_places_are_rejected_once() {
    fields("a: str", &["str => `str` has no size that is known at compile time: use `String`"]);
    fields("a: dyn Send", &["dyn Send => trait objects are not supported: use one type; found `dyn Send`"]);
    fields("a: Box<u64>", &["Box<u64> => `Box<u64>` is not supported: use `u64`"]);
    fields("a: Option<Arc<str>>", &["Arc<str> => `str` has no size .."]);
}

#[test]
fn rules_of_items_are_checked_against_the_type_of_the_items() {
    for ty in ["Vec<String>", "List<String>", "TextList", "Option<Vec<String>>", "NameList"] {
        param("max_items = 5, each(max_len = 50, pattern = \"[a-z]+\")", ty, &[]);
    }
    for ty in ["IdList", "Vec<u64>", "Option<List<i64>>"] {
        param("each(max = 50)", ty, &[]);
    }
    param(
        "each(max_len = 50)",
        "IdList",
        &[
            "max_len => `max_len` is a rule for strings; an item of `field` is a number (`u64`); numbers have `min` and `max`",
        ],
    );
    param(
        "each(max_len = 50)",
        "String",
        &["each => `each` is a rule for lists; `field` is a string (`String`); .."],
    );
    param("each(min = 5, max = 4)", "IdList", &["5 => `min = 5` is above `max = 4`, .."]);
    param(
        "each(max_len = 5, min_items = 1)",
        "Vec<String>",
        &[
            "min_items => unknown key `min_items` in `each(..)`: an item is not a list: write it outside of `each`",
        ],
    );
    for (written, marked) in [("each", "each"), ("each()", "each()"), ("each = 5", "5")] {
        let expected = format!("{marked} => expected rules in parentheses, as in `each(max_len = 50)`; ..");
        param(written, "Vec<String>", &[&expected]);
    }
}

#[test]
fn bytes_are_limited_like_characters() {
    param("max_bytes = 131071", "String", &[]);
    param(
        "max_bytes = 0",
        "String",
        &["0 => `max_bytes = 0` allows only an empty string: expected at least 1"],
    );
    param(
        "max_bytes = 5",
        "u64",
        &["max_bytes => `max_bytes` is a rule for strings; `field` is a number (`u64`); .."],
    );
    param(
        "max_bytes = 5, default = \"пять\"",
        "Option<String>",
        &["\"пять\" => the default violates the rule `max_bytes = 5` .."],
    );
}

#[test]
fn defaults_of_types_that_may_be_the_users_are_left_to_the_traits() {
    for ty in ["File", "DateTime", "Date", "Secret", "Decimal"] {
        for default in ["5", "true", "\"x\""] {
            param(&format!("default = {default}"), &format!("Option<{ty}>"), &[]);
        }
    }
    param("secret = true", "File", &[]);
}

#[test]
fn contradicting_bounds_are_marked_at_the_lower_one() {
    let lengths = "`min_len = 9` is above `max_len = 5`, so no value is allowed: make `min_len` at most 5";
    param("min_len = 9, max_len = 5", "String", &[&format!("9 => {lengths}")]);
    param("min = 0.2, max = 0.1", "Decimal", &["0.2 => `min = 0.2` is above `max = 0.1`, .."]);
    param("min_items = 3, max_items = 2", "IdList", &["3 => `min_items = 3` is .."]);
}

#[test]
fn rules_fit_the_type() {
    param(
        "min_len = 1, pattern = \"a\"",
        "Option<u64>",
        &[
            "min_len => `min_len` is a rule for strings; `field` is a number (`u64`); numbers have `min` and `max`",
            "pattern => `pattern` is a rule for strings; `field` is a number (`u64`); numbers have `min` and `max`",
        ],
    );
    param(
        "max_len = 1",
        "bool",
        &["max_len => `max_len` is a rule for strings; `field` is a boolean (`bool`): remove it"],
    );
    param(
        "max = 1",
        "String",
        &["max => `max` is a rule for numbers; `field` is a string (`String`); strings have `min_len`, .."],
    );
    // A type of the user's may have the name of a type of vox: the traits decide.
    for ty in ["Secret", "File", "Date", "Timestamp", "Decimal", "IdList"] {
        param("max_items = 1, min = 1, max_len = 1", ty, &[]);
    }
    param(
        "max_len = 1",
        "Vec<String>",
        &["max_len => `max_len` is a rule for strings; `field` is a list (`Vec<String>`); lists have .."],
    );
}

#[test]
fn rules_that_always_or_never_hold_are_rejected() {
    param("min_len = 0", "String", &["0 => `min_len = 0` always holds: remove it"]);
    param("max_len = 0", "String", &["0 => `max_len = 0` allows only an empty string: expected at least 1"]);
    param("min_items = 0", "IdList", &["0 => `min_items = 0` always holds: remove it"]);
    param("min = 0", "Option<u64>", &["0 => `min = 0` always holds for `u64`: remove it"]);
    param("max = -1", "u64", &["-1 => `max = -1` never holds for `u64`: no value is allowed"]);
    param("max = 300", "u8", &["300 => `max = 300` always holds for `u8`: remove it"]);
    param("max = 0.5", "i64", &["0.5 => expected a whole number, as `i64` has no fractions; found `0.5`"]);
    param(
        "min_len = 3, pattern = \"[a-z]{1,2}\"",
        "String",
        &[
            "3 => the pattern matches no string longer than 2 characters, but `min_len = 3`: no value is allowed",
        ],
    );
}

#[test]
fn an_invalid_pattern_is_an_error_at_its_literal() {
    param(
        "pattern = \"a(\"",
        "String",
        &["\"a(\" => invalid pattern at character 2: groups, flags and look-around are not supported: .."],
    );
}

#[test]
fn numbers_are_those_that_a_decimal_can_hold() {
    param("min = -79228162514264337593543950335, max = 0.0000000000000000000000000001", "Decimal", &[]);
    param(
        "min = -0.12345678901234567890123456789, max = 1_0000000000_0000000000_0000000000",
        "Decimal",
        &[
            "-0.12345678901234567890123456789 => `-0.12345678901234567890123456789` has more digits than a `Decimal` holds: \
             write at most 28 digits",
            "1_0000000000_0000000000_0000000000 => `1000000000000000000000000000000` has more digits ..",
        ],
    );
    param(
        "default = 79228162514264337593543950336",
        "Option<Decimal>",
        &["79228162514264337593543950336 => `79228162514264337593543950336` has more digits .."],
    );
}

#[test]
fn names_on_the_wire_are_in_snake_case_and_unique() {
    param(
        "name = \"accountName\"",
        "u64",
        &[
            "\"accountName\" => expected a parameter's name in snake case (lower-case letters, digits, underscores), as in `account_name`; found `accountName`",
        ],
    );
    fields(
        "a: u64, #[param(name = \"a\")] b: u64",
        &["\"a\" => the wire name `a` is also used by `a`: rename one of them"],
    );
}

#[test]
fn defaults_are_possible_values() {
    param(
        "default = 5",
        "u64",
        &["default => a required parameter has no default: make the type `Option<u64>`, or remove `default`"],
    );
    param(
        "default = \"5\"",
        "Option<u8>",
        &[
            "\"5\" => expected a whole number from 0 to 255 as the default of a `u8`; found the string `\"5\"`",
        ],
    );
    param("default = 256", "Option<u8>", &["256 => expected a whole number from 0 to 255 .."]);
    param(
        "default = 1",
        "Option<bool>",
        &["1 => expected `true` or `false` as the default of a `bool`; found the number `1`"],
    );
    param(
        "default = \"abc\", max_len = 2",
        "Option<String>",
        &[
            "\"abc\" => the default violates the rule `max_len = 2` of the parameter; found the string `\"abc\"`",
        ],
    );
    param(
        "default = \"A\", pattern = \"[a-z]\"",
        "Option<String>",
        &["\"A\" => the default violates the rule `pattern = \"[a-z]\"` of the parameter; .."],
    );
    param(
        "default = 5, max = 4.5",
        "Option<Decimal>",
        &["5 => the default violates the rule `max = 4.5` of the parameter; .."],
    );
    param(
        "default = 5, default_text = \"x\"",
        "Option<u64>",
        &["default_text => `default` and `default_text` cannot be combined: .."],
    );
}

#[test]
fn one_of_excludes_other_keys() {
    param(
        "one_of, min_len = 4, name = \"x\", secret = true",
        "Option<Parent>",
        &[
            "name => `name` cannot be combined with `one_of`: a group is named by `#[vox_choice(name = ..)]` on `Parent`",
            "min_len => `min_len` cannot be combined with `one_of`: add it to the variants of `Parent`",
            "secret => `secret` cannot be combined with `one_of`: add it to the variants of `Parent`",
        ],
    );
    param(
        "one_of",
        "String",
        &["String => `one_of` needs an enum with `#[derive(VoxChoice)]`; found `String`: remove `one_of`"],
    );
}

#[test]
fn secrets_are_not_plain_strings() {
    for name in ["password", "account_api_key", "token", "salt", "private_key", "user_session_id"] {
        let found = mistakes(
            &format!(
                "#[vox_method(name = \"A\", response = R, kind = read)] struct A {{ {name}: Option<String> }}"
            ),
            &METHOD,
        );
        assert!(
            found.len() == 1 && found[0].starts_with(&format!("String => `{name}` sounds like a secret")),
            "{found:?}"
        );
    }
    fields(
        "#[param(secret = true)] key_file: Json<Value>",
        &["Json<Value> => `key_file` is declared secret, but `{:?}` prints a `Json<Value>`: use `Secret`"],
    );
    fields(
        "passwords_count: String, tokens: String, password: Secret, #[param(secret = false)] token: String",
        &[],
    );
}

#[test]
fn nested_options_are_rejected() {
    fields(
        "a: Option<Option<u64>>",
        &[
            "Option<Option<u64>> => an `Option` in an `Option` has no meaning on the wire: write `Option<u64>`",
        ],
    );
}

#[test]
fn attributes_of_other_derives_are_rejected_with_what_to_write() {
    fields(
        "#[field(name = \"x\")] a: u64, #[serde(skip_serializing_if = \"f\", rename = \"x\")] b: u64, #[garde(email)] c: String, \
         #[serde(default)] d: u64, #[validate(email)] e: String, #[value(name = \"x\")] f: u64",
        &[
            "field => `#[field(..)]` is not for a parameter, which has `#[param(..)]`: write `#[param(name = \"account_name\")]`, \
             or remove it",
            "rename => `rename` of serde is not read by vox: write `#[param(name = \"x\")]`",
            "garde => `#[garde(..)]` is not read by vox: rules are keys of `#[param(..)]`, ..",
            "default => `default` of serde is not read by vox: the type of what may be missing is `Option` or `Vec`",
            "validate => `#[validate(..)]` is not read by vox: rules are keys of `#[param(..)]`, ..",
            "value => `#[value(..)]` is not for a parameter, which has `#[param(..)]`: ..",
        ],
    );
    fields("#[serde(rename(serialize = \"x\"), skip_serializing_if = \"f\")] a: u64", &[]);
}

#[test]
fn only_secrets_are_declared_secret() {
    param("secret = true", "Secret", &[]);
    param("secret = true", "MySecret", &[]);
    for ty in ["u64", "bool", "Decimal", "Date", "IdList", "Vec<String>"] {
        let expected = format!(
            "{ty} => `field` is declared secret, but only a `Secret` is hidden, and `{{:?}}` prints a `{ty}`: .."
        );
        param("secret = true", ty, &[&expected]);
    }
}

#[test]
fn values_that_are_other_expressions_are_answered() {
    param(
        "default = 2026-01-31",
        "Option<Date>",
        &[
            "2026-01-31 => expected a boolean, a number or a string in quotes, as in `default = \"2026-01-31\"`; found \
             `2026-01-31`: write a date in quotes",
        ],
    );
    param(
        "check = rules::Check::new(f)",
        "String",
        &[
            "rules::Check::new(f) => expected the path of a `Check`, as in `check = rules::EMAIL`; found the call \
             `rules::Check::new(f)`: declare a constant, ..",
        ],
    );
    param(
        "check = f()",
        "String",
        &[
            "f() => expected the path of a `Check`, as in `check = rules::EMAIL`; found the call `f()`: remove the parentheses",
        ],
    );
}

#[test]
fn types_that_may_be_borrowed_are_rejected_once() {
    param(
        "max_len = 3",
        "Cow<'static, str>",
        &[
            "Cow<'static, str> => `Cow<'static, str>` may be borrowed: use a type that owns its value, as `String` does",
        ],
    );
    param(
        "one_of",
        "Box<User>",
        &["Box<User> => a choice needs no pointer: write `User`; found `Box<User>`"],
    );
}

#[test]
fn what_follows_from_an_unreadable_value_is_not_reported() {
    let first_words = |source: &str| -> Vec<String> {
        let source =
            format!("#[vox_method(name = \"A\", response = R, kind = read)] struct A {{ {source} }}");
        mistakes(&source, &METHOD)
            .iter()
            .map(|mistake| mistake.split(',').next().unwrap().to_owned())
            .collect()
    };
    for (field, expected) in [
        ("#[param(secret = \"false\")] user_key: String", "\"false\" => expected `true` or `false`"),
        ("#[param(secret: false)] user_key: String", ": => expected `=` after `secret`; found `:`"),
        ("#[param(name = 5)] password: String", "5 => expected a string in quotes"),
        ("#[param(name = 5)] a: u64, #[param(name = \"a\")] b: u64", "5 => expected a string in quotes"),
        ("#[param(name = 5)] account_name: String", "5 => expected a string in quotes"),
        (
            "#[param(any_of = 5)] a: Option<u64>, #[param(any_of = \"g\")] b: Option<u64>",
            "5 => expected a string in quotes",
        ),
        (
            "#[param(all_of = 5)] a: Option<u64>, #[param(all_of = \"g\")] b: Option<u64>",
            "5 => expected a string in quotes",
        ),
    ] {
        assert_eq!(first_words(field), [expected], "{field}");
    }
    let source = "#[vox_method(name = \"A\", response = R, kind = read, credentials = request)] struct A { account_name: String }";
    let found = mistakes(source, &METHOD);
    assert!(found.len() == 1 && found[0].starts_with("request => unknown value `request`"), "{found:?}");
}
