//! `#[derive(VoxEnum)]`.

use super::{assert_mistakes, mistakes};
use crate::derive::checked_enumeration;

fn check(source: &str, expected: &[&str]) {
    assert_mistakes(&mistakes(source, checked_enumeration), expected);
}

#[test]
fn texts_follow_from_the_names() {
    let source =
        "#[vox_enum(case = \"snake_case\")] enum A { InUse, #[value(name = \"X\")] B, Other(String) }";
    let model = checked_enumeration(&syn::parse_str(source).expect("an enum")).expect("a text enum");
    let texts: Vec<_> = model.values.iter().map(|value| value.text.as_str()).collect();
    assert_eq!(texts, ["in_use", "X"]);
}

#[test]
fn one_variant_is_for_unknown_texts() {
    check(
        "enum A { B }",
        &["A => missing the variant for unknown texts: add `Other(String)` as the last variant of `A`"],
    );
    check(
        "enum A { X, B(String), C(String) }",
        &[
            "B => expected one variant for unknown texts; found `B` and `C`: keep one of the two",
            "C => expected one variant ..",
        ],
    );
    check(
        "enum A { B(String), C }",
        &["B => the variant for unknown texts must be the last: move `B` below `C`"],
    );
    check(
        "enum A { B, C(u64) }",
        &["u64 => expected `C(String)`, the variant for unknown texts; found `u64`"],
    );
    check(
        "enum A { C(String) }",
        &["A => expected at least one known text: add a variant without a value to `A`"],
    );
    check(
        "enum A { B, #[value(name = \"x\")] C(String) }",
        &["name => `C` keeps every unknown text, so it has none of its own: .."],
    );
}

#[test]
fn variants_are_texts() {
    check(
        "enum A { B, C { a: u64 }, D(u8, u8), Other(String) }",
        &[
            "{ a: u64 } => expected `C` alone, a known text, or `C(String)`, ..",
            "(u8, u8) => expected `D` alone, ..",
        ],
    );
}

#[test]
fn texts_are_unique() {
    check(
        "enum A { B, #[value(name = \"B\")] C, Other(String) }",
        &[
            "B => the text `B` is also used by `C`: each needs its own",
            "\"B\" => the text `B` is also used by `B`: each needs its own",
        ],
    );
}

#[test]
fn cases_are_known() {
    check(
        "#[vox_enum(case = \"Snake_case\")] enum A { B, Other(String) }",
        &[
            "\"Snake_case\" => unknown case `Snake_case`: did you mean `snake_case`? expected one of `snake_case`, \
           `SCREAMING_SNAKE_CASE`, `lowercase`, `UPPERCASE`",
        ],
    );
}
