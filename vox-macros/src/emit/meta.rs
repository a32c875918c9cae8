//! Parameters as data.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;

use super::{place, rules};
use crate::model::{DefaultLiteral, DefaultValue, Plain};
use crate::types::TypeClass;

/// What a `ParamMeta` is made of.
pub(super) struct ParamData<'p> {
    /// The documentation.
    pub(super) doc: &'p str,
    /// The type, without its `Option`.
    pub(super) ty: &'p Type,
    /// Whether the parameter must be sent.
    pub(super) required: bool,
    /// The rest.
    pub(super) plain: &'p Plain,
}

impl ParamData<'_> {
    /// The value, a literal: a function that fills in what most parameters have would be interpreted for each.
    pub(super) fn value(&self) -> TokenStream {
        let Self { ty, required, doc, plain } = self;
        let name = &plain.wire;
        let meta = quote_spanned!(place(ty)=> <#ty as __vox::ParamValue>::META);
        let secret = match plain.secret {
            Some(stated) => quote!(#stated),
            None if TypeClass::of(ty).may_be_secret() => quote!(#meta.secret),
            None => quote!(false),
        };
        let default = optional(plain.default.as_ref().map(default_value));
        let any_of = optional(plain.any_of.as_ref());
        let rules = plain.rules.iter().map(rules::data);
        quote! {
            __vox::ParamMeta {
                name: #name,
                doc: #doc,
                value: #meta,
                required: #required,
                secret: #secret,
                default: #default,
                any_of: #any_of,
                rules: &[#(__vox::Rule::#rules),*],
            }
        }
    }
}

fn optional(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(__vox::Some(#value)),
        None => quote!(__vox::None),
    }
}

fn default_value(default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value)) => quote!(__vox::DefaultValue::Bool(#value)),
        DefaultValue::Literal(DefaultLiteral::Number(number)) => {
            let text = number.text();
            quote!(__vox::DefaultValue::Number(#text))
        }
        DefaultValue::Literal(DefaultLiteral::Text(text)) => quote!(__vox::DefaultValue::Text(#text)),
        DefaultValue::Sentence(text) => quote!(__vox::DefaultValue::Sentence(#text)),
    }
}
