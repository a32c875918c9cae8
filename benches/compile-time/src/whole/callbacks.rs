//! The account callbacks, which vox-accounts decodes by hand: their envelope, and the enum that a macro declares.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{
    Attribute, Field, Ident, Item, ItemMacro, ItemStruct, LitStr, Token, Variant, parenthesized, parse_quote,
};

use crate::Result;

/// The type of one callback.
pub(crate) const ENVELOPE: &str = "AccountCallback";
/// The macro that declares the payloads.
const PAYLOADS: &str = "payloads";

/// The enum of the payloads, if this is the macro that declares it. A payload is a member with the name of its type.
pub(crate) fn payloads(item: &ItemMacro) -> Result<Option<Item>> {
    if !item.mac.path.is_ident(PAYLOADS) {
        return Ok(None);
    }
    let payloads = item.mac.parse_body_with(Punctuated::<Payload, Token![,]>::parse_terminated);
    let variants = payloads.map_err(|error| error.to_string())?.into_iter().map(|payload| payload.0);
    Ok(Some(parse_quote! {
        /// The payload of a callback, by type.
        pub enum CallbackPayload {
            #(#variants,)*
        }
    }))
}

/// A line of the macro: `/// A payload. "kind" => Variant(Type)`.
struct Payload(Variant);

impl Parse for Payload {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let kind: LitStr = input.parse()?;
        input.parse::<Token![=>]>()?;
        let variant: Ident = input.parse()?;
        let payload = if input.peek(Paren) {
            let content;
            parenthesized!(content in input);
            let payload: Ident = content.parse()?;
            Some(quote::quote!((#payload)))
        } else {
            None
        };
        Ok(Self(parse_quote!(#(#attributes)* #[serde(rename = #kind)] #variant #payload)))
    }
}

/// The envelope with the attributes that serde needs to read it.
pub(crate) fn envelope(mut item: ItemStruct) -> ItemStruct {
    for field in &mut item.fields {
        if is_named(field, "kind") {
            field.attrs.push(parse_quote!(#[serde(rename = "type")]));
        } else if is_named(field, "payload") {
            field.attrs.push(parse_quote!(#[serde(flatten)]));
        }
    }
    item
}

fn is_named(field: &Field, name: &str) -> bool {
    field.ident.as_ref().is_some_and(|ident| ident == name)
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::*;

    #[test]
    fn a_payload_has_the_name_of_its_type() {
        let item = parse_quote! {
            payloads! { /// Low.
                "min_balance" => MinBalance(MinBalanceCallback), "js_fail" => JsFail, }
        };
        let expected: Item = parse_quote! {
            /// The payload of a callback, by type.
            pub enum CallbackPayload {
                /// Low.
                #[serde(rename = "min_balance")]
                MinBalance(MinBalanceCallback),
                #[serde(rename = "js_fail")]
                JsFail,
            }
        };
        let found = payloads(&item).unwrap().map(|item| item.to_token_stream().to_string());
        assert_eq!(found, Some(expected.to_token_stream().to_string()));
    }

    #[test]
    fn other_macros_declare_no_payloads() {
        assert!(payloads(&parse_quote!(vox_core::methods! { a { A } })).unwrap().is_none());
    }
}
