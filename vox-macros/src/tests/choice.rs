//! `#[derive(VoxChoice)]`.

use super::{assert_mistakes, mistakes};
use crate::derive::CHOICE;

fn check(source: &str, expected: &[&str]) {
    assert_mistakes(&mistakes(source, &CHOICE), expected);
}

#[test]
fn names_follow_from_the_type() {
    let input = syn::parse_str("enum ParentAccount { Id(u64), #[param(name = \"other\")] Name(String) }")
        .expect("an enum");
    let choice = CHOICE.checked(&input).expect("a choice");
    assert_eq!(choice.name, "parent_account");
    let names: Vec<_> = choice.members.iter().map(|member| member.plain.wire.as_str()).collect();
    assert_eq!(names, ["parent_account_id", "other"]);
}

#[test]
fn there_is_something_to_choose_from() {
    check("enum A {}", &["A => `VoxChoice` needs at least two variants to choose from; `A` has none"]);
    check(
        "enum A { B(u64) }",
        &[
            "A => `VoxChoice` needs at least two variants to choose from; `A` has one: make it a plain parameter",
        ],
    );
    check("struct A {}", &["A => `VoxChoice` can only be derived for enums; `A` is a struct"]);
}

#[test]
fn variants_have_one_value_or_named_ones() {
    check(
        "enum A { B, C(u64, u64), D { x: u64 }, E {} }",
        &[
            "B => expected a variant with one field, as in `B(u64)`, or with named ones, as in `B { user_name: String, \
             application: Application }`; `B` has none",
            "(u64, u64) => expected a variant with one field, ..",
            "{} => expected a variant with one field, as in `E(u64)`, or ..",
        ],
    );
}

#[test]
fn members_are_parameters() {
    check(
        "#[vox_choice(prefix = \"a\")] enum A { Password(String), #[param(min_len = 2, default = \"x\")] B(u64), C(Option<u64>), \
         #[param(name = \"a_b\")] D(#[param(min = 2)] u64) }",
        &[
            "param => `#[param(..)]` belongs on the variant, not on its field: move it there",
            "String => `a_password` sounds like a secret (`password`), ..",
            "min_len => `min_len` is a rule for strings; `B` is a number (`u64`); ..",
            "\"x\" => expected a whole number from 0 to 18446744073709551615 as the default of a `u64`; found the string `\"x\"`",
            "Option<u64> => a member that is chosen always has a value: write `u64`, ..",
            "\"a_b\" => the wire name `a_b` is also used by `B`: rename one of them",
        ],
    );
}

#[test]
fn a_choice_has_one_default() {
    check("enum A { #[param(default = 5)] B(u64), #[param(max_len = 9)] C(String) }", &[]);
    check(
        "enum A { #[param(default = 5)] B(u64), C(u64), D { #[param(default_text = \"The last\")] d: u64 } }",
        &[
            "default_text => the server uses one default if no member is sent, and a variant above has `default`: remove this one",
        ],
    );
}

#[test]
fn members_need_parameters_of_the_method() {
    let source =
        "enum A { #[param(needs = [r#type, application])] B(u64), C { #[param(needs = user)] c: u64 } }";
    let choice = CHOICE.checked(&syn::parse_str(source).expect("an enum")).expect("a choice");
    let needs: Vec<_> = choice.members.iter().map(|member| member.needs.join(" ")).collect();
    assert_eq!(needs, ["type application", "user"]);
    check(
        "enum A { #[param(needs = [b, b])] B(u64), C { c: u64, #[param(needs = user)] d: Option<u64> } }",
        &[
            "needs => unknown key `needs` in `#[param(..)]`: it concerns other fields of a method: remove it; ..",
            "b => `b` is listed twice: remove one",
        ],
    );
}

#[test]
fn what_follows_from_an_unreadable_name_is_not_reported() {
    let string = "5 => expected a string in quotes, ..";
    check("enum A { #[param(name = 5)] B(u64), #[param(name = \"a_b\")] C(u64) }", &[string]);
    check("#[vox_choice(prefix = 5)] enum A { B(u64), #[param(name = \"a_b\")] C(u64) }", &[string]);
    check(
        "enum A { B(u64), C { c: u64, #[param(name = 5)] d: u64, #[param(name = \"d\")] e: u64 } }",
        &[string],
    );
}
