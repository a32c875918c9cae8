//! The metadata of a method.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{meta, span};
use crate::model::{AckValue, CredentialsIn, Kind, Method, Param};
use crate::types::is_unit;

/// The metadata, a reference.
pub(super) fn value(method: &Method) -> TokenStream {
    let Method { name, doc, params, .. } = method;
    let entries = params.iter().map(entry);
    let roles = match &method.roles {
        Some(roles) => quote!(__vox::Some { 0: &[#(__vox::Role::#roles),*] }),
        None => quote!(__vox::None),
    };
    let kind = match method.kind {
        Kind::Read => quote!(Read),
        Kind::Write => quote!(Write),
    };
    let credentials = match method.credentials {
        CredentialsIn::Client => quote!(Client),
        CredentialsIn::Request => quote!(Request),
    };
    let ack = match method.ack {
        None => quote!(NO_ACK),
        Some(AckValue::One) => quote!(ACK_ONE),
        Some(AckValue::Truthy) => quote!(ACK_TRUTHY),
    };
    quote! {
        &__vox::MethodMeta {
            name: #name,
            doc: #doc,
            roles: #roles,
            kind: __vox::Kind::#kind,
            credentials: __vox::CredentialsIn::#credentials,
            response: __vox::response::<Self>(),
            ack: __vox::#ack,
            params: &[#(__vox::ParamEntry::#entries),*],
        }
    }
}

/// Checks of the names in choices, which the derive does not see.
pub(super) fn checked_names(method: &Method) -> Option<TokenStream> {
    let Method { ident, params, .. } = method;
    let groups = params.iter().enumerate().filter(|(_, param)| param.plain.is_none());
    let checks: Vec<TokenStream> = groups
        .map(|(index, param)| {
            // The call has the span of the field, so that nothing else is marked. Its arguments do not: lints would treat
            // them as the user's code.
            let argument = quote!(<#ident as __vox::Method>::META, #index);
            let call = quote_spanned!(param.ident.span()=> check_names(#argument));
            quote!(const _: () = #call;)
        })
        .collect();
    (!checks.is_empty()).then(|| quote!(use __vox::check_names; #(#checks)*))
}

/// A check of the response's fields, which the derive does not see: none may be the acknowledgment.
pub(super) fn checked_ack(method: &Method) -> Option<TokenStream> {
    let Method { ident, response, ack, .. } = method;
    (ack.is_some() && !is_unit(response)).then(|| {
        // With a span as that of the calls in `checked_names`.
        let argument = quote!(<#ident as __vox::Method>::META);
        let call = quote_spanned!(response.span()=> check_ack(#argument));
        quote!(use __vox::check_ack; const _: () = #call;)
    })
}

/// A variant of `ParamEntry`, as a struct expression like those of `Rule`.
fn entry(param: &Param) -> TokenStream {
    let Param { ident, doc, ty, optional, plain, .. } = param;
    let required = !optional;
    if let Some(plain) = plain {
        let param = meta::param(doc, ty, required, plain);
        return quote!(Param { 0: #param });
    }
    let field = syn::ext::IdentExt::unraw(ident).to_string();
    let choice = quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::META);
    quote!(OneOf { 0: __vox::OneOfMeta { field: #field, doc: #doc, required: #required, choice: #choice } })
}
