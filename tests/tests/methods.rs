//! The tables of methods in the documentation, and what they and the documentation claim of `vox-api`.
//! `UPDATE_DOCS=1 cargo test -p vox-tests --test methods` writes the tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The table of a section's methods, in Markdown.
fn table(methods: &[DeclaredMethod]) -> String {
    let mut table = String::from(
        "| method | description | kind | money | roles | response | pages |\n|---|---|---|---|---|---|---|\n",
    );
    for method in methods {
        let roles = method.roles.map_or("any".to_owned(), |roles| {
            roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(", ")
        });
        writeln!(
            table,
            "| {} | {} | {} | {} | {roles} | {} | {} |",
            link(method.name),
            summary(method),
            if method.kind == Kind::Read { "read" } else { "write" },
            if method.money { "spends" } else { "" },
            response(method.response),
            if has_pages(method) { "yes" } else { "" },
        )
        .unwrap();
    }
    table
}

/// A link to the method's type, whose name has no abbreviations in capitals: `GetAcdHistory` of `GetACDHistory`, `A2pSendSms` of
/// `A2PSendSms`.
fn link(method: &str) -> String {
    let type_name = type_name(method);
    if type_name == method { format!("[`{method}`]") } else { format!("[`{method}`]({type_name})") }
}

fn type_name(method: &str) -> String {
    let letters: Vec<char> = method.chars().collect();
    // The `s` of `GetAuthorizedAccountIPs` belongs to the abbreviation.
    let ends_word = |rest: &[char]| rest == ['s'] || rest.first().is_none_or(|next| !next.is_lowercase());
    let is_inner = |index: usize| {
        index > 0
            && (letters[index - 1].is_uppercase() || letters[index - 1].is_ascii_digit())
            && ends_word(&letters[index + 1..])
    };
    let convert = |(index, letter): (usize, &char)| {
        if is_inner(index) { letter.to_ascii_lowercase() } else { *letter }
    };
    letters.iter().enumerate().map(convert).filter(|letter| *letter != '_').collect()
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

fn response(response: ResponseMeta) -> String {
    match response {
        ResponseMeta::Record(record) => format!("`{}`", record.name),
        ResponseMeta::Either(first, second) => format!("`{}` or `{}`", first.name, second.name),
        ResponseMeta::JsonOrFile(json) => format!("{} or a file", self::response(*json)),
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

/// The table of the API's sections, in Markdown.
fn sections_table() -> String {
    let mut table =
        String::from("| section | feature | methods of the API | declared |\n|---|---|---|---|\n");
    let (mut all, mut all_declared) = (0, 0);
    for (name, methods) in api_sections() {
        let section = SECTIONS.iter().find(|section| section.name == name);
        let names: BTreeSet<_> = section.iter().flat_map(|section| section.methods).map(|m| m.name).collect();
        let declared = methods.iter().filter(|method| names.contains(method.as_str())).count();
        let (title, feature) = section
            .map_or((format!("`{name}`"), String::new()), |Section { title, feature, .. }| {
                (format!("[{title}]({feature})"), format!("`{feature}`"))
            });
        writeln!(table, "| {title} | {feature} | {} | {declared} |", methods.len()).unwrap();
        all += methods.len();
        all_declared += declared;
    }
    writeln!(table, "| all | `full` | {all} | {all_declared} |").unwrap();
    table
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
fn sections_declare_methods_of_their_section_of_the_api() {
    let api: BTreeMap<_, _> = api_sections().into_iter().collect();
    for section in SECTIONS {
        for method in section.methods {
            let is_listed = api[section.name].iter().any(|name| name == method.name);
            assert!(is_listed, "{} is no method of the section {}", method.name, section.name);
        }
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
    assert_eq!(paged, expected.map(|method| type_name(method.name)).collect());
}

#[test]
fn methods_that_only_order_a_report_are_reports() {
    let is_order = |method: &MethodMeta| match method.response {
        ResponseMeta::Record(record) => record.name == "ReportOrdered" || method.name.ends_with("Async"),
        _ => false,
    };
    let expected = vox_api::methods().filter(|method| is_order(method));
    assert_eq!(implementors("vox-api", "Report"), expected.map(|method| type_name(method.name)).collect());
}
