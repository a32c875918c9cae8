//! A method.

use super::names::{Claim, reject_repeated};
use super::{across, generated, krate, param};
use crate::diag::{Diagnostics, source};
use crate::model::{AckValue, CredentialsIn, Kind, Method, Param, Role};
use crate::names::{is_method_name, method_name};
use crate::syntax::keys::Given;
use crate::syntax::method::RawMethod;
use crate::syntax::param::RawParam;
use crate::syntax::values::{Ack, MethodName, ResponseType, Roles, StringLiteral};
use crate::types::{either, is_unit, may_be_object, option_inner, single_argument};

/// Checks a method; `None` if a required key is missing, which was reported already.
pub(crate) fn check(raw: RawMethod, diagnostics: &mut Diagnostics) -> Option<Method> {
    if let Some(name) = &raw.name {
        check_name(name, diagnostics);
    }
    reject_money_of_read(&raw, diagnostics);
    let ack = effective_ack(&raw);
    if let Some(response) = &raw.response {
        check_response(response, &raw, ack, diagnostics);
    }
    let roles = raw.roles.as_ref().map(|roles| check_roles(roles, diagnostics));
    let params: Vec<Param> = raw.params.iter().map(|param| param::check(param, diagnostics)).collect();
    reject_repeated("wire name", &claims(&raw.params, &params), diagnostics);
    reject_lone_members(&raw.params, &params, diagnostics);
    let (across, if_required) = across::check(&raw, &params, diagnostics);
    let credentials = raw.credentials.as_ref().map_or(CredentialsIn::Client, |given| given.value);
    if credentials == CredentialsIn::Client && !raw.unclear.contains(&"credentials") {
        reject_credentials(&claims(&raw.params, &params), diagnostics);
    }
    Some(Method {
        krate: krate(raw.krate.as_ref()),
        span: raw.ident.span(),
        ident: generated(raw.ident),
        vis: raw.vis,
        doc: raw.doc,
        name: raw.name?.value.0,
        roles,
        response: raw.response?.value.0,
        kind: raw.kind?.value,
        money: raw.money.is_some_and(|money| money.value.0),
        ack: ack?.0,
        credentials,
        params,
        rules: across,
        if_required,
    })
}

fn check_name(name: &Given<MethodName>, diagnostics: &mut Diagnostics) {
    let text = &name.value.0;
    if !is_method_name(text) {
        let meant = method_name(text.rsplit('/').next().unwrap_or_default());
        let hint = if is_method_name(&meant) { format!(", as in `{meant}`") } else { String::new() };
        diagnostics.error(name, format!("expected a method's name in camel case{hint}; found `{text}`"));
    }
}

/// The acknowledgment as declared, otherwise the default of the kind; `None` if a reported mistake leaves it open.
fn effective_ack(raw: &RawMethod) -> Option<Ack> {
    if let Some(given) = &raw.ack {
        return Some(given.value);
    }
    let kind = raw.kind.as_ref().filter(|_| !raw.unclear.contains(&"ack"))?.value;
    Some(match kind {
        Kind::Read => Ack(None),
        Kind::Write => Ack(Some(AckValue::One)),
    })
}

/// Checks the response: an object, or nothing but an acknowledgment.
fn check_response(
    given: &Given<ResponseType>,
    raw: &RawMethod,
    ack: Option<Ack>,
    diagnostics: &mut Diagnostics,
) {
    let ty = &given.value.0;
    let json = single_argument(ty, "JsonOrFile").unwrap_or(ty);
    if is_unit(json) {
        if matches!(ack, Some(Ack(None))) {
            reject_unproven(given, raw, diagnostics);
        }
        return;
    }
    if let Some(inner) = option_inner(ty) {
        let message = format!("a response is an object, never missing: write `response = {}`", source(inner));
        diagnostics.error(given, message);
        return;
    }
    if let Some((first, second)) = either(json).filter(|(first, second)| first == second) {
        let message = format!(
            "both records are `{}`, so the response is never the second: write one of them",
            source(second)
        );
        diagnostics.error(first, message);
        return;
    }
    if !may_be_object(ty) {
        let fix = match ack {
            Some(Ack(Some(_))) => ": write `response = ()` if the response is only `{\"result\": 1}`",
            _ => "",
        };
        let message = format!(
            "a response is an object or a file: expected a struct with `#[derive(VoxRecord)]`, or `Download`; found `{}`{fix}",
            source(ty)
        );
        diagnostics.error(given, message);
    }
}

/// Rejects a response that cannot show whether the call succeeded.
fn reject_unproven(response: &Given<ResponseType>, raw: &RawMethod, diagnostics: &mut Diagnostics) {
    const REASON: &str = "only the acknowledgment shows that a call succeeded";
    const RECORD: &str = "name the struct that the method returns as its `response`";
    let ty = source(&response.value.0);
    let is_write = raw.kind.as_ref().is_some_and(|kind| kind.value == Kind::Write);
    match &raw.ack {
        Some(ack) => {
            let fix = if is_write { "remove `ack = none`" } else { "write `ack = one`" };
            diagnostics.error(ack, format!("with `response = {ty}` {REASON}: {fix}, or {RECORD}"));
        }
        None => {
            diagnostics.error(
                response,
                format!("with `response = {ty}` {REASON}, and a read has none: {RECORD}, or add `ack = one`"),
            );
        }
    }
}

/// Rejects a method that moves money and is declared to change nothing: it would be retried.
fn reject_money_of_read(raw: &RawMethod, diagnostics: &mut Diagnostics) {
    let is_read = raw.kind.as_ref().is_some_and(|kind| kind.value == Kind::Read);
    if let Some(money) = raw.money.as_ref().filter(|money| is_read && money.value.0) {
        let message =
            "a read is retried, so it must not spend money: write `kind = write`, or remove `money`";
        diagnostics.error(&money.key, message);
    }
}

fn check_roles(given: &Given<Roles>, diagnostics: &mut Diagnostics) -> Vec<Role> {
    let roles = &given.value.0;
    if roles.is_empty() {
        let message = "no key could call a method with an empty list of roles: name a role, or remove `roles` if every \
                       key may call it";
        diagnostics.error(given, message);
    }
    for (index, role) in roles.iter().enumerate() {
        let name = role.name();
        if roles[..index].iter().any(|other| other.name() == name) {
            diagnostics.error(role, format!("the role `{name}` is listed twice: remove one"));
        }
    }
    roles.clone()
}

/// The parameters that the client adds to a request; `vox_core` has the same list. It also adds an `account_id`, but not to a
/// request that has one.
const CREDENTIALS: &[&str] = &["account_name", "account_email", "api_key", "account_password", "session_id"];

/// Rejects parameters that the client adds as well: of two with one name, the server would choose one.
fn reject_credentials(claims: &[Claim], diagnostics: &mut Diagnostics) {
    for claim in claims.iter().filter(|claim| CREDENTIALS.contains(&claim.name.as_str())) {
        let message = format!(
            "`{}` is a credential, which the client adds: remove the field, or write `credentials = in_request` if \
             the parameters are the credentials",
            claim.name
        );
        diagnostics.error(&claim.at, message);
    }
}

/// Rejects groups of one member. Of a member that is required, it is reported that it is in a group.
fn reject_lone_members(raw: &[RawParam], params: &[Param], diagnostics: &mut Diagnostics) {
    if raw.iter().any(|param| param.unclear.contains(&"any_of")) {
        return;
    }
    let groups: Vec<(&Given<StringLiteral>, &Param)> =
        raw.iter().zip(params).filter_map(|(raw, param)| Some((raw.any_of.as_ref()?, param))).collect();
    for (group, member) in &groups {
        let name = &group.value.0;
        let may_be_optional = member.optional || member.class.may_be_alias();
        if may_be_optional && groups.iter().filter(|(other, _)| other.value.0 == *name).count() == 1 {
            let message = format!(
                "the group `{name}` has only one member: add another parameter to it, or remove `any_of`"
            );
            diagnostics.error(*group, message);
        }
    }
}

fn claims(raw: &[RawParam], params: &[Param]) -> Vec<Claim> {
    let claim = |(raw, param): (&RawParam, &Param)| {
        let name = param.plain.as_ref()?.wire.clone();
        Some(Claim { name, owner: raw.field_name(), at: raw.name_tokens() })
    };
    let has_name = |(raw, _): &(&RawParam, &Param)| !raw.unclear.contains(&"name");
    raw.iter().zip(params).filter(has_name).filter_map(claim).collect()
}
