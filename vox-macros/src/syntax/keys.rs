//! The keys of a helper attribute: `#[param(min_len = 5, one_of)]`.
//!
//! All attributes of one name are read together. A key is taken out by name with the type of its value; a key that
//! is missing because it was misspelt, or whose value is wrong, is complained of once only.

mod items;

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, MacroDelimiter, Meta, Path};

use items::Items;

use super::values::CratePath;
use crate::diag::{Diagnostics, did_you_mean, source, unknown};
use crate::names::is_camel_case;

/// What a helper attribute may contain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grammar {
    /// The attribute's name.
    pub(crate) attribute: &'static str,
    /// The keys.
    pub(crate) keys: &'static [&'static str],
    /// Something to put between the parentheses, for messages.
    pub(crate) example: &'static str,
    /// Words that people bring from other crates, each with what is written here instead.
    pub(crate) elsewhere: &'static [(&'static str, &'static str)],
}

impl Grammar {
    /// What to write instead of a word from another crate.
    fn instead_of(&self, word: &str) -> Option<&'static str> {
        self.elsewhere.iter().find(|(known, _)| *known == word).map(|(_, instead)| *instead)
    }
}

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct Given<T> {
    /// The value.
    pub(crate) value: T,
    /// Its tokens: what a message about the value points to.
    pub(crate) tokens: TokenStream,
    /// The key: what a message about the presence of the key points to.
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
    /// The key's text: every look at an `Ident` makes it anew.
    word: String,
    key: Ident,
    item: NestedMeta,
}

/// The keys of all attributes of one name on one item.
#[derive(Debug)]
pub(crate) struct Keys {
    entries: Vec<Entry>,
    /// Known keys that are not there for a reason that was already told.
    excused: Vec<&'static str>,
    /// Something was not readable at all, so nothing can be called missing.
    broken: bool,
    /// The name of the first attribute: what "missing" points to.
    place: Option<Path>,
}

impl Keys {
    /// Reads the attributes that the grammar is about.
    pub(crate) fn read(attributes: &[Attribute], grammar: Grammar, diagnostics: &mut Diagnostics) -> Self {
        let mut keys = Self { entries: Vec::new(), excused: Vec::new(), broken: false, place: None };
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(grammar.attribute)) {
            keys.place.get_or_insert_with(|| attribute.path().clone());
            match content(attribute, grammar) {
                Ok(content) => {
                    content.items.into_iter().for_each(|item| keys.add(item, grammar, diagnostics));
                    keys.broken |= !content.errors.is_empty();
                    content.errors.into_iter().for_each(|error| diagnostics.push(error));
                }
                Err(error) => {
                    keys.broken = true;
                    diagnostics.push(error);
                }
            }
        }
        keys.refuse_repeated(diagnostics);
        keys
    }

    /// The attribute's name where it stands, if it does.
    pub(crate) fn place(&self) -> Option<&Path> {
        self.place.as_ref()
    }

    /// Whether it makes sense to call this key missing.
    pub(crate) fn lacks(&self, key: &str) -> bool {
        !self.broken && !self.excused.contains(&key) && !self.entries.iter().any(|entry| entry.word == key)
    }

    /// The value of a key, if it is there and of its type.
    pub(crate) fn take<T: FromMeta>(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<Given<T>> {
        let Entry { key, item, .. } = self.entries.iter().find(|entry| entry.word == key)?;
        if is_no_rust(item) {
            return None;
        }
        let tokens = value_tokens(item);
        match T::from_nested_meta(item) {
            Ok(value) => Some(Given { value, tokens, key: key.clone() }),
            Err(error) => {
                note(error, &tokens, diagnostics);
                None
            }
        }
    }

    fn add(&mut self, item: NestedMeta, grammar: Grammar, diagnostics: &mut Diagnostics) {
        let Some(path) = key_path(&item) else {
            let message = format!("expected keys, as in `{}`; found `{}`", grammar.example, source(&item));
            diagnostics.error(&item, message);
            self.broken = true;
            return;
        };
        if let Some(key) = path.get_ident() {
            let word = key.to_string();
            if grammar.keys.contains(&word.as_str()) {
                self.entries.push(Entry { word, key: key.clone(), item });
                return;
            }
        }
        // `SetThing` alone is a value: its key is not missing, it was left out.
        self.broken |= matches!(&item, NestedMeta::Meta(Meta::Path(_))) && is_camel_case(&source(path));
        self.refuse(path, grammar, diagnostics);
    }

    fn refuse(&mut self, path: &Path, grammar: Grammar, diagnostics: &mut Diagnostics) {
        let word = source(path);
        if let Some(last) =
            path.segments.last().filter(|last| grammar.keys.iter().any(|key| last.ident == key))
        {
            let key = &last.ident;
            diagnostics.error(path, format!("expected the key alone: write `{key}`; found `{word}`"));
            self.excused.extend(grammar.keys.iter().filter(|known| key == **known));
            return;
        }
        let what = format!("key `{word}` in `#[{}(..)]`", grammar.attribute);
        match grammar.instead_of(&word) {
            Some(instead) => {
                diagnostics.error(path, format!("unknown {what}: {instead}"));
                let named = |key: &&&str| instead.contains(&format!("`{key} ="));
                self.excused.extend(grammar.keys.iter().filter(named));
            }
            None => diagnostics.error(path, unknown(&what, &word, grammar.keys, false)),
        }
        self.excused.extend(did_you_mean(&word, grammar.keys));
    }

    fn refuse_repeated(&mut self, diagnostics: &mut Diagnostics) {
        let mut kept: Vec<Entry> = Vec::new();
        for entry in self.entries.drain(..) {
            match kept.iter().find(|other| other.word == entry.word) {
                Some(first) => {
                    let message = format!("`{}` is given twice: keep one of the two", entry.word);
                    diagnostics.conflict(&first.key, &entry.key, message);
                }
                None => kept.push(entry),
            }
        }
        self.entries = kept;
    }
}

/// The stated path of `vox-core`, for the fallback: whatever else is wrong, it may be right.
pub(crate) fn krate(attributes: &[Attribute], grammar: Grammar) -> Option<Path> {
    let mut ignored = Diagnostics::default();
    let keys = Keys::read(attributes, grammar, &mut ignored);
    keys.take::<CratePath>("crate", &mut ignored).map(|path| path.value.0)
}

/// Refuses helper attributes where they mean nothing.
pub(crate) fn refuse_misplaced(
    attributes: &[Attribute],
    name: &str,
    belongs: &str,
    diagnostics: &mut Diagnostics,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        diagnostics.error(attribute.path(), format!("`#[{name}(..)]` belongs {belongs}: move it there"));
    }
}

/// Refuses helper attributes that another derive has.
pub(crate) fn refuse_foreign(
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

fn content(attribute: &Attribute, grammar: Grammar) -> syn::Result<Items> {
    let Grammar { attribute: name, example, .. } = grammar;
    let error = |message| Err(syn::Error::new_spanned(&attribute.meta, message));
    match &attribute.meta {
        Meta::List(list) if !matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            error(format!("expected parentheses: `#[{name}({example})]`"))
        }
        Meta::List(list) if !list.tokens.is_empty() => Ok(items::parse(list.tokens.clone())),
        Meta::NameValue(_) => error(format!("expected parentheses: `#[{name}({example})]`")),
        // What every method needs cannot be removed.
        _ if name == "vox_method" => {
            error(format!("`#[{name}]` says nothing: put keys into parentheses as in `#[{name}({example})]`"))
        }
        _ => error(format!(
            "`#[{name}]` says nothing: remove it, or put keys into parentheses as in `#[{name}({example})]`"
        )),
    }
}

fn key_path(item: &NestedMeta) -> Option<&Path> {
    match item {
        NestedMeta::Meta(meta) => Some(meta.path()),
        NestedMeta::NameValueInvalidExpr(value) => Some(&value.path),
        NestedMeta::Lit(_) => None,
    }
}

fn value_tokens(item: &NestedMeta) -> TokenStream {
    match item {
        NestedMeta::Meta(Meta::NameValue(pair)) => pair.value.to_token_stream(),
        NestedMeta::NameValueInvalidExpr(pair) if !pair.value.is_empty() => pair.value.clone(),
        other => other.to_token_stream(),
    }
}

/// Whether the value is a literal such as `"\d"`, of which the compiler complains by itself.
fn is_no_rust(item: &NestedMeta) -> bool {
    match item {
        NestedMeta::Meta(Meta::NameValue(pair)) => {
            matches!(&pair.value, Expr::Lit(ExprLit { lit: Lit::Verbatim(_), .. }))
        }
        _ => false,
    }
}

/// Notes what a value's own parser found; what has no place of its own is about the whole value.
fn note(error: darling::Error, tokens: &TokenStream, diagnostics: &mut Diagnostics) {
    for error in error.flatten() {
        if error.has_span() {
            diagnostics.push(error.into());
        } else {
            diagnostics.error(tokens, error);
        }
    }
}
