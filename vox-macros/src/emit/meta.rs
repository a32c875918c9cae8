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
    /// The value; a literal around it only where it has more than every parameter has.
    pub(super) fn value(&self) -> TokenStream {
        let Self { ty, required, doc, plain } = self;
        let name = &plain.wire;
        let value = quote_spanned!(place(ty)=> <#ty as __vox::ParamValue>::META);
        let param = quote!(__vox::param(#name, #doc, #required, #value));
        let secret = plain.secret.map(|stated| quote!(secret: #stated,));
        let default = plain.default.as_ref().map(|default| {
            let value = default_value(default);
            quote!(default: __vox::Some(__vox::DefaultValue::#value),)
        });
        let any_of = plain.any_of.as_ref().map(|group| quote!(any_of: __vox::Some(#group),));
        let rules = (!plain.rules.is_empty()).then(|| {
            let rules = plain.rules.iter().map(rules::data);
            quote!(rules: &[#(__vox::Rule::#rules),*],)
        });
        if secret.is_none() && default.is_none() && any_of.is_none() && rules.is_none() {
            return param;
        }
        quote!(__vox::ParamMeta { #secret #default #any_of #rules ..#param })
    }
}

fn default_value(default: &DefaultValue) -> TokenStream {
    match default {
        DefaultValue::Literal(DefaultLiteral::Bool(value)) => quote!(Bool(#value)),
        DefaultValue::Literal(DefaultLiteral::Number(number)) => {
            let text = number.text();
            quote!(Number(#text))
        }
        DefaultValue::Literal(DefaultLiteral::Text(text)) => quote!(Text(#text)),
        DefaultValue::Sentence(text) => quote!(Sentence(#text)),
    }
}
