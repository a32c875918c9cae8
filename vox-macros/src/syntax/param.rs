//! `#[param(..)]` on a field of a method or a variant of a choice.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Field, Ident, Meta, Type, Visibility, parse_quote};

use super::docs;
use super::keys::{Foreign, Given, Grammar, Keys};
use super::values::{Bound, CheckPath, Count, FieldName, FieldNames, Flag, KeyList, StringLiteral, Switch};
use crate::diag::Diagnostics;
use crate::model::{DefaultLiteral, Doc};

/// The keys on a field. A further field of a variant does not have the first three and the last, which concern other parameters of
/// the method. A variant does not have the first four, which belong to the field that has the choice.
const KEYS: &[&str] = &[
    "any_of",
    "all_of",
    "at_most",
    "one_of",
    "default",
    "default_text",
    "name",
    "min_len",
    "max_len",
    "max_bytes",
    "pattern",
    "min",
    "max",
    "min_items",
    "max_items",
    "each",
    "check",
    "secret",
    "needs",
];

/// Keys of other crates for what every parameter has.
const OF_PARAM: &[Foreign] = &[
    ("rename", "write `name = \"..\"`"),
    ("description", "write a doc comment, `/// ..`, above it"),
    ("doc", "write a doc comment, `/// ..`, above it"),
    ("inner", "write `each(max_len = 50)`"),
    ("items", "write `each(max_len = 50)`"),
];

/// Keys of other crates for rules.
const OF_RULES: &[Foreign] = &[
    ("len", "write `min_len = 5, max_len = 20`"),
    ("max_size", "write `max_bytes = 131071`"),
    ("length", "write `min_len = 5, max_len = 20`"),
    ("range", "write `min = 1, max = 100`"),
    ("regex", "write `pattern = \"[a-z]+\"`"),
    ("email", "write `check = rules::EMAIL`"),
    ("url", "write `check = rules::URL`"),
    ("validate", "write `check = ..` with the path of a `Check`"),
    ("custom", "write `check = ..` with the path of a `Check`"),
];

/// Why a member of a choice does not have these keys.
const OF_MEMBER: &[Foreign] = &[
    ("any_of", "exactly one variant is sent, so remove it"),
    ("at_most", "it compares parameters of a method: remove it"),
    ("requires", "write `needs = other_field`"),
    ("required_with", "write `needs = other_field`"),
    ("required", "a variant that is chosen always has a value, so remove it"),
    ("optional", "a variant that is chosen always has a value, so remove it"),
];

/// The grammar of `each(..)`: the rules of one value.
const IN_EACH: Grammar = Grammar {
    attribute: "each",
    keys: &["min_len", "max_len", "max_bytes", "pattern", "min", "max", "check"],
    example: "max_len = 20",
    foreign: &[
        &[
            ("min_items", "an item is not a list: write it outside of `each`"),
            ("max_items", "an item is not a list: write it outside of `each`"),
            ("each", "an item is not a list: write the rules without this `each`"),
        ],
        OF_RULES,
    ],
};

/// The grammar on a variant of a choice.
pub(crate) const ON_VARIANT: Grammar = Grammar {
    keys: KEYS.split_at(4).1,
    foreign: &[
        &[
            ("one_of", "it belongs to the field of the method that has the choice"),
            ("all_of", "give the variant named fields, which are sent together"),
        ],
        OF_MEMBER,
        OF_PARAM,
        OF_RULES,
    ],
    ..ON_FIELD
};

/// The grammar on the first field of a variant with named fields.
pub(crate) const ON_FIRST: Grammar = Grammar {
    foreign: &[
        &[
            ("one_of", "the first field is one parameter, the one that is chosen: move the choice after it"),
            ("all_of", "the fields after it are sent with it, so remove it"),
        ],
        OF_MEMBER,
        OF_PARAM,
        OF_RULES,
    ],
    ..ON_VARIANT
};

/// Why a further field of a variant does not have a key.
const OF_COMPANION: &str = "it concerns other fields of a method: remove it; the fields of a variant are sent together, except for \
                            `Option`s without a value";

/// The grammar on a further field of a variant.
pub(crate) const ON_COMPANION: Grammar = Grammar {
    keys: KEYS.split_at(3).1.split_at(KEYS.len() - 4).0,
    foreign: &[
        &[
            ("any_of", OF_COMPANION),
            ("needs", OF_COMPANION),
            ("all_of", OF_COMPANION),
            ("at_most", "it compares parameters of a method: remove it"),
            ("requires", OF_COMPANION),
            ("required_with", OF_COMPANION),
            ("group", OF_COMPANION),
        ],
        OF_FIELD,
        OF_PARAM,
        OF_RULES,
    ],
    ..ON_FIELD
};

/// Keys of other crates for what a field has.
const OF_FIELD: &[Foreign] = &[
    ("required", "every parameter is required unless its type is `Option`"),
    ("optional", "the type of an optional parameter is `Option`"),
    ("skip", "the type of an optional parameter is `Option`"),
    ("flatten", "write `one_of`, on an enum with `#[derive(VoxChoice)]`"),
];

/// Keys of other crates and places for what only a field of a method has.
const OF_METHOD_FIELD: &[Foreign] = &[
    ("requires", "write `needs = other_field`"),
    ("required_with", "write `needs = other_field`"),
    ("group", "write `any_of = \"..\"` or `all_of = \"..\"`"),
    ("role", "roles belong to the method: `#[vox_method(roles = [..])]`"),
    ("roles", "roles belong to the method: `#[vox_method(roles = [..])]`"),
];

/// The grammar on a field.
pub(crate) const ON_FIELD: Grammar = Grammar {
    attribute: "param",
    keys: KEYS,
    example: "max_len = 20",
    foreign: &[OF_METHOD_FIELD, OF_FIELD, OF_PARAM, OF_RULES],
};

/// A parameter as written.
#[derive(Debug)]
pub(crate) struct RawParam {
    /// The field or variant.
    pub(crate) ident: Ident,
    /// The type.
    pub(crate) ty: Type,
    /// The visibility; that of a variant is inherited.
    pub(crate) vis: Visibility,
    /// The attributes that apply to the setter as well.
    pub(crate) attributes: Vec<Attribute>,
    /// The documentation.
    pub(crate) doc: Doc,
    /// `name = ".."`
    pub(crate) name: Option<Given<StringLiteral>>,
    /// `one_of`
    pub(crate) one_of: Option<Given<Flag>>,
    /// `any_of = ".."`
    pub(crate) any_of: Option<Given<StringLiteral>>,
    /// The rules.
    pub(crate) rules: RawRules,
    /// `default = ..`
    pub(crate) default: Option<Given<DefaultLiteral>>,
    /// `default_text = ".."`
    pub(crate) default_text: Option<Given<StringLiteral>>,
    /// `needs = ..`
    pub(crate) needs: Option<Given<FieldNames>>,
    /// `all_of = ".."`
    pub(crate) all_of: Option<Given<StringLiteral>>,
    /// `at_most = ..`
    pub(crate) at_most: Option<Given<FieldName>>,
    /// `secret = ..`
    pub(crate) secret: Option<Given<Switch>>,
    /// The keys of all these values.
    pub(crate) keys: Vec<Ident>,
    /// The keys that are neither given nor missing, as their mistakes were reported.
    pub(crate) unclear: Vec<&'static str>,
}

/// The rules of a value as written.
#[derive(Debug)]
pub(crate) struct RawRules {
    /// `min_len = ..`
    pub(crate) min_len: Option<Given<Count>>,
    /// `max_len = ..`
    pub(crate) max_len: Option<Given<Count>>,
    /// `max_bytes = ..`
    pub(crate) max_bytes: Option<Given<Count>>,
    /// `pattern = ".."`
    pub(crate) pattern: Option<Given<StringLiteral>>,
    /// `check = ..`
    pub(crate) check: Option<Given<CheckPath>>,
    /// `min = ..`
    pub(crate) min: Option<Given<Bound>>,
    /// `max = ..`
    pub(crate) max: Option<Given<Bound>>,
    /// `min_items = ..`
    pub(crate) min_items: Option<Given<Count>>,
    /// `max_items = ..`
    pub(crate) max_items: Option<Given<Count>>,
    /// `each(..)`: the rules of each item, which is no list.
    pub(crate) each: Option<Box<RawRules>>,
    /// The keys of all these rules.
    pub(crate) keys: Vec<Ident>,
}

impl RawRules {
    fn read(keys: &mut Keys, diagnostics: &mut Diagnostics) -> Self {
        let before = keys.taken.len();
        let each = keys.take::<KeyList>("each", diagnostics).map(|list| {
            let mut keys = Keys::of_list(&list.value.0, IN_EACH, diagnostics);
            Box::new(Self::read(&mut keys, diagnostics))
        });
        Self {
            each,
            min_len: keys.take("min_len", diagnostics),
            max_len: keys.take("max_len", diagnostics),
            max_bytes: keys.take("max_bytes", diagnostics),
            pattern: keys.take("pattern", diagnostics),
            check: keys.take("check", diagnostics),
            min: keys.take("min", diagnostics),
            max: keys.take("max", diagnostics),
            min_items: keys.take("min_items", diagnostics),
            max_items: keys.take("max_items", diagnostics),
            keys: keys.taken[before..].to_vec(),
        }
    }
}

impl RawParam {
    /// Reads the parameter of a field, which is a variant's if it has no name.
    pub(crate) fn read(
        ident: &Ident,
        field: &Field,
        attributes: &[Attribute],
        grammar: Grammar,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut keys = Keys::read(attributes, grammar, diagnostics);
        Self {
            ident: ident.clone(),
            ty: field.ty.clone(),
            vis: field.vis.clone(),
            attributes: attributes.iter().filter_map(for_setter).collect(),
            doc: docs::read(attributes),
            name: keys.take("name", diagnostics),
            one_of: keys.take("one_of", diagnostics),
            any_of: keys.take("any_of", diagnostics),
            rules: RawRules::read(&mut keys, diagnostics),
            default: keys.take("default", diagnostics),
            default_text: keys.take("default_text", diagnostics),
            needs: keys.take("needs", diagnostics),
            all_of: keys.take("all_of", diagnostics),
            at_most: keys.take("at_most", diagnostics),
            secret: keys.take("secret", diagnostics),
            keys: keys.taken,
            unclear: keys.unclear,
        }
    }

    /// The identifier without `r#`.
    pub(crate) fn field_name(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// The tokens for a message about the wire name.
    pub(crate) fn name_tokens(&self) -> TokenStream {
        self.name.as_ref().map_or_else(|| self.ident.to_token_stream(), ToTokens::to_token_stream)
    }
}

/// What an attribute of a field is on its setter: `#[deprecated]` and lint levels are the same. What is expected of the
/// field is only allowed there, as it may not happen.
fn for_setter(attribute: &Attribute) -> Option<Attribute> {
    let path = attribute.path();
    if ["deprecated", "allow", "warn", "deny", "forbid"].iter().any(|name| path.is_ident(name)) {
        return Some(attribute.clone());
    }
    match &attribute.meta {
        Meta::List(list) if path.is_ident("expect") => {
            let lints = &list.tokens;
            Some(parse_quote!(#[allow(#lints)]))
        }
        _ => None,
    }
}
