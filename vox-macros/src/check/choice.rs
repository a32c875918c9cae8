//! A choice.

use std::iter;

use quote::ToTokens;
use syn::ext::IdentExt;

use super::names::{Claim, check_snake_case, reject_repeated};
use super::{generated, krate, param};
use crate::diag::{Diagnostics, source};
use crate::model::{Choice, Member, Named};
use crate::names::snake_case;
use crate::syntax::choice::{RawChoice, RawMember};
use crate::syntax::keys::Given;
use crate::syntax::param::RawParam;
use crate::syntax::values::StringLiteral;
use crate::types::{TypeClass, option_inner};

/// Checks a choice.
pub(crate) fn check(raw: RawChoice, diagnostics: &mut Diagnostics) -> Choice {
    let name = stated("a group's name", raw.name.as_ref(), snake_case(&raw.ident.to_string()), diagnostics);
    let prefix = stated("a prefix", raw.prefix.as_ref(), name.clone(), diagnostics);
    if let Some(given) = raw.prefix.as_ref().filter(|given| given.value.0.ends_with('_')) {
        let message = format!(
            "the underscore after a prefix is added automatically: write `{}`",
            given.value.0.trim_end_matches('_')
        );
        diagnostics.error(given, message);
    }
    let members: Vec<Member> =
        raw.members.iter().map(|member| check_member(member, &prefix, diagnostics)).collect();
    if !has_unclear_names(&raw) {
        reject_repeated_names(&raw.members, &members, diagnostics);
    }
    reject_several_defaults(&raw.members, diagnostics);
    Choice { krate: krate(raw.krate.as_ref()), ident: generated(raw.ident), doc: raw.doc, name, members }
}

fn stated(
    what: &str,
    given: Option<&Given<StringLiteral>>,
    otherwise: String,
    diagnostics: &mut Diagnostics,
) -> String {
    let Some(given) = given else { return otherwise };
    check_snake_case(what, &given.value.0, &given.to_token_stream(), diagnostics);
    given.value.0.clone()
}

fn check_member(raw: &RawMember, prefix: &str, diagnostics: &mut Diagnostics) -> Member {
    let RawMember { variant, param, companions } = raw;
    if let Some(inner) = option_inner(&param.ty) {
        let fix = match companions {
            None => ", and make the field of the method an `Option`",
            Some(_) => ": the first field of a variant is the one that is chosen",
        };
        let message = format!("a member that is chosen always has a value: write `{}`{fix}", source(inner));
        diagnostics.error(&param.ty, message);
    }
    let wire = match companions {
        None => format!("{prefix}_{}", snake_case(&param.field_name())),
        Some(_) => param.field_name(),
    };
    Member {
        variant: variant.clone(),
        ty: param.ty.clone(),
        doc: param.doc.clone(),
        class: TypeClass::of(&param.ty),
        // A default is the value that the server uses if no member is sent.
        plain: param::plain(param, &param.ty, wire, diagnostics),
        needs: needs(param, diagnostics),
        named: companions.as_ref().map(|companions| Named {
            ident: param.ident.clone(),
            companions: companions.iter().map(|companion| param::check(companion, diagnostics)).collect(),
        }),
    }
}

/// The parameters of the method without which the member is not sent. Whether a method has them is checked there.
fn needs(raw: &RawParam, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut needs = Vec::new();
    for name in raw.needs.iter().flat_map(|given| &given.value.0) {
        let needed = name.unraw().to_string();
        if needs.contains(&needed) {
            diagnostics.error(name, format!("`{name}` is listed twice: remove one"));
        } else {
            needs.push(needed);
        }
    }
    needs
}

/// Rejects more than one value that the server uses if no member is sent.
fn reject_several_defaults(raw: &[RawMember], diagnostics: &mut Diagnostics) {
    let key = |RawMember { param, .. }: &RawMember| {
        let value = param.default.as_ref().map(|given| given.key.clone());
        value.or_else(|| param.default_text.as_ref().map(|given| given.key.clone()))
    };
    let mut keys = raw.iter().filter_map(key);
    let Some(first) = keys.next() else { return };
    for other in keys {
        let message = format!(
            "the server uses one default if no member is sent, and a variant above has `{first}`: remove this one"
        );
        diagnostics.error(&other, message);
    }
}

/// Whether the name of a parameter is not known, as its mistake was reported.
fn has_unclear_names(raw: &RawChoice) -> bool {
    let mut params = raw
        .members
        .iter()
        .flat_map(|member| iter::once(&member.param).chain(member.companions.iter().flatten()));
    raw.unclear.iter().any(|key| ["name", "prefix"].contains(key))
        || params.any(|param| param.unclear.contains(&"name"))
}

/// Rejects a name that two members have, or that a companion shares with a member or another companion. Variants are not sent
/// together, so companions of two variants may have one name.
fn reject_repeated_names(raw: &[RawMember], members: &[Member], diagnostics: &mut Diagnostics) {
    let claims: Vec<Vec<Claim>> = raw.iter().zip(members).map(claims).collect();
    let firsts = |skipped: usize| {
        let others = claims.iter().enumerate().filter(move |(index, _)| *index != skipped);
        others.filter_map(|(_, claims)| claims.first().cloned())
    };
    reject_repeated("wire name", &firsts(usize::MAX).collect::<Vec<_>>(), diagnostics);
    for (index, own) in claims.iter().enumerate() {
        for (position, companion) in own.iter().enumerate().skip(1) {
            let before = own[..position].iter().cloned();
            if let Some(other) = before.chain(firsts(index)).find(|other| other.name == companion.name) {
                reject_repeated("wire name", &[other, companion.clone()], diagnostics);
            }
        }
    }
}

/// The names of a variant's parameters.
fn claims((raw, member): (&RawMember, &Member)) -> Vec<Claim> {
    let claim = |param: &RawParam, name: &str| Claim {
        name: name.to_owned(),
        owner: match raw.companions {
            None => param.field_name(),
            Some(_) => format!("{}::{}", raw.variant, param.field_name()),
        },
        at: param.name_tokens(),
    };
    let mut claims = vec![claim(&raw.param, &member.plain.wire)];
    let companions = member.named.iter().flat_map(|named| &named.companions);
    for (raw, companion) in raw.companions.iter().flatten().zip(companions) {
        claims.extend(companion.plain.as_ref().map(|plain| claim(raw, &plain.wire)));
    }
    claims
}
