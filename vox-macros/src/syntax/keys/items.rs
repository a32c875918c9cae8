//! The items between the parentheses of a helper attribute.

use darling::ast::{MetaNameValueInvalidExpr, NestedMeta};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Meta, MetaNameValue, Path, Token, Type};

/// Reads `key`, `key = value` and `key(..)`, separated by commas.
pub(super) fn parse(tokens: TokenStream) -> syn::Result<Vec<NestedMeta>> {
    let items = Punctuated::<Item, Token![,]>::parse_terminated.parse2(tokens)?;
    Ok(items.into_iter().map(|item| item.0).collect())
}

struct Item(NestedMeta);

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        match generic_type(input).or_else(|| expression(input)) {
            Some(item) => Ok(Self(item)),
            None => input.parse().map(Self),
        }
    }
}

/// `key = value`: read as an expression of several tokens where it is one, so that errors mark all of them.
fn expression(input: ParseStream<'_>) -> Option<NestedMeta> {
    let ahead = input.fork();
    let (path, eq_token) = key(&ahead)?;
    let value: Expr = ahead.parse().ok()?;
    ends(&ahead).then(|| {
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
