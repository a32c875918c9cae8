//! Reads what is valid of an item that is half typed, so that completion works in spite of the error.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{
    Attribute, Data, DataEnum, DataStruct, DeriveInput, Field, Fields, FieldsNamed, Generics, Ident, Token,
    Variant, Visibility, braced,
};

/// The item without the fields or variants that cannot be read; `None` if its head cannot be read.
pub(crate) fn item(tokens: TokenStream) -> Option<DeriveInput> {
    head.parse2(tokens).ok()
}

enum Keyword {
    Struct(Token![struct]),
    Enum(Token![enum]),
}

fn head(input: ParseStream<'_>) -> syn::Result<DeriveInput> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    let keyword = match input.parse()? {
        Some(struct_token) => Keyword::Struct(struct_token),
        None => Keyword::Enum(input.parse()?),
    };
    let ident: Ident = input.parse()?;
    let generics: Generics = input.parse()?;
    let content;
    let brace_token: Brace = braced!(content in input);
    let data = match keyword {
        Keyword::Enum(enum_token) => {
            Data::Enum(DataEnum { enum_token, brace_token, variants: readable(&content, Variant::parse)? })
        }
        Keyword::Struct(struct_token) => {
            let named = readable(&content, Field::parse_named)?;
            let fields = Fields::Named(FieldsNamed { brace_token, named });
            Data::Struct(DataStruct { struct_token, fields, semi_token: None })
        }
    };
    // An editor may treat what follows a half-typed item as part of it.
    input.parse::<TokenStream>()?;
    Ok(DeriveInput { attrs, vis, ident, generics, data })
}

/// The members that can be read; the others are skipped up to their comma.
fn readable<T>(
    input: ParseStream<'_>,
    member: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<Punctuated<T, Token![,]>> {
    let mut members = Punctuated::new();
    while !input.is_empty() {
        let ahead = input.fork();
        if let Ok(member) = member(&ahead) {
            // A missing comma after it is no reason to lose it.
            input.advance_to(&ahead);
            members.push(member);
            input.parse::<Option<Token![,]>>()?;
            continue;
        }
        while !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            input.parse::<TokenTree>()?;
        }
    }
    Ok(members)
}
