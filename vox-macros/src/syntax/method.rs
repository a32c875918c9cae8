//! `#[derive(VoxMethod)]`.

use syn::{DeriveInput, Ident, Visibility};

use super::docs;
use super::foreign;
use super::keys::{Given, Grammar, Keys, is_misspelled, reject_misplaced};
use super::param::{ON_FIELD, RawParam};
use super::shape;
use super::values::{Ack, CheckPaths, CratePath, MethodName, ResponseType, Roles, StringLiteral, Switch};
use crate::diag::Diagnostics;
use crate::model::{CredentialsIn, Doc, Kind};
use crate::names::{camel_case, is_camel_case, method_name};
use crate::types::may_be_object;

/// The grammar of `#[vox_method(..)]`.
pub(crate) const GRAMMAR: Grammar = Grammar {
    attribute: "vox_method",
    keys: &["name", "roles", "response", "kind", "ack", "money", "credentials", "checks", "crate"],
    example: "name = \"AddAccount\", response = AddAccountResponse, kind = write",
    foreign: &[&[
        ("role", "write `roles = [Owner, Admin]`"),
        ("method", "every call is a POST; `name = \"..\"` is the method's name"),
        ("path", "the URL follows from `name`"),
        ("url", "the URL follows from `name`"),
        ("method_name", "write `name = \"..\"`"),
        ("description", "write a doc comment, `/// ..`, above the struct"),
        ("doc", "write a doc comment, `/// ..`, above the struct"),
        ("summary", "write a doc comment, `/// ..`, above the struct"),
        ("idempotent", "write `kind = read`"),
        ("retry", "only a method with `kind = read` is always safe to retry"),
        ("read", "write `kind = read`"),
        ("write", "write `kind = write`"),
        ("acknowledgment", "write `ack = one`"),
        ("acknowledgement", "write `ack = one`"),
        ("acknowledge", "write `ack = one`"),
        ("acknowledged", "write `ack = one`"),
        ("result", "the acknowledgment is always the member `result`; write `ack = one`"),
        ("check", "write `checks = [..]` with constants of the type `rules::RequestCheck`"),
        ("validate", "write `checks = [..]` with constants of the type `rules::RequestCheck`"),
        ("no_ack", "write `ack = none`"),
    ]],
};

/// A method as written.
#[derive(Debug)]
pub(crate) struct RawMethod {
    /// The struct's name.
    pub(crate) ident: Ident,
    /// Its visibility.
    pub(crate) vis: Visibility,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `name = ".."`
    pub(crate) name: Option<Given<MethodName>>,
    /// `roles = [..]`
    pub(crate) roles: Option<Given<Roles>>,
    /// `response = ..`
    pub(crate) response: Option<Given<ResponseType>>,
    /// `kind = ..`
    pub(crate) kind: Option<Given<Kind>>,
    /// `ack = ..`
    pub(crate) ack: Option<Given<Ack>>,
    /// `money = ..`
    pub(crate) money: Option<Given<Switch>>,
    /// `credentials = ..`
    pub(crate) credentials: Option<Given<CredentialsIn>>,
    /// `checks = [..]`
    pub(crate) checks: Option<Given<CheckPaths>>,
    /// `crate = ..`
    pub(crate) krate: Option<Given<CratePath>>,
    /// The keys that are neither given nor missing, as their mistakes were reported.
    pub(crate) unclear: Vec<&'static str>,
    /// The fields.
    pub(crate) params: Vec<RawParam>,
}

/// Reads a method.
pub(crate) fn parse(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Option<RawMethod> {
    let fields = shape::named_fields(input, "VoxMethod", diagnostics)?;
    reject_misplaced(&input.attrs, "param", "on a field", diagnostics);
    foreign::reject(&input.attrs, foreign::METHOD, diagnostics);
    let mut keys = Keys::read(&input.attrs, GRAMMAR, diagnostics);
    if keys.attribute().is_none() && is_misspelled(&input.attrs, GRAMMAR.attribute) {
        diagnostics.reported_by_compiler();
    } else {
        reject_missing(&keys, &input.ident, diagnostics);
    }
    let raw = RawMethod {
        ident: input.ident.clone(),
        vis: input.vis.clone(),
        doc: docs::read(&input.attrs),
        name: keys.take("name", diagnostics),
        roles: keys.take("roles", diagnostics),
        response: keys.take("response", diagnostics),
        kind: keys.take("kind", diagnostics),
        ack: keys.take("ack", diagnostics),
        money: keys.take("money", diagnostics),
        credentials: keys.take("credentials", diagnostics),
        checks: keys.take("checks", diagnostics),
        krate: keys.take("crate", diagnostics),
        unclear: keys.unclear,
        params: fields.iter().filter_map(|field| param(field, diagnostics)).collect(),
    };
    Some(raw)
}

/// Reads a parameter.
pub(crate) fn param(field: &syn::Field, diagnostics: &mut Diagnostics) -> Option<RawParam> {
    reject_misplaced(&field.attrs, "vox_method", "on the struct", diagnostics);
    foreign::reject(&field.attrs, foreign::PARAMETER, diagnostics);
    let ident = field.ident.as_ref()?;
    Some(RawParam::read(ident, field, &field.attrs, ON_FIELD, diagnostics))
}

/// The response type, for the fallback: it may be right whatever else is wrong, even in quotes.
pub(crate) fn response(input: &DeriveInput) -> Option<syn::Type> {
    let mut ignored = Diagnostics::default();
    let mut keys = Keys::read(&input.attrs, GRAMMAR, &mut ignored);
    let response = keys.take::<ResponseType>("response", &mut ignored).map(|response| response.value.0);
    let mut quoted = || syn::parse_str(&keys.take::<StringLiteral>("response", &mut ignored)?.value.0).ok();
    response
        .or_else(&mut quoted)
        .filter(|response| matches!(response, syn::Type::Path(_)) && may_be_object(response))
}

fn reject_missing(keys: &Keys, ident: &Ident, diagnostics: &mut Diagnostics) {
    let ident_text = ident.to_string();
    let method = method_name(&ident_text);
    let name = if is_camel_case(&ident_text) { ident_text } else { camel_case(&ident_text) };
    let required = [
        ("name", format!("name = \"{method}\"")),
        ("response", format!("response = {name}Response")),
        ("kind", "kind = read` (safe to retry) or `kind = write".to_owned()),
    ];
    let Some(attribute) = keys.attribute() else {
        let message = format!(
            "missing `#[vox_method(..)]`: add `#[vox_method(name = \"{method}\", response = {name}Response, kind = read)]`, or \
             with `kind = write`, above the struct"
        );
        diagnostics.error(ident, message);
        return;
    };
    for (key, addition) in required.iter().filter(|(key, _)| keys.lacks(key)) {
        diagnostics.error(attribute, format!("missing `{key}`: add `{addition}` to `#[vox_method(..)]`"));
    }
}
