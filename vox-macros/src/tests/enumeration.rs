//! `#[derive(VoxEnum)]`.

use super::{assert_mistakes, mistakes};
use crate::derive::ENUM;

fn check(source: &str, expected: &[&str]) {
    assert_mistakes(&mistakes(source, &ENUM), expected);
}

#[test]
fn values_follow_from_the_names() {
    let source =
        "#[vox_enum(case = \"snake_case\")] enum A { InUse, #[value(name = \"X\")] B, Other(String) }";
    let model = ENUM.checked(&syn::parse_str(source).expect("an enum")).expect("a text enum");
    let values: Vec<_> = model.values.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(values, ["in_use", "X"]);
}

#[test]
fn one_variant_is_for_unknown_values() {
    check(
        "enum A { B }",
        &["A => missing a variant for unknown values: add `Other(String)` as the last variant of `A`"],
    );
    check(
        "enum A { X, B(String), C(String) }",
        &["C => expected one variant for unknown values; found `B` and `C`: remove one"],
    );
    check(
        "enum A { B(String), C }",
        &["B => the variant for unknown values must be the last: move `B` below `C`"],
    );
    check(
        "enum A { B, C(u64) }",
        &["u64 => expected `C(String)`, the variant for unknown values; found `u64`"],
    );
    check(
        "enum A { C(String) }",
        &["A => expected at least one known value: add a variant without a field to `A`"],
    );
    check(
        "enum A { B, #[value(name = \"x\")] C(String) }",
        &["name => `C` keeps every unknown value, so it has no value itself: .."],
    );
}

#[test]
fn variants_are_values() {
    check(
        "enum A { B, C { a: u64 }, D(u8, u8), Other(String) }",
        &["{ a: u64 } => expected `C`, a known value, or `C(String)`, ..", "(u8, u8) => expected `D`, .."],
    );
}

#[test]
fn values_are_unique() {
    check(
        "enum A { B, #[value(name = \"B\")] C, Other(String) }",
        &["\"B\" => the value `B` is also used by `B`: rename one of them"],
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
