//! Documentation of generated functions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use super::words;
use crate::model::{Content, CredentialsIn, Kind, Method, Param};

/// A doc attribute out of paragraphs.
pub(super) fn attribute(paragraphs: &[String]) -> TokenStream {
    let filled: Vec<&str> = paragraphs.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let text = filled.join("\n\n");
    quote!(#[doc = #text])
}

/// The documentation of a setter.
pub(super) fn setter(param: &Param) -> TokenStream {
    let mut paragraphs = vec![param.doc.clone()];
    match &param.content {
        Content::Plain(plain) => {
            if param.doc.is_empty() {
                paragraphs.push(format!("Sets the parameter `{}`.", plain.wire));
            }
            paragraphs.push(words::parameter(plain, !param.optional).join(" "));
        }
        Content::OneOf if param.optional => paragraphs.push("At most one of its members is sent.".to_owned()),
        Content::OneOf => paragraphs.push("Required: one of its members is sent.".to_owned()),
    }
    attribute(&paragraphs)
}

/// The documentation of `builder()`.
pub(super) fn builder(method: &Method) -> TokenStream {
    attribute(&[format!("Starts a request to `{}` with nothing set.", method.name), facts(method)])
}

/// The documentation of the builder's type.
pub(super) fn builder_type(method: &Method) -> TokenStream {
    let ident = &method.ident;
    attribute(&[
        format!("The builder of [`{ident}`]: see [`{ident}::builder`]."),
        "A required parameter that is not set is an error at compile time.".to_owned(),
    ])
}

/// The documentation of `send`.
pub(super) fn send(method: &Method) -> TokenStream {
    attribute(&[
        format!("Calls `{}`.", method.name),
        "The request is checked at once; nothing is sent before the call is awaited. A blocking client waits itself."
            .to_owned(),
        facts(method),
    ])
}

/// Roles, kind and required parameters, as a list.
fn facts(method: &Method) -> String {
    let mut lines = Vec::new();
    lines.push(match &method.roles {
        Some(roles) => {
            let names: Vec<String> = roles.iter().map(ToString::to_string).collect();
            format!("- Roles: {}", names.join(", "))
        }
        None => "- Roles: any key may call it".to_owned(),
    });
    lines.push(match method.kind {
        Kind::Read => "- Kind: read; a call may be repeated safely".to_owned(),
        Kind::Write => "- Kind: write; a call is not repeated unless it surely was not processed".to_owned(),
    });
    if method.credentials == CredentialsIn::Request {
        lines.push("- Credentials: parameters of the request".to_owned());
    }
    let required: Vec<String> = required(method).map(|param| format!("`{}`", param.ident.unraw())).collect();
    if !required.is_empty() {
        lines.push(format!("- Required parameters: {}", required.join(", ")));
    }
    lines.join("\n")
}

/// The parameters without which there is no request.
pub(super) fn required(method: &Method) -> impl Iterator<Item = &Param> {
    method.params.iter().filter(|param| !param.optional)
}

/// The parameters that may be left out.
pub(super) fn optional(method: &Method) -> impl Iterator<Item = &Param> {
    method.params.iter().filter(|param| param.optional)
}

/// A doc attribute with one line.
pub(super) fn line(text: &str) -> impl ToTokens {
    quote!(#[doc = #text])
}
