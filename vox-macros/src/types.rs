//! The class of a type, as far as its tokens tell.
//!
//! A derive sees only the names of types. For those it recognizes by the last segment of the path, it can explain a
//! mistake better than the compiler; all others are left to the traits of `vox-core`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// The kinds of types that rules treat differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypeClass {
    /// `bool`
    Bool,
    /// A whole number between these two, both included.
    Integer {
        /// The smallest value.
        least: i128,
        /// The greatest value.
        greatest: i128,
    },
    /// `f32`, `f64`
    Float,
    /// `Decimal`
    Decimal,
    /// `String`
    String,
    /// `Secret`
    Secret,
    /// `Date`
    Date,
    /// `DateTime`, `Timestamp`
    Time,
    /// `File`
    File,
    /// `Vec`, `List` and its aliases
    List,
    /// `char`
    Char,
    /// Anything else.
    Other,
}

impl TypeClass {
    /// The class of a type that is not an `Option`.
    pub(crate) fn of(ty: &Type) -> Self {
        let Some(segment) = last_segment(ty) else { return Self::Other };
        let name = segment.ident.to_string();
        if let Some(&(_, least, greatest)) = INTEGERS.iter().find(|integer| integer.0 == name) {
            return Self::Integer { least, greatest };
        }
        match name.as_str() {
            "bool" => Self::Bool,
            "f32" | "f64" => Self::Float,
            "Decimal" => Self::Decimal,
            "String" => Self::String,
            "Secret" => Self::Secret,
            "Date" => Self::Date,
            "DateTime" | "Timestamp" => Self::Time,
            "File" => Self::File,
            "char" => Self::Char,
            "Vec" | "IdList" | "TextList" => Self::List,
            // Without the type of its items it is a type of the user's.
            "List" if !segment.arguments.is_none() => Self::List,
            _ => Self::Other,
        }
    }

    /// Whether values may be of this kind of values with rules.
    pub(crate) fn may_be(self, kind: &str) -> bool {
        match self {
            Self::String | Self::Secret => kind == "strings",
            Self::Integer { .. } | Self::Float | Self::Decimal => kind == "numbers",
            Self::List => kind == "lists",
            Self::Other => true,
            Self::Bool | Self::Date | Self::Time | Self::File | Self::Char => false,
        }
    }

    /// Whether the type may be an alias, of an `Option` too.
    pub(crate) fn may_be_alias(self) -> bool {
        matches!(self, Self::Other)
    }

    /// Whether a setter takes the value itself instead of anything that converts into it.
    pub(crate) fn is_primitive(self) -> bool {
        matches!(self, Self::Bool | Self::Integer { .. } | Self::Float | Self::Char)
    }

    /// Whether the type may have rules in addition to those of the parameter.
    pub(crate) fn may_have_own_rules(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::File | Self::List | Self::Other | Self::Float)
    }

    /// The type in a message.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Bool => "a boolean",
            Self::Integer { .. } | Self::Float | Self::Decimal => "a number",
            Self::String | Self::Secret => "a string",
            Self::Date => "a date",
            Self::Time => "a time",
            Self::File => "a file",
            Self::List => "a list",
            Self::Char => "a character",
            Self::Other => "another type",
        }
    }

    /// Whether the type may turn out to be none that `vox-core` knows. What is generated for any other needs no care for
    /// errors, which is quicker to compile.
    pub(crate) fn may_lack_traits(self) -> bool {
        matches!(self, Self::Time | Self::File | Self::List | Self::Other | Self::Float | Self::Char)
    }
}

/// The names of types of `vox-core` that have a class. A type of the user's may have such a name too: then the traits decide.
const NAMES_OF_VOX: &[&str] =
    &["Decimal", "Secret", "Date", "DateTime", "Timestamp", "File", "IdList", "TextList"];

/// Whether a type of the user's may have this name, so that its class may be wrong.
pub(crate) fn may_be_users(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| NAMES_OF_VOX.iter().any(|name| segment.ident == name))
}

/// The integers and their ranges. Of types that are rejected, as `u128`, only the sign counts.
const INTEGERS: &[(&str, i128, i128)] = &[
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
    ("u128", 0, i128::MAX),
    ("usize", 0, u64::MAX as i128),
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
    ("i128", i128::MIN, i128::MAX),
    ("isize", i64::MIN as i128, i64::MAX as i128),
];

/// The `T` of an `Option<T>`.
pub(crate) fn option_inner(ty: &Type) -> Option<&Type> {
    single_argument(ty, "Option")
}

/// The `T` of a `Vec<T>`.
pub(crate) fn vec_inner(ty: &Type) -> Option<&Type> {
    single_argument(ty, "Vec")
}

/// The type of the items of a list, as far as its tokens tell.
pub(crate) fn list_item(ty: &Type) -> Option<Type> {
    let item = vec_inner(ty).or_else(|| single_argument(ty, "List"));
    item.cloned().or_else(|| match last_segment(ty)?.ident.to_string().as_str() {
        "IdList" => Some(syn::parse_quote!(u64)),
        "TextList" => Some(syn::parse_quote!(String)),
        _ => None,
    })
}

/// The key and the `T` of a `BTreeMap<String, T>` or a `HashMap<String, T>`.
pub(crate) fn map_inner(ty: &Type) -> Option<(&Type, &Type)> {
    let is_map = |segment: &&PathSegment| segment.ident == "BTreeMap" || segment.ident == "HashMap";
    two_arguments(last_segment(ty).filter(is_map)?)
}

/// The types of an `Either<A, B>`.
pub(crate) fn either(ty: &Type) -> Option<(&Type, &Type)> {
    two_arguments(last_segment(ty).filter(|segment| segment.ident == "Either")?)
}

fn two_arguments(segment: &PathSegment) -> Option<(&Type, &Type)> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    Some((types.next()?, types.next()?))
}

/// The last segment of a type's path.
pub(crate) fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ungrouped(ty) {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// The type without parentheses. A macro that passes a type wraps it in invisible ones.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        _ => ty,
    }
}

/// Whether the type is spelled `()`.
pub(crate) fn is_unit(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Whether the type may be that of a JSON object.
pub(crate) fn may_be_object(ty: &Type) -> bool {
    match TypeClass::of(ty) {
        TypeClass::Other => {
            let is_named = match ungrouped(ty) {
                Type::Path(path) => !path.path.is_ident("Self"),
                Type::Macro(_) => true,
                _ => false,
            };
            is_named && !is_rejected_by_compiler(ty) && option_inner(ty).is_none()
        }
        _ => may_be_users(ty),
    }
}

/// Whether the compiler rejects the type in any field: `_`, `impl Trait`, `!`.
pub(crate) fn is_rejected_by_compiler(ty: &Type) -> bool {
    let is_rejected =
        |token: &TokenTree| matches!(token, TokenTree::Ident(name) if name == "_" || name == "impl");
    matches!(ungrouped(ty), Type::Never(_)) || flat(ty.to_token_stream()).iter().any(is_rejected)
}

/// Whether a struct with such a field cannot be sent to another thread, as far as the tokens tell: requests can.
pub(crate) fn stays_in_thread(ty: &Type) -> bool {
    let stays = |token: &TokenTree| match token {
        TokenTree::Ident(name) => ["dyn", "Rc", "Cell", "RefCell"].iter().any(|known| name == known),
        TokenTree::Punct(sign) => sign.as_char() == '*',
        _ => false,
    };
    flat(ty.to_token_stream()).iter().any(stays)
}

/// Whether values of the type have no size, so that no field but the last can hold one.
pub(crate) fn is_unsized(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::TraitObject(_) | Type::Slice(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        _ => false,
    }
}

/// Whether the type is valid in the signature of a function as it is written in a field.
pub(crate) fn fits_signature(ty: &Type) -> bool {
    let tokens = flat(ty.to_token_stream());
    let is_sign =
        |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let elided = tokens.iter().enumerate().any(|(index, token)| {
        is_sign(token, '&') && !tokens.get(index + 1).is_some_and(|next| is_sign(next, '\''))
    });
    !elided && !is_unsized(ty) && !is_rejected_by_compiler(ty)
}

/// The tokens, those inside brackets too.
fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    let inside = |token: TokenTree| match token {
        TokenTree::Group(group) => flat(group.stream()),
        other => vec![other],
    };
    tokens.into_iter().flat_map(inside).collect()
}

/// The `T` of a `Name<T>`.
pub(crate) fn single_argument<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let segment = last_segment(ty).filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match (arguments.args.len(), arguments.args.first()) {
        (1, Some(GenericArgument::Type(inner))) => Some(inner),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{TypeClass, fits_signature, is_rejected_by_compiler, is_unsized, option_inner};
    use quote::ToTokens;

    #[test]
    fn options_are_recognised_by_their_last_segment() {
        for (text, inner) in [
            ("Option<u64>", Some("u64")),
            ("::core::option::Option<String>", Some("String")),
            ("Vec<u64>", None),
            ("Option", None),
        ] {
            let ty = syn::parse_str(text).expect(text);
            let found = option_inner(&ty).map(|inner| inner.to_token_stream().to_string());
            assert_eq!(found.as_deref(), inner, "{text}");
        }
    }

    #[test]
    fn types_that_no_field_has_are_recognised() {
        let parse = |text: &str| syn::parse_str(text).expect("a type");
        for text in ["_", "Vec<_>", "Option<impl Into<String>>", "!", "[_; 2]"] {
            assert!(is_rejected_by_compiler(&parse(text)) && !fits_signature(&parse(text)), "{text}");
        }
        for text in ["str", "[u64]", "dyn Send", "(dyn Send)"] {
            assert!(is_unsized(&parse(text)) && !fits_signature(&parse(text)), "{text}");
        }
        assert!(!fits_signature(&parse("Option<&str>")));
        for text in ["&'static str", "Vec<u64>", "Box<dyn Send>", "implicit::_type"] {
            assert!(fits_signature(&parse(text)), "{text}");
        }
    }

    #[test]
    fn types_are_recognised_by_their_last_segment() {
        for (text, class) in [
            ("std::string::String", TypeClass::String),
            ("vox_core::Secret", TypeClass::Secret),
            ("Vec<u64>", TypeClass::List),
            ("u8", TypeClass::Integer { least: 0, greatest: 255 }),
            ("Language", TypeClass::Other),
            ("(u8, u8)", TypeClass::Other),
        ] {
            assert_eq!(TypeClass::of(&syn::parse_str(text).expect(text)), class, "{text}");
        }
    }
}
