//! `#[derive(VoxRecord)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Generics, Ident, Type, parse_quote};

use super::{place, use_private};
use crate::model::{Field, Record};
use crate::types::{TypeClass, option_inner, vec_inner};

/// Everything for a record.
pub(crate) fn emit(record: &Record) -> TokenStream {
    let private = use_private(&record.krate);
    let implementation = implementation(record);
    let deserialize = deserialize(&record.ident, &Generics::default());
    quote! {
        const _: () = {
            #private
            #implementation
            #deserialize
        };
    }
}

/// What follows from `Record` alone: the fallback has it too.
pub(crate) fn deserialize(ident: &Ident, generics: &Generics) -> TokenStream {
    let (_, arguments, bounds) = generics.split_for_impl();
    let mut borrowing = generics.clone();
    borrowing.params.insert(0, parse_quote!('de));
    let (borrowing_params, ..) = borrowing.split_for_impl();
    quote! {
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
    let blanks = fields.iter().map(blank);
    let arms = fields.iter().enumerate().map(|(index, field)| {
        let assignment = assignment(field);
        quote!(#index => #assignment,)
    });
    let get = super::WITH_MASKED.then(|| get(fields));
    quote! {
        #[automatically_derived]
        impl __vox::Record for #ident {
            const META: &'static __vox::RecordMeta =
                &__vox::RecordMeta { name: #name, doc: #doc, fields: &[#(#data),*] };
            fn blank() -> Self {
                Self { #(#blanks),* }
            }
            fn set<V: __vox::NextValue>(&mut self, index: usize, value: V) {
                match index {
                    #(#arms)*
                    _ => value.skip(),
                }
            }
            #get
        }
    }
}

/// The function that only writers of records call.
fn get(fields: &[Field]) -> TokenStream {
    let arms = fields.iter().enumerate().map(|(index, field)| {
        let content = content(field);
        quote!(#index => #content,)
    });
    quote! {
        __vox::__masked! {
            fn get(&self, index: usize) -> __vox::FieldContent<'_> {
                match index {
                    #(#arms)*
                    _ => __vox::FieldContent::ABSENT,
                }
            }
        }
    }
}

fn content(field: &Field) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let Parts { is_optional, is_list, value } = Parts::of(ty);
    let field = super::placed(ident, value);
    if !is_list && !TypeClass::of(value).may_lack_traits() {
        return quote_spanned!(place(value)=> __vox::FieldValue::content(&self.#field));
    }
    let function = match (is_optional, is_list) {
        (false, false) => quote!(content),
        (true, false) => quote!(content_of_optional),
        (false, true) => quote!(content_of_list),
        (true, true) => quote!(content_of_optional_list),
    };
    quote_spanned!(place(value)=> <#value as __vox::FieldValue>::#function(&self.#field))
}

/// What a field is before its value comes.
fn blank(field: &Field) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let value = match Parts::of(ty) {
        Parts { is_optional: true, .. } => quote!(__vox::None),
        Parts { is_list: true, .. } => quote!(__vox::Vec::new()),
        Parts { value, .. } => quote_spanned!(place(value)=> <#value as __vox::FieldValue>::blank()),
    };
    quote!(#ident: #value)
}

fn assignment(field: &Field) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let Parts { is_optional, is_list, value } = Parts::of(ty);
    let field = super::placed(ident, value);
    if !is_list && !TypeClass::of(value).may_lack_traits() {
        return quote_spanned!(place(value)=> value.assign(&mut self.#field));
    }
    let function = match (is_optional, is_list) {
        (false, false) => quote!(assign),
        (true, false) => quote!(assign_optional),
        (false, true) => quote!(assign_list),
        (true, true) => quote!(assign_optional_list),
    };
    quote_spanned!(place(value)=> <#value as __vox::FieldValue>::#function(&mut self.#field, value))
}

fn data(field: &Field) -> TokenStream {
    let Field { ty, doc, wire, required, secret, .. } = field;
    // The type of an `Option` is that of its value.
    let Parts { is_list, value, .. } = Parts::of(ty);
    let function = if is_list { quote!(list_type) } else { quote!(field_type) };
    let value = quote_spanned!(place(value)=> <#value as __vox::FieldValue>::#function);
    quote!(__vox::FieldMeta { name: #wire, doc: #doc, value: #value, required: #required, secret: #secret })
}

/// What a field's type is made of.
struct Parts<'t> {
    is_optional: bool,
    is_list: bool,
    /// The type of the value or, of a list, of its items.
    value: &'t Type,
}

impl<'t> Parts<'t> {
    fn of(ty: &'t Type) -> Self {
        let whole = option_inner(ty);
        let item = vec_inner(whole.unwrap_or(ty));
        Self { is_optional: whole.is_some(), is_list: item.is_some(), value: item.or(whole).unwrap_or(ty) }
    }
}
