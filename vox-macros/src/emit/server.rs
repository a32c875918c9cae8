//! Requests read from forms.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;

use super::span;
use crate::model::{Method, Param};

/// `ServerMethod`, which exists under a feature of `vox-core` only.
pub(super) fn emit(method: &Method) -> Option<TokenStream> {
    super::WITH_SERVER.then(|| implementation(method))
}

fn implementation(method: &Method) -> TokenStream {
    let Method { ident, params, .. } = method;
    let body = if params.is_empty() { quote!(let _ = form; __vox::Ok(Self {})) } else { body(params) };
    quote! {
        __vox::__server! {
            #[automatically_derived]
            impl __vox::ServerMethod for #ident {
                fn decode(form: &__vox::Form) -> __vox::Result<Self, __vox::Violations> {
                    #body
                }
            }
        }
    }
}

/// Reads all parameters before it fails, so that all violations are found.
fn body(params: &[Param]) -> TokenStream {
    let locals: Vec<Ident> = (0..params.len()).map(|index| format_ident!("field{index}")).collect();
    let reads = params.iter().enumerate().zip(&locals).map(|((index, param), local)| {
        let read = read(param, index);
        quote!(let #local = #read;)
    });
    let fields = params.iter().map(|param| &param.ident);
    let is_used = params.iter().any(|param| param.plain.is_some());
    let bound = is_used.then(|| quote!(let params = <Self as __vox::Method>::META.params;));
    quote! {
        #bound
        let mut reader = __vox::FormReader::new(form);
        #(#reads)*
        let (#(__vox::Some(#locals),)*) = (#(#locals,)*) else {
            return __vox::Err(reader.finish());
        };
        __vox::Ok(Self { #(#fields: #locals),* })
    }
}

fn read(param: &Param, index: usize) -> TokenStream {
    let ty = &param.ty;
    match param.plain {
        Some(_) => {
            quote_spanned!(span(ty)=> <#ty as __vox::Param>::read_from(&mut reader, __vox::param_at(params, #index)))
        }
        None => quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::read_from(&mut reader)),
    }
}
