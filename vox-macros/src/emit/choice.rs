//! `#[derive(VoxChoice)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;

use super::rules::Subject;
use super::{docs, meta, span, use_private};
use crate::model::{Choice, Member};

/// Everything for a choice.
pub(crate) fn emit(choice: &Choice) -> TokenStream {
    let Choice { krate, ident, name, members, .. } = choice;
    let doc = docs::value(&choice.doc);
    let private = use_private(krate);
    let data = members.iter().map(|Member { doc, ty, plain, .. }| {
        // The field that has the choice states whether it is required.
        meta::param(doc, ty, &quote!(false), plain)
    });
    let is_checked = members.iter().any(|member| Subject::is_checked(member.class, &member.plain));
    let check = if is_checked {
        let arms = members.iter().enumerate().map(check);
        quote! {
            fn check(&self, violations: &mut __vox::Violations) {
                let choice = <Self as __vox::Choice>::META;
                match self { #(#arms)* }
            }
        }
    } else {
        quote!(
            fn check(&self, _: &mut __vox::Violations) {}
        )
    };
    let encodes = members.iter().map(encode);
    let decode = super::WITH_SERVER.then(|| decode(members));
    quote! {
        const _: () = {
            #private
            #[automatically_derived]
            impl __vox::Choice for #ident {
                const META: &'static __vox::ChoiceMeta = &__vox::ChoiceMeta {
                    name: #name,
                    doc: #doc,
                    members: &[#(#data),*],
                };
                #check
                fn encode(&self, form: &mut __vox::FormEncoder) {
                    match self { #(#encodes)* }
                }
                #decode
            }
        };
    }
}

fn check((index, member): (usize, &Member)) -> TokenStream {
    let Member { ident, ty, class, plain, .. } = member;
    if !Subject::is_checked(*class, plain) {
        return quote!(Self::#ident(_) => {});
    }
    let name = Ident::new("value", span(ty));
    let value = name.to_token_stream();
    let param = quote_spanned!(span(ty)=> __vox::member_at(choice, #index));
    let calls = Subject { ty, span: span(ty), class: *class, plain, value, param }.calls();
    quote!(Self::#ident(#name) => { #calls })
}

fn encode(member: &Member) -> TokenStream {
    let Member { ident, ty, plain, .. } = member;
    let wire = &plain.wire;
    let call = quote_spanned!(span(ty)=> <#ty as __vox::Param>::write_to(value, #wire, form));
    quote!(Self::#ident(value) => #call,)
}

/// The function that only servers call.
fn decode(members: &[Member]) -> TokenStream {
    let arms = members.iter().enumerate().map(|(index, member)| decode_arm(member, index, members.len()));
    quote! {
        __vox::__server! {
            fn decode(index: usize, text: &str) -> __vox::Result<Self, &'static str> {
                match index { #(#arms)* }
            }
        }
    }
}

/// The last member also serves indices that no caller uses.
fn decode_arm(member: &Member, index: usize, count: usize) -> TokenStream {
    let Member { ident, ty, .. } = member;
    let pattern = if index + 1 == count { quote!(_) } else { quote!(#index) };
    let read = quote_spanned!(span(ty)=> <#ty as __vox::Param>::read_text(text));
    quote!(#pattern => __vox::Result::map(#read, Self::#ident),)
}
