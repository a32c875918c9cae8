//! `#[derive(VoxRecord)]`.

use super::{assert_mistakes, mistakes};
use crate::derive::RECORD;

fn check(source: &str, expected: &[&str]) {
    assert_mistakes(&mistakes(source, &RECORD), expected);
}

#[test]
fn options_and_lists_may_be_missing() {
    let source = "struct A { a: u64, b: Option<u64>, c: Vec<A>, d: Option<Vec<Secret>> }";
    let record = RECORD.checked(&syn::parse_str(source).expect("a struct")).expect("a record");
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

#[test]
fn aliases_are_names_too() {
    let source =
        "struct A { #[field(name = \"SA\", alias = \"Speed\", alias = \"S\")] a: u64, b: Option<u64> }";
    let record = RECORD.checked(&syn::parse_str(source).expect("a struct")).expect("a record");
    assert_eq!(record.fields[0].aliases, ["Speed", "S"]);
    check(
        "struct A { #[field(alias = \"a\")] a: u64, #[field(alias = \"a\", alias = \"x\", alias = \"x\")] b: u64, \
         #[field(alias = \"x\", alias = \"\")] c: u64, #[field(alias = 5)] d: u64 }",
        &[
            "\"\" => expected a string in quotes, as in `alias = \"account_name\"`; found an empty one",
            "5 => expected a string in quotes, as in `alias = \"account_name\"`; found the number `5`",
            "\"a\" => `a` already is a name of `a`: remove this alias",
            "\"x\" => `x` already is a name of `b`: remove this alias",
            "\"a\" => the wire name `a` is also used by `a`: rename one of them",
            "\"x\" => the wire name `x` is also used by `b`: rename one of them",
        ],
    );
}

#[test]
fn maps_may_be_missing_and_have_strings_as_names() {
    let source =
        "struct A { a: BTreeMap<String, u64>, b: HashMap<String, Secret>, c: Option<BTreeMap<String, A>> }";
    let record = RECORD.checked(&syn::parse_str(source).expect("a struct")).expect("a record");
    assert!(record.fields.iter().all(|field| !field.required));
    assert!(record.fields[1].secret && !record.fields[0].secret);
    check(
        "struct A { a: BTreeMap<u64, String>, b: HashMap<String, f64>, c: Vec<BTreeMap<String, Vec<f32>>>, \
         tokens: BTreeMap<String, String> }",
        &[
            "u64 => the names of an object's members are strings: use `String`; found `u64`",
            "f64 => `f64` rounds amounts: use `Decimal`, which is exact",
            "f32 => `f32` rounds amounts: use `Decimal`, which is exact",
            "BTreeMap<String, String> => `tokens` sounds like a secret (`token`), but `{:?}` prints a `BTreeMap<String, \
             String>`: use `Secret` for its values, as in `BTreeMap<String, Secret>`, or add `#[field(secret = false)]` if it \
             is not one",
        ],
    );
}

#[test]
fn a_box_is_for_a_record_that_contains_itself() {
    let source = "struct A { a: Option<Box<A>> }";
    RECORD.checked(&syn::parse_str(source).expect("a struct")).expect("a record");
    check(
        "struct A { a: Box<A>, b: Option<Box<u64>>, c: Vec<Box<A>>, d: Option<Box<f64>> }",
        &[
            "Box<A> => `Box<A>` is not supported: use `A`, or `Option<Box<A>>` or `Vec<A>` if the record contains itself",
            "Box<u64> => `Box<u64>` is not supported: use `u64`",
            "Box<A> => `Box<A>` is not supported: use `A`, or `Option<Box<A>>` or `Vec<A>` if the record contains itself",
            "Box<f64> => `f64` rounds amounts: use `Decimal`, which is exact",
        ],
    );
}

#[test]
fn what_follows_from_an_unreadable_value_is_not_reported() {
    for field in ["#[field(secret = 5)] user_key: String", "#[field(name = 5)] password: String"] {
        assert_eq!(mistakes(&format!("struct A {{ {field} }}"), &RECORD).len(), 1, "{field}");
    }
    check(
        "struct A { #[field(name = 5)] a: u64, #[field(name = \"a\")] b: u64 }",
        &["5 => expected a string.."],
    );
}
