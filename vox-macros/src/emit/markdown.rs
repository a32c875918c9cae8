//! Markdown of generated documentation.
//!
//! This runs for each parameter in every build of a user, in which macros are seldom optimized. So `contains`, which the standard
//! library optimizes, finds the rare texts that need work on each character.

use syn::{GenericArgument, PathArguments, Type, TypePath};

use crate::diag::source;
use crate::types::ungrouped;

/// A text as code. In a table, a bar would end the cell; a backtick would end the code anywhere.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() || ["|", "`", "\n", "\r"].iter().any(|end| text.contains(end)) {
        format!("<code>{}</code>", escaped(text))
    } else {
        format!("`{text}`")
    }
}

/// The text with numbers for all characters that may have a meaning in HTML or Markdown.
fn escaped(text: &str) -> String {
    let escape = |character: char| {
        if character.is_ascii_punctuation() || character.is_control() {
            format!("&#{};", u32::from(character))
        } else {
            character.to_string()
        }
    };
    text.chars().map(escape).collect()
}

/// Markdown as a cell of a table, which is one line without bars.
pub(super) fn cell(markdown: String) -> String {
    if !markdown.contains('|') && !markdown.contains('\n') {
        return markdown;
    }
    let mut cell = String::new();
    for character in markdown.chars() {
        if character == '|' && !cell.ends_with('\\') {
            cell.push('\\');
        }
        cell.push(if character == '\n' { ' ' } else { character });
    }
    cell
}

/// A type as code, with a link to each type that it names. A type without a page, as in a private module, is a text in brackets:
/// rustdoc reports no link of a derive.
pub(super) fn linked(ty: &Type) -> String {
    match links(ty) {
        Some(links) if links.contains('&') => format!("<code>{links}</code>"),
        Some(link) => match link.strip_prefix('[') {
            Some(rest) => format!("[`{}`]", rest.trim_end_matches(']')),
            None => format!("`{link}`"),
        },
        None => code(&source(ty)),
    }
}

/// The type in HTML with links; `None` if it is more than paths, whose links might lead nowhere.
fn links(ty: &Type) -> Option<String> {
    let Type::Path(TypePath { qself: None, path, .. }) = ungrouped(ty) else { return None };
    let mut name = if path.leading_colon.is_some() { "::".to_owned() } else { String::new() };
    let mut arguments = &PathArguments::None;
    for (index, segment) in path.segments.iter().enumerate() {
        if !arguments.is_none() {
            return None;
        }
        if index > 0 {
            name.push_str("::");
        }
        name.push_str(&segment.ident.to_string());
        arguments = &segment.arguments;
    }
    if name == "Self" || name.contains('#') || name.contains('$') {
        return None;
    }
    if !is_known(&name) {
        name = format!("[{name}]");
    }
    match arguments {
        PathArguments::None => Some(name),
        PathArguments::AngleBracketed(arguments) => {
            let arguments = arguments.args.iter().map(|argument| match argument {
                GenericArgument::Type(ty) => links(ty),
                _ => None,
            });
            let arguments: Vec<String> = arguments.collect::<Option<_>>()?;
            Some(format!("{name}&lt;{}&gt;", arguments.join(", ")))
        }
        PathArguments::Parenthesized(_) => None,
    }
}

/// Whether nobody needs a link to the type: those of the language, and two of the standard library.
fn is_known(name: &str) -> bool {
    name.starts_with(|first: char| first.is_lowercase()) && !name.contains(':')
        || ["String", "Vec"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{cell, code, linked};

    #[test]
    fn code_survives_bars_and_backticks() {
        assert_eq!(code("[a-z]+"), "`[a-z]+`");
        assert_eq!(code("a|`<"), "<code>a&#124;&#96;&#60;</code>");
        assert_eq!(code("a\n"), "<code>a&#10;</code>");
        assert_eq!(code(""), "<code></code>");
    }

    #[test]
    fn a_cell_is_one_line_whose_bars_are_escaped() {
        assert_eq!(cell("a|b\\|c\nd".to_owned()), "a\\|b\\|c d");
    }

    #[test]
    fn types_are_links_where_their_tokens_are_paths() {
        for (ty, expected) in [
            ("u64", "`u64`"),
            ("Vec<String>", "<code>Vec&lt;String&gt;</code>"),
            ("Language", "[`Language`]"),
            ("crate::types::Format", "[`crate::types::Format`]"),
            ("::a::Format", "[`::a::Format`]"),
            ("Vec<Format>", "<code>Vec&lt;[Format]&gt;</code>"),
            ("JsonOrFile<Either<A, b::B>>", "<code>[JsonOrFile]&lt;[Either]&lt;[A], [b::B]&gt;&gt;</code>"),
            ("dyn A", "`dyn A`"),
            ("(A, B)", "`(A, B)`"),
            ("r#type::A", "`r#type::A`"),
            ("A<B>::C", "`A<B>::C`"),
            ("A<'a>", "`A<'a>`"),
        ] {
            assert_eq!(linked(&syn::parse_str(ty).expect(ty)), expected, "{ty}");
        }
    }
}
