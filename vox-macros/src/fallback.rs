//! What is generated for an item with mistakes, in addition to their errors.
//!
//! The rest of the user's code uses the item. Empty implementations keep that from causing further errors, so that one
//! mistake is one error. Nothing of this runs, as the program does not compile.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Field, Fields, Generics, Path, Type, Variant, parse_quote};

use crate::check;
use crate::diag::Diagnostics;
use crate::emit;
use crate::emit::builder::{Names, setter_name};
use crate::model::{Field as RecordField, Param};
use crate::syntax;
use crate::syntax::keys::{self, Grammar};
use crate::syntax::shape::is_invalid_name;
use crate::types::{
    TypeClass, fits_signature, is_unsized, may_be_users, option_inner, stays_in_thread, vec_inner,
};

/// The generics of the item, which the derives reject, with what the traits require of `Self`.
fn generics(input: &DeriveInput) -> Generics {
    let mut generics = input.generics.clone();
    if !generics.params.is_empty() {
        let predicate = parse_quote!(Self: ::core::marker::Send + ::core::marker::Sync + 'static);
        generics.make_where_clause().predicates.push(predicate);
    }
    generics
}

/// The module of `vox-core` for generated code.
fn support(input: &DeriveInput, grammar: Grammar) -> Path {
    emit::support(&keys::krate(&input.attrs, grammar).unwrap_or_else(|| parse_quote!(::vox_core)))
}

fn never() -> TokenStream {
    quote!(::core::panic!("the declaration has mistakes"))
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
pub(crate) fn method(input: &DeriveInput) -> TokenStream {
    // A struct that is unfit for the traits would be an error for each of them.
    if has_field(input, is_unsized) {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let vox = support(input, syntax::method::GRAMMAR);
    let response = syntax::method::response(input).unwrap_or_else(|| parse_quote!(()));
    let builder = builder(input, &vox, &response);
    if has_field(input, stays_in_thread) {
        return builder;
    }
    let default = default(input);
    let generics = generics(input);
    let checked_types =
        generics.params.is_empty().then(|| checked_types(&fields(input), checked_param, &vox));
    let checked_values = checked_values(&fields(input), &vox);
    let (params, arguments, bounds) = generics.split_for_impl();
    let mut any_role = generics.clone();
    any_role.params.push(parse_quote!(__ClientRole));
    let (params_and_role, ..) = any_role.split_for_impl();
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #params #vox::Method for #ident #arguments #bounds {
                const META: &'static #vox::MethodMeta = &#vox::MethodMeta {
                    name: "",
                    doc: "",
                    roles: ::core::option::Option::None,
                    kind: #vox::Kind::Read,
                    money: false,
                    credentials: #vox::CredentialsIn::Client,
                    response: #vox::ResponseMeta::Nothing,
                    ack: ::core::option::Option::None,
                    params: &[],
                    rules: &[],
                };
                type Response = #response;
                fn check(&self, _: &mut #vox::Violations) {}
                fn encode(&self, _: &mut #vox::FormEncoder) {}
            }
            #vox::__server! {
                #[automatically_derived]
                impl #params #vox::ServerMethod for #ident #arguments #bounds {
                    fn decode(_: &#vox::Form) -> ::core::result::Result<Self, #vox::Violations> {
                        ::core::result::Result::Err(::core::default::Default::default())
                    }
                }
            }
            #[automatically_derived]
            impl #params_and_role #vox::CallableBy<__ClientRole> for #ident #arguments #bounds {}
            #default
            #checked_types
            #checked_values
        };
        #builder
    }
}

/// What the compiler checks of the types of fields without mistakes, so that their errors come in the same run.
fn checked_types(
    fields: &[&Field],
    expression: fn(&Field, &Path) -> Option<TokenStream>,
    vox: &Path,
) -> TokenStream {
    let checks = fields.iter().filter_map(|field| expression(field, vox));
    quote!(#(const _: () = { let _ = #checks; };)*)
}

/// What the compiler checks of the values that the declarations of fields without mistakes state.
fn checked_values(fields: &[&Field], vox: &Path) -> Option<TokenStream> {
    let params: Vec<Param> = fields.iter().filter_map(|field| param_without_mistakes(field)).collect();
    let checks: Vec<_> = params.iter().flat_map(emit::statics::param_checks).collect();
    (!checks.is_empty()).then(|| {
        let checks = emit::statics::calls(checks);
        quote!(use #vox as __vox; #checks)
    })
}

fn checked_param(field: &Field, vox: &Path) -> Option<TokenStream> {
    let param = param_without_mistakes(field)?;
    let ty = param.ty;
    let may_lack = (param.class.may_lack_traits() || may_be_users(&ty)) && fits_signature(&ty);
    let bound = if param.plain.is_some() { quote!(Param) } else { quote!(OneOf) };
    let functions =
        param.plain.map(|plain| emit::rules::functions(&plain.rules, ty.span())).unwrap_or_default();
    may_lack
        .then(|| quote_spanned!(ty.span()=> (<#ty as #vox::#bound>::REQUIRED, #(#vox::#functions::<#ty>),*)))
}

fn checked_field(field: &Field, vox: &Path) -> Option<TokenStream> {
    let ty = field_without_mistakes(field)?.ty;
    let value = option_inner(&ty).unwrap_or(&ty);
    let value = vec_inner(value).unwrap_or(value);
    let may_lack = TypeClass::of(value).may_lack_traits() && fits_signature(value);
    may_lack.then(|| quote_spanned!(value.span()=> <#value as #vox::Field>::REQUIRED))
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
    let never = never();
    all_optional.then(|| {
        quote! {
            #[automatically_derived]
            impl #params ::core::default::Default for #ident #arguments #bounds {
                fn default() -> Self {
                    #never
                }
            }
        }
    })
}

/// A builder that requires nothing.
fn builder(input: &DeriveInput, vox: &Path, response: &Type) -> TokenStream {
    let DeriveInput { ident, vis, generics, .. } = input;
    let (params, arguments, bounds) = generics.split_for_impl();
    let Names { fallback: builder, .. } = Names::of(ident);
    let fields = fields(input);
    let setters = fields.iter().filter_map(|field| setter(field, &fields));
    let send = quote! {
        send<__Client: #vox::Caller + ?::core::marker::Sized>(
            &self,
            client: &__Client,
        ) -> __Client::Call<#response>
    };
    let never = never();
    quote! {
        #[doc(hidden)]
        #[allow(dead_code)]
        #vis struct #builder #generics (::core::marker::PhantomData<fn() -> #ident #arguments>) #bounds;
        #[allow(dead_code, unused_variables, missing_docs)]
        impl #params #builder #arguments #bounds {
            #(#vis #setters)*
            #vis fn build(self) -> #ident #arguments { #never }
        }
        #[allow(dead_code, missing_docs)]
        impl #params #ident #arguments #bounds {
            #vis fn builder() -> #builder #arguments { #never }
        }
        #vox::__client! {
            #[allow(dead_code, unused_variables, missing_docs)]
            impl #params #ident #arguments #bounds { #vis fn #send { #never } }
            #[allow(dead_code, unused_variables, missing_docs)]
            impl #params #builder #arguments #bounds { #vis fn #send { #never } }
        }
    }
}

fn setter(field: &Field, fields: &[&Field]) -> Option<TokenStream> {
    let name = setter_name(field.ident.as_ref()?, fields.iter().filter_map(|field| field.ident.as_ref()));
    let ty = option_inner(&field.ty).unwrap_or(&field.ty);
    let argument = match fits_signature(ty) {
        true if TypeClass::of(ty).is_primitive() => quote!(#ty),
        true => quote!(impl ::core::convert::Into<#ty>),
        false => quote!(impl ::core::marker::Sized),
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
pub(crate) fn choice(input: &DeriveInput) -> TokenStream {
    let vox = support(input, syntax::choice::GRAMMAR);
    let choice = choice_trait(&vox, input);
    let is_unit = |variant: &&Variant| matches!(variant.fields, Fields::Unit);
    let value = variants(input).iter().all(is_unit).then(|| value_traits(&vox, input));
    quote!(const _: () = { #choice #value };)
}

fn choice_trait(vox: &Path, input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let generics = generics(input);
    let (params, arguments, bounds) = generics.split_for_impl();
    quote! {
            #[automatically_derived]
            impl #params #vox::Choice for #ident #arguments #bounds {
                const META: &'static #vox::ChoiceMeta =
                    &#vox::ChoiceMeta { name: "", doc: "", members: &[], companions: &[], rules: &[] };
                fn check(&self, _: &mut #vox::Violations) {}
                fn encode(&self, _: &mut #vox::FormEncoder) {}
                #vox::__server! {
                    fn decode(_: usize, _: &mut #vox::FormReader<'_>) -> ::core::option::Option<Self> {
                        ::core::option::Option::None
                    }
                }
            }
    }
}

fn value_traits(vox: &Path, input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let generics = generics(input);
    let (params, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params #vox::ParamValue for #ident #arguments #bounds {
            type Setter = #vox::Converted;
            fn meta() -> #vox::ValueMeta {
                #vox::ValueMeta::of(#vox::ParamType::String)
            }
            fn write(&self, _: &mut #vox::ValueWriter<'_>) {}
            fn read(_: &str) -> ::core::result::Result<Self, &'static str> {
                ::core::result::Result::Err("")
            }
        }
        #[automatically_derived]
        impl #params #vox::ListItem for #ident #arguments #bounds {}
    }
}

/// For `VoxEnum`; nothing for one with generics. A choice with the wrong derive is used as a choice.
pub(crate) fn enumeration(input: &DeriveInput) -> TokenStream {
    if !input.generics.params.is_empty() {
        return TokenStream::new();
    }
    let DeriveInput { ident, vis, .. } = input;
    let vox = support(input, syntax::enumeration::GRAMMAR);
    let shared = emit::enumeration::shared(&vox, ident, vis);
    let is_member = |variant: &&Variant| !matches!(variant.fields, Fields::Unit);
    let choice = variants(input).iter().all(is_member).then(|| choice_trait(&vox, input));
    let never = never();
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #vox::TextEnum for #ident {
                const META: &'static #vox::EnumMeta =
                    &#vox::EnumMeta { name: "", doc: "", values: &[], labels: &[] };
                fn index(&self) -> usize { 0 }
                fn from_index(_: usize) -> ::core::option::Option<Self> { ::core::option::Option::None }
                fn from_other(_: ::std::string::String) -> Self { #never }
                fn as_other(&self) -> ::core::option::Option<&str> { ::core::option::Option::None }
            }
            #[automatically_derived]
            impl ::core::clone::Clone for #ident {
                fn clone(&self) -> Self { #never }
            }
            #shared
            #choice
        };
    }
}

/// For `VoxRecord`.
pub(crate) fn record(input: &DeriveInput) -> TokenStream {
    if has_field(input, is_unsized) || has_field(input, stays_in_thread) {
        return TokenStream::new();
    }
    let ident = &input.ident;
    let vox = support(input, syntax::record::GRAMMAR);
    let generics = generics(input);
    let (params, arguments, bounds) = generics.split_for_impl();
    let deserialize = emit::record::deserialize(ident, &generics);
    let checked_types =
        generics.params.is_empty().then(|| checked_types(&fields(input), checked_field, &vox));
    let never = never();
    quote! {
        const _: () = {
            use #vox as __vox;
            #[automatically_derived]
            impl #params #vox::Record for #ident #arguments #bounds {
                const META: &'static #vox::RecordMeta =
                    &#vox::RecordMeta { name: "", doc: "", fields: &[], aliases: &[] };
                fn blank() -> Self { #never }
                fn set<V: #vox::ValueAccess>(&mut self, _: usize, value: V) {
                    value.skip();
                }
            }
            #deserialize
            #checked_types
        };
    }
}
