//! Rules: as data, and as one call for each parameter that has some.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::place_of;
use crate::model::{Plain, Rule};
use crate::number::Number;
use crate::pattern::Table;
use crate::types::TypeClass;

/// The rules as data.
pub(super) fn list(rules: &[Rule]) -> TokenStream {
    if rules.is_empty() {
        return quote!(__vox::NO_RULES);
    }
    let rules = rules.iter().map(data);
    quote!(&[#(__vox::Rule::#rules),*])
}

/// The rule as data: a variant of `Rule`. References are in braces, as what they refer to lives on then without the
/// compiler asking whether it may, which costs it more than all else there.
fn data(rule: &Rule) -> TokenStream {
    match rule {
        Rule::MinLen(limit) => quote!(MinLen(#limit)),
        Rule::MaxLen(limit) => quote!(MaxLen(#limit)),
        Rule::Pattern { source, table } => {
            let pattern = pattern(source, table);
            quote!(Pattern { 0: &#pattern })
        }
        Rule::Check(path) => {
            let reference = quote_spanned!(place_of(path)=> &#path);
            quote!(Check { 0: #reference })
        }
        Rule::Min(number) => {
            let bound = bound(number);
            quote!(Min(#bound))
        }
        Rule::Max(number) => {
            let bound = bound(number);
            quote!(Max(#bound))
        }
        Rule::MinItems(limit) => quote!(MinItems(#limit)),
        Rule::MaxItems(limit) => quote!(MaxItems(#limit)),
    }
}

fn bound(number: &Number) -> TokenStream {
    let text = number.text();
    match text.parse() {
        Ok(whole) => {
            let whole = Literal::i64_unsuffixed(whole);
            quote!(__vox::Bound::Whole(#whole))
        }
        Err(_) => quote!(__vox::Bound::Exact(#text)),
    }
}

fn pattern(source: &str, table: &Table) -> TokenStream {
    let Table { classes, next, accepting, class_count } = table;
    let (classes, next) = (Literal::byte_string(classes), Literal::byte_string(next));
    quote! {
        __vox::Pattern {
            source: #source,
            classes: #classes,
            next: #next,
            accepting: &[#(#accepting),*],
            class_count: #class_count,
        }
    }
}

/// A sort of rules: what the names of its functions begin with, and whether a rule is of it.
type Sort = (&'static str, fn(&Rule) -> bool);

/// The sorts of rules in the order in which they are checked.
const SORTS: [Sort; 3] = [
    ("text", |rule| {
        matches!(rule, Rule::MinLen(_) | Rule::MaxLen(_) | Rule::Pattern { .. } | Rule::Check(_))
    }),
    ("number", |rule| matches!(rule, Rule::Min(_) | Rule::Max(_))),
    ("items", |rule| matches!(rule, Rule::MinItems(_) | Rule::MaxItems(_))),
];

/// A value whose rules are checked.
pub(super) struct Subject<'s> {
    /// Its type.
    pub(super) ty: &'s Type,
    /// Where errors about it belong.
    pub(super) place: Span,
    /// What the type's tokens say.
    pub(super) class: TypeClass,
    /// The rules.
    pub(super) plain: &'s Plain,
    /// An expression for a reference to the value.
    pub(super) value: TokenStream,
    /// An expression for its `ParamMeta`.
    pub(super) param: TokenStream,
}

impl Subject<'_> {
    /// Whether there is anything to call.
    pub(super) fn is_checked(class: TypeClass, plain: &Plain) -> bool {
        class.may_have_own_rules() || !plain.rules.is_empty()
    }

    /// One call for the rules of the type itself, and one for each sort of the parameter's own.
    pub(super) fn calls(&self) -> TokenStream {
        let Self { ty, place, value, param, .. } = self;
        let own = self
            .class
            .may_have_own_rules()
            .then(|| quote_spanned!(*place=> <#ty as __vox::Param>::check_own(#value, #param, violations);));
        let is_used = |(_, has): &&Sort| self.plain.rules.iter().any(has);
        let rules = SORTS.iter().filter(is_used).map(|(name, _)| {
            let function = Ident::new(name, *place);
            quote_spanned!(*place=> __vox::#function(#value, #param, violations);)
        });
        quote!(#own #(#rules)*)
    }
}
