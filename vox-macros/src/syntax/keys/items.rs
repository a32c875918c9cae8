//! The items between the parentheses of a helper attribute.
//!
//! What cannot be read is reported and skipped up to the next comma, so that the other items are read.

use darling::ast::{MetaNameValueInvalidExpr, NestedMeta};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Meta, MetaNameValue, Path, Token, Type};

use crate::diag::source;

/// What an attribute contains.
#[derive(Default)]
pub(super) struct Items {
    /// The items that can be read.
    pub(super) items: Vec<NestedMeta>,
    /// What is wrong with the others.
    pub(super) errors: Vec<syn::Error>,
}

/// Reads `key`, `key = value` and `key(..)`, separated by commas.
pub(super) fn parse(tokens: TokenStream) -> Items {
    items.parse2(tokens).unwrap_or_else(|error| Items { items: Vec::new(), errors: vec![error] })
}

fn items(input: ParseStream<'_>) -> syn::Result<Items> {
    let mut found = Items::default();
    while !input.is_empty() {
        if let Some(comma) = input.parse::<Option<Token![,]>>()? {
            found.errors.push(syn::Error::new_spanned(comma, "expected a key; found `,`: remove it"));
            continue;
        }
        match item(input) {
            Ok(item) => found.items.push(item),
            Err(error) => {
                found.errors.push(error);
                skip(input)?;
            }
        }
        if let Err(error) = separator(input) {
            found.errors.push(error);
        }
    }
    Ok(found)
}

fn item(input: ParseStream<'_>) -> syn::Result<NestedMeta> {
    // Before anything reads the list: what that left over would be an error of the whole attribute.
    if let Some(error) = missing_in_list(input) {
        return Err(error);
    }
    if let Some(item) = generic_type(input).or_else(|| expression(input)).or_else(|| braces(input)) {
        return Ok(item);
    }
    reject_missing_key(input)?;
    reject_other_signs(input)?;
    input.parse()
}

/// Reads the comma after an item, or reports what is there instead.
fn separator(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Option<Token![,]>>()?.is_some() {
        return Ok(());
    }
    if let Some(key) = next_key(input) {
        return Err(missing_comma(&key));
    }
    let found: TokenTree = input.parse()?;
    if found.to_string() != ";" {
        skip(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
    Err(syn::Error::new(found.span(), format!("expected `,`; found `{found}`")))
}

/// Skips what belongs to an item that cannot be read.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

fn missing_comma(before: &Ident) -> syn::Error {
    syn::Error::new(before.span(), format!("missing `,` before `{before}`"))
}

/// The key that an item begins with here, if one does.
fn next_key(input: ParseStream<'_>) -> Option<Ident> {
    let ahead = input.fork();
    let key = ahead.call(Ident::parse_any).ok()?;
    (ends(&ahead) || ahead.peek(Token![=]) || ahead.peek(syn::token::Paren)).then_some(key)
}

/// Rejects what is not a key: `(max_len = 20)`, `"max_len" = 20`.
fn reject_missing_key(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    let found: TokenTree = ahead.parse()?;
    let message = match &found {
        TokenTree::Literal(key) if ahead.peek(Token![=]) => {
            let name = key.to_string();
            format!("expected a key without quotes, as in `{} = ..`; found `{name}`", name.trim_matches('"'))
        }
        TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
            format!("expected a key; found `{}`: remove the brackets around the keys", source(&found))
        }
        TokenTree::Punct(sign) if sign.as_char() != ':' => format!("expected a key; found `{sign}`"),
        _ => return Ok(()),
    };
    Err(syn::Error::new_spanned(found, message))
}

/// Rejects a key without `=`: `max_len: 20`, `max_len 20`, `max-len = 20`.
fn reject_other_signs(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    let Ok(key) = ahead.call(Ident::parse_any) else { return Ok(()) };
    if let Some(sign) = other_equals(&ahead)? {
        let message = format!("expected `=` after `{key}`; found `{sign}`");
        return Err(syn::Error::new_spanned(sign, message));
    }
    if ends(&ahead) || ahead.peek(Token![=]) || ahead.peek(Token![::]) || ahead.peek(syn::token::Paren) {
        return Ok(());
    }
    if let Some(next) = next_key(&ahead) {
        input.advance_to(&ahead);
        return Err(missing_comma(&next));
    }
    let found: TokenTree = ahead.parse()?;
    let message = match ahead.call(Ident::parse_any) {
        Ok(rest) if found.to_string() == "-" => format!("names have no hyphens: write `{key}_{rest}`"),
        _ => format!("expected `=` after `{key}`; found `{found}`"),
    };
    Err(syn::Error::new(found.span(), message))
}

/// `==` and `=>`, which begin like `=`.
fn other_equals(input: ParseStream<'_>) -> syn::Result<Option<TokenStream>> {
    Ok(if input.peek(Token![==]) {
        Some(input.parse::<Token![==]>()?.to_token_stream())
    } else if input.peek(Token![=>]) {
        Some(input.parse::<Token![=>]>()?.to_token_stream())
    } else {
        None
    })
}

/// `[Owner Admin]`: a list without a comma.
fn missing_in_list(input: ParseStream<'_>) -> Option<syn::Error> {
    let ahead = input.fork();
    key(&ahead)?;
    let TokenTree::Group(group) = ahead.parse().ok()? else { return None };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    tokens.windows(2).find_map(|pair| match pair {
        [TokenTree::Ident(_), TokenTree::Ident(second)] => Some(missing_comma(second)),
        _ => None,
    })
}

/// `key = value`: read as an expression of several tokens where it is one, so that errors mark all of them.
fn expression(input: ParseStream<'_>) -> Option<NestedMeta> {
    let ahead = input.fork();
    let (path, eq_token) = key(&ahead)?;
    let value: Expr = ahead.parse().ok()?;
    (ends(&ahead) || next_key(&ahead).is_some() || ahead.peek(Token![;])).then(|| {
        input.advance_to(&ahead);
        NestedMeta::Meta(Meta::NameValue(MetaNameValue { path, eq_token, value }))
    })
}

/// `key = Map<String, u64>`: as an expression it would end at the comma.
fn generic_type(input: ParseStream<'_>) -> Option<NestedMeta> {
    let ahead = input.fork();
    let (path, eq_token) = key(&ahead)?;
    let value: Type = ahead.parse().ok()?;
    let item = MetaNameValueInvalidExpr {
        path,
        eq_token,
        value: value.to_token_stream(),
        error: darling::Error::custom("a type with generic arguments"),
    };
    (ends(&ahead) && has_arguments(&value)).then(|| {
        input.advance_to(&ahead);
        NestedMeta::NameValueInvalidExpr(item)
    })
}

/// `key = { .. }`: never a value, as the parser of the value's type reports.
fn braces(input: ParseStream<'_>) -> Option<NestedMeta> {
    let ahead = input.fork();
    let (path, eq_token) = key(&ahead)?;
    let value: TokenTree = ahead.parse().ok()?;
    let braced = matches!(&value, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    (braced && ends(&ahead)).then(|| {
        input.advance_to(&ahead);
        NestedMeta::NameValueInvalidExpr(MetaNameValueInvalidExpr {
            path,
            eq_token,
            value: value.to_token_stream(),
            error: darling::Error::custom("braces"),
        })
    })
}

/// The key and what follows it.
fn key(ahead: ParseStream<'_>) -> Option<(Path, Token![=])> {
    Some((ahead.call(Path::parse_mod_style).ok()?, ahead.parse().ok()?))
}

fn ends(ahead: ParseStream<'_>) -> bool {
    ahead.is_empty() || ahead.peek(Token![,])
}

fn has_arguments(ty: &Type) -> bool {
    crate::types::last_segment(ty).is_some_and(|segment| !segment.arguments.is_empty())
}
