//! `#[derive(VoxRecord)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Generics, Ident, parse_quote};

use super::{place, use_private};
use crate::model::{Field, Record};
use crate::types::{TypeClass, option_inner};

/// Everything for a record.
pub(crate) fn emit(record: &Record) -> TokenStream {
    let private = use_private(&record.krate);
    let implementation = implementation(record);
    let values = value_traits(&record.ident, &Generics::default());
    quote! {
        const _: () = {
            #private
            #implementation
            #values
        };
    }
}

/// What follows from `Record` alone: the fallback has it too.
pub(crate) fn value_traits(ident: &Ident, generics: &Generics) -> TokenStream {
    let (params, arguments, bounds) = generics.split_for_impl();
    let mut borrowing = generics.clone();
    borrowing.params.insert(0, parse_quote!('de));
    let (borrowing_params, ..) = borrowing.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params __vox::FieldValue for #ident #arguments #bounds {
            fn blank() -> Self {
                __vox::Record::blank()
            }
            fn field_type() -> __vox::FieldType {
                __vox::FieldType::Record(<Self as __vox::Record>::META)
            }
            fn read<'de, D: __vox::Deserializer<'de>>(
                deserializer: D,
            ) -> __vox::Result<__vox::Option<Self>, D::Error> {
                __vox::read_record(deserializer)
            }
        }
        #[automatically_derived]
        impl #borrowing_params __vox::Deserialize<'de> for #ident #arguments #bounds {
            fn deserialize<D: __vox::Deserializer<'de>>(deserializer: D) -> __vox::Result<Self, D::Error> {
                __vox::deserialize_record(deserializer)
            }
        }
    }
}

fn implementation(record: &Record) -> TokenStream {
    let Record { ident, doc, fields, .. } = record;
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let data = fields.iter().map(data);
    let blanks = fields.iter().map(|field| {
        let Field { ident, ty, .. } = field;
        let value = match option_inner(ty) {
            Some(_) => quote!(__vox::None),
            None => quote_spanned!(place(ty)=> <#ty as __vox::FieldValue>::blank()),
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
            quote_spanned!(place(value)=> #index => <#value as __vox::FieldValue>::#function(&mut self.#field, map),)
        } else {
            quote_spanned!(place(value)=> #index => __vox::assign(&mut self.#field, map),)
        }
    });
    quote! {
        #[automatically_derived]
        impl __vox::Record for #ident {
            const META: &'static __vox::RecordMeta =
                &__vox::RecordMeta { name: #name, doc: #doc, fields: &[#(#data),*] };
            fn blank() -> Self {
                Self { #(#blanks),* }
            }
            fn set<'de, A: __vox::MapAccess<'de>>(
                &mut self,
                index: usize,
                map: &mut A,
            ) -> __vox::Result<bool, A::Error> {
                match index {
                    #(#arms)*
                    _ => __vox::skip(map),
                }
            }
        }
    }
}

fn data(field: &Field) -> TokenStream {
    let Field { ty, doc, wire, required, secret, .. } = field;
    // The type of an `Option` is that of its value.
    let ty = option_inner(ty).unwrap_or(ty);
    let value = quote_spanned!(place(ty)=> <#ty as __vox::FieldValue>::field_type);
    quote!(__vox::FieldMeta { name: #wire, doc: #doc, value: #value, required: #required, secret: #secret })
}
