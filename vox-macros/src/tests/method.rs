//! `#[vox_method(..)]` and the shape of the struct.

use super::{assert_mistakes, mistakes};
use crate::derive::METHOD;
use crate::model::AckValue;

fn check(source: &str, expected: &[&str]) {
    assert_mistakes(&mistakes(source, &METHOD), expected);
}

/// A struct without fields under this attribute.
fn attribute(content: &str, expected: &[&str]) {
    check(&format!("#[vox_method({content})] struct AddAccount {{}}"), expected);
}

#[test]
fn a_complete_attribute_is_right() {
    attribute("name = \"AddAccount\", response = A, kind = write, crate = crate::vox", &[]);
    attribute("name = \"A\", response = std::collections::HashMap<String, Vec<u64>>, kind = read", &[]);
    attribute("name = \"A\", response = A, kind = read, roles = [Owner,], credentials = in_request", &[]);
}

#[test]
fn missing_keys_are_named_with_the_fix() {
    check(
        "struct AddAccount {}",
        &[
            "AddAccount => missing `#[vox_method(..)]`: add `#[vox_method(name = \"AddAccount\", response = AddAccountResponse, \
           kind = read)]`, or with `kind = write`, above the struct",
        ],
    );
    attribute(
        "roles = [Owner]",
        &[
            "vox_method => missing `name`: add `name = \"AddAccount\"` to `#[vox_method(..)]`",
            "vox_method => missing `response`: add `response = AddAccountResponse` to `#[vox_method(..)]`",
            "vox_method => missing `kind`: add `kind = read` (safe to retry) or `kind = write` to \
             `#[vox_method(..)]`",
        ],
    );
}

#[test]
fn a_misspelled_key_is_one_mistake() {
    attribute(
        "nmae = \"A\", response = R, kind = read",
        &[
            "nmae => unknown key `nmae` in `#[vox_method(..)]`: did you mean `name`? expected one of `name`, `roles`, \
           `response`, `kind`, `ack`, `money`, `credentials`, `checks`, `crate`",
        ],
    );
}

#[test]
fn repeated_keys_are_marked_where_they_are_repeated() {
    attribute(
        "name = \"A\", name = \"B\", response = R, kind = read",
        &["name => `name` is given twice: remove one"],
    );
}

#[test]
fn values_of_another_kind_are_rejected() {
    attribute(
        "name = 5, response = \"R\", kind = \"read\", roles(Owner), credentials = there",
        &[
            "5 => expected a string in quotes, as in `name = \"AddAccount\"`; found the number `5`",
            "roles(Owner) => expected roles in brackets, as in `roles = [Owner]`; found `roles(Owner)`",
            "\"R\" => expected the type of the response, as in `response = R`; found the string `\"R\"`: remove the quotes",
            "\"read\" => expected `read` or `write` without quotes, as in `kind = read`; found the string `\"read\"`",
            "there => unknown value `there` of `credentials`; expected one of `in_request`, `in_client`",
        ],
    );
    attribute(
        "name = AddAccount, response = R, kind = red, roles = Owner",
        &[
            "AddAccount => expected a string in quotes, as in `name = \"AddAccount\"`; found the identifier `AddAccount`",
            "Owner => expected roles in brackets, as in `roles = [Owner]`; found `Owner`",
            "red => unknown value `red` of `kind`: did you mean `read`? expected one of `read`, `write`",
        ],
    );
}

#[test]
fn roles_are_known_and_given_once() {
    attribute(
        "name = \"A\", response = R, kind = read, roles = [Ownr, \"Admin\", 5]",
        &[
            "Ownr => unknown role `Ownr`: did you mean `Owner`?",
            "\"Admin\" => expected a role without quotes: `Admin`",
            "5 => expected a role such as `Owner`; found the number `5`",
        ],
    );
    attribute(
        "name = \"A\", response = R, kind = read, roles = [Owner, Admin, Owner]",
        &["Owner => the role `Owner` is listed twice: remove one"],
    );
    attribute(
        "name = \"A\", response = R, kind = read, roles = [Owner, other(\"sys.Admin read only\")]",
        &[],
    );
    attribute(
        "name = \"A\", response = R, kind = read, roles = [other(\"a\"), other(\"a\"), other(Owner), other(\"\"), \"sys.A\"]",
        &[
            "other(Owner) => expected the role's name in quotes, as in `other(\"sys.Admin read only\")`; found `other(Owner)`",
            "other(\"\") => expected the role's name in quotes, ..",
            "\"sys.A\" => unknown role `sys.A`; expected one of ..",
        ],
    );
    attribute(
        "name = \"A\", response = R, kind = read, roles = [other(\"a\"), other(\"a\")]",
        &["\"a\" => the role `a` is listed twice: remove one"],
    );
    attribute(
        "name = \"A\", response = R, kind = read, roles = [other(\"Call list manager\")]",
        &["other(\"Call list manager\") => vox knows this role: write `CallListManager`; .."],
    );
    attribute(
        "name = \"A\", response = R, kind = read, roles = []",
        &["[] => no key could call a method with an empty .."],
    );
}

#[test]
fn a_read_spends_no_money() {
    attribute("name = \"A\", response = R, kind = write, money = true", &[]);
    attribute("name = \"A\", response = R, kind = read, money = false", &[]);
    attribute(
        "name = \"A\", response = R, kind = read, money = true",
        &["money => a read is retried, so it must not spend money: write `kind = write`, or remove `money`"],
    );
    attribute(
        "name = \"A\", response = R, kind = write, money = yes",
        &["yes => expected `true` or `false`, as in `money = false`; found the identifier `yes`"],
    );
}

#[test]
fn responses_are_objects() {
    const MESSAGE: &str = "a response is an object or a file: expected a struct with `#[derive(VoxRecord)]`, or `Download`; found";
    // Tokens print with a space before `;`.
    let shown = |ty: &str| ty.replace(';', " ;");
    for ty in ["(u64, u64)", "u64", "bool", "String", "&'static str", "[u64; 2]"] {
        for without in ["kind = read", "kind = write, ack = none"] {
            attribute(
                &format!("name = \"A\", response = {ty}, {without}"),
                &[&format!("{ty} => {MESSAGE} `{}`", shown(ty))],
            );
        }
        for with in ["kind = write", "kind = write, ack = truthy", "kind = read, ack = one"] {
            let fix = "write `response = ()` if the response is only `{\"result\": 1}`";
            attribute(
                &format!("name = \"A\", response = {ty}, {with}"),
                &[&format!("{ty} => {MESSAGE} `{}`: {fix}", shown(ty))],
            );
        }
    }
}

#[test]
fn the_kind_decides_on_the_acknowledgment_where_nothing_else_does() {
    for (keys, ack) in [
        ("kind = read", None),
        ("kind = read, ack = none", None),
        ("kind = read, ack = one", Some(AckValue::One)),
        ("kind = write", Some(AckValue::One)),
        ("kind = write, ack = one", Some(AckValue::One)),
        ("kind = write, ack = truthy", Some(AckValue::Truthy)),
        ("ack = none, kind = write", None),
    ] {
        let source = format!("#[vox_method(name = \"A\", response = R, {keys})] struct A {{}}");
        let method = METHOD.checked(&syn::parse_str(&source).expect(&source)).expect(&source);
        assert_eq!(method.ack, ack, "{keys}");
    }
}

#[test]
fn nothing_is_a_response_where_there_is_an_acknowledgment() {
    for keys in ["kind = write", "kind = write, ack = truthy", "kind = read, ack = one"] {
        attribute(&format!("name = \"A\", response = (), {keys}"), &[]);
    }
    let reason = "with `response = ()` only the acknowledgment shows that a call succeeded";
    let record = "name the struct that the method returns as its `response`";
    attribute(
        "name = \"A\", response = (), kind = read",
        &[&format!("() => {reason}, and a read has none: {record}, or add `ack = one`")],
    );
    attribute(
        "name = \"A\", response = (), kind = write, ack = none",
        &[&format!("none => {reason}: remove `ack = none`, or {record}")],
    );
    attribute(
        "name = \"A\", response = (), kind = read, ack = none",
        &[&format!("none => {reason}: write `ack = one`, or {record}")],
    );
}

#[test]
fn an_acknowledgment_is_one_of_three() {
    let wrong = |content: &str, expected: &str| {
        attribute(&format!("name = \"A\", response = R, kind = write, {content}"), &[expected]);
    };
    let expected = "expected `one`, `truthy` or `none`";
    for (content, pointed, example, found) in [
        ("ack = 1", "1", "one", "the number `1`"),
        ("ack = 0", "0", "none", "the number `0`"),
        ("ack = true", "true", "one", "the boolean `true`"),
        ("ack = false", "false", "none", "the boolean `false`"),
        ("ack = \"1\"", "\"1\"", "one", "the string `\"1\"`"),
        ("ack = \"\"", "\"\"", "none", "the string `\"\"`"),
        ("ack = ()", "()", "none", "the parentheses `()`"),
        ("ack = [one]", "[one]", "one", "the list `[one]`"),
        ("ack = { one }", "{ one }", "one", "`{ one }`"),
        ("ack", "ack", "one", "no value"),
        ("ack(truthy)", "ack(truthy)", "truthy", "`ack(truthy)`"),
    ] {
        wrong(content, &format!("{pointed} => {expected}, as in `ack = {example}`; found {found}"));
    }
    wrong(
        "ack = \"truthy\"",
        "\"truthy\" => expected `one`, `truthy` or `none` without quotes, as in `ack = truthy`; found the string `\"truthy\"`",
    );
    let one_of = "expected one of `one`, `truthy`, `none`";
    for (name, meant) in [("None", "none"), ("Ack::ONE", "one"), ("truthful", "truthy"), ("One", "one")] {
        wrong(
            &format!("ack = {name}"),
            &format!("{name} => unknown value `{name}` of `ack`: did you mean `{meant}`? {one_of}"),
        );
    }
    wrong("ack = yes", &format!("yes => unknown value `yes` of `ack`; {one_of}"));
    for result in ["result", "\"result\""] {
        wrong(
            &format!("ack = {result}"),
            &format!(
                "{result} => the acknowledgment is always the member `result`: write `ack = one` if its value is 1, \
                 `ack = truthy` if its value is not documented"
            ),
        );
    }
}

#[test]
fn other_names_for_an_acknowledgment_are_unknown_keys() {
    for key in ["acknowledgment", "acknowledgement", "acknowledge", "acknowledged"] {
        attribute(
            &format!("name = \"A\", response = R, kind = write, {key} = one"),
            &[&format!("{key} => unknown key `{key}` in `#[vox_method(..)]`: write `ack = one`")],
        );
    }
    attribute(
        "name = \"A\", response = R, kind = write, result = 1",
        &[
            "result => unknown key `result` in `#[vox_method(..)]`: the acknowledgment is always the member `result`; \
           write `ack = one`",
        ],
    );
    attribute(
        "name = \"A\", response = R, kind = write, no_ack",
        &["no_ack => unknown key `no_ack` in `#[vox_method(..)]`: write `ack = none`"],
    );
}

#[test]
fn a_wrong_acknowledgment_is_one_mistake_also_without_a_response() {
    for (ack, expected) in [
        ("ack = 1", "1 => expected `one`, .."),
        ("acknowledgment = one", "acknowledgment => unknown key .."),
        ("akc = one", "akc => unknown key `akc` in `#[vox_method(..)]`: did you mean `ack`? .."),
        ("ack = one \"x\"", "\"x\" => expected `,`; .."),
    ] {
        attribute(&format!("name = \"A\", response = (), kind = read, {ack}"), &[expected]);
    }
    attribute("name = \"A\", response = (), kind = raed", &["raed => unknown value .."]);
}

#[test]
fn names_are_in_camel_case() {
    attribute(
        "name = \"add_account\", response = R, kind = read",
        &[
            "\"add_account\" => expected a method's name in camel case, as in `AddAccount`; found `add_account`",
        ],
    );
    attribute("name = \"SQ_AddQueue\", response = R, kind = read", &[]);
    attribute(
        "name = \"sq_add_queue\", response = R, kind = read",
        &[
            "\"sq_add_queue\" => expected a method's name in camel case, as in `SQ_AddQueue`; found `sq_add_queue`",
        ],
    );
}

#[test]
fn the_path_of_the_crate_is_absolute() {
    attribute(
        "name = \"A\", response = R, kind = read, crate = vox",
        &[
            "vox => expected an absolute path; found `vox`: write `::vox` for another crate, `crate::vox` for a module of \
           this one",
        ],
    );
}

#[test]
fn only_structs_with_named_fields_are_methods() {
    for (source, found) in [
        ("struct Foo(u64);", "a tuple struct"),
        ("struct Foo;", "a unit struct: write `struct Foo {}`"),
        ("enum Foo {}", "an enum"),
        ("union Foo { a: u64 }", "a union"),
    ] {
        let message =
            format!("Foo => `VoxMethod` can only be derived for structs with named fields; `Foo` is {found}");
        check(source, &[&message]);
    }
}

#[test]
fn generics_are_rejected() {
    check(
        "struct Foo<'a, T, const N: usize> { a: &'a [T; N] }",
        &[
            "'a => `VoxMethod` does not support lifetimes: let the fields own their values (`String`, not `&str`); found \
             `'a`",
            "T => `VoxMethod` does not support type parameters: name the type; found `T`",
            "const N: usize => `VoxMethod` does not support const parameters: write the value; ..",
        ],
    );
}

#[test]
fn attributes_stand_where_they_belong() {
    check(
        "#[vox_method(name = \"A\", response = R, kind = read)] #[param(one_of)] struct A { #[vox_method(x)] a: u64 }",
        &[
            "param => `#[param(..)]` belongs on a field: move it there",
            "vox_method => `#[vox_method(..)]` belongs on the struct: move it there",
        ],
    );
}

#[test]
fn wrong_signs_are_named_and_the_other_keys_count() {
    let right = "response = R, kind = read";
    for (content, expected) in [
        ("name: \"A\"", ": => expected `=` after `name`; found `:`"),
        ("name \"A\"", "\"A\" => expected `=` after `name`; found `\"A\"`"),
        ("name = \"A\" roles = [Owner]", "roles => missing `,` before `roles`"),
        ("name = \"A\"; roles = [Owner]", "; => expected `,`; found `;`"),
        ("name = \"A\", roles = [Owner Admin]", "Admin => missing `,` before `Admin`"),
        ("name-of = \"A\"", "- => names have no hyphens: write `name_of`"),
    ] {
        attribute(&format!("{content}, {right}"), &[expected]);
    }
}

#[test]
fn credentials_are_the_clients() {
    let fields = "{ account_id: u64, account_email: String, api_key: Secret }";
    check(
        &format!("#[vox_method(name = \"A\", response = R, kind = read)] struct A {fields}"),
        &[
            "account_email => `account_email` is a credential, which the client adds: ..",
            "api_key => `api_key` is a ..",
        ],
    );
    check(
        &format!(
            "#[vox_method(name = \"A\", response = R, kind = read, credentials = in_request)] struct A {fields}"
        ),
        &[],
    );
}

#[test]
fn fields_of_one_name_are_left_to_the_compiler() {
    check("#[vox_method(name = \"A\", response = R, kind = read)] struct A { a: u64, a: String }", &[]);
}

#[test]
fn a_misspelled_attribute_is_left_to_the_compiler() {
    let source = "#[vox_methods(name = \"A\", response = R, kind = read)] struct A {}";
    let mistakes = METHOD.checked(&syn::parse_str(source).expect("a struct")).expect_err("a mistake");
    assert!(mistakes.is_empty(), "{mistakes:?}");
}

#[test]
fn a_response_is_an_object() {
    attribute(
        "name = \"A\", response = Option<R>, kind = read",
        &["Option<R> => a response is an object, never missing: write `response = R`"],
    );
    attribute(
        "name = \"A\", response = Vec<u8>, kind = read",
        &[
            "Vec<u8> => a response is an object or a file: expected a struct with `#[derive(VoxRecord)]`, or `Download`; found `Vec<u8>`",
        ],
    );
}
