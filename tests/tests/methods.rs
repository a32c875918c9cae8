//! The tables of methods in the documentation, and what they and the documentation claim of `vox-api`.
//! `UPDATE_DOCS=1 cargo test -p vox-tests --test methods` writes the tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use vox_api::{SECTIONS, Section};
use vox_core::meta::{Kind, MethodMeta, ResponseMeta};
use vox_core::methods::DeclaredMethod;
use vox_tests::requests::has_pages;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Checks a page of the documentation, or writes it.
fn check_page(path: &str, page: &str) {
    let file = workspace().join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, page).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(found == page, "{path} is stale: run `UPDATE_DOCS=1 cargo test -p vox-tests --test methods`");
}

/// The table of a section's methods, in Markdown. A page has room for five columns.
fn table(methods: &[DeclaredMethod]) -> String {
    let mut table =
        String::from("| method | description | kind | roles | response |\n|---|---|---|---|---|\n");
    for method in methods {
        let roles = method.roles.map_or("any".to_owned(), |roles| {
            roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(", ")
        });
        writeln!(
            table,
            "| {} | {} | {}{} | {roles} | {} |",
            link(method.name),
            summary(method),
            if method.kind == Kind::Read { "read" } else { "write" },
            if method.money { ", may spend money" } else { "" },
            response(method, method.response),
        )
        .unwrap();
    }
    table
}

/// A link to the method's type.
fn link(method: &str) -> String {
    let type_name = type_name(method);
    if type_name == method { format!("[`{method}`]") } else { format!("[`{method}`]({type_name})") }
}

/// The name of the type of a method.
fn type_name(method: &str) -> &str {
    static TYPES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let declarations = declarations().into_iter();
        declarations.map(|declaration| (declaration.method, declaration.ty)).collect()
    });
    &TYPES[method]
}

/// The summary without the targets of links, which another crate would not find.
fn summary(method: &MethodMeta) -> String {
    let mut parts = method.summary().split("](crate::");
    let mut summary = parts.next().unwrap().to_owned();
    for part in parts {
        let (_, rest) = part.split_once(')').unwrap();
        write!(summary, "]{rest}").unwrap();
    }
    summary.replace('\n', " ")
}

/// The response. The method's page links its type, so only the name of a record that several methods return is worth its room.
fn response(method: &MethodMeta, response: ResponseMeta) -> String {
    let own = format!("{}Response", type_name(method.name));
    let record = |name: &str| match name == own {
        true if has_pages(method) => "JSON in pages".to_owned(),
        true => "JSON".to_owned(),
        false => format!("`{name}`"),
    };
    match response {
        ResponseMeta::Record(only) => record(only.name),
        ResponseMeta::Either(first, second) => format!("{} or {}", record(first.name), record(second.name)),
        ResponseMeta::JsonOrFile(json) => format!("{} or a file", self::response(method, *json)),
        ResponseMeta::File => "a file".to_owned(),
        ResponseMeta::Json => "JSON".to_owned(),
        ResponseMeta::Nothing => "acknowledgment".to_owned(),
        other => panic!("no description of {other:?}"),
    }
}

/// The names of the methods of each section of the API.
fn api_sections() -> Vec<(String, Vec<String>)> {
    let contract = fs::read(workspace().join("tests/data/platform.json")).unwrap();
    let contract: Value = serde_json::from_slice(&contract).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let section = |section: &Value| {
        let methods = section["methods"].as_array().unwrap().iter().map(text).collect();
        (text(&section["name"]), methods)
    };
    contract["sections"].as_array().unwrap().iter().map(section).collect()
}

/// The table of the sections, in Markdown, in the API's order.
fn sections_table() -> String {
    let mut table = String::from("| section | feature | methods | content |\n|---|---|---|---|\n");
    for (name, methods) in api_sections() {
        let Section { title, feature, .. } = SECTIONS.iter().find(|section| section.name == name).unwrap();
        let content = content(feature, title);
        writeln!(table, "| [{title}]({feature}) | `{feature}` | {} | {content} |", methods.len()).unwrap();
    }
    writeln!(table, "| all | `full` | {} | |", vox_api::methods().count()).unwrap();
    table
}

/// The first line of a section's documentation, without the title and the period.
fn content(feature: &str, title: &str) -> String {
    let source = fs::read_to_string(workspace().join(format!("vox-api/src/{feature}/mod.rs"))).unwrap();
    let line = source.lines().next().unwrap();
    let content = line.strip_prefix(&format!("//! {title}: ")).and_then(|line| line.strip_suffix('.'));
    content.unwrap_or_else(|| panic!("`{line}` is not `//! {title}: ..`, with a period")).to_owned()
}

#[test]
fn the_table_of_methods_is_the_list_of_methods() {
    check_page("vox-accounts/docs/methods.md", &table(vox_accounts::METHODS));
}

#[test]
fn each_section_of_the_api_has_a_table_of_its_methods() {
    for section in SECTIONS {
        check_page(&format!("vox-api/docs/{}.md", section.feature), &table(section.methods));
    }
    check_page("vox-api/docs/sections.md", &sections_table());
}

#[test]
fn sections_declare_the_methods_of_their_section_of_the_api() {
    let api: BTreeMap<_, _> = api_sections().into_iter().collect();
    assert_eq!(api.len(), SECTIONS.len());
    for section in SECTIONS {
        let declared: BTreeSet<_> = section.methods.iter().map(|method| method.name).collect();
        let expected: BTreeSet<_> = api[section.name].iter().map(String::as_str).collect();
        assert_eq!(declared, expected, "{}", section.name);
    }
}

/// The folders of the sections, the features and the list in the code are the same.
#[test]
fn the_feature_full_enables_all_sections() {
    let source = workspace().join("vox-api/src");
    let entries = fs::read_dir(&source).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.file_type().unwrap().is_dir());
    let mut folders: BTreeSet<_> = folders.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert!(folders.remove("types"), "the types of several sections need no feature");
    let manifest = fs::read_to_string(workspace().join("vox-api/Cargo.toml")).unwrap();
    let (_, full) = manifest.split_once("\nfull = [").unwrap();
    let (full, rest) = full.split_once(']').unwrap();
    let full: BTreeSet<_> =
        full.split(',').map(|feature| feature.trim().trim_matches('"').to_owned()).collect();
    assert_eq!(full, folders);
    assert_eq!(full, SECTIONS.iter().map(|section| section.feature.to_owned()).collect());
    for feature in &full {
        let (_, enabled) =
            rest.split_once(&format!("\n{feature} = [")).unwrap_or_else(|| panic!("{feature} is no feature"));
        let (enabled, _) = enabled.split_once(']').unwrap();
        // Each is independent of the others, so that it compiles alone.
        let is_dependency = |name: &str| name.trim().starts_with("\"dep:");
        assert!(
            enabled.is_empty() || enabled.split(',').all(is_dependency),
            "{feature} enables more than dependencies: {enabled}"
        );
    }
}

/// The Rust files of a folder and of the folders in it.
fn rust_files(folder: &Path, files: &mut Vec<(PathBuf, syn::File)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
            files.push((path, file));
        }
    }
}

fn sources(krate: &str) -> Vec<(PathBuf, syn::File)> {
    let mut files = Vec::new();
    rust_files(&workspace().join(krate).join("src"), &mut files);
    files
}

#[test]
fn names_of_types_are_unique_over_all_sections() {
    let mut places: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (path, file) in [sources("vox-api"), sources("vox-accounts")].concat() {
        for item in file.items {
            let name = match item {
                syn::Item::Struct(item) if matches!(item.vis, syn::Visibility::Public(_)) => item.ident,
                syn::Item::Enum(item) if matches!(item.vis, syn::Visibility::Public(_)) => item.ident,
                _ => continue,
            };
            if let Some(other) = places.insert(name.to_string(), path.clone()) {
                panic!("{name} is in {} and in {}", other.display(), path.display());
            }
        }
    }
    assert!(places.len() > 100, "{places:?}");
}

/// A method in the sources.
struct Declaration {
    /// The name of the type.
    ty: String,
    /// The name in the API.
    method: String,
    /// Other names by which the search of the documentation finds the type.
    aliases: Vec<String>,
}

fn declarations() -> Vec<Declaration> {
    let files = ["vox-api", "vox-accounts"].into_iter().flat_map(sources);
    let declaration = |item| {
        let syn::Item::Struct(item) = item else { return None };
        // The values of a key in attributes of this name, in which it is the first.
        let values = |attribute: &str, key: &str| -> Vec<String> {
            let lists = item.attrs.iter().filter(|found| found.path().is_ident(attribute));
            let tokens = lists.filter_map(|found| Some(found.meta.require_list().ok()?.tokens.to_string()));
            let value = |tokens: String| {
                let value = tokens.strip_prefix(&format!("{key} = \""))?;
                Some(value.split_once('"')?.0.to_owned())
            };
            tokens.filter_map(value).collect()
        };
        let method = values("vox_method", "name").pop()?;
        Some(Declaration { ty: item.ident.to_string(), method, aliases: values("doc", "alias") })
    };
    files.flat_map(|(_, file)| file.items).filter_map(declaration).collect()
}

#[test]
fn the_search_of_the_documentation_finds_the_names_of_the_api() {
    let declarations = declarations();
    let names: BTreeSet<&str> = declarations.iter().map(|declaration| declaration.method.as_str()).collect();
    assert_eq!(names, vox_api::methods().map(|method| method.name).collect());
    let is_found =
        |Declaration { ty, method, aliases }: &&Declaration| ty == method || aliases.contains(method);
    let missing = declarations.iter().filter(|declaration| !is_found(declaration));
    let missing: Vec<String> = missing
        .map(|Declaration { ty, method, .. }| format!("#[doc(alias = \"{method}\")] on {ty}"))
        .collect();
    assert!(missing.is_empty(), "add {}", missing.join(", "));
}

/// The methods for which a crate implements a trait.
fn implementors(krate: &str, trait_name: &str) -> BTreeSet<String> {
    let items = sources(krate).into_iter().flat_map(|(_, file)| file.items);
    let implementors = items.filter_map(|item| {
        let syn::Item::Impl(item) = item else { return None };
        let (path, _) = item.trait_?;
        let syn::Type::Path(ty) = *item.self_ty else { return None };
        (path.segments.last()?.ident == trait_name)
            .then(|| ty.path.segments.last().unwrap().ident.to_string())
    });
    implementors.collect()
}

#[test]
fn methods_with_pages_are_paged() {
    let paged = &implementors("vox-api", "Paged") | &implementors("vox-accounts", "Paged");
    let expected = vox_api::methods().filter(|method| has_pages(method));
    assert_eq!(paged, expected.map(|method| type_name(method.name).to_owned()).collect());
}

#[test]
fn methods_that_only_order_a_report_are_reports() {
    let is_order = |method: &MethodMeta| match method.response {
        ResponseMeta::Record(record) => record.name == "ReportOrdered" || method.name.ends_with("Async"),
        _ => false,
    };
    let expected = vox_api::methods().filter(|method| is_order(method));
    assert_eq!(
        implementors("vox-api", "Report"),
        expected.map(|method| type_name(method.name).to_owned()).collect()
    );
}
