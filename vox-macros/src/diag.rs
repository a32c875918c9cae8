//! Diagnostics: collects mistakes, and formats what their messages share.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Lists of valid values up to this length are shown whole.
const SHOWN_VALUES: usize = 10;

/// The similarity from which one name counts as a misspelling of the other.
const SIMILAR: f64 = 0.8;

/// The least similarity of two names that differ by one letter, missing, added, replaced or swapped.
const ONE_LETTER: f64 = 0.85;

/// The mistakes found so far, in the order they were found.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
    /// The compiler reports a mistake by itself.
    is_reported: bool,
}

impl Diagnostics {
    /// Reports a mistake at these tokens.
    pub(crate) fn error(&mut self, at: &(impl ToTokens + ?Sized), message: impl Display) {
        self.errors.push(syn::Error::new_spanned(at.to_token_stream(), message));
    }

    /// Reports a mistake that a parser found.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Suppresses the generated code because of a mistake that the compiler reports by itself.
    pub(crate) fn reported_by_compiler(&mut self) {
        self.is_reported = true;
    }

    /// The value when nothing is wrong, all mistakes otherwise.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<syn::Error>> {
        match value {
            Some(value) if self.errors.is_empty() && !self.is_reported => Ok(value),
            _ => Err(self.errors),
        }
    }
}

/// All mistakes as `compile_error!` calls.
pub(crate) fn compile_errors(errors: &[syn::Error]) -> TokenStream {
    errors.iter().map(syn::Error::to_compile_error).collect()
}

/// The mistake of an item that is not valid Rust. The compiler reports what it expected there, better than the parser.
pub(crate) fn unreadable(error: &syn::Error) -> syn::Error {
    syn::Error::new(error.span(), "cannot parse the declaration from here on")
}

/// The known name that this one is a misspelling of.
pub(crate) fn did_you_mean<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let similarity = |candidate: &str| {
        if candidate.eq_ignore_ascii_case(name) {
            return 1.0;
        }
        // In a name as short as `ack`, one wrong letter weighs more than two in a long one.
        let one_letter = name.len() > 2 && strsim::osa_distance(name, candidate) == 1;
        strsim::jaro_winkler(name, candidate).max(if one_letter { ONE_LETTER } else { 0.0 })
    };
    let scored = known.iter().map(|candidate| (similarity(candidate), *candidate));
    let best = scored.max_by(|left, right| left.0.total_cmp(&right.0))?;
    (best.0 > SIMILAR).then_some(best.1)
}

/// "unknown role `Ownr`: did you mean `Owner`? ..", with the list of known names if it is short or `always` shown.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str], always: bool) -> String {
    let hint =
        did_you_mean(name, known).map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default();
    if known.len() <= SHOWN_VALUES || always || hint.is_empty() {
        let separator = if hint.is_empty() { "; " } else { " " };
        let one_of = if known.len() > 1 { "one of " } else { "" };
        format!("unknown {what}{hint}{separator}expected {one_of}{}", quoted(known))
    } else {
        format!("unknown {what}{hint}")
    }
}

/// Names in backticks, separated by commas.
pub(crate) fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// "`one`, `truthy` or `none`".
pub(crate) fn listed(names: &[&str], conjunction: &str) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} {conjunction} `{last}`", quoted(others)),
        _ => quoted(names),
    }
}

/// Describes an expression in an attribute: "the number `5`".
pub(crate) fn found(expression: &syn::Expr) -> String {
    let kind = match expression {
        syn::Expr::Lit(literal) => literal_kind(&literal.lit),
        syn::Expr::Path(path) if path.path.get_ident().is_some() => "the identifier",
        syn::Expr::Path(_) => "the path",
        syn::Expr::Array(_) => "the list",
        syn::Expr::Tuple(_) | syn::Expr::Paren(_) => "the parentheses",
        syn::Expr::Unary(unary) if matches!(&*unary.expr, syn::Expr::Lit(_)) => "the number",
        syn::Expr::Call(_) => "the call",
        _ => "",
    };
    let source = source(expression);
    let suffix = if has_suffix(expression) { ", which has a suffix" } else { "" };
    if kind.is_empty() { format!("`{source}`") } else { format!("{kind} `{source}`{suffix}") }
}

fn has_suffix(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Lit(literal) => !literal.lit.suffix().is_empty(),
        syn::Expr::Unary(unary) => has_suffix(&unary.expr),
        _ => false,
    }
}

fn literal_kind(literal: &syn::Lit) -> &'static str {
    match literal {
        syn::Lit::Str(_) => "the string",
        syn::Lit::Int(_) | syn::Lit::Float(_) => "the number",
        syn::Lit::Bool(_) => "the boolean",
        syn::Lit::Char(_) => "the character",
        _ => "the literal",
    }
}

/// The tokens approximately as the user wrote them.
pub(crate) fn source(tokens: &(impl ToTokens + ?Sized)) -> String {
    let text = tokens.to_token_stream().to_string();
    // Token streams print with a space around every token.
    [
        (" :: ", "::"),
        (":: ", "::"),
        (" : ", ": "),
        ("& ", "&"),
        (" < ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("[ ", "["),
        (" ]", "]"),
        (" (", "("),
    ]
    .into_iter()
    .fold(signs_joined(&text), |text, (from, to)| text.replace(from, to))
}

/// `- 5` to `-5`, but not `a - z`.
fn signs_joined(text: &str) -> String {
    let mut joined = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("- ") {
        joined.push_str(before);
        let is_sign = joined.trim_end().is_empty() || joined.trim_end().ends_with(['=', '(', '[', ',']);
        joined.push_str(if is_sign { "-" } else { "- " });
        rest = after;
    }
    joined + rest
}
