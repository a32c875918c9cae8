//! A choice.

use quote::ToTokens;

use super::names::{Claim, refuse_other_cases, refuse_repeated};
use super::{krate, param};
use crate::diag::{Diagnostics, source};
use crate::model::{Choice, Member};
use crate::names::snake_case;
use crate::syntax::choice::RawChoice;
use crate::syntax::keys::Given;
use crate::syntax::param::RawParam;
use crate::syntax::values::Text;
use crate::types::{TypeClass, option_inner};

/// Checks a choice.
pub(crate) fn check(raw: RawChoice, diagnostics: &mut Diagnostics) -> Choice {
    let name = stated("a group's name", raw.name.as_ref(), snake_case(&raw.ident.to_string()), diagnostics);
    let prefix = stated("a prefix", raw.prefix.as_ref(), name.clone(), diagnostics);
    if let Some(given) = raw.prefix.as_ref().filter(|given| given.value.0.ends_with('_')) {
        let message = format!(
            "the underscore behind a prefix is added: write `{}`",
            given.value.0.trim_end_matches('_')
        );
        diagnostics.error(given, message);
    }
    let members: Vec<Member> =
        raw.members.iter().map(|member| check_member(member, &prefix, diagnostics)).collect();
    let claims: Vec<Claim> = raw.members.iter().zip(&members).map(claim).collect();
    refuse_repeated("name on the wire", &claims, diagnostics);
    Choice { krate: krate(raw.krate.as_ref()), ident: raw.ident, doc: raw.doc, name, members }
}

fn stated(
    what: &str,
    given: Option<&Given<Text>>,
    otherwise: String,
    diagnostics: &mut Diagnostics,
) -> String {
    let Some(given) = given else { return otherwise };
    refuse_other_cases(what, &given.value.0, &given.to_token_stream(), diagnostics);
    given.value.0.clone()
}

fn check_member(raw: &RawParam, prefix: &str, diagnostics: &mut Diagnostics) -> Member {
    if let Some(inner) = option_inner(&raw.ty) {
        let message = format!(
            "the chosen member always has a value: write `{}`, and make the field that holds the choice an `Option`",
            source(inner)
        );
        diagnostics.error(&raw.ty, message);
    }
    let wire = format!("{prefix}_{}", snake_case(&raw.word()));
    Member {
        ident: raw.ident.clone(),
        ty: raw.ty.clone(),
        doc: raw.doc.clone(),
        class: TypeClass::of(&raw.ty),
        plain: param::plain(raw, &raw.ty, false, wire, diagnostics),
    }
}

fn claim((raw, member): (&RawParam, &Member)) -> Claim {
    Claim { name: member.plain.wire.clone(), owner: raw.word(), at: raw.name_tokens() }
}
