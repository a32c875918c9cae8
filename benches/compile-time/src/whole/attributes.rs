//! Reads the attributes of declarations.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, Meta, Path, Token, Type};

use crate::Result;

/// The names of the derives.
pub(crate) fn derives(attributes: &[Attribute]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let paths = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
        let paths = paths.map_err(|error| error.to_string())?;
        names.extend(paths.iter().filter_map(|path| path.segments.last()).map(|last| last.ident.to_string()));
    }
    Ok(names)
}

/// The type of a method's response.
pub(crate) fn response(attributes: &[Attribute]) -> Result<Type> {
    let attribute = attributes.iter().find(|attribute| attribute.path().is_ident("vox_method"));
    let attribute = attribute.ok_or("a method has no `#[vox_method(..)]`")?;
    let keys = attribute.parse_args_with(Punctuated::<MethodKey, Token![,]>::parse_terminated);
    let response = keys.map_err(|error| error.to_string())?.into_iter().find_map(|key| key.response);
    response.ok_or_else(|| "a method has no `response`".to_owned())
}

/// A key of `#[vox_method(..)]`: all values are expressions, except the type of the response.
struct MethodKey {
    response: Option<Type>,
}

impl Parse for MethodKey {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        if key == "response" {
            return Ok(Self { response: Some(input.parse()?) });
        }
        input.parse::<Expr>()?;
        Ok(Self { response: None })
    }
}

/// The keys of an attribute of vox on a type, a field or a variant.
pub(crate) struct Keys(Vec<Meta>);

impl Keys {
    /// Reads an attribute, such as `param`. Without it there are no keys.
    pub(crate) fn read(attributes: &[Attribute], name: &str) -> Result<Self> {
        let mut keys = Vec::new();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
            let metas = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            keys.extend(metas.map_err(|error| error.to_string())?);
        }
        Ok(Self(keys))
    }

    /// Whether a key without a value is given.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|meta| matches!(meta, Meta::Path(path) if path.is_ident(key)))
    }

    /// The text of a key.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        self.texts(key).next()
    }

    /// The texts of a key that may be given several times.
    pub(crate) fn texts(&self, key: &str) -> impl Iterator<Item = String> {
        self.0.iter().filter_map(move |meta| match meta {
            Meta::NameValue(pair) if pair.path.is_ident(key) => literal(&pair.value),
            _ => None,
        })
    }
}

/// The text of a string literal.
fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

/// Whether an attribute is a documentation comment.
pub(crate) fn is_documentation(attribute: &Attribute) -> bool {
    match &attribute.meta {
        Meta::NameValue(pair) => pair.path.is_ident("doc") && literal(&pair.value).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn the_response_may_have_parameters() {
        let attribute: Attribute = parse_quote! {
            #[vox_method(name = "A", roles = [Owner, other("x")], response = Either<A, B>, kind = read, ack = none)]
        };
        let response = response(&[attribute]).unwrap();
        assert_eq!(quote::quote!(#response).to_string(), "Either < A , B >");
    }

    #[test]
    fn keys_have_texts_or_no_value() {
        let attributes: [Attribute; 1] =
            [parse_quote!(#[param(one_of, name = "a_b", max_len = 5, needs = [c, d], each(min = 1))])];
        let keys = Keys::read(&attributes, "param").unwrap();
        assert!(keys.has("one_of") && !keys.has("name"));
        assert_eq!(keys.text("name").as_deref(), Some("a_b"));
        assert_eq!(keys.text("max_len"), None);
    }
}
