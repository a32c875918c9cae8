//! Requests read from forms.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, Path};

use super::method::Placed;
use super::place;
use super::statics::bound;
use crate::model::{Method, Param};

/// `ServerMethod`, which exists under a feature of `vox-core` only.
pub(super) fn emit(method: &Method, params: &[Placed<'_>]) -> TokenStream {
    let Method { krate, ident, .. } = method;
    let body = if params.is_empty() {
        quote!(let _ = form; ::core::result::Result::Ok(Self {}))
    } else {
        body(krate, params)
    };
    quote! {
        #krate::__server! {
            #[automatically_derived]
            impl #krate::ServerMethod for #ident {
                fn decode(form: &#krate::Form) -> ::core::result::Result<Self, #krate::Violations> {
                    #body
                }
            }
        }
    }
}

/// Reads everything before it gives up, so that all violations are found.
fn body(krate: &Path, params: &[Placed<'_>]) -> TokenStream {
    let locals: Vec<Ident> = (0..params.len()).map(|index| format_ident!("field{index}")).collect();
    let reads = params.iter().zip(&locals).map(|(placed, local)| {
        let read = read(krate, placed);
        quote!(let #local = #read;)
    });
    let fields = params.iter().map(|placed| &placed.param.ident);
    let bound = bound(params.iter().any(|placed| placed.plain.is_some()));
    quote! {
        #bound
        let mut reader = form.reader();
        #(#reads)*
        let (#(::core::option::Option::Some(#locals),)*) = (#(#locals,)*) else {
            return ::core::result::Result::Err(reader.finish());
        };
        ::core::result::Result::Ok(Self { #(#fields: #locals),* })
    }
}

fn read(krate: &Path, placed: &Placed<'_>) -> TokenStream {
    let Param { ty, optional, class, .. } = placed.param;
    let index = placed.index;
    let plain = if *optional { quote!(optional) } else { quote!(required) };
    match placed.plain {
        Some(_) if class.may_lack_traits() => {
            quote_spanned!(place(ty)=> <#ty as #krate::ParamValue>::#plain(&mut reader, &params[#index]))
        }
        Some(_) => quote_spanned!(place(ty)=> reader.#plain::<#ty>(&params[#index])),
        None => {
            let group = if *optional { quote!(optional_one_of) } else { quote!(one_of) };
            let demand = quote_spanned!(place(ty)=> let _ = <#ty as #krate::Choice>::decode;);
            quote_spanned!(place(ty)=> { #demand reader.#group::<#ty>() })
        }
    }
}
