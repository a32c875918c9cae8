//! Parameters as data.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;

use super::{place, rules};
use crate::model::{DefaultLiteral, DefaultValue, Plain};

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
    /// The value, a literal of what a compiler is quickest with: neither a function, which would be interpreted for each
    /// parameter, nor an `Option` or a list where there is nothing in it.
    pub(super) fn value(&self) -> TokenStream {
        let Self { ty, required, doc, plain } = self;
        let name = &plain.wire;
        let value = quote_spanned!(place(ty)=> <#ty as __vox::Param>::value_meta);
        let secret = plain.secret;
        let default = match &plain.default {
            Some(default) => default_value(default),
            None => quote!(NO_DEFAULT),
        };
        let any_of = match &plain.any_of {
            Some(group) => quote!(Some(#group)),
            None => quote!(NO_GROUP),
        };
        let rules = rules::list(&plain.rules);
        quote! {
            __vox::ParamMeta {
                name: #name,
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
}

fn default_value(default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value)) => quote!(Some(__vox::DefaultValue::Bool(#value))),
        DefaultValue::Literal(DefaultLiteral::Number(number)) => {
            let text = number.text();
            quote!(Some(__vox::DefaultValue::Number(#text)))
        }
        DefaultValue::Literal(DefaultLiteral::Text(text)) => quote!(Some(__vox::DefaultValue::Text(#text))),
        DefaultValue::Sentence(text) => quote!(Some(__vox::DefaultValue::Sentence(#text))),
    }
}
