//! The generated code, compared with files. `UPDATE_SNAPSHOTS=1 cargo test -p vox-macros` rewrites them.

use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use crate::derive::{CHOICE, ENUM, METHOD, RECORD};

fn assert_snapshot(name: &str, tokens: TokenStream) {
    let file: syn::File = syn::parse2(tokens).expect("valid code");
    let code = prettyplease::unparse(&file);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &code).expect("the folder of the snapshots can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    // Not `assert_eq!`: it would print both on one line each.
    assert!(
        code == expected,
        "{name} differs; run with UPDATE_SNAPSHOTS=1 and look at the difference. Now:\n{code}"
    );
}

#[test]
fn method() {
    let tokens = METHOD.run(quote! {
        /// Adds a child account.
        ///
        /// Needs a parent.
        #[vox_method(name = "AddAccount", roles = [Owner, Admin], response = AddAccountResponse, kind = write, credentials = in_request)]
        pub struct AddAccount {
            /// The parent account.
            #[param(one_of)]
            pub parent: ParentAccount,
            /// The name of the new account.
            #[param(min_len = 5, max_len = 20, pattern = "[a-z][a-z0-9-]*")]
            pub account_name: String,
            /// Whether the new account is active.
            #[param(default = false)]
            pub active: Option<bool>,
            /// The language.
            #[param(default = "en")]
            pub language: Option<Language>,
        }
    });
    assert_snapshot("method.rs", tokens);
}

#[test]
fn method_without_parameters() {
    let tokens = METHOD.run(quote! {
        #[vox_method(name = "Ping", response = Pong, kind = read, crate = crate::core)]
        struct Ping {}
    });
    assert_snapshot("method_without_parameters.rs", tokens);
}

#[test]
fn method_without_a_response() {
    let tokens = METHOD.run(quote! {
        #[vox_method(name = "Reset", response = (), kind = write, ack = truthy)]
        struct Reset {}
    });
    assert_snapshot("method_without_a_response.rs", tokens);
}

#[test]
fn method_with_unusual_parameters() {
    let tokens = METHOD.run(quote! {
        #[vox_method(name = "SendFax", roles = [Owner, other("sys.Fax")], response = (), kind = write, money = true)]
        struct SendFax {
            /// The pages.
            pages: Option<File>,
            /// The numbers.
            #[param(max_items = 5, each(max_len = 20))]
            numbers: Vec<String>,
            /// When it is sent.
            send_at: Option<Timestamp>,
        }
    });
    assert_snapshot("method_with_unusual_parameters.rs", tokens);
}

#[test]
fn choice() {
    let tokens = CHOICE.run(quote! {
        /// The parent account.
        pub enum ParentAccount {
            /// By its id.
            Id(u64),
            /// By its name.
            #[param(max_len = 20)]
            Name(String),
        }
    });
    assert_snapshot("choice.rs", tokens);
}

#[test]
fn enumeration() {
    let tokens = ENUM.run(quote! {
        /// The state of a number.
        pub enum NumberState {
            /// In use.
            InUse,
            #[value(name = "free")]
            Free,
            /// Unknown.
            Other(String),
        }
    });
    assert_snapshot("enumeration.rs", tokens);
}

#[test]
fn record() {
    let tokens = RECORD.run(quote! {
        /// An account.
        pub struct AccountInfo {
            /// The id.
            pub account_id: u64,
            /// The key.
            #[field(name = "apiKey")]
            pub api_key: Option<Secret>,
            pub children: Vec<AccountInfo>,
        }
    });
    assert_snapshot("record.rs", tokens);
}

#[test]
fn fallback() {
    assert_snapshot(
        "fallback.rs",
        METHOD.run(quote!(
            pub struct A {
                pub x: Option<String>,
                pub y: u64,
            }
        )),
    );
}
