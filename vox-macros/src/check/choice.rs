//! A choice.

use quote::ToTokens;

use super::names::{Claim, check_snake_case, reject_repeated};
use super::{generated, krate, param};
use crate::diag::{Diagnostics, source};
use crate::model::{Choice, Member};
use crate::names::snake_case;
use crate::syntax::choice::RawChoice;
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
    let claims: Vec<Claim> = raw.members.iter().zip(&members).map(claim).collect();
    reject_repeated("wire name", &claims, diagnostics);
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

fn check_member(raw: &RawParam, prefix: &str, diagnostics: &mut Diagnostics) -> Member {
    if let Some(inner) = option_inner(&raw.ty) {
        let message = format!(
            "a member that is chosen always has a value: write `{}`, and make the field of the method an `Option`",
            source(inner)
        );
        diagnostics.error(&raw.ty, message);
    }
    let wire = format!("{prefix}_{}", snake_case(&raw.field_name()));
    Member {
        ident: raw.ident.clone(),
        ty: raw.ty.clone(),
        doc: raw.doc.clone(),
        class: TypeClass::of(&raw.ty),
        plain: param::plain(raw, &raw.ty, false, wire, diagnostics),
    }
}

fn claim((raw, member): (&RawParam, &Member)) -> Claim {
    Claim { name: member.plain.wire.clone(), owner: raw.field_name(), at: raw.name_tokens() }
}
