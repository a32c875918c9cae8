//! Reads the declarations of vox-accounts and vox-api from their sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::{Attribute, Fields, Ident, Item, Type, Visibility};

use super::{attributes, callbacks};
use crate::Result;

/// The module of the types that several sections share.
pub(crate) const SHARED: &str = "types";
/// The section that is a separate crate.
pub(crate) const ACCOUNTS: &str = "accounts";

/// All declared types, by section.
#[derive(Default)]
pub(crate) struct Declarations {
    /// By the feature of the section, or [`SHARED`].
    pub(crate) sections: BTreeMap<String, Section>,
}

/// The types of a section.
#[derive(Default)]
pub(crate) struct Section {
    pub(crate) types: Vec<Declared>,
}

/// A type.
pub(crate) struct Declared {
    pub(crate) kind: Kind,
    /// The type of a method's response.
    pub(crate) response: Option<Type>,
    /// A struct or an enum.
    pub(crate) item: Item,
}

impl Declared {
    /// A type that serde reads.
    fn json(item: Item) -> Self {
        Self { kind: Kind::Json, response: None, item }
    }
}

/// What a type is, by its derive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `VoxMethod`: a request.
    Method,
    /// `VoxChoice`: mutually exclusive parameters.
    Choice,
    /// `VoxRecord`: a record of a response.
    Record,
    /// `VoxEnum`: an enum of texts.
    Text,
    /// A type with serde's traits: JSON in a parameter, or an account callback.
    Json,
}

/// A method.
pub(crate) struct Method<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) response: &'a Type,
}

impl Declarations {
    /// Reads the sources of both crates, in the repository's folder.
    pub(crate) fn read(repository: &Path) -> Result<Self> {
        let mut declarations = Self::default();
        declarations.read_folder(&repository.join("vox-accounts/src"), Some(ACCOUNTS))?;
        declarations.read_folder(&repository.join("vox-api/src"), None)?;
        Ok(declarations)
    }

    /// Reads a folder. Without a section, the name of each entry is the section of its types.
    fn read_folder(&mut self, folder: &Path, section: Option<&str>) -> Result<()> {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            paths.push(entry.map_err(failed)?.path());
        }
        paths.sort();
        for path in paths {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let section = section.unwrap_or(&name);
            if path.is_dir() {
                self.read_folder(&path, Some(section))?;
            } else {
                let source =
                    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                self.add(section, &source).map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        Ok(())
    }

    /// Adds the types of a file. Private ones are not part of the API, and tests have no place here.
    pub(crate) fn add(&mut self, section: &str, source: &str) -> Result<()> {
        let file = syn::parse_file(source).map_err(|error| error.to_string())?;
        let mut types = Vec::new();
        for item in file.items {
            let (attributes, visibility) = match &item {
                Item::Macro(item) => {
                    types.extend(callbacks::payloads(item)?.map(Declared::json));
                    continue;
                }
                Item::Struct(item) if item.ident == callbacks::ENVELOPE && is_public(&item.vis) => {
                    types.push(Declared::json(Item::Struct(callbacks::envelope(item.clone()))));
                    continue;
                }
                Item::Struct(item) => (&item.attrs, &item.vis),
                Item::Enum(item) => (&item.attrs, &item.vis),
                _ => continue,
            };
            if let Some(kind) = kind(attributes)?.filter(|_| is_public(visibility)) {
                let response =
                    if kind == Kind::Method { Some(attributes::response(attributes)?) } else { None };
                types.push(Declared { kind, response, item });
            }
        }
        if !types.is_empty() {
            self.sections.entry(section.to_owned()).or_default().types.extend(types);
        }
        Ok(())
    }

    /// The sections that have methods, by name.
    pub(crate) fn with_methods(&self) -> impl Iterator<Item = (&str, &Section)> {
        let with_methods = |(_, section): &(&String, &Section)| section.methods().next().is_some();
        self.sections.iter().filter(with_methods).map(|(name, section)| (name.as_str(), section))
    }

    /// The methods of all sections.
    pub(crate) fn methods(&self) -> impl Iterator<Item = Method<'_>> {
        self.sections.values().flat_map(Section::methods)
    }

    /// The number of types.
    pub(crate) fn types(&self) -> usize {
        self.sections.values().map(|section| section.types.len()).sum()
    }
}

impl Section {
    pub(crate) fn methods(&self) -> impl Iterator<Item = Method<'_>> {
        self.types.iter().filter_map(|declared| match (&declared.response, &declared.item) {
            (Some(response), Item::Struct(item)) => Some(Method { ident: &item.ident, response }),
            _ => None,
        })
    }

    /// The number of fields and variants of all types.
    pub(crate) fn fields(&self) -> usize {
        self.types.iter().map(|declared| fields(&declared.item)).sum()
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn fields(item: &Item) -> usize {
    match item {
        Item::Struct(item) => item.fields.len(),
        Item::Enum(item) => item.variants.iter().map(|variant| named(&variant.fields)).sum(),
        _ => 0,
    }
}

/// A variant counts like a field; each of several named fields counts.
fn named(fields: &Fields) -> usize {
    fields.len().max(1)
}

/// What a type with these attributes is, if it is declared for the API.
fn kind(attributes: &[Attribute]) -> Result<Option<Kind>> {
    let derives = attributes::derives(attributes)?;
    let derives = |name: &str| derives.iter().any(|derive| derive == name);
    Ok(if derives("VoxMethod") {
        Some(Kind::Method)
    } else if derives("VoxChoice") {
        Some(Kind::Choice)
    } else if derives("VoxRecord") {
        Some(Kind::Record)
    } else if derives("VoxEnum") {
        Some(Kind::Text)
    } else if derives("Deserialize") {
        Some(Kind::Json)
    } else {
        None
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn repository() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
    }

    /// The words of all sources, without comments.
    fn count(word: &str) -> usize {
        fn files(folder: &Path, word: &str) -> usize {
            let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let in_file = |path: &Path| {
                let source = fs::read_to_string(path).unwrap();
                source.lines().filter(|line| line.starts_with(word)).count()
            };
            entries.map(|path| if path.is_dir() { files(&path, word) } else { in_file(&path) }).sum()
        }
        ["vox-accounts/src", "vox-api/src"].iter().map(|folder| files(&repository().join(folder), word)).sum()
    }

    #[test]
    fn every_declared_method_is_read() {
        let declarations = Declarations::read(repository()).unwrap();
        assert_eq!(declarations.methods().count(), count("#[vox_method("));
    }

    #[test]
    fn every_public_type_with_a_derive_of_vox_is_read() {
        let declarations = Declarations::read(repository()).unwrap();
        let of = |kind: Kind| {
            declarations
                .sections
                .values()
                .flat_map(|section| &section.types)
                .filter(|t| t.kind == kind)
                .count()
        };
        assert_eq!(of(Kind::Text), count("#[derive(VoxEnum)]"));
        assert_eq!(of(Kind::Choice), count("#[derive(Debug, Clone, PartialEq, VoxChoice)]"));
        assert_eq!(of(Kind::Record), count("#[derive(Debug, Clone, PartialEq, VoxRecord)]"));
        // In addition, the envelope and the payload of account callbacks.
        assert_eq!(of(Kind::Json), count("#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]") + 2);
    }

    #[test]
    fn the_sections_are_the_features_of_vox_api() {
        let manifest = fs::read_to_string(repository().join("vox-api/Cargo.toml")).unwrap();
        let full = manifest.lines().find_map(|line| line.strip_prefix("full = [")).unwrap();
        let features: BTreeSet<_> =
            full.trim_end_matches(']').split(", ").map(|name| name.trim_matches('"')).collect();
        let declarations = Declarations::read(repository()).unwrap();
        let with_methods: BTreeSet<_> = declarations.with_methods().map(|(name, _)| name).collect();
        // A feature is declared before the methods of its section.
        assert!(with_methods.is_subset(&features), "{:?}", with_methods.difference(&features));
        let names = declarations.sections.keys().map(String::as_str);
        let unknown: Vec<_> = names.filter(|name| *name != SHARED && !features.contains(name)).collect();
        assert_eq!(unknown, [""; 0]);
    }

    #[test]
    fn fields_and_variants_are_counted() {
        let mut declarations = Declarations::default();
        let source = "
            #[derive(VoxRecord)] pub struct A { pub a: u64, pub b: u64 }
            #[derive(VoxChoice)] pub enum B { Id(u64), Name { name: String, application: u64 } }
            #[derive(VoxRecord)] struct Private { a: u64 }
            #[derive(Debug)] pub struct Other { pub a: u64 }";
        declarations.add("x", source).unwrap();
        assert_eq!(declarations.sections["x"].types.len(), 2);
        assert_eq!(declarations.sections["x"].fields(), 5);
    }
}
