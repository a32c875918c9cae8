//! `#[derive(VoxEnum)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Path, Visibility};

use super::{docs, support};
use crate::model::TextEnum;

/// Everything for a string enum.
pub(crate) fn emit(model: &TextEnum) -> TokenStream {
    let TextEnum { krate, ident, vis, .. } = model;
    let vox = support(krate);
    let core = core(&vox, model);
    let clone = clone(&vox, model);
    let shared = shared(&vox, ident, vis);
    quote! {
        const _: () = {
            #core
            #clone
            #shared
        };
    }
}

/// What follows from `TextEnum` alone: the fallback has it too.
pub(crate) fn shared(vox: &Path, ident: &Ident, vis: &Visibility) -> TokenStream {
    let inherent = inherent(vox, ident, vis);
    let std = std_traits(vox, ident);
    let values = value_traits(vox, ident);
    quote!(#inherent #std #values)
}

fn clone(vox: &Path, model: &TextEnum) -> TokenStream {
    let TextEnum { ident, catch_all, .. } = model;
    quote! {
        #[automatically_derived]
        impl ::core::clone::Clone for #ident {
            fn clone(&self) -> Self {
                match self {
                    Self::#catch_all(text) => Self::#catch_all(::core::clone::Clone::clone(text)),
                    known => #vox::enum_known(#vox::TextEnum::index(known)),
                }
            }
        }
    }
}

fn core(vox: &Path, model: &TextEnum) -> TokenStream {
    let TextEnum { ident, values, catch_all, .. } = model;
    let doc = docs::value(&model.doc);
    let name = syn::ext::IdentExt::unraw(ident).to_string();
    let count = values.len();
    let texts = values.iter().map(|value| &value.value);
    let labels = values.iter().map(|value| docs::first_line(&value.doc, vox));
    let known: Vec<_> = values.iter().map(|value| &value.ident).collect();
    let indices: Vec<_> = (0..count).collect();
    quote! {
        static __VOX_META: #vox::EnumMeta = #vox::EnumMeta {
            name: #name,
            doc: #doc,
            values: &[#(#texts),*],
            labels: &[#(#labels),*],
        };
        #[automatically_derived]
        impl #vox::TextEnum for #ident {
            const META: &'static #vox::EnumMeta = &__VOX_META;
            fn index(&self) -> usize {
                match self {
                    #(Self::#known => #indices,)*
                    Self::#catch_all(_) => #count,
                }
            }
            fn from_index(index: usize) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match index {
                    #(#indices => Self::#known,)*
                    _ => return ::core::option::Option::None,
                })
            }
            fn from_other(text: ::std::string::String) -> Self {
                Self::#catch_all(text)
            }
            fn as_other(&self) -> ::core::option::Option<&str> {
                match self {
                    Self::#catch_all(text) => ::core::option::Option::Some(text),
                    _ => ::core::option::Option::None,
                }
            }
        }
    }
}

fn inherent(vox: &Path, ident: &Ident, vis: &Visibility) -> TokenStream {
    quote! {
        #[allow(dead_code)]
        impl #ident {
            /// The known values, in the order of the variants.
            #vis const VALUES: &'static [&'static str] = <Self as #vox::TextEnum>::META.values;
            /// The value on the wire.
            #[must_use]
            #vis fn as_str(&self) -> &str {
                #vox::TextEnum::as_text(self)
            }
            /// The variant with this value, or the variant for unknown values.
            #[must_use]
            #vis fn other(text: impl ::core::convert::Into<::std::string::String>) -> Self {
                #vox::enum_from(&::core::convert::Into::<::std::string::String>::into(text))
            }
        }
    }
}

/// The traits of the standard library, each by the value on the wire.
fn std_traits(vox: &Path, ident: &Ident) -> TokenStream {
    let text = quote!(#vox::TextEnum::as_text(self));
    let from = quote!(#vox::enum_from);
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(#text, f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(#text, f)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialEq for #ident {
            fn eq(&self, other: &Self) -> bool {
                #text == #vox::TextEnum::as_text(other)
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Eq for #ident {}
        #[automatically_derived]
        impl ::core::hash::Hash for #ident {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(#text, state);
            }
        }
        #[automatically_derived]
        impl ::core::convert::AsRef<str> for #ident {
            fn as_ref(&self) -> &str {
                #text
            }
        }
        #[automatically_derived]
        impl ::core::convert::From<&str> for #ident {
            fn from(text: &str) -> Self {
                #from(text)
            }
        }
        #[automatically_derived]
        impl ::core::convert::From<::std::string::String> for #ident {
            fn from(text: ::std::string::String) -> Self {
                #from(&text)
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = ::core::convert::Infallible;
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(#from(text))
            }
        }
    }
}

/// The traits of parameters and fields.
fn value_traits(vox: &Path, ident: &Ident) -> TokenStream {
    let meta = quote!(<Self as #vox::TextEnum>::META);
    quote! {
        #[automatically_derived]
        impl #vox::ParamValue for #ident {
            type Setter = #vox::Converted;
            const TEXTS: ::core::option::Option<&'static #vox::EnumMeta> = ::core::option::Option::Some(#meta);
            fn meta() -> #vox::ValueMeta {
                #vox::enum_value(#meta)
            }
            fn write(&self, out: &mut #vox::ValueWriter<'_>) {
                out.text(#vox::TextEnum::as_text(self));
            }
            fn read(text: &str) -> ::core::result::Result<Self, &'static str> {
                ::core::result::Result::Ok(#vox::enum_from(text))
            }
        }
        #[automatically_derived]
        impl #vox::ListItem for #ident {
            fn free_text(&self) -> ::core::option::Option<&str> {
                #vox::TextEnum::as_other(self)
            }
        }
        #[automatically_derived]
        impl #vox::FieldValue for #ident {
            fn blank() -> Self {
                #vox::enum_from("")
            }
            fn field_type() -> #vox::FieldType {
                #vox::FieldType::Enum(#meta)
            }
            fn read<'de, D: #vox::Deserializer<'de>>(
                deserializer: D,
                context: &mut #vox::DecodeContext,
            ) -> ::core::result::Result<::core::option::Option<Self>, D::Error> {
                #vox::read_enum(deserializer, context)
            }
            fn content(&self) -> #vox::FieldContent<'_> {
                #vox::FieldContent::text(#vox::TextEnum::as_text(self))
            }
        }
        #[automatically_derived]
        impl<'de> #vox::Deserialize<'de> for #ident {
            fn deserialize<D: #vox::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                #vox::deserialize_enum(deserializer)
            }
        }
    }
}
