//! Requests read from forms.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, Path};

use super::method::Placed;
use super::place;
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
        let (demand, read) = (demand(krate, placed), read(placed));
        quote!(#demand let #local = #read;)
    });
    let fields = params.iter().map(|placed| &placed.param.ident);
    quote! {
        let mut reader = form.reader();
        #(#reads)*
        let (#(::core::option::Option::Some(#locals),)*) = (#(#locals,)*) else {
            return ::core::result::Result::Err(reader.finish());
        };
        ::core::result::Result::Ok(Self { #(#fields: #locals),* })
    }
}

fn demand(krate: &Path, placed: &Placed<'_>) -> Option<TokenStream> {
    let Param { ty, class, .. } = placed.param;
    match placed.plain {
        Some(_) => super::demand(krate, ty, *class, "ParamValue", "read"),
        None => super::demand(krate, ty, *class, "Choice", "decode"),
    }
}

fn read(placed: &Placed<'_>) -> TokenStream {
    let Param { ty, optional, .. } = placed.param;
    let index = placed.index;
    let function = match (placed.plain, optional) {
        (Some(_), false) => "required",
        (Some(_), true) => "optional",
        (None, false) => "one_of",
        (None, true) => "optional_one_of",
    };
    let function = Ident::new(function, place(ty));
    let argument = placed.plain.map(|_| quote!(&__VOX_PARAMS[#index]));
    quote_spanned!(place(ty)=> reader.#function::<#ty>(#argument))
}
