//! Markdown of generated documentation.

use syn::{GenericArgument, PathArguments, Type, TypePath};

use crate::diag::source;
use crate::types::ungrouped;

/// A text as code. In a table, a bar would end the cell; a backtick would end the code anywhere.
pub(super) fn code(text: &str) -> String {
    let ends = |character: char| character == '|' || character == '`' || character.is_control();
    if text.is_empty() || text.contains(ends) {
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
pub(super) fn cell(markdown: &str) -> String {
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
        Some(links) if links.contains('[') => format!("<code>{links}</code>"),
        _ => code(&source(ty)),
    }
}

/// The type with links; `None` if it is more than paths, whose links might lead nowhere.
fn links(ty: &Type) -> Option<String> {
    let Type::Path(TypePath { qself: None, path, .. }) = ungrouped(ty) else { return None };
    let last = path.segments.last()?;
    let mut alone = path.clone();
    alone.segments.last_mut()?.arguments = PathArguments::None;
    let name = source(&alone);
    let is_nameable = |character: char| character.is_alphanumeric() || "_:".contains(character);
    if name == "Self" || !name.chars().all(is_nameable) {
        return None;
    }
    let name = if is_known(&name) { name } else { format!("[{name}]") };
    match &last.arguments {
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
        assert_eq!(cell("a|b\\|c\nd"), "a\\|b\\|c d");
    }

    #[test]
    fn types_are_links_where_their_tokens_are_paths() {
        for (ty, expected) in [
            ("u64", "`u64`"),
            ("Vec<String>", "`Vec<String>`"),
            ("Language", "<code>[Language]</code>"),
            ("crate::types::Format", "<code>[crate::types::Format]</code>"),
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
