//! Tests of the stages, without a compiler.

mod choice;
mod docs;
mod enumeration;
mod fallback;
mod method;
mod param;
mod record;
mod snapshots;

use crate::derive::Derive;

/// The mistakes in a declaration, each as "what it points to => message".
fn mistakes<Raw, Model>(source: &str, derive: &Derive<Raw, Model>) -> Vec<String> {
    let input = syn::parse_str(source).expect(source);
    let Err(mistakes) = derive.checked(&input) else { return Vec::new() };
    mistakes.iter().map(|mistake| format!("{} => {mistake}", pointed_at(mistake))).collect()
}

fn pointed_at(mistake: &syn::Error) -> String {
    mistake.span().source_text().unwrap_or_default()
}

/// Asserts that these are the mistakes. The end of a message may be left out with `..`.
fn assert_mistakes(found: &[String], expected: &[&str]) {
    let same = |(found, expected): (&String, &&str)| match expected.strip_suffix("..") {
        Some(beginning) => found.starts_with(beginning),
        None => found == expected,
    };
    let all = found.len() == expected.len() && found.iter().zip(expected).all(same);
    assert!(all, "found:\n{}\nexpected:\n{}", found.join("\n"), expected.join("\n"));
}
