//! Rules across parameters.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned;

use super::span;
use crate::model::{Method, Param, RequestRule};

/// The rules as data.
pub(super) fn data(method: &Method) -> TokenStream {
    if method.rules.is_empty() {
        return quote!(__vox::NO_REQUEST_RULES);
    }
    let name = |index: &usize| method.params[*index].name();
    let mut checks = (0_usize..).map(|index| (format_ident!("{CHECKS}"), index));
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
            let check = checks.next().map(|(constant, index)| quote!(#constant[#index]));
            quote!(#check.rule())
        }
    });
    quote!(&[#(#rules),*])
}

/// The name of the constant with the checks. A check of that name, in the user's scope, would be a cycle: an error.
const CHECKS: &str = "__VOX_CHECKS";

/// The checks, and their check at compile time: they name parameters of the method. A constant of another type is one error.
pub(super) fn constants(method: &Method) -> Option<TokenStream> {
    let ident = &method.ident;
    let paths: Vec<&Path> = method
        .rules
        .iter()
        .filter_map(|rule| match rule {
            RequestRule::Check(path) => Some(path),
            _ => None,
        })
        .collect();
    let names: Vec<String> = method.params.iter().map(Param::name).collect();
    let constant = format_ident!("{CHECKS}");
    let count = paths.len();
    let values = paths.iter().map(|path| quote_spanned!(path.span()=> &#path));
    let checks = paths.iter().enumerate().map(|(index, path)| {
        // As with `check_names`, only the call has the span of the user's tokens.
        let arguments = quote!(#constant[#index].rule(), &[#(#names),*]);
        let call = quote_spanned!(path.span()=> check_params(#arguments));
        quote!(const _: () = #call;)
    });
    (!paths.is_empty()).then(|| {
        quote! {
            use __vox::check_params;
            const #constant: [&__vox::RequestCheck<#ident>; #count] = [#(#values),*];
            #(#checks)*
        }
    })
}

/// The calls that check them.
pub(super) fn calls(method: &Method) -> TokenStream {
    let together = together(method);
    let mut checks = (0_usize..).map(|index| (format_ident!("{CHECKS}"), index));
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
            let check = checks.next().map(|(constant, index)| quote!(#constant[#index]));
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
