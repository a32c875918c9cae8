//! Parameters as data.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Path, Type};

use super::{place, rules};
use crate::model::{DefaultLiteral, DefaultValue, Plain};
use crate::types::TypeClass;

/// What a `ParamMeta` is made of.
pub(super) struct ParamData<'p> {
    /// The path of `vox-core`.
    pub(super) krate: &'p Path,
    /// The documentation.
    pub(super) doc: &'p str,
    /// The type, without its `Option`.
    pub(super) ty: &'p Type,
    /// Whether the parameter must be sent.
    pub(super) required: bool,
    /// The rest.
    pub(super) plain: &'p Plain,
    /// Its index among the plain parameters.
    pub(super) index: usize,
}

impl ParamData<'_> {
    /// The literal; what is as in `ParamMeta::EMPTY` is left out.
    pub(super) fn literal(&self) -> TokenStream {
        let Self { krate, ty, required, doc, plain, index } = self;
        let name = &plain.wire;
        let value = quote_spanned!(place(ty)=> <#ty as #krate::ParamValue>::META);
        let secret = match plain.secret {
            Some(stated) => quote!(secret: #stated,),
            // As in `EMPTY`.
            None if TypeClass::of(ty).is_primitive() => TokenStream::new(),
            None => quote_spanned!(place(ty)=> secret: <#ty as #krate::ParamValue>::META.secret,),
        };
        let default = plain.default.as_ref().map(|default| {
            let value = default_value(krate, default);
            quote!(default: ::core::option::Option::Some(#value),)
        });
        let any_of = plain.any_of.as_ref().map(|group| quote!(any_of: ::core::option::Option::Some(#group),));
        let rules = (!plain.rules.is_empty()).then(|| {
            let rules = plain.rules.iter().map(|rule| rules::data(krate, rule, *index));
            quote!(rules: &[#(#rules),*],)
        });
        quote! {
            #krate::ParamMeta {
                name: #name,
                doc: #doc,
                value: #value,
                required: #required,
                #secret
                #default #any_of #rules
                ..#krate::ParamMeta::EMPTY
            }
        }
    }
}

fn default_value(krate: &Path, default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value)) => quote!(#krate::DefaultValue::Bool(#value)),
        DefaultValue::Literal(DefaultLiteral::Number(number)) => {
            let text = number.text();
            quote!(#krate::DefaultValue::Number(#text))
        }
        DefaultValue::Literal(DefaultLiteral::Text(text)) => quote!(#krate::DefaultValue::Text(#text)),
        DefaultValue::Sentence(text) => quote!(#krate::DefaultValue::Sentence(#text)),
    }
}
