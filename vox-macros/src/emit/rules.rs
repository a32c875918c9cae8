//! Rules: as data, and as one call for each parameter that has some.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::span_of;
use crate::model::{Plain, Rule};
use crate::number::Number;
use crate::pattern::{Element, Pattern};
use crate::types::TypeClass;

/// The rules as data.
pub(super) fn list(rules: &[Rule]) -> TokenStream {
    if rules.is_empty() {
        return quote!(__vox::NO_RULES);
    }
    let rules = rules.iter().map(data);
    quote!(&[#(__vox::Rule::#rules),*])
}

/// The rule as data: a variant of `Rule`. References are in struct expressions, which extend the lifetime of their
/// temporaries: in calls the compiler would check whether it may promote them, the greatest cost here.
fn data(rule: &Rule) -> TokenStream {
    match rule {
        Rule::MinLen(limit) => quote!(MinLen(#limit)),
        Rule::MaxLen(limit) => quote!(MaxLen(#limit)),
        Rule::MaxBytes(limit) => quote!(MaxBytes(#limit)),
        Rule::Pattern(pattern) => {
            let pattern = self::pattern(pattern);
            quote!(Pattern { 0: &#pattern })
        }
        Rule::Check(path) => {
            let reference = quote_spanned!(span_of(path)=> &#path);
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
        Rule::Each(rules) => {
            let rules = list(rules);
            quote!(Each { 0: #rules })
        }
    }
}

fn bound(number: &Number) -> TokenStream {
    if let Ok(whole) = number.to_string().parse() {
        let whole = Literal::i64_unsuffixed(whole);
        return quote!(__vox::Bound::Whole(#whole));
    }
    let (mantissa, scale) = (Literal::i128_unsuffixed(number.mantissa), number.scale);
    quote!(__vox::Bound::exact(#mantissa, #scale))
}

fn pattern(pattern: &Pattern) -> TokenStream {
    let source = &pattern.source;
    let elements = pattern.elements.iter().map(|element| {
        let (Element { ranges, negated, min, max }, ascii) =
            (element, Literal::byte_string(&element.ascii()));
        let ranges = ranges.iter().map(|(first, last)| quote!((#first, #last)));
        let max = max.map_or_else(|| quote!(__vox::UNLIMITED), |max| quote!(#max));
        quote!(__vox::PatternElement::new(&[#(#ranges),*], #negated, #ascii, #min, #max))
    });
    quote!(__vox::Pattern { source: #source, elements: &[#(#elements),*] })
}

/// A kind of rules: the function of `vox-core` that runs them, and whether a rule is of the kind.
type RuleKind = (&'static str, fn(&Rule) -> bool);

/// The kinds of rules in the order in which they are checked.
const KINDS: [RuleKind; 5] = [
    ("text", is_for_text),
    ("number", is_for_number),
    ("items", |rule| matches!(rule, Rule::MinItems(_) | Rule::MaxItems(_))),
    ("each_text", |rule| matches!(rule, Rule::Each(rules) if rules.iter().any(is_for_text))),
    ("each_number", |rule| matches!(rule, Rule::Each(rules) if rules.iter().any(is_for_number))),
];

fn is_for_text(rule: &Rule) -> bool {
    matches!(rule, Rule::MinLen(_) | Rule::MaxLen(_) | Rule::MaxBytes(_) | Rule::Pattern(_) | Rule::Check(_))
}

fn is_for_number(rule: &Rule) -> bool {
    matches!(rule, Rule::Min(_) | Rule::Max(_))
}

/// The functions of `vox-core` that check these rules.
pub(crate) fn functions(rules: &[Rule], span: Span) -> Vec<Ident> {
    let is_used = |(_, has): &&RuleKind| rules.iter().any(has);
    KINDS.iter().filter(is_used).map(|(name, _)| Ident::new(name, span)).collect()
}

/// A value whose rules are checked.
pub(super) struct Subject<'s> {
    /// Its type.
    pub(super) ty: &'s Type,
    /// The span for errors about it.
    pub(super) span: Span,
    /// What the type's tokens tell.
    pub(super) class: TypeClass,
    /// The rules.
    pub(super) plain: &'s Plain,
    /// An expression for a reference to the value.
    pub(super) value: TokenStream,
    /// An expression for its `ParamMeta`.
    pub(super) param: TokenStream,
}

impl Subject<'_> {
    /// Whether there is anything to check.
    pub(super) fn is_checked(class: TypeClass, plain: &Plain) -> bool {
        class.may_have_own_rules() || !plain.rules.is_empty()
    }

    /// One call for the rules of the type, and one for each kind of rule of the parameter.
    pub(super) fn calls(&self) -> TokenStream {
        let Self { ty, span, value, param, .. } = self;
        let own = self
            .class
            .may_have_own_rules()
            .then(|| quote_spanned!(*span=> <#ty as __vox::Param>::check_own(#value, #param, violations);));
        let rules = functions(&self.plain.rules, *span)
            .into_iter()
            .map(|function| quote_spanned!(*span=> __vox::#function(#value, #param, violations);));
        quote!(#own #(#rules)*)
    }
}
