//! The modules form layers: a module imports only from modules below it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, UseTree};

/// The layers of vox-core, from top to bottom: the road of a request.
const CORE: &[&str] = &[
    "macro_support",
    "methods",
    "method_ext",
    "client",
    "transport",
    "masked",
    "response",
    "request",
    "with_params",
    "auth",
    "validate",
    "declare",
    "error",
    "violation",
    "roles",
    "meta",
    "rules",
    "text",
];

/// Modules of vox-core that only export names or hold documentation.
const WITHOUT_CODE: &[&str] = &["faults", "prelude", "server", "value"];

/// The imports of a crate: for each top module, the top modules it names and where.
type Imports = BTreeMap<String, BTreeMap<String, String>>;

fn source(krate: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(krate).join("src")
}

fn parse(path: &Path) -> syn::File {
    syn::parse_file(&fs::read_to_string(path).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The top modules that a crate declares.
fn modules(krate: &str) -> BTreeSet<String> {
    let file = parse(&source(krate).join("lib.rs"));
    let modules = file.items.iter().filter_map(|item| match item {
        Item::Mod(module) if !is_test(&module.attrs) => Some(module.ident.to_string()),
        _ => None,
    });
    modules.collect()
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

/// The module that a name at the crate's root comes from, by the re-exports in `lib.rs`.
fn root_names(krate: &str, modules: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut names: BTreeMap<String, String> =
        modules.iter().map(|module| (module.clone(), module.clone())).collect();
    for item in parse(&source(krate).join("lib.rs")).items {
        if let Item::Use(item) = item
            && let UseTree::Path(path) = &item.tree
            && modules.contains(&path.ident.to_string())
        {
            let mut leaves = Vec::new();
            collect_leaves(&path.tree, &mut leaves);
            names.extend(leaves.into_iter().map(|leaf| (leaf, path.ident.to_string())));
        }
    }
    names
}

fn collect_leaves(tree: &UseTree, leaves: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => collect_leaves(&path.tree, leaves),
        UseTree::Name(name) => leaves.push(name.ident.to_string()),
        UseTree::Rename(rename) => leaves.push(rename.rename.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect_leaves(tree, leaves)),
        UseTree::Glob(_) => {}
    }
}

/// Every Rust file in a folder, except files that hold only unit tests.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().unwrap() != "tests" {
                files(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_stem().unwrap() != "tests"
        {
            found.push(path);
        }
    }
}

fn imports(krate: &str) -> Imports {
    let modules = modules(krate);
    let names = root_names(krate, &modules);
    let root = source(krate);
    let mut paths = Vec::new();
    files(&root, &mut paths);
    let mut imports = Imports::new();
    for path in paths {
        let relative = path.strip_prefix(&root).unwrap();
        let first = relative.iter().next().unwrap().to_str().unwrap();
        let module = first.trim_end_matches(".rs").to_owned();
        if !modules.contains(&module) {
            continue;
        }
        let mut found = BTreeSet::new();
        for item in parse(&path).items {
            let is_unit_test = matches!(&item, Item::Mod(module) if is_test(&module.attrs))
                || matches!(&item, Item::Use(item) if is_test(&item.attrs));
            if !is_unit_test {
                names_after_crate(quote::ToTokens::into_token_stream(item), &mut found);
            }
        }
        // Exported macros are at the root, whichever module defines them.
        for name in found.into_iter().filter(|name| !name.starts_with("__")) {
            let target =
                names.get(&name).unwrap_or_else(|| panic!("{}: what is `crate::{name}`?", path.display()));
            if *target != module {
                imports
                    .entry(module.clone())
                    .or_default()
                    .insert(target.clone(), relative.display().to_string());
            }
        }
    }
    imports
}

/// The first names of all paths that begin with `crate::`, in imports, types and expressions, and in macros too.
fn names_after_crate(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Group(group) => names_after_crate(group.stream(), found),
            TokenTree::Ident(ident) if ident == "crate" => {
                let colons = (0..2).filter(|_| {
                    trees
                        .next_if(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':'))
                        .is_some()
                });
                if colons.count() < 2 {
                    continue;
                }
                match trees.next() {
                    Some(TokenTree::Ident(name)) => {
                        found.insert(name.to_string());
                    }
                    Some(TokenTree::Group(group)) => {
                        let list: UseTree = syn::parse2(TokenStream::from(TokenTree::Group(group))).unwrap();
                        let UseTree::Group(list) = list else { unreachable!() };
                        for tree in list.items {
                            let name = match tree {
                                UseTree::Path(path) => path.ident,
                                UseTree::Name(name) => name.ident,
                                UseTree::Rename(rename) => rename.ident,
                                other => panic!("an import that names no module: {other:?}"),
                            };
                            found.insert(name.to_string());
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_module_of_the_core_imports_only_from_modules_below_it() {
    let declared: BTreeSet<_> = modules("vox-core");
    let listed: BTreeSet<_> = CORE.iter().chain(WITHOUT_CODE).map(|module| (*module).to_owned()).collect();
    assert_eq!(declared, listed, "each module has its place in the list");
    let position = |module: &str| CORE.iter().position(|layer| *layer == module);
    let mut upward = Vec::new();
    for (module, targets) in imports("vox-core") {
        for (target, file) in targets {
            if position(&target) <= position(&module) {
                upward.push(format!("{file}: {module} imports from {target}"));
            }
        }
    }
    assert!(upward.is_empty(), "upward imports:\n{}", upward.join("\n"));
}

#[test]
fn no_modules_import_one_another_in_a_ring() {
    for krate in ["vox-core", "vox-macros", "vox-sandbox"] {
        let mut left = imports(krate);
        assert!(!left.is_empty(), "{krate} has no imports");
        // Modules that import from no other are removed until none is left.
        loop {
            let free: Vec<_> = left
                .iter()
                .filter(|(_, targets)| !targets.keys().any(|target| left.contains_key(target)))
                .map(|(module, _)| module.clone())
                .collect();
            if free.is_empty() {
                break;
            }
            for module in free {
                left.remove(&module);
            }
        }
        assert!(left.is_empty(), "{krate} has a ring: {left:#?}");
    }
}

#[test]
fn no_module_has_the_name_of_a_crate_that_is_used() {
    for krate in ["vox-core", "vox-macros", "vox-accounts", "vox-sandbox"] {
        let manifest = fs::read_to_string(source(krate).join("../Cargo.toml")).unwrap();
        let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
        let crates: BTreeSet<_> = dependencies
            .lines()
            .take_while(|line| !line.starts_with('['))
            .filter_map(|line| line.split([' ', '.', '=']).next())
            .map(|name| name.replace('-', "_"))
            .collect();
        let mut paths = Vec::new();
        files(&source(krate), &mut paths);
        for path in paths {
            for item in parse(&path).items {
                if let Item::Mod(module) = item {
                    assert!(
                        !crates.contains(&module.ident.to_string()),
                        "{}: {}",
                        path.display(),
                        module.ident
                    );
                }
            }
        }
    }
}
