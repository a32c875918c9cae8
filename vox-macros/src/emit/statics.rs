//! The metadata of a method.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::{across, docs, meta, span};
use crate::model::{AckValue, CredentialsIn, DefaultLiteral, DefaultValue, Kind, Method, Param, Plain, Role};
use crate::types::{TypeClass, is_unit, last_segment, list_item};

/// The metadata, a reference.
pub(super) fn value(method: &Method) -> TokenStream {
    let Method { name, params, money, .. } = method;
    let doc = docs::value(&method.doc);
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

/// Checks of choices, of which the derive sees only the names.
pub(super) fn checked_names(method: &Method) -> Option<TokenStream> {
    let names: Vec<_> =
        method.params.iter().filter_map(|param| param.plain.as_ref()).map(|plain| &plain.wire).collect();
    let groups: Vec<_> = method.params.iter().filter(|param| param.plain.is_none()).collect();
    let credentials = credentials(method);
    checked_groups("check_names", &names, &groups, |group| {
        let required = required(group);
        quote!(, #credentials, #required)
    })
}

/// Calls of this function, which checks one of these choices, in a method that also has parameters with the given names.
pub(super) fn checked_groups(
    function: &str,
    names: &[&String],
    groups: &[&Param],
    further: impl Fn(&Param) -> TokenStream,
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
            let further = further(group);
            let arguments = quote!(<#ty as __vox::OneOf>::META, &[#(#names),*], &[#(#others),*] #further);
            let function = Ident::new(function, group.ident.span());
            let call = quote_spanned!(group.ident.span()=> #function(#arguments));
            quote!(const _: () = #call;)
        })
        .collect();
    let function = Ident::new(function, Span::call_site());
    (!checks.is_empty()).then(|| quote!(use __vox::#function; #(#checks)*))
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

/// Checks of what only the types of parameters tell: the texts of string enums, and a `Default` that would leave out
/// required parameters.
pub(super) fn checked_values(method: &Method) -> TokenStream {
    let mut checks: Vec<ValueCheck> = Vec::new();
    for Param { ty, plain, .. } in &method.params {
        checks.extend(plain.iter().flat_map(|plain| value_checks(ty, plain)));
    }
    let mut trait_import = None;
    if method.params.iter().any(|param| !param.optional) {
        let (ident, name) = (&method.ident, syn::ext::IdentExt::unraw(&method.ident).to_string());
        checks.push(("check_no_default", method.span, quote!(__vox::Probe::<#ident>::HAS_DEFAULT, #name)));
        trait_import = Some(quote!(
            use __vox::NoDefault;
        ));
    }
    let calls = calls(checks);
    quote!(#trait_import #calls)
}

/// A check of a parameter: the function, its place and its arguments.
pub(super) type ValueCheck = (&'static str, Span, TokenStream);

/// Checks of a parameter whose type may be a string enum.
pub(super) fn value_checks(ty: &Type, plain: &Plain) -> Vec<ValueCheck> {
    let item = list_item(ty);
    let value = item.as_ref().unwrap_or(ty);
    let mut checks: Vec<ValueCheck> = Vec::new();
    if !TypeClass::of(value).may_be_alias() {
        return checks;
    }
    let texts = quote_spanned!(span(ty)=> <#ty as __vox::Param>::TEXTS);
    if let Some(DefaultValue::Literal(DefaultLiteral::String(text), at)) = &plain.default {
        let items: Vec<&str> = if item.is_some() { text.split(';').collect() } else { vec![text] };
        for text in items.into_iter().filter(|text| item.is_none() || *text != "all") {
            checks.push(("check_default", *at, quote!(#texts, #text)));
        }
    }
    if item.is_some() {
        let has_all = last_segment(ty).is_some_and(|list| list.ident == "List");
        checks.push(("check_items", value.span(), quote!(#texts, #has_all)));
    }
    checks
}

/// The calls of these checks, with their imports.
pub(super) fn calls(checks: Vec<ValueCheck>) -> TokenStream {
    let imports: BTreeSet<&str> = checks.iter().map(|check| check.0).collect();
    let imports = imports.into_iter().map(|name| Ident::new(name, Span::call_site()));
    let checks = checks.into_iter().map(|(function, at, arguments)| {
        // With a span as that of the calls in `checked_names`.
        let function = Ident::new(function, at);
        let call = quote_spanned!(at=> #function(#arguments));
        quote!(const _: () = #call;)
    });
    quote!(#(use __vox::#imports;)* #(#checks)*)
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
    let Param { doc, ty, any_of, plain, .. } = param;
    let required = required(param);
    if let Some(plain) = plain {
        let param = meta::param(doc, ty, &required, any_of.as_ref(), plain);
        return quote!(Param { 0: #param });
    }
    let (field, doc, any_of) = (field_name(param), docs::value(doc), meta::group(any_of.as_ref()));
    let choice = quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::META);
    quote!(OneOf {
        0: __vox::OneOfMeta { field: #field, doc: #doc, required: #required, any_of: __vox::#any_of, choice: #choice }
    })
}

/// Whether the parameter, or a member of the group, is required. Of a type whose spelling does not tell whether it is an `Option`,
/// the trait decides.
fn required(param: &Param) -> TokenStream {
    let Param { ty, optional, plain, .. } = param;
    match (optional, plain) {
        (true, _) => quote!(false),
        (false, None) => quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::REQUIRED),
        (false, Some(_)) if param.class.may_be_alias() => {
            quote_spanned!(span(ty)=> <#ty as __vox::Param>::REQUIRED)
        }
        (false, Some(_)) => quote!(true),
    }
}
