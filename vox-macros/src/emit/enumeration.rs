//! `#[derive(VoxEnum)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Visibility};

use super::{block, docs};
use crate::model::TextEnum;

/// Everything for a string enum.
pub(crate) fn emit(model: &TextEnum) -> TokenStream {
    let (core, clone, shared) = (core(model), clone(model), shared(&model.ident, &model.vis));
    block(&model.krate, &quote!(#core #clone #shared))
}

/// What follows from `TextEnum` alone: the fallback has it too.
pub(crate) fn shared(ident: &Ident, vis: &Visibility) -> TokenStream {
    let inherent = inherent(ident, vis);
    let std = std_traits(ident);
    let values = value_traits(ident);
    quote!(#inherent #std #values)
}

fn clone(model: &TextEnum) -> TokenStream {
    let TextEnum { ident, catch_all, .. } = model;
    quote! {
        #[automatically_derived]
        impl __vox::Clone for #ident {
            fn clone(&self) -> Self {
                match self {
                    Self::#catch_all(text) => Self::#catch_all(__vox::Clone::clone(text)),
                    known => __vox::enum_known(__vox::TextEnum::index(known)),
                }
            }
        }
    }
}

fn core(model: &TextEnum) -> TokenStream {
    let TextEnum { ident, values, catch_all, .. } = model;
    let doc = docs::value(&model.doc);
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let count = values.len();
    let texts = values.iter().map(|value| &value.value);
    let labels = values.iter().map(|value| docs::first_line(&value.doc));
    let known: Vec<_> = values.iter().map(|value| &value.ident).collect();
    let indices: Vec<_> = (0..count).collect();
    quote! {
        static __VOX_META: __vox::EnumMeta = __vox::EnumMeta {
            name: #name,
            doc: #doc,
            values: &[#(#texts),*],
            labels: &[#(#labels),*],
        };
        #[automatically_derived]
        impl __vox::TextEnum for #ident {
            const META: &'static __vox::EnumMeta = &__VOX_META;
            fn index(&self) -> usize {
                match self {
                    #(Self::#known => #indices,)*
                    Self::#catch_all(_) => #count,
                }
            }
            fn from_index(index: usize) -> __vox::Option<Self> {
                __vox::Some(match index {
                    #(#indices => Self::#known,)*
                    _ => return __vox::None,
                })
            }
            fn from_other(text: __vox::String) -> Self {
                Self::#catch_all(text)
            }
            fn as_other(&self) -> __vox::Option<&str> {
                match self {
                    Self::#catch_all(text) => __vox::Some(text),
                    _ => __vox::None,
                }
            }
        }
    }
}

fn inherent(ident: &Ident, vis: &Visibility) -> TokenStream {
    quote! {
        #[allow(dead_code)]
        impl #ident {
            /// The known values, in the order of the variants.
            #vis const VALUES: &'static [&'static str] = <Self as __vox::TextEnum>::META.values;
            /// The value on the wire.
            #[must_use]
            #vis fn as_str(&self) -> &str {
                __vox::TextEnum::as_text(self)
            }
            /// The variant with this value, or the variant for unknown values.
            #[must_use]
            #vis fn other(text: impl __vox::Into<__vox::String>) -> Self {
                __vox::enum_from(&__vox::Into::<__vox::String>::into(text))
            }
        }
    }
}

/// The traits of the standard library, each by the value on the wire.
fn std_traits(ident: &Ident) -> TokenStream {
    let text = quote!(__vox::TextEnum::as_text(self));
    let from = quote!(__vox::enum_from);
    quote! {
        #[automatically_derived]
        impl __vox::fmt::Debug for #ident {
            fn fmt(&self, f: &mut __vox::fmt::Formatter<'_>) -> __vox::fmt::Result {
                __vox::fmt::Debug::fmt(#text, f)
            }
        }
        #[automatically_derived]
        impl __vox::fmt::Display for #ident {
            fn fmt(&self, f: &mut __vox::fmt::Formatter<'_>) -> __vox::fmt::Result {
                __vox::fmt::Display::fmt(#text, f)
            }
        }
        #[automatically_derived]
        impl __vox::PartialEq for #ident {
            fn eq(&self, other: &Self) -> bool {
                #text == __vox::TextEnum::as_text(other)
            }
        }
        #[automatically_derived]
        impl __vox::Eq for #ident {}
        #[automatically_derived]
        impl __vox::hash::Hash for #ident {
            fn hash<H: __vox::hash::Hasher>(&self, state: &mut H) {
                __vox::hash::Hash::hash(#text, state);
            }
        }
        #[automatically_derived]
        impl __vox::AsRef<str> for #ident {
            fn as_ref(&self) -> &str {
                #text
            }
        }
        #[automatically_derived]
        impl __vox::From<&str> for #ident {
            fn from(text: &str) -> Self {
                #from(text)
            }
        }
        #[automatically_derived]
        impl __vox::From<__vox::String> for #ident {
            fn from(text: __vox::String) -> Self {
                #from(&text)
            }
        }
        #[automatically_derived]
        impl __vox::FromStr for #ident {
            type Err = __vox::Infallible;
            fn from_str(text: &str) -> __vox::Result<Self, __vox::Infallible> {
                __vox::Ok(#from(text))
            }
        }
    }
}

/// The traits of parameters and fields.
fn value_traits(ident: &Ident) -> TokenStream {
    let meta = quote!(<Self as __vox::TextEnum>::META);
    quote! {
        #[automatically_derived]
        impl __vox::ParamValue for #ident {
            type Setter = __vox::Converted;
            const TEXTS: __vox::Option<&'static __vox::EnumMeta> = __vox::Some(#meta);
            fn meta() -> __vox::ValueMeta {
                __vox::enum_value(#meta)
            }
            fn write(&self, out: &mut __vox::ValueWriter<'_>) {
                out.text(__vox::TextEnum::as_text(self));
            }
            fn read(text: &str) -> __vox::Result<Self, &'static str> {
                __vox::Ok(__vox::enum_from(text))
            }
        }
        #[automatically_derived]
        impl __vox::ListItem for #ident {
            fn free_text(&self) -> __vox::Option<&str> {
                __vox::TextEnum::as_other(self)
            }
        }
        #[automatically_derived]
        impl __vox::FieldValue for #ident {
            const NESTED: bool = false;
            fn blank() -> Self {
                __vox::enum_from("")
            }
            fn field_type() -> __vox::FieldType {
                __vox::FieldType::Enum(#meta)
            }
            fn read(
                json: __vox::ValueReader<'_>,
            ) -> __vox::Result<__vox::Option<Self>, __vox::DecodeError> {
                __vox::read_enum(json)
            }
            fn content(&self) -> __vox::FieldContent<'_> {
                __vox::FieldContent::text(__vox::TextEnum::as_text(self))
            }
        }
        #[automatically_derived]
        impl<'de> __vox::Deserialize<'de> for #ident {
            fn deserialize<D: __vox::Deserializer<'de>>(
                deserializer: D,
            ) -> __vox::Result<Self, D::Error> {
                __vox::deserialize_enum(deserializer)
            }
        }
    }
}
