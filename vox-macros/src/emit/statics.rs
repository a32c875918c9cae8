//! The metadata of a method.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::{across, docs, meta, span};
use crate::model::{
    AckValue, CredentialsIn, DefaultLiteral, DefaultValue, IfRequired, Kind, Method, Param, Plain, Role,
};
use crate::types::{TypeClass, is_unit, last_segment, list_item, may_be_users};

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
    let (plain, groups): (Vec<&Param>, Vec<&Param>) =
        method.params.iter().partition(|param| param.plain.is_some());
    let names = plain.into_iter().map(|param| (param.name(), field_name(param))).collect();
    let credentials = credentials(method);
    checked_groups("check_names", names, &groups, |group| {
        let others =
            groups.iter().filter(|other| !std::ptr::eq(**other, group)).map(|other| field_name(other));
        let required = required(group);
        quote!(, &[#(#others),*], #credentials, #required)
    })
}

/// Calls of this function, which checks one of these choices, in a method that also has parameters with the given names, each with
/// the field or variant that has it.
pub(super) fn checked_groups(
    function: &str,
    names: Vec<(String, String)>,
    groups: &[&Param],
    further: impl Fn(&Param) -> TokenStream,
) -> Option<TokenStream> {
    let is_renamed = names.iter().any(|(name, owner)| name != owner);
    let (names, owners): (Vec<_>, Vec<_>) = names.into_iter().unzip();
    let owners = if is_renamed { owners } else { Vec::new() };
    let values: Vec<TokenStream> = groups
        .iter()
        .map(|group| {
            let (field, ty) = (field_name(group), &group.ty);
            quote!((#field, <#ty as __vox::OneOf>::META))
        })
        .collect();
    let checks: Vec<TokenStream> = groups
        .iter()
        .zip(&values)
        .enumerate()
        .map(|(index, (group, value))| {
            // Each pair of groups is compared once.
            let others = &values[..index];
            // The call has the span of the field, so that nothing else is marked. Its arguments do not: lints would treat
            // them as the user's code.
            let further = further(group);
            let arguments = quote!(#value, &[#(#names),*], &[#(#owners),*], &[#(#others),*] #further);
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

/// A check at compile time: the function of `vox-core`, where the mistake is, and the arguments.
pub(crate) type Check = (&'static str, Span, TokenStream);

/// Checks of what only the types of parameters tell: the texts of string enums, and a `Default` that would leave out
/// required parameters.
pub(super) fn checked_values(method: &Method) -> TokenStream {
    let mut checks: Vec<Check> = method.params.iter().flat_map(param_checks).collect();
    checks.extend(method.if_required.iter().map(|mistake| {
        let IfRequired { param, unless, at, message } = mistake;
        let unless = unless.map(|index| {
            let required = required(&method.params[index]);
            quote!(&& !#required)
        });
        let required = required(&method.params[*param]);
        ("check_optional", *at, quote!(#required #unless, #message))
    }));
    let mut trait_import = None;
    if method.params.iter().any(|param| !param.optional) {
        let (ident, name) = (&method.ident, syn::ext::IdentExt::unraw(&method.ident).to_string());
        let is_required = is_any_required(method);
        let has_default = quote!(__vox::Probe::<#ident>::HAS_DEFAULT #is_required);
        checks.push(("check_no_default", method.span, quote!(#has_default, #name)));
        trait_import = Some(quote!(
            use __vox::NoDefault;
        ));
    }
    let calls = calls(checks);
    quote!(#trait_import #calls)
}

/// Whether a parameter is required, where the spelling of no type tells it: `&& (..)`.
fn is_any_required(method: &Method) -> Option<TokenStream> {
    let not_spelled: Vec<&Param> = method.params.iter().filter(|param| !param.optional).collect();
    let constants = not_spelled.iter().map(|param| required(param));
    let may_all_be_optional = not_spelled.iter().all(|param| param.class.may_be_alias());
    may_all_be_optional.then(|| quote!(&& (#(#constants)||*)))
}

/// Checks of a parameter, or a choice, of whose type the traits decide.
pub(crate) fn param_checks(param: &Param) -> Vec<Check> {
    let required = required(param);
    let if_required = param.if_required.iter();
    let mut checks: Vec<Check> =
        if_required.map(|(at, message)| ("check_optional", *at, quote!(#required, #message))).collect();
    checks.extend(param.plain.iter().flat_map(|plain| value_checks(&param.ty, plain)));
    checks
}

/// Checks of a parameter whose type may be a string enum.
pub(super) fn value_checks(ty: &Type, plain: &Plain) -> Vec<Check> {
    let item = list_item(ty);
    let value = item.as_ref().unwrap_or(ty);
    let mut checks: Vec<Check> = Vec::new();
    if !TypeClass::of(value).may_be_alias() && !may_be_users(value) {
        return checks;
    }
    let texts = quote_spanned!(span(ty)=> <#ty as __vox::Param>::TEXTS);
    if let (Some(DefaultValue::Literal(literal, at)), Some(message)) = (&plain.default, &plain.wrong_default)
    {
        let text = match literal {
            DefaultLiteral::String(text) => text.clone(),
            DefaultLiteral::Number(number) => number.to_string(),
            DefaultLiteral::Bool(value) => value.to_string(),
        };
        checks.push(("check_default_of_name", *at, quote!(#texts, #text, #message)));
    } else if let Some(DefaultValue::Literal(DefaultLiteral::String(text), at)) = &plain.default {
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
pub(crate) fn calls(checks: Vec<Check>) -> TokenStream {
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
