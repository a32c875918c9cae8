//! Writes the crates that are measured, and those that only select features of vox-api.

use std::path::{Path, PathBuf};

use super::declarations::{ACCOUNTS, Declarations, SHARED, Section};
use super::{serde_types, users};
use crate::Result;
use crate::generate::{FOLDER, LOCK, versions, write};

/// The crate that enables all sections.
pub(crate) const VOX_USERS: &str = "vox-users";
pub(crate) const SERDE_USERS: &str = "serde-users";

const COMMON: &str = include_str!("../common/whole.rs");
const SERDE: &str = "serde = { workspace = true }\n";

/// Writes the workspace and returns its path.
pub(crate) fn write_workspace(declarations: &Declarations) -> Result<PathBuf> {
    let root = Path::new(FOLDER).join("target/whole");
    let mut writer = Writer { root: &root, members: Vec::new() };
    writer.member(
        "serde-common",
        &format!(
            "{SERDE}jiff = {{ workspace = true, features = [\"serde\"] }}\nrust_decimal = {{ workspace = true, features = [\"serde\"] }}\nserde_json = {{ workspace = true }}\n"
        ),
        COMMON,
    )?;
    write_serde(declarations, &mut writer)?;
    writer.member(VOX_USERS, &vox_with(&["full"], "http = { workspace = true }\n"), &users::of_vox(declarations))?;
    writer.member(&selection(None), &vox_with(&[], ""), "")?;
    for section in sections(declarations) {
        writer.member(&selection(Some(section)), &vox_with(&[section], ""), "")?;
    }
    let members = &writer.members;
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[workspace.dependencies]\nvox-api.path = {:?}{}",
        Path::new(FOLDER).join("../../vox-api").display().to_string(),
        versions()?
    );
    write(&root, "Cargo.toml", &manifest)?;
    write(&root, "Cargo.lock", LOCK)?;
    Ok(root)
}

/// The sections that have methods.
pub(crate) fn sections(declarations: &Declarations) -> impl Iterator<Item = &str> {
    let with_methods = |(_, section): &(&String, &Section)| section.methods().next().is_some();
    declarations.sections.iter().filter(with_methods).map(|(name, _)| name.as_str())
}

/// The crate that enables one section, or none.
pub(crate) fn selection(section: Option<&str>) -> String {
    format!("section-{}", section.unwrap_or("none").replace('_', "-"))
}

/// The types with serde's derives, in two crates like vox's.
fn write_serde(declarations: &Declarations, writer: &mut Writer<'_>) -> Result<()> {
    const IMPORTS: &str = "use serde::{Deserialize, Serialize};\nuse serde_common::*;\n";
    let common = format!("{SERDE}serde-common = {{ path = \"../serde-common\" }}\n");
    let mut modules = String::new();
    for (name, section) in &declarations.sections {
        match name.as_str() {
            ACCOUNTS => {
                writer.member("serde-accounts", &common, &serde_types::module(section, IMPORTS)?)?;
                modules += "pub use serde_accounts as accounts;\n";
            }
            _ => {
                let shared = if name == SHARED { "" } else { "use crate::types::*;\n" };
                let source = serde_types::module(section, &format!("#![allow(unused_imports)]\n{IMPORTS}{shared}"))?;
                write(&writer.root.join("serde-api/src"), &format!("{name}.rs"), &source)?;
                modules += &format!("pub mod {name};\n");
            }
        }
    }
    let library = format!("//! Generated.\n\n{modules}");
    writer.member("serde-api", &format!("{common}serde-accounts = {{ path = \"../serde-accounts\" }}\n"), &library)?;
    writer.member(
        SERDE_USERS,
        "serde-api = { path = \"../serde-api\" }\nserde-common = { path = \"../serde-common\" }\nserde_json = { workspace = true }\nserde_urlencoded = { workspace = true }\n",
        &users::of_serde(declarations),
    )
}

/// The dependency on vox-api with these sections, and others.
fn vox_with(features: &[&str], others: &str) -> String {
    format!("vox-api = {{ workspace = true, features = {features:?} }}\n{others}")
}

struct Writer<'a> {
    root: &'a Path,
    members: Vec<String>,
}

impl Writer<'_> {
    /// Writes a crate.
    fn member(&mut self, name: &str, dependencies: &str, library: &str) -> Result<()> {
        let folder = self.root.join(name);
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
        );
        write(&folder, "Cargo.toml", &manifest)?;
        write(&folder.join("src"), "lib.rs", library)?;
        self.members.push(name.to_owned());
        Ok(())
    }
}
