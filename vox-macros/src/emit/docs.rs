//! Documentation of generated functions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Type;
use syn::ext::IdentExt;

use super::words;
use crate::diag::source;
use crate::model::{Content, CredentialsIn, Kind, Method, Param};

/// A doc attribute out of paragraphs.
pub(super) fn attribute(paragraphs: &[String]) -> TokenStream {
    let filled: Vec<&str> = paragraphs.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let text = filled.join("\n\n");
    quote!(#[doc = #text])
}

/// The documentation of a setter.
pub(super) fn setter(method: &Method, param: &Param) -> TokenStream {
    let mut paragraphs = vec![param.doc.clone()];
    match &param.content {
        Content::Plain(plain) => {
            if param.doc.is_empty() {
                paragraphs.push(format!("Sets the parameter `{}`.", plain.wire));
            }
            let mut sentences = words::parameter(plain, !param.optional);
            sentences.extend(plain.any_of.as_ref().map(|group| alternatives(method, group)));
            paragraphs.push(sentences.join(" "));
        }
        Content::OneOf => {
            let choice = linked(&param.ty);
            let (required, count) = if param.optional { ("", "At most one") } else { ("Required. ", "One") };
            paragraphs.push(format!("{required}{count} member of {choice} is sent."));
        }
    }
    attribute(&paragraphs)
}

/// The type's name, as a link where it is a plain path.
fn linked(ty: &Type) -> String {
    let name = source(ty);
    let is_path = name.chars().all(|character| character.is_alphanumeric() || "_:".contains(character));
    if is_path { format!("[`{name}`]") } else { format!("`{name}`") }
}

/// The members of a group of which the reference wants one.
fn alternatives(method: &Method, group: &str) -> String {
    let member = |param: &Param| match &param.content {
        Content::Plain(plain) if plain.any_of.as_deref() == Some(group) => {
            Some(format!("`{}`", param.ident.unraw()))
        }
        _ => None,
    };
    let members: Vec<String> = method.params.iter().filter_map(member).collect();
    format!("At least one of {} is wanted.", members.join(", "))
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
        format!(
            "The request is checked at once; nothing is sent before the call is awaited. A blocking client waits itself. \
             Returns the response, or an [`Error`]({}::Error) that says what went wrong, and what the call may have done \
             at the API anyway.",
            source(&method.krate)
        ),
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
        Kind::Write => "- Kind: write; a call is retried only where it certainly had no effect".to_owned(),
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
