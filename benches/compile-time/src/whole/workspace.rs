//! Writes the crates that are measured, and those that only select features of vox-api.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::declarations::{ACCOUNTS, Declarations, SHARED};
use super::{serde_types, users};
use crate::Result;
use crate::generate::{DEPENDENCIES, FOLDER, LOCK, versions, write};

/// The crate that enables all sections.
pub(crate) const VOX_USERS: &str = "vox-users";
pub(crate) const SERDE_USERS: &str = "serde-users";

const COMMON: &str = include_str!("../common/whole.rs");

const COMMON_DEPENDENCIES: &str = "\
serde = { workspace = true }
serde_json = { workspace = true }
jiff = { workspace = true, features = [\"serde\"] }
rust_decimal = { workspace = true, features = [\"serde\"] }
";
const TYPES_DEPENDENCIES: &str = "\
serde = { workspace = true }
serde-common = { path = \"../serde-common\" }
";
const SERDE_USERS_DEPENDENCIES: &str = "\
serde-api = { path = \"../serde-api\" }
serde-common = { path = \"../serde-common\" }
serde_json = { workspace = true }
serde_urlencoded = { workspace = true }
";

/// Writes the workspace and returns its path.
pub(crate) fn write_workspace(declarations: &Declarations) -> Result<PathBuf> {
    let root = Path::new(FOLDER).join("target/whole");
    let mut writer = Writer { root: &root, members: Vec::new() };
    writer.member("serde-common", COMMON_DEPENDENCIES, COMMON)?;
    write_types(declarations, &mut writer)?;
    writer.member(SERDE_USERS, SERDE_USERS_DEPENDENCIES, &users::of_serde(declarations))?;
    let full = vox_with(&["full"]) + "http = { workspace = true }\n";
    writer.member(VOX_USERS, &full, &users::of_vox(declarations))?;
    writer.member(&selection(None), &vox_with(&[]), "")?;
    for (section, _) in declarations.with_methods() {
        writer.member(&selection(Some(section)), &vox_with(&[section]), "")?;
    }
    let members = &writer.members;
    let vox_api = Path::new(FOLDER).join("../../vox-api").display().to_string();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{DEPENDENCIES}\nvox-api.path = {vox_api:?}{}",
        versions()?
    );
    write(&root, "Cargo.toml", &manifest)?;
    write(&root, "Cargo.lock", LOCK)?;
    Ok(root)
}

/// The crate that enables one section, or none.
pub(crate) fn selection(section: Option<&str>) -> String {
    format!("section-{}", section.unwrap_or("none").replace('_', "-"))
}

/// The types with serde's derives, in two crates like vox's.
fn write_types(declarations: &Declarations, writer: &mut Writer<'_>) -> Result<()> {
    const IMPORTS: &str =
        "#![allow(unused_imports)]\nuse serde::{Deserialize, Serialize};\nuse serde_common::*;\n";
    let mut library = String::from("//! Generated.\n\npub use serde_accounts as accounts;\n");
    for (name, section) in &declarations.sections {
        if name == ACCOUNTS {
            writer.member("serde-accounts", TYPES_DEPENDENCIES, &serde_types::module(section, IMPORTS)?)?;
            continue;
        }
        let shared = if name == SHARED { "" } else { "use crate::types::*;\n" };
        let source = serde_types::module(section, &format!("{IMPORTS}{shared}"))?;
        write(&writer.root.join("serde-api/src"), &format!("{name}.rs"), &source)?;
        let _ = writeln!(library, "pub mod {name};");
    }
    let dependencies = format!("{TYPES_DEPENDENCIES}serde-accounts = {{ path = \"../serde-accounts\" }}\n");
    writer.member("serde-api", &dependencies, &library)
}

/// The dependency on vox-api with these sections.
fn vox_with(features: &[&str]) -> String {
    format!("vox-api = {{ workspace = true, features = {features:?} }}\n")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_a_package_of_its_own() {
        assert_eq!(selection(Some("call_lists")), "section-call-lists");
        assert_eq!(selection(None), "section-none");
    }
}
