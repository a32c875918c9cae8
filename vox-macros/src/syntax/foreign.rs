//! Helper attributes of other derives: those of vox in the wrong place, and habits from `serde`, `garde` and `validator`.
//!
//! Each derive registers these names, so that the compiler does not propose a derive that would not fit. A real derive of
//! `serde` may be there as well, for output: only what concerns names and reading is rejected.
//!
//! Attributes of `clap`, `schemars`, `strum` and others are not registered: a request may derive those as well, and a derive does
//! not see whether it does. Without their derives the compiler rejects them.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Meta};

use crate::diag::Diagnostics;

/// What the attributes of an item are for, and what to write there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The attribute of vox in this place.
    attribute: &'static str,
    /// What it is for: "a parameter".
    what: &'static str,
    /// An example of it.
    example: &'static str,
    /// Instead of a name for all members.
    rename_all: &'static str,
    /// Instead of a rule.
    rules: Option<&'static str>,
}

const PARAMETER_RULES: &str =
    "rules are keys of `#[param(..)]`, as in `#[param(min_len = 1, max_len = 20, check = rules::EMAIL)]`";

/// A field of a method.
pub(crate) const PARAMETER: Place = Place {
    attribute: "param",
    what: "a parameter",
    example: "#[param(name = \"account_name\")]",
    rename_all: "",
    rules: Some(PARAMETER_RULES),
};

/// A variant of a choice.
pub(crate) const MEMBER: Place = Place { what: "a variant of a choice", ..PARAMETER };

/// A field of a record.
pub(crate) const FIELD: Place = Place {
    attribute: "field",
    what: "a field of a response",
    example: "#[field(name = \"account_id\")]",
    rename_all: "",
    rules: None,
};

/// A variant of a string enum.
pub(crate) const VALUE: Place = Place {
    attribute: "value",
    what: "a value of a string enum",
    example: "#[value(name = \"IN_USE\")]",
    rename_all: "",
    rules: None,
};

/// The struct of a method.
pub(crate) const METHOD: Place = Place {
    attribute: "vox_method",
    what: "a method",
    example: "#[vox_method(name = \"AddAccount\", ..)]",
    rename_all: "parameters are named like the fields, or by `#[param(name = \"..\")]`",
    rules: Some(PARAMETER_RULES),
};

/// The enum of a choice.
pub(crate) const CHOICE: Place = Place {
    attribute: "vox_choice",
    what: "a choice",
    example: "#[vox_choice(name = \"parent_account\")]",
    rename_all: "write `#[vox_choice(prefix = \"..\")]`, or `#[param(name = \"..\")]` on a variant",
    rules: Some(PARAMETER_RULES),
};

/// The struct of a record.
pub(crate) const RECORD: Place = Place {
    attribute: "vox_record",
    what: "a record",
    example: "#[vox_record(crate = ::vox_core)]",
    rename_all: "fields have the names of the response, or `#[field(name = \"..\")]`",
    rules: None,
};

/// A string enum.
pub(crate) const ENUM: Place = Place {
    attribute: "vox_enum",
    what: "a string enum",
    example: "#[vox_enum(case = \"snake_case\")]",
    rename_all: "write `#[vox_enum(case = \"snake_case\")]`",
    rules: None,
};

/// The helper attributes on members: of other places of vox.
const MEMBERS: [&str; 3] = ["param", "field", "value"];

/// The helper attributes on items.
const ITEMS: [&str; 4] = ["vox_method", "vox_choice", "vox_record", "vox_enum"];

/// Rejects the attributes that belong to another derive.
pub(crate) fn reject(attributes: &[Attribute], place: Place, diagnostics: &mut Diagnostics) {
    let own: &[&str] = if MEMBERS.contains(&place.attribute) { &MEMBERS } else { &ITEMS };
    for attribute in attributes {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else { continue };
        match name.as_str() {
            "serde" => reject_serde(attribute, place, diagnostics),
            "garde" | "validate" => {
                let fix = place.rules.unwrap_or("responses are not validated: remove it");
                diagnostics.error(attribute.path(), format!("`#[{name}(..)]` is not read by vox: {fix}"));
            }
            other if own.contains(&other) && other != place.attribute => {
                let Place { attribute: instead, what, example, .. } = place;
                let message = format!(
                    "`#[{name}(..)]` is not for {what}, which has `#[{instead}(..)]`: write `{example}`, or remove it"
                );
                diagnostics.error(attribute.path(), message);
            }
            _ => {}
        }
    }
}

/// Rejects keys of serde that concern names and reading: vox does not read them. For output a name may be given as
/// `rename(serialize = "..")`.
fn reject_serde(attribute: &Attribute, place: Place, diagnostics: &mut Diagnostics) {
    let Meta::List(list) = &attribute.meta else { return };
    for (key, tokens) in keys(list.tokens.clone()) {
        let name = key.to_string();
        let given = tokens.iter().find_map(|token| match token {
            TokenTree::Literal(literal) => Some(literal.to_string()),
            _ => None,
        });
        let is_output = tokens.iter().any(|token| matches!(token, TokenTree::Group(_)));
        let instead = match name.as_str() {
            "rename" if !is_output => {
                let value = given.unwrap_or_else(|| "\"..\"".to_owned());
                let attribute = place.attribute;
                format!("write `#[{attribute}(name = {value})]`")
            }
            "rename_all" if !is_output => place.rename_all.to_owned(),
            "default" => "the type of what may be missing is `Option` or `Vec`".to_owned(),
            "flatten" if place.attribute == "param" => {
                "write `#[param(one_of)]`, on an enum with `#[derive(VoxChoice)]`".to_owned()
            }
            "deserialize_with" => "implement `vox_core::value::FieldValue` for the type".to_owned(),
            "deny_unknown_fields" => "unknown members of a response are always ignored: remove it".to_owned(),
            _ => continue,
        };
        if !instead.is_empty() {
            diagnostics.error(&key, format!("`{name}` of serde is not read by vox: {instead}"));
        }
    }
}

/// The keys of an attribute, each with the tokens of its value.
fn keys(tokens: TokenStream) -> Vec<(TokenTree, Vec<TokenTree>)> {
    let mut keys: Vec<(TokenTree, Vec<TokenTree>)> = Vec::new();
    let mut is_key = true;
    for token in tokens {
        let is_comma = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == ',');
        match keys.last_mut() {
            _ if is_key => keys.push((token, Vec::new())),
            Some((_, value)) if !is_comma => value.push(token),
            _ => {}
        }
        is_key = is_comma;
    }
    keys
}
