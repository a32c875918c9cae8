//! `#[derive(VoxRecord)]`.

use super::{assert_mistakes, mistakes};
use crate::derive::checked_record;

fn check(source: &str, expected: &[&str]) {
    assert_mistakes(&mistakes(source, checked_record), expected);
}

#[test]
fn options_and_lists_may_be_missing() {
    let source = "struct A { a: u64, b: Option<u64>, c: Vec<A>, d: Option<Vec<Secret>> }";
    let record = checked_record(&syn::parse_str(source).expect("a struct")).expect("a record");
    let required: Vec<_> = record.fields.iter().map(|field| field.required).collect();
    assert_eq!(required, [true, false, false, false]);
    assert!(record.fields[3].secret && !record.fields[0].secret);
}

#[test]
fn fields_are_checked() {
    check(
        "struct A { a: Option<Option<u64>>, #[field(name = \"a\")] b: u64, token: Option<String>, #[field(secret = false)] \
         salt: String }",
        &[
            "a => the wire name `a` is also used by `b`: rename one of them",
            "\"a\" => the wire name `a` is also used by `a`: rename one of them",
            "Option<Option<u64>> => missing and null are the same here: write `Option<u64>`",
            "String => `token` sounds like a secret (`token`), but `{:?}` prints a `String`: use `Secret`, or add \
             `#[field(secret = false)]` if it is not one",
        ],
    );
}

#[test]
fn there_are_at_most_128_fields() {
    let fields: Vec<_> = (0..129).map(|index| format!("f{index}: u64")).collect();
    check(
        &format!("struct A {{ {} }}", fields.join(", ")),
        &["f128 => `VoxRecord` supports at most 128 fields; `A` has 129"],
    );
}

#[test]
fn only_structs_with_named_fields_are_records() {
    check(
        "struct A(u64);",
        &["A => `VoxRecord` can only be derived for structs with named fields; `A` is a tuple struct"],
    );
}
