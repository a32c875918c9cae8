//! The keys of a helper attribute: `#[param(min_len = 5, one_of)]`.
//!
//! All attributes of one name are read together. A key is taken by name with the type of its value; a key that is
//! misspelled, or whose value is wrong, is reported only once.

mod items;

use darling::FromMeta;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, MacroDelimiter, Meta, MetaNameValue, Path, parse_quote};

use super::values::CratePath;
use crate::diag::{Diagnostics, did_you_mean, source, unknown};
use crate::names::is_camel_case;

/// A key that the attribute does not have, and what to write instead.
pub(crate) type Foreign = (&'static str, &'static str);

/// What a helper attribute may contain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grammar {
    /// The attribute's name.
    pub(crate) attribute: &'static str,
    /// The keys.
    pub(crate) keys: &'static [&'static str],
    /// Something to put between the parentheses, for messages.
    pub(crate) example: &'static str,
    /// Keys of other crates and places, each with what to write instead.
    pub(crate) foreign: &'static [&'static [Foreign]],
}

impl Grammar {
    /// Where the keys are, for messages.
    fn place(&self) -> String {
        match self.attribute {
            "each" => "`each(..)`".to_owned(),
            attribute => format!("`#[{attribute}(..)]`"),
        }
    }

    /// What to write instead of a key of another crate.
    fn instead_of(&self, key: &str) -> Option<&'static str> {
        let foreign = self.foreign.iter().copied().flatten();
        foreign.copied().find(|(known, _)| *known == key).map(|(_, instead)| instead)
    }
}

/// A value with the tokens that a message points at.
#[derive(Debug, Clone)]
pub(crate) struct Given<T> {
    /// The value.
    pub(crate) value: T,
    /// Its tokens, for a message about the value.
    pub(crate) tokens: TokenStream,
    /// The key, for a message about its presence.
    pub(crate) key: Ident,
}

impl<T> ToTokens for Given<T> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}

/// A key with its value.
#[derive(Debug)]
struct Entry {
    /// The key as a string, as each conversion of an `Ident` allocates.
    name: String,
    key: Ident,
    item: Meta,
}

/// Keys that may be given several times.
const REPEATABLE: &[&str] = &["alias"];

impl Entry {
    /// The value, if it is of the type.
    fn read<T: FromMeta>(&self, diagnostics: &mut Diagnostics) -> Option<Given<T>> {
        if is_invalid_literal(&self.item) {
            return None;
        }
        let tokens = value_tokens(&self.item);
        match T::from_meta(&self.item) {
            Ok(value) => Some(Given { value, tokens, key: self.key.clone() }),
            Err(error) => {
                report(error, &tokens, diagnostics);
                None
            }
        }
    }
}

/// The keys of all attributes of one name on one item.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    entries: Vec<Entry>,
    /// Known keys that are missing for a reason that was already reported.
    excused: Vec<&'static str>,
    /// Something could not be read, so no key can be reported as missing.
    is_incomplete: bool,
    /// The keys that were taken.
    pub(crate) taken: Vec<Ident>,
    /// The keys that may be meant by something that was reported: checks treat them neither as given nor as missing.
    pub(crate) unclear: Vec<&'static str>,
    /// The name of the first attribute, for errors about missing keys.
    attribute: Option<Path>,
}

impl Keys {
    /// Reads the attributes with the name of the grammar.
    pub(crate) fn read(attributes: &[Attribute], grammar: Grammar, diagnostics: &mut Diagnostics) -> Self {
        let mut keys = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(grammar.attribute)) {
            keys.attribute.get_or_insert_with(|| attribute.path().clone());
            match content(attribute, grammar) {
                Ok(content) => keys.add_all(content, grammar, diagnostics),
                Err(error) => {
                    keys.is_incomplete = true;
                    diagnostics.push(error);
                }
            }
        }
        keys.reject_repeated(diagnostics);
        keys
    }

    /// Reads the keys of a list in an attribute: `each(..)`.
    pub(crate) fn of_list(tokens: &TokenStream, grammar: Grammar, diagnostics: &mut Diagnostics) -> Self {
        let mut keys = Self::default();
        keys.add_all(items::parse(tokens.clone(), grammar.example), grammar, diagnostics);
        keys.reject_repeated(diagnostics);
        keys
    }

    /// The attribute's name, if it is there.
    pub(crate) fn attribute(&self) -> Option<&Path> {
        self.attribute.as_ref()
    }

    /// Whether the key must be reported as missing.
    pub(crate) fn lacks(&self, key: &str) -> bool {
        !self.is_incomplete
            && !self.excused.contains(&key)
            && !self.entries.iter().any(|entry| entry.name == key)
    }

    /// The value of a key, if it is there and of the type.
    pub(crate) fn take<T: FromMeta>(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Option<Given<T>> {
        let entry = self.entries.iter().find(|entry| entry.name == key);
        let given: Option<Given<T>> = entry.and_then(|entry| entry.read(diagnostics));
        match &given {
            Some(given) => self.taken.push(given.key.clone()),
            None if self.lacks(key) => {}
            None => self.unclear.push(key),
        }
        given
    }

    /// The values of a key that may be repeated.
    pub(crate) fn take_all<T: FromMeta>(
        &mut self,
        key: &str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Given<T>> {
        let entries = self.entries.iter().filter(|entry| entry.name == key);
        let given: Vec<_> = entries.filter_map(|entry| entry.read(diagnostics)).collect();
        self.taken.extend(given.iter().map(|given| given.key.clone()));
        given
    }

    fn add_all(&mut self, items: Vec<syn::Result<Meta>>, grammar: Grammar, diagnostics: &mut Diagnostics) {
        for item in items {
            match item {
                Ok(item) => self.add(item, grammar, diagnostics),
                Err(error) => {
                    self.is_incomplete = true;
                    diagnostics.push(error);
                }
            }
        }
    }

    fn add(&mut self, item: Meta, grammar: Grammar, diagnostics: &mut Diagnostics) {
        let path = item.path();
        if let Some(key) = path.get_ident() {
            let name = key.to_string();
            if grammar.keys.contains(&name.as_str()) {
                self.entries.push(Entry { name, key: key.clone(), item });
                return;
            }
        }
        // `SetThing` alone is a value without its key.
        self.is_incomplete |= matches!(item, Meta::Path(_)) && is_camel_case(&source(path));
        self.reject(path, grammar, diagnostics);
    }

    fn reject(&mut self, path: &Path, grammar: Grammar, diagnostics: &mut Diagnostics) {
        let name = source(path);
        if let Some(last) =
            path.segments.last().filter(|last| grammar.keys.iter().any(|key| last.ident == key))
        {
            let key = &last.ident;
            diagnostics.error(path, format!("expected the key alone: write `{key}`; found `{name}`"));
            self.excused.extend(grammar.keys.iter().filter(|known| key == **known));
            return;
        }
        let what = format!("key `{name}` in {}", grammar.place());
        match grammar.instead_of(&name) {
            Some(instead) => {
                diagnostics.error(path, format!("unknown {what}: {instead}"));
                let named = |key: &&&str| instead.contains(&format!("`{key} ="));
                self.excused.extend(grammar.keys.iter().filter(named));
            }
            None => diagnostics.error(path, unknown(&what, &name, grammar.keys, false)),
        }
        self.excused.extend(did_you_mean(&name, grammar.keys));
    }

    fn reject_repeated(&mut self, diagnostics: &mut Diagnostics) {
        let mut kept: Vec<Entry> = Vec::new();
        for entry in self.entries.drain(..) {
            let is_repeatable = REPEATABLE.contains(&entry.name.as_str());
            if is_repeatable || !kept.iter().any(|other| other.name == entry.name) {
                kept.push(entry);
            } else {
                diagnostics.error(&entry.key, format!("`{}` is given twice: remove one", entry.name));
            }
        }
        self.entries = kept;
    }
}

/// The path of `vox-core`: as declared, or its name.
pub(crate) fn krate(given: Option<&Given<CratePath>>) -> Path {
    given.map_or_else(|| parse_quote!(::vox_core), |path| path.value.0.clone())
}

/// The path of `vox-core`, for the fallback: it may be right whatever else is wrong.
pub(crate) fn krate_in(attributes: &[Attribute], grammar: Grammar) -> Path {
    let mut ignored = Diagnostics::default();
    let mut keys = Keys::read(attributes, grammar, &mut ignored);
    krate(keys.take("crate", &mut ignored).as_ref())
}

/// Whether there is an attribute whose name is nearly this one, or has a path before it: the compiler reports it.
pub(crate) fn is_misspelled(attributes: &[Attribute], name: &str) -> bool {
    let last = |attribute: &Attribute| Some(attribute.path().segments.last()?.ident.to_string());
    attributes.iter().filter_map(last).any(|last| did_you_mean(&last, &[name]).is_some())
}

/// Rejects helper attributes that belong elsewhere.
pub(crate) fn reject_misplaced(
    attributes: &[Attribute],
    name: &str,
    belongs: &str,
    diagnostics: &mut Diagnostics,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        diagnostics.error(attribute.path(), format!("`#[{name}(..)]` belongs {belongs}: move it there"));
    }
}

/// Rejects helper attributes of another derive. Whether there are any.
pub(crate) fn reject_foreign(
    attributes: &[Attribute],
    name: &str,
    instead: &str,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut foreign = attributes.iter().filter(|attribute| attribute.path().is_ident(name)).peekable();
    let found = foreign.peek().is_some();
    foreign.for_each(|attribute| diagnostics.error(attribute.path(), format!("`#[{name}(..)]` {instead}")));
    found
}

fn content(attribute: &Attribute, grammar: Grammar) -> syn::Result<Vec<syn::Result<Meta>>> {
    let Grammar { attribute: name, example, .. } = grammar;
    let error = |message| Err(syn::Error::new_spanned(&attribute.meta, message));
    match &attribute.meta {
        Meta::List(list) if !matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            error(format!("expected parentheses: `#[{name}({example})]`"))
        }
        Meta::List(list) if !list.tokens.is_empty() => Ok(items::parse(list.tokens.clone(), example)),
        Meta::NameValue(_) => error(format!("expected parentheses: `#[{name}({example})]`")),
        // A method cannot do without it.
        _ if name == "vox_method" => {
            error(format!("`#[{name}]` has no keys: write keys in parentheses, as in `#[{name}({example})]`"))
        }
        _ => error(format!(
            "`#[{name}]` has no keys: remove it, or write keys in parentheses, as in `#[{name}({example})]`"
        )),
    }
}

/// The tokens for a message about the value: those after `=`, or all if there are none.
fn value_tokens(item: &Meta) -> TokenStream {
    match item {
        Meta::NameValue(pair) => Some(pair.value.to_token_stream()).filter(|value| !value.is_empty()),
        Meta::Path(_) | Meta::List(_) => None,
    }
    .unwrap_or_else(|| item.to_token_stream())
}

/// Whether the value is a literal such as `"\d"`, which the compiler reports by itself.
fn is_invalid_literal(item: &Meta) -> bool {
    matches!(
        item,
        Meta::NameValue(MetaNameValue { value: Expr::Lit(ExprLit { lit: Lit::Verbatim(_), .. }), .. })
    )
}

/// Reports what the value's parser found; an error without a span is about the whole value.
fn report(error: darling::Error, tokens: &TokenStream, diagnostics: &mut Diagnostics) {
    for error in error.flatten() {
        if error.has_span() {
            diagnostics.push(error.into());
        } else {
            diagnostics.error(tokens, error);
        }
    }
}
