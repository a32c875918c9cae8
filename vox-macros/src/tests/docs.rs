//! The documentation that a method's page shows.

use syn::{Attribute, Expr, ExprLit, ImplItem, Item, Lit, Meta};

use crate::derive::METHOD;

/// The documentation of the function `builder` of this method.
fn page(source: &str) -> String {
    let tokens = METHOD.run(syn::parse_str(source).expect(source));
    let file: syn::File = syn::parse2(tokens).expect("valid code");
    let impls = file.items.into_iter().filter_map(|item| match item {
        Item::Impl(item) => Some(item.items),
        _ => None,
    });
    let mut functions = impls.flatten().filter_map(|item| match item {
        ImplItem::Fn(function) if function.sig.ident == "builder" => Some(function),
        _ => None,
    });
    let function = functions.next().expect("a function `builder`");
    let texts: Vec<String> = function.attrs.iter().filter_map(text).collect();
    assert_eq!(texts.len(), 1, "each attribute costs the user's build");
    texts.concat()
}

fn text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The rules that the page shows for a method with this one parameter, or for the first of several.
fn rules(fields: &str) -> String {
    let page =
        page(&format!("#[vox_method(name = \"A\", response = B, kind = read)] pub struct A {{ {fields} }}"));
    let row = page.lines().find(|line| line.starts_with("| `a` | ")).expect(&page);
    row.split(" | ").nth(2).expect(row).trim_end_matches('|').trim().to_owned()
}

#[test]
fn the_page_shows_facts_response_parameters_and_checks() {
    let page = page(
        r#"
        /// Rents phone numbers.
        #[vox_method(
            name = "AttachPhoneNumber",
            roles = [Owner, other("sys.Fax")],
            response = JsonOrFile<Attached>,
            kind = write,
            money = true,
            credentials = in_request,
            checks = [PLACE],
        )]
        pub struct AttachPhoneNumber {
            /// The country.
            #[param(min_len = 2, max_len = 2, all_of = "region")]
            pub country_code: Option<String>,
            /// The region.
            #[param(all_of = "region")]
            pub phone_region_id: Option<u64>,
            /// How many, or which.
            #[param(one_of)]
            pub numbers: NumbersToAttach,
            /// The type.
            #[param(name = "type")]
            pub kind: Option<Kind>,
            /// A note.
            pub(crate) note: Option<Vec<Note>>,
        }"#,
    );
    assert_eq!(
        page,
        "Starts a request to `AttachPhoneNumber` with nothing set.\n\n\
         Kind: write, retried only if it is certain that it had no effect. Money: the method may spend or reserve some. \
         Credentials: parameters of the request. Roles: Owner, sys.Fax.\n\n\
         Response: <code>[JsonOrFile]&lt;[Attached]&gt;</code>.\n\n\
         | parameter | type | rules |\n|---|---|---|\n\
         | `country_code` | `String` | Exactly 2 characters. Set all of `country_code`, \
         `phone_region_id`, or none. |\n\
         | `phone_region_id` | `u64` | Set all of `country_code`, `phone_region_id`, or none. |\n\
         | `numbers` | [`NumbersToAttach`] | Required. A choice: exactly one of its \
         parameters is sent. |\n\
         | `type`, field `kind` | [`Kind`] |  |\n\
         | `note` | <code>Vec&lt;[Note]&gt;</code> |  |\n\n\
         Checks of the whole request: `PLACE`."
    );
}

#[test]
fn the_page_of_a_method_without_parameters_or_response_says_so() {
    assert_eq!(
        page("#[vox_method(name = \"Ping\", response = (), kind = write)] struct Ping {}"),
        "Starts a request to `Ping` with nothing set.\n\nKind: write, retried only if it is certain that it had no effect. Roles: any.\n\n\
         Response: only the acknowledgment.\n\nThe method has no parameters."
    );
}

#[test]
fn the_page_shows_each_rule_of_a_parameter() {
    for (field, expected) in [
        ("pub a: u64", "Required."),
        ("pub a: Option<u64>", ""),
        ("#[param(min_len = 5, max_len = 20)] pub a: String", "Required. 5 to 20 characters."),
        ("#[param(max_len = 1)] pub a: Option<String>", "At most 1 character."),
        ("#[param(max_bytes = 131071)] pub a: Option<String>", "At most 131071 bytes."),
        ("#[param(pattern = \"[a-z]+\")] pub a: Option<String>", "Must match `[a-z]+`."),
        ("#[param(pattern = \"a\\\\|b\")] pub a: Option<String>", "Must match <code>a&#92;&#124;b</code>."),
        ("#[param(check = rules::URL)] pub a: Option<String>", "Must be a web address (`rules::URL`)."),
        ("#[param(check = PLACE)] pub a: Option<String>", "Must pass `PLACE`."),
        ("#[param(min = 1)] pub a: Option<u64>", "At least 1."),
        ("#[param(min = 0.5, max = 100)] pub a: Option<Decimal>", "0.5 to 100."),
        ("#[param(min_items = 1, max_items = 50)] pub a: Option<Vec<u64>>", "1 to 50 items."),
        (
            "#[param(each(max_len = 50, pattern = \"[0-9]+\"))] pub a: Option<Vec<String>>",
            "Each item: at most 50 characters; must match `[0-9]+`.",
        ),
        ("#[param(default = 20)] pub a: Option<u64>", "Default: `20`."),
        ("#[param(default = \"a|b\")] pub a: Option<String>", "Default: <code>a&#124;b</code>."),
        ("#[param(default = \"\")] pub a: Option<String>", "Default: an empty text."),
        ("#[param(default_text = \"today|now\")] pub a: Option<Date>", "Default: today\\|now."),
        ("pub a: Secret", "Required. A secret: logs mask it."),
        ("#[param(secret = true)] pub a: Option<File>", "A secret: logs mask it."),
        ("#[param(one_of)] pub a: Option<B>", "A choice: at most one of its parameters is sent."),
        ("#[param(one_of)] pub a: B", "Required. A choice: exactly one of its parameters is sent."),
        (
            "#[param(needs = [b, c])] pub a: Option<u64>, pub b: Option<u64>, pub c: Option<u64>",
            "Only together with `b`, `c`.",
        ),
        (
            "#[param(any_of = \"x\")] pub a: Option<u64>, #[param(one_of, any_of = \"x\")] pub b: Option<B>",
            "Set at least one of `a`, `b`.",
        ),
        (
            "#[param(all_of = \"x\")] pub a: Option<u64>, #[param(all_of = \"x\")] pub b: Option<u64>",
            "Set all of `a`, `b`, or none.",
        ),
        ("#[param(at_most = b)] pub a: Option<u64>, pub b: Option<u64>", "At most `b`."),
    ] {
        assert_eq!(rules(field), expected, "{field}");
    }
}
