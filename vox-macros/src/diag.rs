//! Diagnostics: where mistakes are collected, and the words they share.

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Lists of valid values up to this length are shown whole.
const SHOWN_VALUES: usize = 10;

/// How alike two words must be for one to be taken for a misspelling of the other.
const ALIKE: f64 = 0.8;

/// How alike two words are that differ by one letter, missing, added, replaced or swapped, where nothing makes them more so.
const ONE_LETTER: f64 = 0.85;

/// The mistakes found so far, in the order they were found.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
    /// The compiler complains of the item by itself.
    told: bool,
}

impl Diagnostics {
    /// Notes a mistake on these tokens.
    pub(crate) fn error(&mut self, at: &(impl ToTokens + ?Sized), message: impl Display) {
        self.errors.push(syn::Error::new_spanned(at.to_token_stream(), message));
    }

    /// Notes the same mistake on two places that contradict each other.
    pub(crate) fn conflict(
        &mut self,
        first: &(impl ToTokens + ?Sized),
        second: &(impl ToTokens + ?Sized),
        message: impl Display,
    ) {
        self.error(first, &message);
        self.error(second, &message);
    }

    /// Notes a mistake that a parser found.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Notes a mistake that the compiler tells by itself, and of which nothing more is to be said.
    pub(crate) fn told_by_compiler(&mut self) {
        self.told = true;
    }

    /// The value when nothing is wrong, all mistakes otherwise.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<syn::Error>> {
        match value {
            Some(value) if self.errors.is_empty() && !self.told => Ok(value),
            _ => Err(self.errors),
        }
    }
}

/// All mistakes as `compile_error!` calls.
pub(crate) fn compile_errors(errors: &[syn::Error]) -> TokenStream {
    errors.iter().map(syn::Error::to_compile_error).collect()
}

/// The mistake of an item that is no valid Rust. The compiler tells what it expected there, and better than the parser.
pub(crate) fn unreadable(error: &syn::Error) -> syn::Error {
    syn::Error::new(error.span(), "the declaration cannot be read from here on")
}

/// The known word that this one is a misspelling of.
pub(crate) fn did_you_mean<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let likeness = |candidate: &str| {
        if candidate.eq_ignore_ascii_case(word) {
            return 1.0;
        }
        // In a word as short as `ack`, one wrong letter weighs more than two in a long one.
        let one_letter = word.len() > 2 && strsim::osa_distance(word, candidate) == 1;
        strsim::jaro_winkler(word, candidate).max(if one_letter { ONE_LETTER } else { 0.0 })
    };
    let scored = known.iter().map(|candidate| (likeness(candidate), *candidate));
    let best = scored.max_by(|left, right| left.0.total_cmp(&right.0))?;
    (best.0 > ALIKE).then_some(best.1)
}

/// "unknown role `Ownr`: did you mean `Owner`? ..", with the list of what is known where it is short or `always` shown.
pub(crate) fn unknown(what: &str, word: &str, known: &[&str], always: bool) -> String {
    let hint =
        did_you_mean(word, known).map(|meant| format!(": did you mean `{meant}`?")).unwrap_or_default();
    if known.len() <= SHOWN_VALUES || always || hint.is_empty() {
        let separator = if hint.is_empty() { "; " } else { " " };
        let one_of = if known.len() > 1 { "one of " } else { "" };
        format!("unknown {what}{hint}{separator}expected {one_of}{}", quoted(known))
    } else {
        format!("unknown {what}{hint}")
    }
}

/// Words in backticks, separated by commas.
pub(crate) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// "the number `5`": what an expression in an attribute is.
pub(crate) fn found(expression: &syn::Expr) -> String {
    let kind = match expression {
        syn::Expr::Lit(literal) => literal_kind(&literal.lit),
        syn::Expr::Path(path) if path.path.get_ident().is_some() => "the bare word",
        syn::Expr::Path(_) => "the path",
        syn::Expr::Array(_) => "the list",
        syn::Expr::Tuple(_) | syn::Expr::Paren(_) => "the parentheses",
        syn::Expr::Unary(unary) if matches!(&*unary.expr, syn::Expr::Lit(_)) => "the number",
        syn::Expr::Call(_) => "the call",
        _ => "",
    };
    let source = source(expression);
    let ending = if has_suffix(expression) { ", which has a suffix" } else { "" };
    if kind.is_empty() { format!("`{source}`") } else { format!("{kind} `{source}`{ending}") }
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
        syn::Lit::Str(_) => "the text",
        syn::Lit::Int(_) | syn::Lit::Float(_) => "the number",
        syn::Lit::Bool(_) => "the boolean",
        syn::Lit::Char(_) => "the character",
        _ => "the literal",
    }
}

/// Tokens about as the user wrote them.
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
    while let Some((before, behind)) = rest.split_once("- ") {
        joined.push_str(before);
        let is_sign = joined.trim_end().is_empty() || joined.trim_end().ends_with(['=', '(', '[', ',']);
        joined.push_str(if is_sign { "-" } else { "- " });
        rest = behind;
    }
    joined + rest
}
