//! `#[derive(VoxMethod)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Path;

use super::rules::Subject;
use super::statics::bound;
use super::{builder, place, server, statics};
use crate::model::{Content, Method, Param, Plain};

/// A parameter with its position among those of its sort.
pub(super) struct Placed<'m> {
    /// The parameter.
    pub(super) param: &'m Param,
    /// Its value's data; none for a one-of.
    pub(super) plain: Option<&'m Plain>,
    /// Its index among the plain ones, or among the one-ofs.
    pub(super) index: usize,
}

/// The parameters with their positions.
pub(super) fn placed(method: &Method) -> Vec<Placed<'_>> {
    let (mut plain_count, mut one_of_count) = (0, 0);
    let mut placed = Vec::new();
    for param in &method.params {
        let (plain, count) = match &param.content {
            Content::Plain(plain) => (Some(plain), &mut plain_count),
            Content::OneOf => (None, &mut one_of_count),
        };
        placed.push(Placed { param, plain, index: *count });
        *count += 1;
    }
    placed
}

/// Everything for a method.
pub(crate) fn emit(method: &Method) -> TokenStream {
    let params = placed(method);
    let statics = statics::emit(method, &params);
    let implementation = implementation(method, &params);
    let callable = callable(method);
    let decode = server::emit(method, &params);
    let default = default(method);
    let builder = builder::emit(method);
    quote! {
        const _: () = {
            #statics
            #implementation
            #callable
            #decode
            #default
        };
        #builder
    }
}

fn implementation(method: &Method, params: &[Placed<'_>]) -> TokenStream {
    let Method { krate, ident, response, .. } = method;
    let checks: TokenStream = params.iter().map(|placed| check(krate, placed)).collect();
    let encodes: TokenStream = params.iter().map(|placed| encode(krate, placed)).collect();
    let is_checked = |placed: &Placed<'_>| {
        placed.plain.is_some_and(|plain| Subject::is_checked(placed.param.class, plain))
    };
    let bound = bound(params.iter().any(is_checked));
    let violations = used("violations", &checks);
    let form = used("form", &encodes);
    quote! {
        #[automatically_derived]
        impl #krate::Method for #ident {
            const META: &'static #krate::MethodMeta = &__VOX_META;
            type Response = #response;
            fn check(&self, #violations: &mut #krate::Violations) {
                #bound
                #checks
            }
            fn encode(&self, #form: &mut #krate::FormEncoder) {
                #encodes
            }
        }
    }
}

/// An argument's name, or `_` where the body does not use it.
fn used(name: &str, body: &TokenStream) -> TokenStream {
    let name = syn::Ident::new(name, proc_macro2::Span::call_site());
    if body.is_empty() { quote!(_) } else { quote!(#name) }
}

fn check(krate: &Path, placed: &Placed<'_>) -> TokenStream {
    let Param { ident, ty, optional, class, .. } = placed.param;
    let (field, place) = (super::placed(ident, ty), place(ty));
    let value = if *optional { quote_spanned!(place=> value) } else { quote_spanned!(place=> &self.#field) };
    let calls = match placed.plain {
        Some(plain) => Subject { krate, ty, class: *class, plain, index: placed.index, value }.calls(),
        None => quote_spanned!(place=> <#ty as #krate::Choice>::check(#value, violations);),
    };
    if_given(placed.param, calls)
}

/// The calls for a field, inside an `if let` where it is an `Option`.
fn if_given(param: &Param, calls: TokenStream) -> TokenStream {
    let ident = &param.ident;
    if param.optional && !calls.is_empty() {
        quote!(if let ::core::option::Option::Some(value) = &self.#ident { #calls })
    } else {
        calls
    }
}

fn encode(krate: &Path, placed: &Placed<'_>) -> TokenStream {
    let Param { ident, ty, optional, class, .. } = placed.param;
    let (field, place) = (super::placed(ident, ty), place(ty));
    match placed.plain {
        Some(plain) => {
            let wire = &plain.wire;
            if class.may_lack_traits() {
                let function = if *optional { quote!(encode_optional) } else { quote!(encode) };
                quote_spanned!(place=> <#ty as #krate::ParamValue>::#function(&self.#field, #wire, form);)
            } else {
                let function = if *optional { quote!(optional) } else { quote!(param) };
                quote_spanned!(place=> form.#function(#wire, &self.#field);)
            }
        }
        None => {
            let value =
                if *optional { quote_spanned!(place=> value) } else { quote_spanned!(place=> &self.#field) };
            if_given(placed.param, quote_spanned!(place=> <#ty as #krate::Choice>::encode(#value, form);))
        }
    }
}

/// Who may call the method.
fn callable(method: &Method) -> TokenStream {
    let Method { krate, ident, roles, .. } = method;
    match roles {
        Some(roles) => quote! {
            #(#[automatically_derived] impl #krate::CallableBy<#krate::roles::#roles> for #ident {})*
            #[automatically_derived]
            impl #krate::CallableBy<#krate::roles::AnyRole> for #ident {}
        },
        None => quote! {
            #[automatically_derived]
            impl<__ClientRole> #krate::CallableBy<__ClientRole> for #ident {}
        },
    }
}

/// `Default`, where nothing is required.
fn default(method: &Method) -> Option<TokenStream> {
    let ident = &method.ident;
    let fields = method.params.iter().map(|param| &param.ident);
    method.params.iter().all(|param| param.optional).then(|| {
        quote! {
            #[automatically_derived]
            impl ::core::default::Default for #ident {
                fn default() -> Self {
                    Self { #(#fields: ::core::option::Option::None),* }
                }
            }
        }
    })
}
