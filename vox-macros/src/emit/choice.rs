//! `#[derive(VoxChoice)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

use super::rules::Subject;
use super::{block, docs, meta, span, statics};
use crate::model::{Choice, Member, Param};
use crate::types::TypeClass;

/// Everything for a choice.
pub(crate) fn emit(choice: &Choice) -> TokenStream {
    let Choice { krate, ident, name, members, .. } = choice;
    let doc = docs::value(&choice.doc);
    let variants = variants(members);
    let data = members.iter().map(|Member { doc, ty, plain, .. }| {
        // The field that has the choice states whether it is required.
        meta::param(doc, ty, &quote!(false), None, plain)
    });
    let companions = variants.iter().enumerate().flat_map(|(index, variant)| {
        variant.companions.iter().map(move |companion| {
            let entry = statics::entry(companion);
            quote!(__vox::Companion { member: #index, entry: __vox::ParamEntry::#entry })
        })
    });
    let rules = rules(members);
    let checks: Vec<TokenStream> = members
        .iter()
        .zip(&variants)
        .enumerate()
        .map(|(index, (member, variant))| check(member, variant, index))
        .collect();
    let check = if checks.iter().all(TokenStream::is_empty) {
        quote!(
            fn check(&self, _: &mut __vox::Violations) {}
        )
    } else {
        let arms = variants.iter().zip(&checks).map(|(variant, calls)| {
            let pattern = variant.pattern(!calls.is_empty());
            quote!(#pattern => { #calls })
        });
        quote! {
            #[allow(unused_variables)]
            fn check(&self, violations: &mut __vox::Violations) {
                let choice = <Self as __vox::Choice>::META;
                match self { #(#arms)* }
            }
        }
    };
    let encodes = members.iter().zip(&variants).map(|(member, variant)| encode(member, variant));
    let decode = super::WITH_SERVER.then(|| decode(members, &variants));
    let checked_names = checked_names(choice);
    let checked_values = checked_values(members);
    let has_file = has_file(members);
    let items = quote! {
        #[automatically_derived]
        impl __vox::Choice for #ident {
            const META: &'static __vox::ChoiceMeta = &__vox::ChoiceMeta {
                name: #name,
                doc: #doc,
                members: &[#(#data),*],
                companions: &[#(#companions),*],
                rules: #rules,
            };
            #has_file
            #check
            fn encode(&self, form: &mut __vox::FormEncoder) {
                match self { #(#encodes)* }
            }
            #decode
        }
        #checked_names
        #checked_values
    };
    block(krate, &items)
}

/// Checks of what only the types of parameters tell.
fn checked_values(members: &[Member]) -> TokenStream {
    let mut checks = Vec::new();
    for Member { ty, plain, named, .. } in members {
        checks.extend(statics::value_checks(ty, plain));
        let companions = named.iter().flat_map(|named| &named.companions);
        checks.extend(companions.flat_map(statics::param_checks));
    }
    statics::calls(checks)
}

/// The rules between members and other parameters of the method.
fn rules(members: &[Member]) -> TokenStream {
    if members.iter().all(|member| member.needs.is_empty()) {
        return quote!(__vox::NO_REQUEST_RULES);
    }
    let rules =
        members.iter().filter(|member| !member.needs.is_empty()).map(|Member { plain, needs, .. }| {
            let wire = &plain.wire;
            quote!(__vox::RequestRule::Needs { param: #wire, needs: &[#(#needs),*] })
        });
    quote!(&[#(#rules),*])
}

/// Checks of the names in choices that are companions, which the derive does not see.
fn checked_names(choice: &Choice) -> Option<TokenStream> {
    let mut names = Vec::new();
    let mut groups: Vec<&Param> = Vec::new();
    for Member { variant, plain, named, .. } in &choice.members {
        let owner = |field: &Ident| format!("{variant}::{}", field.unraw());
        let member = named.as_ref().map_or_else(|| variant.to_string(), |named| owner(&named.ident));
        names.push((plain.wire.clone(), member));
        for companion in named.iter().flat_map(|named| &named.companions) {
            match &companion.plain {
                Some(plain) => names.push((plain.wire.clone(), owner(&companion.ident))),
                None => groups.push(companion),
            }
        }
    }
    statics::checked_groups("check_companions", names, &groups, |_| TokenStream::new())
}

/// Whether a parameter is a file; nothing if none can be one.
fn has_file(members: &[Member]) -> Option<TokenStream> {
    let may_be_file = |class: TypeClass| matches!(class, TypeClass::File | TypeClass::Other);
    let mut are_files = Vec::new();
    for Member { ty, class, named, .. } in members {
        if may_be_file(*class) {
            are_files.push(quote_spanned!(span(ty)=> <#ty as __vox::Param>::IS_FILE));
        }
        for Param { ty, class, plain, .. } in named.iter().flat_map(|named| &named.companions) {
            match plain {
                Some(_) if may_be_file(*class) => {
                    are_files.push(quote_spanned!(span(ty)=> <#ty as __vox::Param>::IS_FILE));
                }
                Some(_) => {}
                None => are_files.push(quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::HAS_FILE)),
            }
        }
    }
    (!are_files.is_empty()).then(|| quote!(const HAS_FILE: bool = #(#are_files)||*;))
}

/// How the values of a variant are bound.
struct Variant<'m> {
    member: &'m Member,
    companions: &'m [Param],
    /// The number of companions of the variants before.
    offset: usize,
}

fn variants(members: &[Member]) -> Vec<Variant<'_>> {
    let mut offset = 0;
    members
        .iter()
        .map(|member| {
            let companions = member.named.as_ref().map_or(&[][..], |named| named.companions.as_slice());
            let variant = Variant { member, companions, offset };
            offset += companions.len();
            variant
        })
        .collect()
}

impl Variant<'_> {
    /// The variable of the member.
    fn value(&self) -> Ident {
        Ident::new("value", span(&self.member.ty))
    }

    /// The variable of a companion.
    fn companion(index: usize, companion: &Param) -> Ident {
        Ident::new(&format!("companion{index}"), span(&companion.ty))
    }

    /// The variant, with the names of its fields given these values.
    fn with(&self, value: &TokenStream, companions: impl Iterator<Item = TokenStream>) -> TokenStream {
        let variant = &self.member.variant;
        match &self.member.named {
            None => quote!(Self::#variant(#value)),
            Some(named) => {
                let first = &named.ident;
                let others = self.companions.iter().map(|companion| &companion.ident);
                quote!(Self::#variant { #first: #value #(, #others: #companions)* })
            }
        }
    }

    fn pattern(&self, is_used: bool) -> TokenStream {
        let variant = &self.member.variant;
        if !is_used {
            return match self.member.named {
                None => quote!(Self::#variant(_)),
                Some(_) => quote!(Self::#variant { .. }),
            };
        }
        let companions = self
            .companions
            .iter()
            .enumerate()
            .map(|(index, companion)| Self::companion(index, companion).into_token_stream());
        self.with(&self.value().into_token_stream(), companions)
    }
}

/// The calls that check a variant.
fn check(member: &Member, variant: &Variant<'_>, index: usize) -> TokenStream {
    let Member { ty, class, plain, .. } = member;
    let mut calls = TokenStream::new();
    if Subject::is_checked(*class, plain) {
        let value = variant.value().into_token_stream();
        let param = quote_spanned!(span(ty)=> __vox::member_at(choice, #index));
        calls.extend(Subject { ty, span: span(ty), class: *class, plain, value, param }.calls());
    }
    for (index, companion) in variant.companions.iter().enumerate() {
        let Param { ty, class, plain, .. } = companion;
        let (value, span) = (Variant::companion(index, companion).into_token_stream(), span(ty));
        match plain {
            Some(plain) if Subject::is_checked(*class, plain) => {
                let at = variant.offset + index;
                let param = quote_spanned!(span=> __vox::companion_at(choice, #at));
                calls.extend(Subject { ty, span, class: *class, plain, value, param }.calls());
            }
            Some(_) => {}
            None => {
                calls.extend(quote_spanned!(span=> <#ty as __vox::OneOf>::check_own(#value, violations);));
            }
        }
    }
    calls
}

fn encode(member: &Member, variant: &Variant<'_>) -> TokenStream {
    let Member { ty, plain, .. } = member;
    let (wire, value) = (&plain.wire, variant.value());
    let first = quote_spanned!(span(ty)=> <#ty as __vox::Param>::write_to(#value, #wire, form));
    let pattern = variant.pattern(true);
    if variant.companions.is_empty() {
        return quote!(#pattern => #first,);
    }
    let others = variant.companions.iter().enumerate().map(|(index, companion)| {
        let Param { ty, plain, .. } = companion;
        let (value, span) = (Variant::companion(index, companion), span(ty));
        match plain {
            Some(plain) => {
                let wire = &plain.wire;
                quote_spanned!(span=> <#ty as __vox::Param>::write_to(#value, #wire, form);)
            }
            None => quote_spanned!(span=> <#ty as __vox::OneOf>::write_to(#value, form);),
        }
    });
    quote!(#pattern => { #first; #(#others)* })
}

/// The function that only servers call.
fn decode(members: &[Member], variants: &[Variant<'_>]) -> TokenStream {
    let arms = members
        .iter()
        .zip(variants)
        .enumerate()
        .map(|(index, (member, variant))| decode_arm(member, variant, index, members.len()));
    quote! {
        __vox::__server! {
            fn decode(index: usize, reader: &mut __vox::FormReader<'_>) -> __vox::Option<Self> {
                let choice = <Self as __vox::Choice>::META;
                match index { #(#arms)* }
            }
        }
    }
}

/// The last member also serves indices that no caller uses. All fields are read before one fails, so that all violations are
/// found.
fn decode_arm(member: &Member, variant: &Variant<'_>, index: usize, count: usize) -> TokenStream {
    let ty = &member.ty;
    let pattern = if index + 1 == count { quote!(_) } else { quote!(#index) };
    let read =
        quote_spanned!(span(ty)=> <#ty as __vox::Param>::read_from(reader, __vox::member_at(choice, #index)));
    let value = variant.value();
    let locals: Vec<Ident> = variant
        .companions
        .iter()
        .enumerate()
        .map(|(index, companion)| Variant::companion(index, companion))
        .collect();
    let reads = variant.companions.iter().enumerate().map(|(index, companion)| {
        let (ty, at) = (&companion.ty, variant.offset + index);
        match companion.plain {
            Some(_) => quote_spanned!(span(ty)=> <#ty as __vox::Param>::read_from(reader, __vox::companion_at(choice, #at))),
            None => quote_spanned!(span(ty)=> <#ty as __vox::OneOf>::read_from(reader)),
        }
    });
    let whole = variant.with(&quote!(#value?), locals.iter().map(|local| quote!(#local?)));
    quote!(#pattern => {
        let #value = #read;
        #(let #locals = #reads;)*
        __vox::Some(#whole)
    })
}
