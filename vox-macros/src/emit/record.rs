//! `#[derive(VoxRecord)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Generics, Ident, Path, parse_quote};

use super::place;
use crate::model::{Field, Record};
use crate::types::{TypeClass, option_inner};

/// Everything for a record.
pub(crate) fn emit(record: &Record) -> TokenStream {
    let Record { krate, ident, doc, fields } = record;
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let data = fields.iter().map(|field| data(krate, field));
    let implementation = implementation(record);
    let values = value_traits(krate, ident, &Generics::default());
    quote! {
        const _: () = {
            static __VOX_META: #krate::RecordMeta =
                #krate::RecordMeta { name: #name, doc: #doc, fields: &[#(#data),*] };
            #implementation
            #values
        };
    }
}

/// What follows from `Record` alone: the fallback has it too.
pub(crate) fn value_traits(krate: &Path, ident: &Ident, generics: &Generics) -> TokenStream {
    let serde = quote!(#krate::__private::serde);
    let (params, arguments, bounds) = generics.split_for_impl();
    let mut borrowing = generics.clone();
    borrowing.params.insert(0, parse_quote!('de));
    let (borrowing_params, ..) = borrowing.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params #krate::FieldValue for #ident #arguments #bounds {
            fn blank() -> Self {
                <Self as #krate::Record>::blank()
            }
            fn field_type() -> #krate::FieldType {
                #krate::FieldType::Record(<Self as #krate::Record>::META)
            }
            fn read<'de, D: #serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<::core::option::Option<Self>, <D as #serde::Deserializer<'de>>::Error> {
                #krate::__private::read_record(deserializer)
            }
        }
        #[automatically_derived]
        impl #borrowing_params #serde::Deserialize<'de> for #ident #arguments #bounds {
            fn deserialize<D: #serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, <D as #serde::Deserializer<'de>>::Error> {
                #krate::__private::deserialize_record(deserializer)
            }
        }
    }
}

fn implementation(record: &Record) -> TokenStream {
    let Record { krate, ident, fields, .. } = record;
    let blanks = fields.iter().map(|field| {
        let Field { ident, ty, .. } = field;
        let value = match option_inner(ty) {
            Some(_) => quote!(::core::option::Option::None),
            None => quote_spanned!(place(ty)=> <#ty as #krate::FieldValue>::blank()),
        };
        quote!(#ident: #value)
    });
    let arms = fields.iter().enumerate().map(|(index, field)| {
        let Field { ident, ty, .. } = field;
        let inner = option_inner(ty);
        let value = inner.unwrap_or(ty);
        let field = super::placed(ident, value);
        if TypeClass::of(value).may_lack_traits() {
            let function = if inner.is_some() { quote!(assign_optional) } else { quote!(assign) };
            quote_spanned!(place(value)=> #index => <#value as #krate::FieldValue>::#function(&mut self.#field, map),)
        } else {
            quote_spanned!(place(value)=> #index => #krate::__private::assign(&mut self.#field, map),)
        }
    });
    quote! {
        #[automatically_derived]
        impl #krate::Record for #ident {
            const META: &'static #krate::RecordMeta = &__VOX_META;
            fn blank() -> Self {
                Self { #(#blanks),* }
            }
            fn set<'de, A: #krate::__private::serde::de::MapAccess<'de>>(
                &mut self,
                index: usize,
                map: &mut A,
            ) -> ::core::result::Result<bool, <A as #krate::__private::serde::de::MapAccess<'de>>::Error> {
                match index {
                    #(#arms)*
                    _ => #krate::__private::skip(map),
                }
            }
        }
    }
}

fn data(krate: &Path, field: &Field) -> TokenStream {
    let Field { ty, doc, wire, required, secret, .. } = field;
    // The type of an `Option` is that of its value.
    let ty = option_inner(ty).unwrap_or(ty);
    let value = quote_spanned!(place(ty)=> <#ty as #krate::FieldValue>::field_type);
    quote! {
        #krate::FieldMeta {
            name: #wire,
            doc: #doc,
            value: #value,
            required: #required,
            secret: #secret,
        }
    }
}
