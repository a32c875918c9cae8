//! The items between the parentheses of a helper attribute.
//!
//! What cannot be read is reported and skipped up to the next comma, so that the other items are read.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, Token, Type, parenthesized};

use crate::diag::source;

/// Reads `key`, `key = value` and `key(..)`, separated by commas. Each error stands for an item that cannot be read; `example`
/// is an item that can.
pub(super) fn parse(tokens: TokenStream, example: &str) -> Vec<syn::Result<Meta>> {
    let items = |input: ParseStream<'_>| items(input, example);
    items.parse2(tokens).unwrap_or_else(|error| vec![Err(error)])
}

fn items(input: ParseStream<'_>, example: &str) -> syn::Result<Vec<syn::Result<Meta>>> {
    let mut found = Vec::new();
    while !input.is_empty() {
        if let Some(comma) = input.parse::<Option<Token![,]>>()? {
            let message = "expected a key; found `,`: remove it";
            found.push(Err(syn::Error::new_spanned(comma, message)));
            continue;
        }
        let item = item(input, example);
        if item.is_err() {
            skip(input)?;
        }
        found.push(item);
        found.extend(separator(input).err().map(Err));
    }
    Ok(found)
}

fn item(input: ParseStream<'_>, example: &str) -> syn::Result<Meta> {
    // Before anything reads the list: what that left over would be an error of the whole attribute.
    if let Some(error) = missing_in_list(input) {
        return Err(error);
    }
    reject_missing_key(input, example)?;
    reject_other_signs(input)?;
    let path = key(input)?;
    if input.peek(syn::token::Paren) {
        let content;
        let delimiter = MacroDelimiter::Paren(parenthesized!(content in input));
        return Ok(Meta::List(MetaList { path, delimiter, tokens: content.parse()? }));
    }
    match input.parse()? {
        Some(eq_token) => Ok(Meta::NameValue(MetaNameValue { path, eq_token, value: value(input)? })),
        None => Ok(Meta::Path(path)),
    }
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

/// Skips what belongs to an item that cannot be read: the tokens up to the next comma.
fn skip(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut skipped = TokenStream::new();
    while !ends(input) {
        skipped.extend([input.parse::<TokenTree>()?]);
    }
    Ok(skipped)
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

/// Rejects what is not a key: `(max_len = 20)`, `"max_len" = 20`, `20`.
fn reject_missing_key(input: ParseStream<'_>, example: &str) -> syn::Result<()> {
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
        TokenTree::Literal(value) => format!("expected keys, as in `{example}`; found `{value}`"),
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
    key(&ahead).ok()?;
    ahead.parse::<Token![=]>().ok()?;
    let TokenTree::Group(group) = ahead.parse().ok()? else { return None };
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    tokens.windows(2).find_map(|pair| match pair {
        [TokenTree::Ident(_), TokenTree::Ident(second)] => Some(missing_comma(second)),
        _ => None,
    })
}

/// The value after `=`: an expression, or tokens that are none.
fn value(input: ParseStream<'_>) -> syn::Result<Expr> {
    // As an expression, `Map<String, u64>` would end at the comma.
    let ahead = input.fork();
    if let Some(ty) = ahead.parse().ok().filter(|ty| has_arguments(ty) && ends(&ahead)) {
        input.advance_to(&ahead);
        return Ok(Expr::Verbatim(ty.to_token_stream()));
    }
    let ahead = input.fork();
    if let Ok(value) = ahead.parse() {
        input.advance_to(&ahead);
        return Ok(value);
    }
    skip(input).map(Expr::Verbatim)
}

/// A key, also one that is a keyword, as `type`.
fn key(input: ParseStream<'_>) -> syn::Result<Path> {
    let ahead = input.fork();
    match ahead.call(Path::parse_mod_style) {
        Ok(path) => {
            input.advance_to(&ahead);
            Ok(path)
        }
        Err(_) => input.call(Ident::parse_any).map(Path::from),
    }
}

fn ends(ahead: ParseStream<'_>) -> bool {
    ahead.is_empty() || ahead.peek(Token![,])
}

fn has_arguments(ty: &Type) -> bool {
    crate::types::last_segment(ty).is_some_and(|segment| !segment.arguments.is_empty())
}
