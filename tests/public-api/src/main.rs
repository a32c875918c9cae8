//! Lists the public API of a crate, one item per line, from the JSON that rustdoc writes. `.ci/public-api` runs it.

use std::collections::HashSet;
use std::error::Error;

use public_api::{Builder, PublicItem};

fn main() -> Result<(), Box<dyn Error>> {
    let json = std::env::args().nth(1).ok_or("usage: vox-public-api FILE.json")?;
    // Derived and automatic implementations would double the list.
    let api = Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .include_function_parameter_names(true)
        .build()?;
    let is_module = |text: &str| text.starts_with("pub mod ");
    let types: HashSet<_> =
        api.items().filter(|item| !is_module(&item.to_string())).map(PublicItem::id).collect();
    // A type is listed by each of its paths, its members by the first.
    let mut members = HashSet::new();
    for item in api.items() {
        let is_member = item.parent_id().is_some_and(|parent| types.contains(&parent));
        if !is_member || members.insert(item.id()) {
            println!("{}", short(&item.to_string()));
        }
    }
    Ok(())
}

/// The item with names of the standard library instead of their paths: `Option`, not `core::option::Option`.
fn short(item: &str) -> String {
    let is_path = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == ':';
    let mut short = String::new();
    let mut rest = item;
    while !rest.is_empty() {
        let end = rest.find(|char| !is_path(char)).unwrap_or(rest.len());
        let (path, after) = rest.split_at(end);
        let is_std = ["core::", "alloc::", "std::"].iter().any(|name| path.starts_with(name));
        short.push_str(path.rsplit("::").next().filter(|_| is_std).unwrap_or(path));
        let end = after.find(is_path).unwrap_or(after.len());
        short.push_str(&after[..end]);
        rest = &after[end..];
    }
    short
}
