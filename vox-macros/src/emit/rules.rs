//! Rules: as data, and as one call each.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Ident, Path, Type};

use super::place;
use crate::model::{Plain, Rule};
use crate::pattern::Table;
use crate::types::TypeClass;

/// The name of the static for the pattern of the parameter with this index.
pub(super) fn pattern_name(index: usize) -> Ident {
    format_ident!("__VOX_PATTERN_{index}")
}

/// The static for a parameter's pattern.
pub(super) fn pattern_static(krate: &Path, plain: &Plain, name: &Ident) -> Option<TokenStream> {
    plain.rules.iter().find_map(|rule| match rule {
        Rule::Pattern { source, table } => {
            let literal = pattern_literal(krate, source, table);
            Some(quote!(static #name: #krate::rules::Pattern = #literal;))
        }
        _ => None,
    })
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
pub(super) fn data(krate: &Path, rule: &Rule, pattern: &Ident) -> TokenStream {
    match rule {
        Rule::MinLen(limit) => quote!(#krate::rules::Rule::MinLen(#limit)),
        Rule::MaxLen(limit) => quote!(#krate::rules::Rule::MaxLen(#limit)),
        Rule::Pattern { .. } => quote!(#krate::rules::Rule::Pattern(&#pattern)),
        Rule::Check(path) => quote!(#krate::rules::Rule::Check(&#path)),
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
    /// The static that holds its pattern.
    pub(super) pattern: &'s Ident,
    /// An expression for a reference to the value.
    pub(super) value: TokenStream,
}

impl Subject<'_> {
    /// One call for each rule, and one for the rules of the type itself.
    pub(super) fn calls(&self) -> TokenStream {
        let Self { krate, ty, index, value, .. } = self;
        let own = self.class.may_have_own_rules().then(|| {
            quote_spanned!(place(ty)=> <#ty as #krate::ParamValue>::check(#value, &__VOX_PARAMS[#index], violations);)
        });
        let rules = self.plain.rules.iter().map(|rule| self.call(rule));
        quote!(#own #(#rules)*)
    }

    fn call(&self, rule: &Rule) -> TokenStream {
        let Self { krate, ty, index, value, pattern, .. } = self;
        let (function, limit) = match rule {
            Rule::MinLen(limit) => (quote!(min_len), quote!(#limit)),
            Rule::MaxLen(limit) => (quote!(max_len), quote!(#limit)),
            Rule::Pattern { .. } => (quote!(pattern), quote!(&#pattern)),
            Rule::Check(path) => (quote!(check), quote!(&#path)),
            Rule::Min(bound) => (quote!(min), text(&bound.text())),
            Rule::Max(bound) => (quote!(max), text(&bound.text())),
            Rule::MinItems(limit) => (quote!(min_items), quote!(#limit)),
            Rule::MaxItems(limit) => (quote!(max_items), quote!(#limit)),
        };
        quote_spanned! {place(ty)=>
            #krate::__private::#function(#value, #limit, &__VOX_PARAMS[#index], violations);
        }
    }
}

fn text(text: &str) -> TokenStream {
    quote!(#text)
}
