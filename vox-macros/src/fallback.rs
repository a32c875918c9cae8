//! What is generated for an item with mistakes, in addition to their errors.
//!
//! The rest of the user's code uses the item. Empty implementations keep that from causing further errors, so that one
//! mistake is one error. Nothing of this runs, as the program does not compile.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Field, Fields, Generics, Ident, Path, Type, Variant, parse_quote};

use crate::check;
use crate::diag::Diagnostics;
use crate::emit::builder::{Names, setter_name};
use crate::emit::{self, block};
use crate::model::{Field as RecordField, Param};
use crate::syntax;
use crate::syntax::shape::is_invalid_name;
use crate::types::{
    TypeClass, fits_signature, is_unsized, may_be_users, option_inner, stays_in_thread, vec_inner,
};

/// The generics of the item, which the derives reject, with what the traits require of `Self`.
fn generics(input: &DeriveInput) -> Generics {
    let mut generics = input.generics.clone();
    if !generics.params.is_empty() {
        let predicate = parse_quote!(Self: __vox::Send + __vox::Sync + 'static);
        generics.make_where_clause().predicates.push(predicate);
    }
    generics
}

/// The named fields, if there are any.
fn fields(input: &DeriveInput) -> Vec<&Field> {
    match &input.data {
        Data::Struct(data) if matches!(data.fields, Fields::Named(_)) => {
            data.fields.iter().filter(|field| !is_invalid_name(field)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the type of a field is so.
fn has_field(input: &DeriveInput, is_so: fn(&Type) -> bool) -> bool {
    matches!(&input.data, Data::Struct(data) if data.fields.iter().any(|field| is_so(&field.ty)))
}

/// For `VoxMethod`.
pub(crate) fn method(input: &DeriveInput, krate: &Path) -> TokenStream {
    // A struct that is unfit for the traits would be an error for each of them.
    if has_field(input, is_unsized) {
        return TokenStream::new();
    }
    let DeriveInput { ident, vis, generics, .. } = input;
    let Names { fallback: builder, .. } = Names::of(ident);
    let response = syntax::method::response(input).unwrap_or_else(|| parse_quote!(()));
    let traits = (!has_field(input, stays_in_thread)).then(|| method_traits(input, &response));
    let functions = functions(input, &builder, &response);
    let block = block(krate, &quote!(#traits #functions));
    let (_, arguments, bounds) = generics.split_for_impl();
    quote! {
        #block
        #[doc(hidden)]
        #[allow(dead_code)]
        #vis struct #builder #generics (fn() -> #ident #arguments) #bounds;
    }
}

fn method_traits(input: &DeriveInput, response: &Type) -> TokenStream {
    let ident = &input.ident;
    let default = default(input);
    let generics = generics(input);
    let checks = generics.params.is_empty().then(|| {
        let fields = fields(input);
        let (types, values) = (checked_types(&fields, checked_param), checked_values(&fields));
        quote!(#types #values)
    });
    let (params, arguments, bounds) = generics.split_for_impl();
    let mut any_role = generics.clone();
    any_role.params.push(parse_quote!(__ClientRole));
    let (params_and_role, ..) = any_role.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params __vox::Method for #ident #arguments #bounds {
            const META: &'static __vox::MethodMeta = &__vox::MethodMeta {
                name: "",
                doc: "",
                roles: __vox::None,
                kind: __vox::Kind::Read,
                money: false,
                credentials: __vox::CredentialsIn::Client,
                response: __vox::ResponseMeta::Nothing,
                ack: __vox::NO_ACK,
                params: &[],
                rules: &[],
            };
            type Response = #response;
            fn check(&self, _: &mut __vox::Violations) {}
            fn encode(&self, _: &mut __vox::FormEncoder) {}
        }
        __vox::__server! {
            #[automatically_derived]
            impl #params __vox::ServerMethod for #ident #arguments #bounds {
                fn decode(_: &__vox::Form) -> __vox::Result<Self, __vox::Violations> {
                    __vox::Err(__vox::Default::default())
                }
            }
        }
        #[automatically_derived]
        impl #params_and_role __vox::CallableBy<__ClientRole> for #ident #arguments #bounds {}
        #default
        #checks
    }
}

/// What the compiler checks of the types of fields without mistakes, so that their errors come in the same run.
fn checked_types(fields: &[&Field], expression: fn(&Field) -> Option<TokenStream>) -> TokenStream {
    let checks = fields.iter().filter_map(|field| expression(field));
    quote!(#(const _: () = { let _ = #checks; };)*)
}

/// What the compiler checks of the values that the declarations of fields without mistakes state.
fn checked_values(fields: &[&Field]) -> TokenStream {
    let params: Vec<Param> = fields.iter().filter_map(|field| param_without_mistakes(field)).collect();
    emit::statics::calls(params.iter().flat_map(emit::statics::param_checks).collect())
}

fn checked_param(field: &Field) -> Option<TokenStream> {
    let param = param_without_mistakes(field)?;
    let ty = param.ty;
    let may_lack = (param.class.may_lack_traits() || may_be_users(&ty)) && fits_signature(&ty);
    let bound = if param.plain.is_some() { quote!(Param) } else { quote!(OneOf) };
    let functions =
        param.plain.map(|plain| emit::rules::functions(&plain.rules, ty.span())).unwrap_or_default();
    may_lack.then(
        || quote_spanned!(ty.span()=> (<#ty as __vox::#bound>::REQUIRED, #(__vox::#functions::<#ty>),*)),
    )
}

fn checked_field(field: &Field) -> Option<TokenStream> {
    let ty = field_without_mistakes(field)?.ty;
    let value = option_inner(&ty).unwrap_or(&ty);
    let value = vec_inner(value).unwrap_or(value);
    let may_lack = TypeClass::of(value).may_lack_traits() && fits_signature(value);
    may_lack.then(|| quote_spanned!(value.span()=> <#value as __vox::Field>::REQUIRED))
}

/// A parameter that has no mistakes.
fn param_without_mistakes(field: &Field) -> Option<Param> {
    let mut diagnostics = Diagnostics::default();
    let raw = syntax::method::param(field, &mut diagnostics)?;
    let param = check::param::check(&raw, &mut diagnostics);
    diagnostics.finish(Some(param)).ok()
}

/// A field of a record that has no mistakes.
fn field_without_mistakes(field: &Field) -> Option<RecordField> {
    let mut diagnostics = Diagnostics::default();
    let raw = syntax::record::raw_field(field, &mut diagnostics)?;
    let field = check::record::check_field(&raw, &mut diagnostics);
    diagnostics.finish(Some(field)).ok()
}

/// As the real one: only if nothing is required.
fn default(input: &DeriveInput) -> Option<TokenStream> {
    let ident = &input.ident;
    let Data::Struct(data) = &input.data else { return None };
    let named = matches!(data.fields, Fields::Named(_));
    let all_optional = named && data.fields.iter().all(|field| option_inner(&field.ty).is_some());
    let (params, arguments, bounds) = input.generics.split_for_impl();
    all_optional.then(|| {
        quote! {
            #[automatically_derived]
            impl #params __vox::Default for #ident #arguments #bounds {
                fn default() -> Self {
                    loop {}
                }
            }
        }
    })
}

/// The functions of the request and of a builder that requires nothing.
fn functions(input: &DeriveInput, builder: &Ident, response: &Type) -> TokenStream {
    let DeriveInput { ident, vis, generics, .. } = input;
    let (params, arguments, bounds) = generics.split_for_impl();
    let fields = fields(input);
    let setters = fields.iter().filter_map(|field| setter(field, &fields));
    let send = quote! {
        __vox::__client! {
            #vis fn send<__Client: __vox::Caller + ?__vox::Sized>(
                &self,
                client: &__Client,
            ) -> __Client::Call<#response> {
                loop {}
            }
        }
    };
    quote! {
        #[allow(dead_code, unused_variables, missing_docs)]
        impl #params #builder #arguments #bounds {
            #(#vis #setters)*
            #vis fn build(self) -> #ident #arguments { loop {} }
            #send
        }
        #[allow(dead_code, unused_variables, missing_docs)]
        impl #params #ident #arguments #bounds {
            #vis fn builder() -> #builder #arguments { loop {} }
            #send
        }
    }
}

fn setter(field: &Field, fields: &[&Field]) -> Option<TokenStream> {
    let name = setter_name(field.ident.as_ref()?, fields.iter().filter_map(|field| field.ident.as_ref()));
    let ty = option_inner(&field.ty).unwrap_or(&field.ty);
    let argument = match fits_signature(ty) {
        true if TypeClass::of(ty).is_primitive() => quote!(#ty),
        true => quote!(impl __vox::Into<#ty>),
        false => quote!(impl __vox::Sized),
    };
    Some(quote!(fn #name(self, value: #argument) -> Self { self }))
}

/// The variants; none of a struct.
fn variants(input: &DeriveInput) -> Vec<&Variant> {
    match &input.data {
        Data::Enum(data) => data.variants.iter().collect(),
        _ => Vec::new(),
    }
}

/// For `VoxChoice`. A string enum with the wrong derive is used as a value.
pub(crate) fn choice(input: &DeriveInput, krate: &Path) -> TokenStream {
    let choice = choice_trait(input);
    let is_unit = |variant: &&Variant| matches!(variant.fields, Fields::Unit);
    let value = variants(input).iter().all(is_unit).then(|| value_traits(input));
    block(krate, &quote!(#choice #value))
}

fn choice_trait(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let generics = generics(input);
    let (params, arguments, bounds) = generics.split_for_impl();
    quote! {
            #[automatically_derived]
            impl #params __vox::Choice for #ident #arguments #bounds {
                const META: &'static __vox::ChoiceMeta =
                    &__vox::ChoiceMeta { name: "", doc: "", members: &[], companions: &[], rules: &[] };
                fn check(&self, _: &mut __vox::Violations) {}
                fn encode(&self, _: &mut __vox::FormEncoder) {}
                __vox::__server! {
                    fn decode(_: usize, _: &mut __vox::FormReader<'_>) -> __vox::Option<Self> {
                        __vox::None
                    }
                }
            }
    }
}

fn value_traits(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let generics = generics(input);
    let (params, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params __vox::ParamValue for #ident #arguments #bounds {
            type Setter = __vox::Converted;
            fn meta() -> __vox::ValueMeta {
                __vox::ValueMeta::of(__vox::ParamType::String)
            }
            fn write(&self, _: &mut __vox::ValueWriter<'_>) {}
            fn read(_: &str) -> __vox::Result<Self, &'static str> {
                __vox::Err("")
            }
        }
        #[automatically_derived]
        impl #params __vox::ListItem for #ident #arguments #bounds {}
    }
}

/// For `VoxEnum`; nothing for one with generics. A choice with the wrong derive is used as a choice.
pub(crate) fn enumeration(input: &DeriveInput, krate: &Path) -> TokenStream {
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let DeriveInput { ident, vis, .. } = input;
    let shared = emit::enumeration::shared(ident, vis);
    let is_member = |variant: &&Variant| !matches!(variant.fields, Fields::Unit);
    let choice = variants(input).iter().all(is_member).then(|| choice_trait(input));
    let items = quote! {
        #[automatically_derived]
        impl __vox::TextEnum for #ident {
            const META: &'static __vox::EnumMeta =
                &__vox::EnumMeta { name: "", doc: "", values: &[], labels: &[] };
            fn index(&self) -> usize { 0 }
            fn from_index(_: usize) -> __vox::Option<Self> { __vox::None }
            fn from_other(_: __vox::String) -> Self { loop {} }
            fn as_other(&self) -> __vox::Option<&str> { __vox::None }
        }
        #[automatically_derived]
        impl __vox::Clone for #ident {
            fn clone(&self) -> Self { loop {} }
        }
        #shared
        #choice
    };
    block(krate, &items)
}

/// For `VoxRecord`.
pub(crate) fn record(input: &DeriveInput, krate: &Path) -> TokenStream {
    if has_field(input, is_unsized) || has_field(input, stays_in_thread) {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let generics = generics(input);
    let (params, arguments, bounds) = generics.split_for_impl();
    let deserialize = emit::record::deserialize(ident, &generics);
    let checked_types = generics.params.is_empty().then(|| checked_types(&fields(input), checked_field));
    let items = quote! {
        #[automatically_derived]
        impl #params __vox::Record for #ident #arguments #bounds {
            const META: &'static __vox::RecordMeta =
                &__vox::RecordMeta { name: "", doc: "", fields: &[], aliases: &[] };
            fn blank() -> Self { loop {} }
            fn set(
                &mut self,
                _: usize,
                _: __vox::ValueReader<'_>,
            ) -> __vox::Result<bool, __vox::DecodeError> {
                __vox::Ok(false)
            }
        }
        #deserialize
        #checked_types
    };
    block(krate, &items)
}
