//! The metadata of a method.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use super::{across, docs, meta, span};
use crate::model::{
    AckValue, CredentialsIn, DefaultLiteral, DefaultValue, IfRequired, Kind, Method, Param, Role,
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

/// Checks of the names in choices, which the derive does not see.
pub(super) fn checked_names(method: &Method) -> Option<TokenStream> {
    let (plain, groups): (Vec<&Param>, Vec<&Param>) =
        method.params.iter().partition(|param| param.plain.is_some());
    let names = plain.into_iter().map(|param| (param.name(), field_name(param))).collect();
    checked_groups(names, &groups, &credentials(method))
}

/// Checks of the names in these choices, in a method that also has parameters with the given names, each with the field or
/// variant that has it.
pub(super) fn checked_groups(
    names: Vec<(String, String)>,
    groups: &[&Param],
    credentials: &TokenStream,
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
            let arguments = quote!(#value, &[#(#names),*], &[#(#owners),*], &[#(#others),*], #credentials);
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

/// A check at compile time: the function of `vox-core`, where the mistake is, and the arguments.
pub(crate) type Check = (&'static str, Span, TokenStream);

/// Checks of what only the types of parameters tell: the texts of string enums, and a `Default` that would leave out
/// required parameters.
pub(super) fn checked_values(method: &Method) -> TokenStream {
    let mut checks = value_checks(&method.params);
    checks.extend(method.if_required.iter().map(|mistake| {
        let IfRequired { param, unless, at, message } = mistake;
        let unless = unless.map(|index| {
            let required = required_by_type(&method.params[index]);
            quote!(&& !#required)
        });
        let required = required_by_type(&method.params[*param]);
        ("check_optional", *at, quote!(#required #unless, #message))
    }));
    if method.params.iter().any(|param| !param.optional) {
        let (ident, name) = (&method.ident, syn::ext::IdentExt::unraw(&method.ident).to_string());
        let required = required(method);
        let has_default = quote!(__vox::Probe::<#ident>::HAS_DEFAULT #required);
        checks.push(("check_no_default", method.span, quote!(#has_default, #name)));
        let import = quote!(
            use __vox::NoDefault;
        );
        let checks = run(&checks);
        return quote!(#import #checks);
    }
    run(&checks)
}

/// Checks of the values that the declarations of parameters state.
pub(crate) fn value_checks<'p>(params: impl IntoIterator<Item = &'p Param>) -> Vec<Check> {
    let mut checks = Vec::new();
    for param in params {
        let Some(plain) = &param.plain else { continue };
        let required = required_by_type(param);
        let if_required = plain.if_required.iter();
        checks.extend(if_required.map(|(at, message)| ("check_optional", *at, quote!(#required, #message))));
        let item = list_item(&param.ty);
        let value = item.as_ref().unwrap_or(&param.ty);
        if !TypeClass::of(value).may_be_alias() && !may_be_users(value) {
            continue;
        }
        let ty = &param.ty;
        let texts = quote_spanned!(span(ty)=> <#ty as __vox::Param>::TEXTS);
        if let (Some(DefaultValue::Literal(literal, at)), Some(message)) =
            (&plain.default, &plain.wrong_default)
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
            let has_all = last_segment(&param.ty).is_some_and(|list| list.ident == "List");
            checks.push(("check_items", value.span(), quote!(#texts, #has_all)));
        }
    }
    checks
}

/// Whether a parameter is required, by the trait of its type.
fn required_by_type(Param { ty, plain, .. }: &Param) -> TokenStream {
    match plain {
        Some(_) => quote_spanned!(span(ty)=> <#ty as __vox::Param>::REQUIRED),
        None => quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::REQUIRED),
    }
}

/// Runs the checks.
pub(crate) fn run(checks: &[Check]) -> TokenStream {
    let mut imports: Vec<&str> = checks.iter().map(|check| check.0).collect();
    imports.sort_unstable();
    imports.dedup();
    let imports = imports.into_iter().map(|name| Ident::new(name, Span::call_site()));
    let checks = checks.iter().map(|(function, at, arguments)| {
        // With a span as that of the calls in `checked_names`.
        let (function, at) = (Ident::new(function, *at), *at);
        let call = quote_spanned!(at=> #function(#arguments));
        quote!(const _: () = #call;)
    });
    quote!(#(use __vox::#imports;)* #(#checks)*)
}

/// Whether a parameter is required, where the spelling of no type tells it: `&& (..)`.
fn required(method: &Method) -> Option<TokenStream> {
    let not_spelled: Vec<&Param> = method.params.iter().filter(|param| !param.optional).collect();
    let constants = not_spelled.iter().map(|param| required_by_type(param));
    let may_all_be_optional = not_spelled.iter().all(|param| param.class.may_be_alias());
    may_all_be_optional.then(|| quote!(&& (#(#constants)||*)))
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
    // Of a type whose spelling does not tell whether it is an `Option`, the trait decides.
    let required = match (optional, plain) {
        (true, _) => quote!(false),
        (false, None) => required_by_type(param),
        (false, Some(_)) if param.class.may_be_alias() => required_by_type(param),
        (false, Some(_)) => quote!(true),
    };
    if let Some(plain) = plain {
        let param = meta::param(doc, ty, &required, plain);
        return quote!(Param { 0: #param });
    }
    let (field, doc) = (field_name(param), docs::value(doc));
    let choice = quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::META);
    quote!(OneOf { 0: __vox::OneOfMeta { field: #field, doc: #doc, required: #required, choice: #choice } })
}
