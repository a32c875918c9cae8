//! The metadata of a method.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Ident, Path};

use super::meta::ParamData;
use super::method::Placed;
use super::place;
use super::rules::referred;
use crate::model::{CredentialsIn, Kind, Method, Param};

/// The metadata. Statics and not constants: generated code and entries refer to the same parameter.
pub(super) fn emit(method: &Method, params: &[Placed<'_>]) -> TokenStream {
    let Method { krate, name, doc, .. } = method;
    let referred = params.iter().filter_map(|placed| Some(referred(krate, placed.plain?, placed.index)));
    let plain: Vec<_> = params.iter().filter_map(|placed| plain_literal(krate, placed)).collect();
    let one_ofs: Vec<_> =
        params.iter().filter(|placed| placed.plain.is_none()).map(|placed| one_of(krate, placed)).collect();
    let plain = array("__VOX_PARAMS", &quote!(#krate::ParamMeta), &plain);
    let one_ofs = array("__VOX_ONE_OFS", &quote!(#krate::OneOfMeta), &one_ofs);
    let entries = params.iter().map(|placed| entry(krate, placed));
    let roles = match &method.roles {
        Some(roles) => quote!(::core::option::Option::Some(&[#(#krate::Role::#roles),*])),
        None => quote!(::core::option::Option::None),
    };
    let kind = match method.kind {
        Kind::Read => quote!(Read),
        Kind::Write => quote!(Write),
    };
    let credentials = match method.credentials {
        CredentialsIn::Client => quote!(Client),
        CredentialsIn::Request => quote!(Request),
    };
    let bound = bound(params.iter().any(|placed| placed.plain.is_some()));
    let clashes = clashes(krate, params);
    quote! {
        #(#referred)*
        #plain
        #one_ofs
        #clashes
        static __VOX_META: #krate::MethodMeta = #krate::MethodMeta {
            name: #name,
            doc: #doc,
            roles: #roles,
            kind: #krate::Kind::#kind,
            credentials: #krate::CredentialsIn::#credentials,
            params: { #bound &[#(#entries),*] },
        };
    }
}

/// A static array, left out where it would be empty.
pub(super) fn array(name: &str, ty: &TokenStream, items: &[TokenStream]) -> Option<TokenStream> {
    let name = Ident::new(name, proc_macro2::Span::call_site());
    let count = items.len();
    (count > 0).then(|| quote!(static #name: [#ty; #count] = [#(#items),*];))
}

/// The plain parameters in a variable, where they are used.
///
/// For each `&STATIC[0]` the compiler would ask whether it can be promoted, which costs it more than all else there.
pub(super) fn bound(is_used: bool) -> Option<TokenStream> {
    is_used.then(|| quote!(let params = &__VOX_PARAMS;))
}

/// Where names could clash that only the compiler sees: those inside one-of groups. The compiler interprets this for
/// every method, so only the group's side tells of it.
fn clashes(krate: &Path, params: &[Placed<'_>]) -> Option<TokenStream> {
    let groups = params.iter().enumerate().filter(|(_, placed)| placed.plain.is_none());
    let checks: Vec<TokenStream> = groups
        .map(|(index, placed)| {
            // The whole call has the place of the field, so that nothing else is marked.
            let place = placed.param.ident.span();
            let call = quote_spanned!(place=> refuse_clashes(&__VOX_META, #index));
            quote!(const _: () = #call;)
        })
        .collect();
    (!checks.is_empty()).then(|| quote!(use #krate::__private::refuse_clashes; #(#checks)*))
}

fn plain_literal(krate: &Path, placed: &Placed<'_>) -> Option<TokenStream> {
    let plain = placed.plain?;
    let Param { doc, ty, optional, .. } = placed.param;
    Some(ParamData { krate, doc, ty, required: !optional, plain, index: placed.index }.literal())
}

fn one_of(krate: &Path, placed: &Placed<'_>) -> TokenStream {
    let Param { ident, doc, ty, optional, .. } = placed.param;
    let field = syn::ext::IdentExt::unraw(ident).to_string();
    let required = !optional;
    let choice = quote_spanned!(place(ty)=> <#ty as #krate::Choice>::META);
    quote!(#krate::OneOfMeta { field: #field, doc: #doc, required: #required, choice: #choice })
}

fn entry(krate: &Path, placed: &Placed<'_>) -> TokenStream {
    let index = placed.index;
    match placed.plain {
        Some(_) => quote!(#krate::ParamEntry::Param(&params[#index])),
        None => quote!(#krate::ParamEntry::OneOf(&__VOX_ONE_OFS[#index])),
    }
}
