//! Writes the crates that are measured: a workspace of one crate per peer and number of methods.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::peer::{Engine, Peer, Validation};
use crate::source;

const MANIFEST: &str = include_str!("../Cargo.toml");
pub(crate) const LOCK: &str = include_str!("../Cargo.lock");
pub(crate) const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// Writes the workspace and returns its path.
///
/// It is in the target folder, so that its dependencies are built once, not once per run.
pub(crate) fn workspace(peers: &[Peer], counts: &[usize]) -> Result<PathBuf> {
    let root = Path::new(FOLDER).join("target/generated");
    let mut members = Vec::new();
    for &peer in peers {
        for &count in counts {
            write(&root.join(peer.crate_name(count)), "Cargo.toml", &manifest(peer, count))?;
            write(&root.join(peer.crate_name(count)).join("src"), "lib.rs", &source::library(peer, count))?;
            members.push(peer.crate_name(count));
        }
    }
    write(&root, "Cargo.toml", &root_manifest(&members)?)?;
    write(&root, "Cargo.lock", LOCK)?;
    Ok(root)
}

pub(crate) fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    let path = folder.join(name);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// The heading of the section with the versions.
pub(crate) const DEPENDENCIES: &str = "[workspace.dependencies]";

/// The versions of dependencies, as in this package's manifest.
pub(crate) fn versions() -> Result<&'static str> {
    let (_, versions) =
        MANIFEST.split_once(DEPENDENCIES).ok_or("this package's manifest names no versions")?;
    Ok(versions)
}

/// The workspace, with the versions of this package.
fn root_manifest(members: &[String]) -> Result<String> {
    let versions = versions()?;
    let vox_core = Path::new(FOLDER).join("../../vox-core").display().to_string();
    Ok(format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{DEPENDENCIES}\nvox-core.path = {vox_core:?}{versions}"
    ))
}

fn manifest(peer: Peer, count: usize) -> String {
    let mut text = format!(
        "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n",
        peer.crate_name(count)
    );
    for (name, features) in dependencies(peer) {
        let _ = writeln!(text, "{name} = {{ workspace = true, features = {features:?} }}");
    }
    text
}

fn dependencies(peer: Peer) -> Vec<(&'static str, &'static [&'static str])> {
    let mut all: Vec<(_, &'static [_])> = match peer.engine {
        Engine::Plain => vec![("jiff", &[]), ("rust_decimal", &[])],
        Engine::Serde => vec![
            ("jiff", &["serde"]),
            ("rust_decimal", &["serde"]),
            ("serde", &[]),
            ("serde_json", &[]),
            ("serde_urlencoded", &[]),
        ],
        Engine::Vox if peer.both_ways => vec![("vox-core", &["server"]), ("http", &[])],
        Engine::Vox => vec![("vox-core", &[]), ("http", &[])],
    };
    match peer.validation {
        Some(Validation::Garde) => all.push(("garde", &[])),
        Some(Validation::Validator) => all.extend([("validator", &[] as &[_]), ("regex", &[])]),
        None => {}
    }
    if peer.builder && peer.engine == Engine::Serde {
        all.push(("bon", &[]));
    }
    all
}
