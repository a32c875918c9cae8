//! The metadata of a method.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::meta::ParamData;
use super::method::Placed;
use super::place;
use crate::model::{AckValue, CredentialsIn, Kind, Method, Param};
use crate::names::{ALL_NAMES, name_bit};
use crate::types::is_unit;

/// The metadata, a reference.
pub(super) fn value(method: &Method, params: &[Placed<'_>]) -> TokenStream {
    let Method { name, doc, .. } = method;
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

/// Where names could clash that only the compiler sees: those inside one-of groups. The compiler interprets this for
/// every method, so only the group's side tells of it.
pub(super) fn clashes(method: &Method, params: &[Placed<'_>]) -> Option<TokenStream> {
    let ident = &method.ident;
    let groups: Vec<_> = params.iter().enumerate().filter(|(_, placed)| placed.plain.is_none()).collect();
    let others = match groups.len() {
        1 => params
            .iter()
            .filter_map(|placed| Some(name_bit(&placed.plain?.wire)))
            .fold(0, |all, bit| all | bit),
        _ => ALL_NAMES,
    };
    let checks: Vec<TokenStream> = groups
        .iter()
        .map(|(index, placed)| {
            // The call has the place of the field, so that nothing else is marked. What is in it has not: lints would
            // take it for the user's own code.
            let place = placed.param.ident.span();
            let ty = &placed.param.ty;
            let arguments = quote!(<#ty as __vox::Choice>::META, #index, #others);
            let call = quote_spanned!(place=> refuse_clashes::<#ident>(#arguments));
            quote!(const _: () = #call;)
        })
        .collect();
    (!checks.is_empty()).then(|| quote!(use __vox::refuse_clashes; #(#checks)*))
}

/// Where a field of the response may be the acknowledgment, which only the compiler sees.
pub(super) fn checked_ack(method: &Method) -> Option<TokenStream> {
    let Method { ident, response, ack, .. } = method;
    (ack.is_some() && !is_unit(response)).then(|| {
        // Placed as the calls in `clashes`.
        let argument = quote!(<#ident as __vox::Method>::META);
        let call = quote_spanned!(response.span()=> check_ack(#argument));
        quote!(use __vox::check_ack; const _: () = #call;)
    })
}

/// A variant of `ParamEntry`, in braces as those of `Rule`.
fn entry(placed: &Placed<'_>) -> TokenStream {
    let Param { ident, doc, ty, optional, .. } = placed.param;
    let required = !optional;
    if let Some(plain) = placed.plain {
        let param = ParamData { doc, ty, required, plain }.value();
        return quote!(Param { 0: #param });
    }
    let field = syn::ext::IdentExt::unraw(ident).to_string();
    let choice = quote_spanned!(place(ty)=> <#ty as __vox::Choice>::META);
    quote!(OneOf { 0: __vox::OneOfMeta { field: #field, doc: #doc, required: #required, choice: #choice } })
}
