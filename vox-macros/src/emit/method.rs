//! `#[derive(VoxMethod)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::rules::Subject;
use super::{across, block, builder, server, span, statics};
use crate::model::{Method, Param, Role};

/// Everything for a method.
pub(crate) fn emit(method: &Method) -> TokenStream {
    let implementation = implementation(method);
    let checked_names = statics::checked_names(method);
    let checked_ack = statics::checked_ack(method);
    let request_checks = across::constants(method);
    let checked_values = statics::checked_values(method);
    let callable = callable(method);
    let decode = server::emit(method);
    let default = default(method);
    let builder = builder::emit(method);
    let items = quote! {
        #checked_values
        #implementation
        #checked_names
        #checked_ack
        #request_checks
        #callable
        #decode
        #default
    };
    let block = block(&method.krate, &items);
    quote!(#block #builder)
}

fn implementation(method: &Method) -> TokenStream {
    let Method { ident, response, params, .. } = method;
    let meta = statics::value(method);
    let checks = params.iter().enumerate().filter_map(|(index, param)| check(param, index));
    let mut checks: TokenStream = checks.chain(any_of(method)).collect();
    checks.extend(across::calls(method));
    // Of a choice, only the metadata tells whether its members need other parameters.
    if method.params.iter().any(|param| param.plain.is_none()) {
        checks.extend(quote!(__vox::members(self, violations);));
    }
    let encodes: TokenStream = params.iter().map(encode).collect();
    let is_plain_checked =
        |param: &Param| param.plain.as_ref().is_some_and(|plain| Subject::is_checked(param.class, plain));
    let has_groups = any_of(method).next().is_some();
    let is_used = has_groups || params.iter().any(is_plain_checked);
    let bound = is_used.then(|| quote!(let params = <Self as __vox::Method>::META.params;));
    let violations = used("violations", &checks);
    let form = used("form", &encodes);
    // A private type is an error of the whole item.
    let response = quote_spanned!(response.span()=> type Response = #response;);
    quote! {
        #[automatically_derived]
        impl __vox::Method for #ident {
            const META: &'static __vox::MethodMeta = #meta;
            #response
            fn check(&self, #violations: &mut __vox::Violations) {
                #bound
                #checks
            }
            fn encode(&self, #form: &mut __vox::FormEncoder) {
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

fn check(param: &Param, index: usize) -> Option<TokenStream> {
    let Param { ident, ty, class, plain, .. } = param;
    let (field, span) = (super::spanned_at(ident, ty), span(ty));
    let value = quote_spanned!(span=> &self.#field);
    match plain {
        Some(plain) => Subject::is_checked(*class, plain).then(|| {
            let param = quote_spanned!(span=> __vox::param_at(params, #index));
            Subject { ty, span, class: *class, plain, value, param }.calls()
        }),
        None => Some(quote_spanned!(span=> <#ty as __vox::OneOf>::check_own(#value, violations);)),
    }
}

/// The checks that a member of each any-of group is given. All members are `Option`s, or aliases of one.
fn any_of(method: &Method) -> impl Iterator<Item = TokenStream> {
    let mut groups: Vec<&String> = Vec::new();
    for name in method.params.iter().filter_map(|param| param.any_of.as_ref()) {
        if !groups.contains(&name) {
            groups.push(name);
        }
    }
    groups.into_iter().map(move |name| {
        let members = method.params.iter().filter(|param| param.any_of.as_ref() == Some(name));
        let members = members.map(|Param { ident, ty, optional, plain, .. }| match (optional, plain) {
            (true, _) => quote!(__vox::Option::is_some(&self.#ident)),
            (false, Some(_)) => quote!(__vox::Option::is_some(&__vox::given::<#ty, _>(&self.#ident))),
            (false, None) => quote!(<#ty as __vox::OneOf>::is_given(&self.#ident)),
        });
        let is_given = quote!(#(#members)||*);
        quote!(__vox::any_of(#name, #is_given, params, violations);)
    })
}

fn encode(param: &Param) -> TokenStream {
    let Param { ident, ty, class, plain, .. } = param;
    let (field, span) = (super::spanned_at(ident, ty), span(ty));
    match plain {
        Some(plain) => {
            let wire = &plain.wire;
            if class.may_lack_traits() {
                quote_spanned!(span=> <#ty as __vox::Param>::write_to(&self.#field, #wire, form);)
            } else {
                quote!(__vox::ParamValue::encode(&self.#field, #wire, form);)
            }
        }
        None => quote_spanned!(span=> <#ty as __vox::OneOf>::write_to(&self.#field, form);),
    }
}

/// The roles that may call the method.
fn callable(method: &Method) -> TokenStream {
    let Method { ident, roles, .. } = method;
    match roles {
        Some(roles) => {
            // A role that vox does not know has no type.
            let known = roles.iter().filter(|role| matches!(role, Role::Known(_)));
            quote! {
                #(#[automatically_derived] impl __vox::CallableBy<__vox::roles::#known> for #ident {})*
                #[automatically_derived]
                impl __vox::CallableBy<__vox::roles::AnyRole> for #ident {}
            }
        }
        None => quote! {
            #[automatically_derived]
            impl<__ClientRole> __vox::CallableBy<__ClientRole> for #ident {}
        },
    }
}

/// `Default`, if nothing is required.
fn default(method: &Method) -> Option<TokenStream> {
    let ident = &method.ident;
    let fields = method.params.iter().map(|param| &param.ident);
    method.params.iter().all(|param| param.optional).then(|| {
        quote! {
            #[automatically_derived]
            impl __vox::Default for #ident {
                fn default() -> Self {
                    Self { #(#fields: __vox::None),* }
                }
            }
        }
    })
}
