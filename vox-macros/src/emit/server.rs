//! Requests read from forms.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;

use super::method::Placed;
use super::place;
use crate::model::Method;

/// `ServerMethod`, which exists under a feature of `vox-core` only.
pub(super) fn emit(method: &Method, params: &[Placed<'_>]) -> Option<TokenStream> {
    super::WITH_SERVER.then(|| implementation(method, params))
}

fn implementation(method: &Method, params: &[Placed<'_>]) -> TokenStream {
    let ident = &method.ident;
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

/// Reads everything before it gives up, so that all violations are found.
fn body(params: &[Placed<'_>]) -> TokenStream {
    let locals: Vec<Ident> = (0..params.len()).map(|index| format_ident!("field{index}")).collect();
    let reads = params.iter().enumerate().zip(&locals).map(|((index, placed), local)| {
        let read = read(placed, index);
        quote!(let #local = #read;)
    });
    let fields = params.iter().map(|placed| &placed.param.ident);
    let is_used = params.iter().any(|placed| placed.plain.is_some());
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

fn read(placed: &Placed<'_>, index: usize) -> TokenStream {
    let ty = &placed.param.ty;
    match placed.plain {
        Some(_) => {
            quote_spanned!(place(ty)=> <#ty as __vox::Param>::read_from(&mut reader, __vox::param_at(params, #index)))
        }
        None => quote_spanned!(place(ty)=> <#ty as __vox::OneOf>::read_from(&mut reader)),
    }
}
