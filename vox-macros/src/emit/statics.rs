//! The metadata of a method.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::{across, meta, span};
use crate::model::{AckValue, CredentialsIn, Kind, Method, Param, Role};
use crate::types::is_unit;

/// The metadata, a reference.
pub(super) fn value(method: &Method) -> TokenStream {
    let Method { name, doc, params, money, .. } = method;
    let entries = params.iter().map(entry);
    let roles = match &method.roles {
        Some(roles) => {
            let roles = roles.iter().map(|role| match role {
                Role::Known(role) => quote!(__vox::Role::#role),
                Role::Other(name) => quote!(__vox::Role::Other(#name)),
            });
            quote!(__vox::Some { 0: &[#(#roles),*] })
        }
        None => quote!(__vox::None),
    };
    let kind = match method.kind {
        Kind::Read => quote!(Read),
        Kind::Write => quote!(Write),
    };
    let credentials = credentials(method);
    let ack = ack(method);
    let across = across::data(method);
    quote! {
        &__vox::MethodMeta {
            name: #name,
            doc: #doc,
            roles: #roles,
            kind: __vox::Kind::#kind,
            money: #money,
            credentials: #credentials,
            response: __vox::response::<Self>(),
            ack: #ack,
            params: &[#(__vox::ParamEntry::#entries),*],
            rules: #across,
        }
    }
}

/// Checks of the names in choices, which the derive does not see.
pub(super) fn checked_names(method: &Method) -> Option<TokenStream> {
    let names: Vec<_> =
        method.params.iter().filter_map(|param| param.plain.as_ref()).map(|plain| &plain.wire).collect();
    let groups: Vec<_> = method.params.iter().filter(|param| param.plain.is_none()).collect();
    checked_groups(&names, &groups, &credentials(method))
}

/// Checks of the names in these choices, beside which there are parameters with the given names.
pub(super) fn checked_groups(
    names: &[&String],
    groups: &[&Param],
    credentials: &TokenStream,
) -> Option<TokenStream> {
    let checks: Vec<TokenStream> = groups
        .iter()
        .map(|group| {
            let ty = &group.ty;
            let others = groups.iter().filter(|other| !std::ptr::eq(**other, *group)).map(|other| {
                let (field, ty) = (field_name(other), &other.ty);
                quote!((#field, <#ty as __vox::OneOf>::META))
            });
            // The call has the span of the field, so that nothing else is marked. Its arguments do not: lints would treat
            // them as the user's code.
            let arguments =
                quote!(<#ty as __vox::OneOf>::META, &[#(#names),*], &[#(#others),*], #credentials);
            let call = quote_spanned!(group.ident.span()=> check_names(#arguments));
            quote!(const _: () = #call;)
        })
        .collect();
    (!checks.is_empty()).then(|| quote!(use __vox::check_names; #(#checks)*))
}

fn credentials(method: &Method) -> TokenStream {
    match method.credentials {
        CredentialsIn::Client => quote!(__vox::CredentialsIn::Client),
        CredentialsIn::Request => quote!(__vox::CredentialsIn::Request),
    }
}

fn field_name(param: &Param) -> String {
    syn::ext::IdentExt::unraw(&param.ident).to_string()
}

/// A check of the response's fields, which the derive does not see: none may be the acknowledgment.
pub(super) fn checked_ack(method: &Method) -> Option<TokenStream> {
    let Method { ident, response, .. } = method;
    let ack = ack(method);
    (method.ack.is_some() && !is_unit(response)).then(|| {
        // With a span as that of the calls in `checked_names`.
        let arguments = quote!(__vox::response::<#ident>(), #ack);
        let call = quote_spanned!(response.span()=> check_ack(#arguments));
        quote!(use __vox::check_ack; const _: () = #call;)
    })
}

fn ack(method: &Method) -> TokenStream {
    match method.ack {
        None => quote!(__vox::NO_ACK),
        Some(AckValue::One) => quote!(__vox::ACK_ONE),
        Some(AckValue::Truthy) => quote!(__vox::ACK_TRUTHY),
    }
}

/// A variant of `ParamEntry`, as a struct expression like those of `Rule`.
pub(super) fn entry(param: &Param) -> TokenStream {
    let Param { doc, ty, optional, plain, .. } = param;
    let required = !optional;
    if let Some(plain) = plain {
        let param = meta::param(doc, ty, required, plain);
        return quote!(Param { 0: #param });
    }
    let field = field_name(param);
    let choice = quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::META);
    quote!(OneOf { 0: __vox::OneOfMeta { field: #field, doc: #doc, required: #required, choice: #choice } })
}
