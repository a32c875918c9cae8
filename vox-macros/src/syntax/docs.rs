//! Doc comments.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::{Doc, DocPart};

/// The text of the doc comments: the space after `///` is dropped, lines are joined. A macro, as in
/// `#[doc = include_str!("x.md")]`, is kept.
pub(crate) fn read(attributes: &[Attribute]) -> Doc {
    let mut parts: Vec<DocPart> = Vec::new();
    for attribute in attributes {
        let Some(part) = part(attribute) else { continue };
        match (parts.last_mut(), part) {
            (Some(DocPart::Text(text)), DocPart::Text(line)) => *text = format!("{text}\n{line}"),
            (_, part) => parts.push(part),
        }
    }
    if let Some(DocPart::Text(text)) = parts.last_mut() {
        text.truncate(text.trim_end().len());
    }
    parts.retain(|part| !matches!(part, DocPart::Text(text) if text.is_empty()));
    Doc { parts }
}

fn part(attribute: &Attribute) -> Option<DocPart> {
    match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                Some(DocPart::Text(without_margin(&text.value())))
            }
            Expr::Macro(call) => Some(DocPart::Macro(call.to_token_stream())),
            _ => None,
        },
        _ => None,
    }
}

/// Every line of a `/** */` comment has the margin too.
fn without_margin(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n")
}
