//! `#[param(..)]` on a field of a method or a variant of a choice.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Ident, Type};

use super::docs;
use super::keys::{Given, Grammar, Keys};
use super::values::{Bound, CheckPath, Count, Flag, Switch, Text};
use crate::diag::Diagnostics;
use crate::model::DefaultLiteral;

/// The grammar on a field.
pub(crate) const ON_FIELD: Grammar = Grammar {
    attribute: "param",
    keys: &[
        "name",
        "one_of",
        "any_of",
        "min_len",
        "max_len",
        "pattern",
        "min",
        "max",
        "min_items",
        "max_items",
        "check",
        "default",
        "default_text",
        "secret",
    ],
    example: "max_len = 20",
    elsewhere: &[
        ("rename", "write `name = \"..\"`"),
        ("required", "every parameter is required whose type is no `Option`"),
        ("optional", "a parameter that may be left out is an `Option`"),
        ("skip", "a parameter that may be left out is an `Option`"),
        ("flatten", "write `one_of`, on an enum with `#[derive(VoxChoice)]`"),
        ("description", "write a doc comment, `/// ..`, above it"),
        ("doc", "write a doc comment, `/// ..`, above it"),
        ("len", "write `min_len = 5, max_len = 20`"),
        ("length", "write `min_len = 5, max_len = 20`"),
        ("range", "write `min = 1, max = 100`"),
        ("regex", "write `pattern = \"[a-z]+\"`"),
        ("email", "write `check = rules::EMAIL`"),
        ("url", "write `check = rules::URL`"),
        ("validate", "write `check = ..` with the path of a `Check`"),
        ("custom", "write `check = ..` with the path of a `Check`"),
        ("role", "roles belong to the method: `#[vox_method(roles = [..])]`"),
        ("roles", "roles belong to the method: `#[vox_method(roles = [..])]`"),
    ],
};

/// A parameter as written.
#[derive(Debug)]
pub(crate) struct RawParam {
    /// The field or variant.
    pub(crate) ident: Ident,
    /// The type.
    pub(crate) ty: Type,
    /// The documentation.
    pub(crate) doc: String,
    /// `name = ".."`
    pub(crate) name: Option<Given<Text>>,
    /// `one_of`
    pub(crate) one_of: Option<Given<Flag>>,
    /// `any_of = ".."`
    pub(crate) any_of: Option<Given<Text>>,
    /// The rules.
    pub(crate) rules: RawRules,
    /// `default = ..`
    pub(crate) default: Option<Given<DefaultLiteral>>,
    /// `default_text = ".."`
    pub(crate) default_text: Option<Given<Text>>,
    /// `secret = ..`
    pub(crate) secret: Option<Given<Switch>>,
}

/// The rules of a parameter as written.
#[derive(Debug)]
pub(crate) struct RawRules {
    /// `min_len = ..`
    pub(crate) min_len: Option<Given<Count>>,
    /// `max_len = ..`
    pub(crate) max_len: Option<Given<Count>>,
    /// `pattern = ".."`
    pub(crate) pattern: Option<Given<Text>>,
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
}

impl RawParam {
    /// Reads a parameter.
    pub(crate) fn read(
        ident: &Ident,
        ty: &Type,
        attributes: &[Attribute],
        grammar: Grammar,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let keys = Keys::read(attributes, grammar, diagnostics);
        Self {
            ident: ident.clone(),
            ty: ty.clone(),
            doc: docs::read(attributes),
            name: keys.take("name", diagnostics),
            one_of: keys.take("one_of", diagnostics),
            any_of: keys.take("any_of", diagnostics),
            rules: RawRules::read(&keys, diagnostics),
            default: keys.take("default", diagnostics),
            default_text: keys.take("default_text", diagnostics),
            secret: keys.take("secret", diagnostics),
        }
    }

    /// The identifier's word, without `r#`.
    pub(crate) fn word(&self) -> String {
        self.ident.unraw().to_string()
    }

    /// What a message about the wire name points to.
    pub(crate) fn name_tokens(&self) -> TokenStream {
        self.name.as_ref().map_or_else(|| self.ident.to_token_stream(), ToTokens::to_token_stream)
    }
}

impl RawRules {
    fn read(keys: &Keys, diagnostics: &mut Diagnostics) -> Self {
        Self {
            min_len: keys.take("min_len", diagnostics),
            max_len: keys.take("max_len", diagnostics),
            pattern: keys.take("pattern", diagnostics),
            check: keys.take("check", diagnostics),
            min: keys.take("min", diagnostics),
            max: keys.take("max", diagnostics),
            min_items: keys.take("min_items", diagnostics),
            max_items: keys.take("max_items", diagnostics),
        }
    }

    /// The keys of the rules about texts.
    pub(crate) fn text_keys(&self) -> Vec<&Ident> {
        let counts = [&self.min_len, &self.max_len].into_iter().flatten().map(|rule| &rule.key);
        let pattern = self.pattern.iter().map(|rule| &rule.key);
        counts.chain(pattern).chain(self.check.iter().map(|rule| &rule.key)).collect()
    }

    /// The keys of the rules about numbers.
    pub(crate) fn number_keys(&self) -> Vec<&Ident> {
        [&self.min, &self.max].into_iter().flatten().map(|rule| &rule.key).collect()
    }

    /// The keys of the rules about lists.
    pub(crate) fn list_keys(&self) -> Vec<&Ident> {
        [&self.min_items, &self.max_items].into_iter().flatten().map(|rule| &rule.key).collect()
    }
}
