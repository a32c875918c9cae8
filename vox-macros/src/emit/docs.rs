//! Documentation of generated functions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use super::descriptions;
use super::markdown::{cell, code, linked};
use crate::diag::source;
use crate::model::{CredentialsIn, Doc, DocPart, Kind, Method, Param, RequestRule, Role};
use crate::types::is_unit;

/// A doc attribute with these paragraphs.
pub(super) fn attribute(paragraphs: &[String]) -> TokenStream {
    let paragraphs: Vec<&str> =
        paragraphs.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let text = paragraphs.join("\n\n");
    quote!(#[doc = #text])
}

/// Doc attributes with a documentation and a paragraph after it.
fn attributes(doc: &Doc, addition: String) -> TokenStream {
    match &doc.parts[..] {
        [] => attribute(&[addition]),
        [DocPart::Text(text)] => attribute(&[text.clone(), addition]),
        parts => {
            let parts = parts.iter().map(part);
            let addition = format!("\n{addition}");
            quote!(#(#[doc = #parts])* #[doc = #addition])
        }
    }
}

fn part(part: &DocPart) -> TokenStream {
    match part {
        DocPart::Text(text) => text.to_token_stream(),
        DocPart::Macro(call) => call.clone(),
    }
}

/// A documentation as an expression.
pub(super) fn value(doc: &Doc) -> TokenStream {
    match &doc.parts[..] {
        [] => quote!(""),
        [only] => part(only),
        [first, others @ ..] => {
            let (first, others) = (part(first), others.iter().map(part));
            quote!(__vox::concat!(#first #(, "\n", #others)*))
        }
    }
}

/// The first line of a documentation as an expression.
pub(super) fn first_line(doc: &Doc) -> TokenStream {
    match doc.parts.first() {
        None => quote!(""),
        Some(DocPart::Text(text)) => text.lines().next().unwrap_or_default().to_token_stream(),
        Some(DocPart::Macro(call)) => quote!(__vox::first_line(#call)),
    }
}

/// The documentation of a setter.
pub(super) fn setter(method: &Method, param: &Param) -> TokenStream {
    let facts = match &param.plain {
        Some(plain) => {
            let facts = descriptions::parameter(param, plain);
            if param.doc.parts.is_empty() {
                let facts = joined(facts, method, param);
                return attribute(&[format!("Sets the parameter `{}`.", plain.wire), facts]);
            }
            facts
        }
        None => {
            let choice = linked(&param.ty);
            let (required, count) = if param.optional { ("", "At most one") } else { ("Required. ", "One") };
            vec![format!("{required}{count} member of {choice} is sent.")]
        }
    };
    attributes(&param.doc, joined(facts, method, param))
}

/// The sentences about a parameter, with those about its relation to others.
fn joined(mut sentences: Vec<String>, method: &Method, param: &Param) -> String {
    sentences.extend(across(method, param));
    sentences.join(" ")
}

/// The members of a group of which a request needs one.
fn alternatives(method: &Method, group: &str) -> String {
    let is_member = |param: &&Param| param.any_of.as_deref() == Some(group);
    let members = method.params.iter().filter(is_member);
    let names: Vec<String> = members.map(|param| format!("`{}`", param.ident.unraw())).collect();
    format!("Set at least one of {}.", names.join(", "))
}

/// The rules that a parameter shares with others.
fn across(method: &Method, param: &Param) -> Vec<String> {
    let field = |index: &usize| format!("`{}`", method.params[*index].ident.unraw());
    let fields = |indices: &[usize]| indices.iter().map(field).collect::<Vec<_>>().join(", ");
    let is_this = |index: &usize| method.params[*index].ident == param.ident;
    let sentence = |rule: &RequestRule| match rule {
        RequestRule::Needs { param, needs } if is_this(param) => {
            Some(format!("Only together with {}.", fields(needs)))
        }
        RequestRule::AllOf { params, .. } if params.iter().any(is_this) => {
            Some(format!("Set all of {}, or none.", fields(params)))
        }
        RequestRule::AtMost { param, other } if is_this(param) => Some(format!("At most {}.", field(other))),
        _ => None,
    };
    let any_of = param.any_of.as_ref().map(|group| alternatives(method, group));
    any_of.into_iter().chain(method.rules.iter().filter_map(sentence)).collect()
}

/// The documentation of `builder()`: all about the method that its declaration states, as a derive cannot add to the
/// documentation of the struct.
pub(super) fn builder(method: &Method) -> TokenStream {
    attribute(&[
        format!("Starts a request to `{}` with nothing set.", method.name),
        facts(method),
        response(method),
        parameters(method),
        checks(method),
    ])
}

fn response(method: &Method) -> String {
    if is_unit(&method.response) {
        "Response: only the acknowledgment.".to_owned()
    } else {
        format!("Response: {}.", linked(&method.response))
    }
}

/// The table of the parameters. rustc parses each documentation that has a link, in every build, and a macro pays for each byte: so
/// only types are links.
fn parameters(method: &Method) -> String {
    if method.params.is_empty() {
        return "The method has no parameters.".to_owned();
    }
    let mut lines = vec!["| parameter | type | rules |\n|---|---|---|".to_owned()];
    lines.extend(method.params.iter().map(|param| {
        let rules = match &param.plain {
            Some(plain) => descriptions::parameter(param, plain),
            None if param.optional => vec!["A choice: at most one of its parameters is sent.".to_owned()],
            None => vec!["Required. A choice: exactly one of its parameters is sent.".to_owned()],
        };
        let rules = cell(joined(rules, method, param));
        format!("| {} | {} | {rules} |", names(param), linked(&param.ty))
    }));
    lines.join("\n")
}

/// The name on the wire, and the field's if it is another.
fn names(param: &Param) -> String {
    let (name, field) = (param.name(), param.ident.unraw().to_string());
    if name == field { format!("`{name}`") } else { format!("`{name}`, field `{field}`") }
}

/// The checks of the whole request.
fn checks(method: &Method) -> String {
    let check = |rule: &RequestRule| match rule {
        RequestRule::Check(path) => Some(code(&source(path))),
        _ => None,
    };
    let checks: Vec<String> = method.rules.iter().filter_map(check).collect();
    if checks.is_empty() {
        String::new()
    } else {
        format!("Checks of the whole request: {}.", checks.join(", "))
    }
}

/// The documentation of the builder's type.
pub(super) fn builder_type(method: &Method) -> TokenStream {
    let ident = &method.ident;
    attribute(&[
        // The builder is in a separate module.
        format!(
            "The builder of [`{ident}`](super::{ident}): see [`{ident}::builder`](super::{ident}::builder)."
        ),
        "A required parameter that is not set is an error at compile time.".to_owned(),
    ])
}

/// The documentation of `send`.
pub(super) fn send(method: &Method) -> TokenStream {
    attribute(&[
        format!("Calls `{}`.", method.name),
        format!(
            "The request is validated at once, and sent when the call is awaited; a blocking client waits for the \
             response. Returns the response, or an [`Error`]({}::Error) that describes the failure and whether the \
             operation may have taken effect.",
            source(&method.krate)
        ),
        facts(method),
    ])
}

/// Kind, money, credentials and roles.
fn facts(method: &Method) -> String {
    let mut facts = vec![match method.kind {
        Kind::Read => "Kind: read, safe to retry.".to_owned(),
        Kind::Write => "Kind: write, retried only if it is certain that it had no effect.".to_owned(),
    }];
    if method.money {
        facts.push("Money: the method may spend or reserve some.".to_owned());
    }
    if method.credentials == CredentialsIn::Request {
        facts.push("Credentials: parameters of the request.".to_owned());
    }
    facts.push(match &method.roles {
        Some(roles) => {
            let names: Vec<String> = roles.iter().map(Role::name).collect();
            format!("Roles: {}.", names.join(", "))
        }
        None => "Roles: any.".to_owned(),
    });
    facts.join(" ")
}

/// The required parameters.
pub(super) fn required(method: &Method) -> impl Iterator<Item = &Param> {
    method.params.iter().filter(|param| !param.optional)
}

/// The optional parameters.
pub(super) fn optional(method: &Method) -> impl Iterator<Item = &Param> {
    method.params.iter().filter(|param| param.optional)
}

/// A doc attribute with one line.
pub(super) fn line(text: &str) -> impl ToTokens {
    quote!(#[doc = #text])
}
