//! Rules across parameters.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::span;
use crate::model::{Method, Param, RequestRule};

/// The rules as data.
pub(super) fn data(method: &Method) -> TokenStream {
    if method.rules.is_empty() {
        return quote!(__vox::NO_REQUEST_RULES);
    }
    let name = |index: &usize| method.params[*index].name();
    let mut checks = checks(method).map(|(_, constant)| constant);
    let rules = method.rules.iter().map(|rule| match rule {
        RequestRule::Needs { param, needs } => {
            let (param, needs) = (name(param), needs.iter().map(name));
            quote!(__vox::RequestRule::Needs { param: #param, needs: &[#(#needs),*] })
        }
        RequestRule::AllOf { group, params } => {
            let params = params.iter().map(name);
            quote!(__vox::RequestRule::AllOf { group: #group, params: &[#(#params),*] })
        }
        RequestRule::AtMost { param, other } => {
            let (param, other) = (name(param), name(other));
            quote!(__vox::RequestRule::AtMost { param: #param, other: #other })
        }
        RequestRule::Check(_) => {
            let check = checks.next();
            quote!(#check.rule())
        }
    });
    quote!(&[#(#rules),*])
}

/// The paths of the functions that decide, each with the name of the constant that stands for it: so a path of another type
/// is one error.
fn checks(method: &Method) -> impl Iterator<Item = (&Path, Ident)> {
    let paths = method.rules.iter().filter_map(|rule| match rule {
        RequestRule::Check(path) => Some(path),
        _ => None,
    });
    paths.enumerate().map(|(index, path)| (path, format_ident!("__VOX_CHECK_{index}")))
}

/// The constants, and checks at compile time that they name parameters of the method.
pub(super) fn constants(method: &Method) -> Option<TokenStream> {
    let ident = &method.ident;
    let names: Vec<String> = method.params.iter().map(Param::name).collect();
    let constants: Vec<TokenStream> = checks(method)
        .map(|(path, constant)| {
            let value = quote_spanned!(path.span()=> &#path);
            // As with `check_names`, only the call has the span of the user's tokens.
            let arguments = quote!(#constant.rule(), &[#(#names),*]);
            let call = quote_spanned!(path.span()=> check_params(#arguments));
            quote!(const #constant: &__vox::RequestCheck<#ident> = #value; const _: () = #call;)
        })
        .collect();
    (!constants.is_empty()).then(|| quote!(use __vox::check_params; #(#constants)*))
}

/// The calls that check them.
pub(super) fn calls(method: &Method) -> TokenStream {
    let together = together(method);
    let mut checks = checks(method).map(|(_, constant)| constant);
    let others = method.rules.iter().filter_map(|rule| match rule {
        RequestRule::Needs { .. } | RequestRule::AllOf { .. } => None,
        RequestRule::AtMost { param, other } => {
            let [this, that] = [param, other].map(|index| {
                let param = &method.params[*index];
                let (name, value) = (param.name(), given(param));
                quote!((#name, #value))
            });
            Some(quote!(__vox::at_most(#this, #that, violations);))
        }
        RequestRule::Check(_) => {
            let check = checks.next();
            Some(quote!(__vox::request(#check, self, violations);))
        }
    });
    quote!(#together #(#others)*)
}

/// One call for all rules about what is given together.
fn together(method: &Method) -> Option<TokenStream> {
    let involved: BTreeSet<usize> = method
        .rules
        .iter()
        .flat_map(|rule| match rule {
            RequestRule::Needs { param, needs } => [&[*param], needs.as_slice()].concat(),
            RequestRule::AllOf { params, .. } => params.clone(),
            RequestRule::AtMost { .. } | RequestRule::Check(_) => Vec::new(),
        })
        .collect();
    let given = involved.iter().map(|&index| {
        let param = &method.params[index];
        let Param { ident, ty, plain, .. } = param;
        let (name, value, span) = (param.name(), given(param), span(ty));
        let is_given = match plain {
            Some(_) => quote!(__vox::Option::is_some(&#value)),
            None => {
                let field = super::spanned_at(ident, ty);
                quote_spanned!(span=> <#ty as __vox::OneOf>::is_given(&self.#field))
            }
        };
        quote!((#name, #is_given))
    });
    (!involved.is_empty())
        .then(|| quote!(__vox::together(<Self as __vox::Method>::META.rules, &[#(#given),*], violations);))
}

/// The value of a parameter, if it is given.
fn given(param: &Param) -> TokenStream {
    let Param { ident, ty, .. } = param;
    let (field, span) = (super::spanned_at(ident, ty), span(ty));
    quote_spanned!(span=> __vox::given::<#ty, _>(&self.#field))
}
