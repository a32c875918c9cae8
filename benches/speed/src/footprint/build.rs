//! Clean builds.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use super::Cost;
use crate::Result;
use crate::cpu::cpu_time_of_children;

/// Builds a package of this workspace from scratch.
pub(super) fn measure(package: &'static str, with: &'static str) -> Result<Cost> {
    let target = std::env::temp_dir().join(format!("vox-speed-{package}-{}", std::process::id()));
    let cost = (|| {
        Ok(Cost {
            package,
            with,
            crates: crates(package)?,
            debug_build: build(package, &target, &[])?,
            release_build: build(package, &target, &["--release", "--config", "profile.release.strip=true"])?,
            binary: size(&target.join("release").join(package))?,
        })
    })();
    // Frees about a gigabyte.
    let _ = std::fs::remove_dir_all(&target);
    cost
}

fn cargo(subcommand: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.arg(subcommand).args([
        "--locked",
        "--manifest-path",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    ]);
    // Removes settings of the build of this program, which users do not have.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PROFILE_")) {
        cargo.env_remove(name);
    }
    cargo.env_remove("CARGO_INCREMENTAL");
    cargo
}

fn crates(package: &str) -> Result<usize> {
    let output = cargo("tree")
        .args(["-p", package, "--edges", "normal,build", "--prefix", "none"])
        .output()
        .map_err(|error| format!("cargo tree: {error}"))?;
    let tree = String::from_utf8_lossy(&output.stdout);
    let names: BTreeSet<_> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    Ok(names.len())
}

fn build(package: &str, target: &Path, options: &[&str]) -> Result<f64> {
    eprintln!("building {package} {}", options.first().unwrap_or(&""));
    let before = cpu_time_of_children()?;
    let status = cargo("build")
        .args(["-q", "-p", package])
        .args(options)
        .env("CARGO_TARGET_DIR", target)
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("cargo build: {error}"))?;
    if !status.success() {
        return Err(format!("{package} cannot be built"));
    }
    Ok(cpu_time_of_children()?.saturating_sub(before).as_secs_f64())
}

fn size(path: &Path) -> Result<u64> {
    let metadata = std::fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(metadata.len())
}
