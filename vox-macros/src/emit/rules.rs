//! Rules: as data, and as one call each.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, Path, Type};

use super::place;
use crate::model::{Plain, Rule};
use crate::pattern::Table;
use crate::types::TypeClass;

/// The names of what the rules of the parameter with this index refer to.
fn pattern_name(index: usize) -> Ident {
    format_ident!("__VOX_PATTERN_{index}")
}

fn check_name(index: usize) -> Ident {
    format_ident!("__VOX_CHECK_{index}")
}

/// What the rules of the parameter with this index refer to: its pattern, and its check, which is named once so that
/// the compiler complains once.
pub(super) fn referred(krate: &Path, plain: &Plain, index: usize) -> TokenStream {
    plain
        .rules
        .iter()
        .map(|rule| match rule {
            Rule::Pattern { source, table } => {
                let (name, literal) = (pattern_name(index), pattern_literal(krate, source, table));
                quote!(static #name: #krate::rules::Pattern = #literal;)
            }
            Rule::Check(path) => {
                let name = check_name(index);
                let reference = quote_spanned!(place(path)=> &#path);
                quote!(const #name: &#krate::rules::Check = #reference;)
            }
            _ => TokenStream::new(),
        })
        .collect()
}

fn pattern_literal(krate: &Path, source: &str, table: &Table) -> TokenStream {
    let Table { classes, next, accepting, class_count } = table;
    let (classes, next) = (Literal::byte_string(classes), Literal::byte_string(next));
    quote! {
        #krate::rules::Pattern {
            source: #source,
            classes: #classes,
            next: #next,
            accepting: &[#(#accepting),*],
            class_count: #class_count,
        }
    }
}

/// The rule as data.
pub(super) fn data(krate: &Path, rule: &Rule, index: usize) -> TokenStream {
    let (pattern, check) = (pattern_name(index), check_name(index));
    match rule {
        Rule::MinLen(limit) => quote!(#krate::rules::Rule::MinLen(#limit)),
        Rule::MaxLen(limit) => quote!(#krate::rules::Rule::MaxLen(#limit)),
        Rule::Pattern { .. } => quote!(#krate::rules::Rule::Pattern(&#pattern)),
        Rule::Check(_) => quote!(#krate::rules::Rule::Check(#check)),
        Rule::Min(bound) => {
            let text = bound.text();
            quote!(#krate::rules::Rule::Min(#text))
        }
        Rule::Max(bound) => {
            let text = bound.text();
            quote!(#krate::rules::Rule::Max(#text))
        }
        Rule::MinItems(limit) => quote!(#krate::rules::Rule::MinItems(#limit)),
        Rule::MaxItems(limit) => quote!(#krate::rules::Rule::MaxItems(#limit)),
    }
}

/// A value whose rules are checked.
pub(super) struct Subject<'s> {
    /// The path of `vox-core`.
    pub(super) krate: &'s Path,
    /// Its type.
    pub(super) ty: &'s Type,
    /// What the type's tokens say.
    pub(super) class: TypeClass,
    /// The rules.
    pub(super) plain: &'s Plain,
    /// The index of its `ParamMeta`.
    pub(super) index: usize,
    /// An expression for a reference to the value.
    pub(super) value: TokenStream,
}

impl Subject<'_> {
    /// Whether there is anything to call.
    pub(super) fn is_checked(class: TypeClass, plain: &Plain) -> bool {
        class.may_have_own_rules() || !plain.rules.is_empty()
    }

    /// One call for each rule, and one for the rules of the type itself.
    pub(super) fn calls(&self) -> TokenStream {
        let Self { krate, ty, index, value, .. } = self;
        let own = self.class.may_have_own_rules().then(|| {
            quote_spanned!(place(ty)=> <#ty as #krate::ParamValue>::check(#value, &params[#index], violations);)
        });
        let rules = self.plain.rules.iter().map(|rule| self.call(rule));
        quote!(#own #(#rules)*)
    }

    fn call(&self, rule: &Rule) -> TokenStream {
        let Self { krate, ty, index, value, .. } = self;
        let (pattern, check) = (pattern_name(*index), check_name(*index));
        let (function, limit) = match rule {
            Rule::MinLen(limit) => (quote!(min_len), quote!(#limit)),
            Rule::MaxLen(limit) => (quote!(max_len), quote!(#limit)),
            Rule::Pattern { .. } => (quote!(pattern), quote!(&#pattern)),
            Rule::Check(_) => (quote!(check), quote!(#check)),
            Rule::Min(bound) => (quote!(min), text(&bound.text())),
            Rule::Max(bound) => (quote!(max), text(&bound.text())),
            Rule::MinItems(limit) => (quote!(min_items), quote!(#limit)),
            Rule::MaxItems(limit) => (quote!(max_items), quote!(#limit)),
        };
        quote_spanned! {place(ty)=>
            #krate::__private::#function(#value, #limit, &params[#index], violations);
        }
    }
}

fn text(text: &str) -> TokenStream {
    quote!(#text)
}
