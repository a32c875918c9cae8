//! Parameters as data.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;

use super::{docs, rules, span};
use crate::model::{DefaultLiteral, DefaultValue, Doc, Plain};

/// The metadata of a parameter whose type, without its `Option`, is `ty`: a literal that compiles fast, with neither a
/// function, which would be interpreted for each parameter, nor an empty `Option` or list.
pub(super) fn param(
    doc: &Doc,
    ty: &Type,
    required: &TokenStream,
    any_of: Option<&String>,
    plain: &Plain,
) -> TokenStream {
    let Plain { wire, default, secret, rules, .. } = plain;
    let doc = docs::value(doc);
    let value = quote_spanned!(span(ty)=> <#ty as __vox::Param>::value_meta);
    let default = default.as_ref().map_or_else(|| quote!(NO_DEFAULT), default_value);
    let any_of = group(any_of);
    let rules = rules::list(rules);
    quote! {
        __vox::ParamMeta {
            name: #wire,
            doc: #doc,
            value: #value,
            required: #required,
            declared_secret: #secret,
            default: __vox::#default,
            any_of: __vox::#any_of,
            rules: #rules,
        }
    }
}

/// The name of an any-of group, if there is one: an item of the module for generated code.
pub(super) fn group(any_of: Option<&String>) -> TokenStream {
    any_of.map_or_else(|| quote!(NO_GROUP), |group| quote!(Some(#group)))
}

fn default_value(default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value), _) => {
            quote!(Some(__vox::DefaultValue::Bool(#value)))
        }
        DefaultValue::Literal(DefaultLiteral::Number(number), _) => {
            let text = number.to_string();
            quote!(Some(__vox::DefaultValue::Number(#text)))
        }
        DefaultValue::Literal(DefaultLiteral::String(text), _) => {
            quote!(Some(__vox::DefaultValue::Text(#text)))
        }
        DefaultValue::Sentence(text) => quote!(Some(__vox::DefaultValue::Sentence(#text))),
    }
}
