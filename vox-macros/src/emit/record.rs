//! `#[derive(VoxRecord)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Generics, Ident, Type, parse_quote};

use super::{block, docs, span};
use crate::model::{Field, Record};
use crate::types::{TypeClass, map_inner, option_inner, vec_inner};

/// Everything for a record.
pub(crate) fn emit(record: &Record) -> TokenStream {
    let implementation = implementation(record);
    let deserialize = deserialize(&record.ident, &Generics::default());
    block(&record.krate, &quote!(#implementation #deserialize))
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
    let Record { ident, fields, .. } = record;
    let doc = docs::value(&record.doc);
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let data = fields.iter().map(data);
    let blanks = fields.iter().map(blank);
    let arms = fields.iter().enumerate().map(|(index, field)| {
        let assignment = assignment(field);
        quote!(#index => #assignment,)
    });
    let aliases = aliases(fields);
    let get = super::WITH_MASKED.then(|| get(fields));
    quote! {
        #[automatically_derived]
        impl __vox::Record for #ident {
            const META: &'static __vox::RecordMeta =
                &__vox::RecordMeta { name: #name, doc: #doc, fields: &[#(#data),*], aliases: #aliases };
            fn blank() -> Self {
                Self { #(#blanks),* }
            }
            fn set(
                &mut self,
                index: usize,
                value: __vox::ValueReader<'_>,
            ) -> __vox::Result<bool, __vox::DecodeError> {
                match index {
                    #(#arms)*
                    _ => __vox::Ok(false),
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
    let value = innermost(ty);
    if !may_lack_traits(ty) {
        return quote!(__vox::FieldValue::content(&self.#ident));
    }
    let field = super::spanned_at(ident, value);
    quote_spanned!(span(value)=> <#value as __vox::Field>::content_of(&self.#field))
}

/// The initial value of a field.
fn blank(field: &Field) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let value = if option_inner(ty).is_some() {
        quote!(__vox::None)
    } else if vec_inner(ty).is_some() {
        quote!(__vox::Vec::new())
    } else if map_inner(ty).is_some() {
        quote!(__vox::Default::default())
    } else {
        quote_spanned!(span(ty)=> <#ty as __vox::Field>::initial())
    };
    quote!(#ident: #value)
}

fn assignment(field: &Field) -> TokenStream {
    let Field { ident, ty, .. } = field;
    let value = innermost(ty);
    if !may_lack_traits(ty) {
        return quote!(value.assign(&mut self.#ident));
    }
    let field = super::spanned_at(ident, value);
    quote_spanned!(span(value)=> <#value as __vox::Field>::assign(&mut self.#field, value))
}

fn data(field: &Field) -> TokenStream {
    let Field { ty, wire, required, secret, .. } = field;
    let doc = docs::value(&field.doc);
    let value = innermost(ty);
    let value = if may_lack_traits(ty) {
        quote_spanned!(span(value)=> <#value as __vox::Field>::type_of::<#ty>)
    } else {
        // The type of an `Option` is that of its value.
        quote!(<#value as __vox::FieldValue>::field_type)
    };
    let nested = if is_list_or_map(ty) {
        quote!(true)
    } else if may_lack_traits(ty) {
        let value = innermost(ty);
        quote_spanned!(span(value)=> <#value as __vox::Field>::NESTED)
    } else {
        let value = innermost(ty);
        quote!(<#value as __vox::FieldValue>::NESTED)
    };
    // Of a type whose spelling does not tell whether it is an `Option`, the trait decides.
    let required = match required {
        true if TypeClass::of(ty).may_be_alias() => {
            quote_spanned!(span(ty)=> <#ty as __vox::Field>::REQUIRED)
        }
        _ => quote!(#required),
    };
    quote!(__vox::FieldMeta {
        name: #wire,
        doc: #doc,
        value: #value,
        nested: #nested,
        required: #required,
        secret: #secret
    })
}

/// The aliases of all fields; most records have none.
fn aliases(fields: &[Field]) -> TokenStream {
    let of_field = |(index, field): (usize, &'_ Field)| {
        let name = |name: &String| quote!(__vox::FieldAlias { name: #name, field: #index });
        field.aliases.iter().map(name).collect::<Vec<_>>()
    };
    let aliases: Vec<_> = fields.iter().enumerate().flat_map(of_field).collect();
    if aliases.is_empty() { quote!(__vox::NO_ALIASES) } else { quote!(&[#(#aliases),*]) }
}

/// Whether the type of a field may lack a trait, so that errors about it need care.
fn may_lack_traits(ty: &Type) -> bool {
    is_list_or_map(ty) || TypeClass::of(innermost(ty)).may_lack_traits()
}

/// Whether the type is a `Vec` or a map, perhaps in an `Option`.
fn is_list_or_map(ty: &Type) -> bool {
    let whole = option_inner(ty).unwrap_or(ty);
    vec_inner(whole).is_some() || map_inner(whole).is_some()
}

/// The type inside an `Option` and a `Vec` or a map: the one that may lack a trait.
fn innermost(ty: &Type) -> &Type {
    let whole = option_inner(ty).unwrap_or(ty);
    vec_inner(whole).or_else(|| map_inner(whole).map(|(_, value)| value)).unwrap_or(whole)
}
