//! What is generated in addition to errors.

use proc_macro2::TokenStream;
use quote::quote;

use crate::derive::{CHOICE, ENUM, METHOD, RECORD};

/// The generated code: valid, and with this many `compile_error!` calls.
fn assert_fallback(tokens: &TokenStream, errors: usize, parts: &[&str]) {
    let file: syn::File = syn::parse2(tokens.clone()).expect("valid code");
    let code = prettyplease::unparse(&file);
    assert_eq!(code.matches("compile_error!").count(), errors, "{code}");
    for part in parts {
        assert!(code.contains(part), "{part} is not in\n{code}");
    }
}

#[test]
fn a_method_with_mistakes_can_still_be_used() {
    let tokens = METHOD.run(quote! {
        #[vox_method(response = GetThingResponse, kind = read)]
        pub struct A { x: Option<String>, build: u64 }
    });
    let parts = [
        "impl __vox::Method for A",
        "type Response = GetThingResponse;",
        "fn x(",
        "fn field_build(",
        "fn builder()",
    ];
    assert_fallback(&tokens, 1, &parts);
    let tokens = METHOD.run(quote!(
        struct A(u64);
    ));
    assert_fallback(&tokens, 1, &["__client!", "fn builder()", "type Response = ();"]);
}

#[test]
fn the_stated_crate_is_kept() {
    let tokens = CHOICE.run(quote!(
        #[vox_choice(crate = ::other)]
        enum A {}
    ));
    assert_fallback(&tokens, 1, &["use ::other::macro_support as __vox;"]);
}

#[test]
fn enums_and_records_with_mistakes_can_still_be_used() {
    let tokens = ENUM.run(quote!(
        enum A {
            B,
        }
    ));
    assert_fallback(&tokens, 1, &["TextEnum for A", "Clone for A", "FromStr for A", "ParamValue for A"]);
    let tokens = RECORD.run(quote!(
        struct A;
    ));
    assert_fallback(&tokens, 1, &["Record for A", "Deserialize<'de> for A"]);
}

#[test]
fn what_the_compiler_rejects_is_not_repeated() {
    for (ty, errors) in [("_", 0), ("Vec<impl Into<String>>", 0), ("&str", 1)] {
        let item = format!("#[vox_method(name = \"A\", response = R, kind = read)] struct A {{ x: {ty} }}");
        let tokens = METHOD.run(item.parse().expect("tokens"));
        assert_fallback(&tokens, errors, &["fn x(self, value: impl __vox::Sized)"]);
    }
    let tokens = METHOD.run(quote! {
        #[vox_method(name = "A", response = R, kind = read)]
        struct A { x: str }
    });
    assert_fallback(&tokens, 1, &[]);
}

#[test]
fn an_enum_with_the_wrong_derive_is_used_as_what_it_is() {
    let tokens = ENUM.run(quote!(
        enum A {
            Id(u64),
            Name(String),
        }
    ));
    assert_fallback(&tokens, 1, &["Choice for A"]);
    let tokens = CHOICE.run(quote!(
        enum A {
            B,
            C,
        }
    ));
    assert_fallback(&tokens, 1, &["Choice for A", "ParamValue for A", "ListItem for A"]);
}

#[test]
fn generics_are_kept() {
    let tokens = METHOD.run(quote!(
        struct A<'a, T: Clone> {
            a: &'a str,
            t: Option<T>,
        }
    ));
    let parts = ["Method for A<'a, T>", "Self: __vox::Send", "fn t(self, value: impl __vox::Into<T>)"];
    assert_fallback(&tokens, 2, &parts);
    let tokens = RECORD.run(quote!(
        struct A<T> {
            t: Vec<T>,
        }
    ));
    assert_fallback(&tokens, 1, &["impl<'de, T>", "Deserialize<'de> for A<T>"]);
}

#[test]
fn half_typed_items_keep_what_can_be_read() {
    let tokens = METHOD.run(quote! {
        #[vox_method(name = "A", response = GetThingResponse, kind = read)]
        pub struct A { x: Option<String>, half: , y }
    });
    assert_fallback(&tokens, 1, &["type Response = GetThingResponse;", "fn x(", "fn builder()"]);
    let tokens = CHOICE.run(quote!(
        enum A { B(u64), C D(u64), E }
    ));
    assert_fallback(&tokens, 1, &["Choice for A"]);
    // What follows the item is what rust-analyzer makes of `pub` before a closing brace.
    for half in [
        "#[param(max_len = 5)]",
        "pub",
        "pub(crate) y",
        "/// A comment.\n",
        "y: Option<",
        "#[] y: u64",
        "#",
        "y: Vec<u64",
    ] {
        let item = format!(
            "#[vox_method(name = \"A\", response = GetThingResponse, kind = read)] struct A {{ x: u64, {half} }} pub fn b() {{}}"
        );
        assert_fallback(
            &METHOD.run(item.parse().expect("tokens")),
            1,
            &["type Response = GetThingResponse;", "fn x("],
        );
    }
}

#[test]
fn a_response_in_quotes_is_still_the_response() {
    for attribute in [
        "name = \"A\", response = \"GetThingResponse\", kind = read",
        "name = \"A\" response = GetThingResponse, kind = read",
    ] {
        let tokens = format!("#[vox_method({attribute})] struct A {{}}").parse().expect("tokens");
        assert_fallback(&METHOD.run(tokens), 1, &["type Response = GetThingResponse;"]);
    }
}
