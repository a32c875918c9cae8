//! `#[derive(VoxChoice)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Path};

use super::meta::ParamData;
use super::place;
use super::rules::{Subject, referred};
use super::statics::{array, bound};
use crate::model::{Choice, Member};

/// Everything for a choice.
pub(crate) fn emit(choice: &Choice) -> TokenStream {
    let Choice { krate, ident, doc, name, members } = choice;
    let referred = members.iter().enumerate().map(|(index, member)| referred(krate, &member.plain, index));
    let literals: Vec<_> =
        members.iter().enumerate().map(|(index, member)| literal(krate, member, index)).collect();
    let params = array("__VOX_PARAMS", &quote!(#krate::ParamMeta), &literals);
    let checks = members.iter().enumerate().map(|(index, member)| check(krate, member, index));
    let bound = bound(members.iter().any(|member| Subject::is_checked(member.class, &member.plain)));
    let encodes = members.iter().map(|member| encode(krate, member));
    let decodes =
        members.iter().enumerate().map(|(index, member)| decode(krate, member, index, members.len()));
    quote! {
        const _: () = {
            #(#referred)*
            #params
            static __VOX_META: #krate::ChoiceMeta =
                #krate::ChoiceMeta { name: #name, doc: #doc, members: &__VOX_PARAMS };
            #[automatically_derived]
            impl #krate::Choice for #ident {
                const META: &'static #krate::ChoiceMeta = &__VOX_META;
                #[allow(unused_variables)]
                fn check(&self, violations: &mut #krate::Violations) {
                    #bound
                    match self { #(#checks)* }
                }
                fn encode(&self, form: &mut #krate::FormEncoder) {
                    match self { #(#encodes)* }
                }
                fn decode(index: usize, text: &str) -> ::core::result::Result<Self, #krate::Expected> {
                    match index { #(#decodes)* }
                }
            }
        };
    }
}

fn literal(krate: &Path, member: &Member, index: usize) -> TokenStream {
    let Member { doc, ty, plain, .. } = member;
    // Not required by itself: whether the group is, is said by the field that holds it.
    ParamData { krate, doc, ty, required: false, plain, index }.literal()
}

fn check(krate: &Path, member: &Member, index: usize) -> TokenStream {
    let Member { ident, ty, class, plain, .. } = member;
    let name = Ident::new("value", place(ty));
    let calls = Subject { krate, ty, class: *class, plain, index, value: name.to_token_stream() }.calls();
    quote!(Self::#ident(#name) => { #calls })
}

fn encode(krate: &Path, member: &Member) -> TokenStream {
    let (ident, wire) = (&member.ident, &member.plain.wire);
    let ty = &member.ty;
    let call = if member.class.may_lack_traits() {
        quote_spanned!(place(ty)=> <#ty as #krate::ParamValue>::encode(value, #wire, form))
    } else {
        quote!(form.param(#wire, value))
    };
    quote!(Self::#ident(value) => #call,)
}

/// The last member also answers for indices that no caller uses.
fn decode(krate: &Path, member: &Member, index: usize, count: usize) -> TokenStream {
    let Member { ident, ty, .. } = member;
    let pattern = if index + 1 == count { quote!(_) } else { quote!(#index) };
    let read = quote_spanned!(place(ty)=> <#ty as #krate::ParamValue>::read(text));
    quote!(#pattern => ::core::result::Result::map(#read, Self::#ident),)
}
