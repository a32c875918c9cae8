//! `#[derive(VoxMethod)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::rules::Subject;
use super::{builder, place, server, statics, use_private};
use crate::model::{Content, Method, Param, Plain};

/// A parameter with its value's data.
pub(super) struct Placed<'m> {
    /// The parameter.
    pub(super) param: &'m Param,
    /// Its value's data; none for a one-of.
    pub(super) plain: Option<&'m Plain>,
}

/// The parameters with their data.
pub(super) fn placed(method: &Method) -> Vec<Placed<'_>> {
    method.params.iter().map(|param| Placed { param, plain: plain(param) }).collect()
}

fn plain(param: &Param) -> Option<&Plain> {
    match &param.content {
        Content::Plain(plain) => Some(plain),
        Content::OneOf => None,
    }
}

/// Everything for a method.
pub(crate) fn emit(method: &Method) -> TokenStream {
    let params = placed(method);
    let private = use_private(&method.krate);
    let implementation = implementation(method, &params);
    let checked_names = statics::checked_names(method, &params);
    let checked_ack = statics::checked_ack(method);
    let callable = callable(method);
    let decode = server::emit(method, &params);
    let default = default(method);
    let builder = builder::emit(method);
    quote! {
        const _: () = {
            #private
            #implementation
            #checked_names
            #checked_ack
            #callable
            #decode
            #default
        };
        #builder
    }
}

fn implementation(method: &Method, params: &[Placed<'_>]) -> TokenStream {
    let Method { ident, response, .. } = method;
    let meta = statics::value(method, params);
    let checks: TokenStream =
        params.iter().enumerate().filter_map(|(index, placed)| check(placed, index)).collect();
    let encodes: TokenStream = params.iter().map(encode).collect();
    let is_plain_checked = |placed: &Placed<'_>| {
        placed.plain.is_some_and(|plain| Subject::is_checked(placed.param.class, plain))
    };
    let is_used = params.iter().any(is_plain_checked);
    let bound = is_used.then(|| quote!(let params = <Self as __vox::Method>::META.params;));
    let violations = used("violations", &checks);
    let form = used("form", &encodes);
    quote! {
        #[automatically_derived]
        impl __vox::Method for #ident {
            const META: &'static __vox::MethodMeta = #meta;
            type Response = #response;
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

fn check(placed: &Placed<'_>, index: usize) -> Option<TokenStream> {
    let Param { ident, ty, class, .. } = placed.param;
    let (field, place) = (super::placed(ident, ty), place(ty));
    let value = quote_spanned!(place=> &self.#field);
    match placed.plain {
        Some(plain) => Subject::is_checked(*class, plain).then(|| {
            let param = quote_spanned!(place=> __vox::param_at(params, #index));
            Subject { ty, place, class: *class, plain, value, param }.calls()
        }),
        None => Some(quote_spanned!(place=> <#ty as __vox::OneOf>::check_own(#value, violations);)),
    }
}

fn encode(placed: &Placed<'_>) -> TokenStream {
    let Param { ident, ty, class, .. } = placed.param;
    let (field, place) = (super::placed(ident, ty), place(ty));
    match placed.plain {
        Some(plain) => {
            let wire = &plain.wire;
            if class.may_lack_traits() {
                quote_spanned!(place=> <#ty as __vox::Param>::write_to(&self.#field, #wire, form);)
            } else {
                quote!(__vox::ParamValue::encode(&self.#field, #wire, form);)
            }
        }
        None => quote_spanned!(place=> <#ty as __vox::OneOf>::write_to(&self.#field, form);),
    }
}

/// Who may call the method.
fn callable(method: &Method) -> TokenStream {
    let Method { ident, roles, .. } = method;
    match roles {
        Some(roles) => quote! {
            #(#[automatically_derived] impl __vox::CallableBy<__vox::roles::#roles> for #ident {})*
            #[automatically_derived]
            impl __vox::CallableBy<__vox::roles::AnyRole> for #ident {}
        },
        None => quote! {
            #[automatically_derived]
            impl<__ClientRole> __vox::CallableBy<__ClientRole> for #ident {}
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
            impl __vox::Default for #ident {
                fn default() -> Self {
                    Self { #(#fields: __vox::None),* }
                }
            }
        }
    })
}
