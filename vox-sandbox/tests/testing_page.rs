//! The programs of the page about testing run as a reader sees them, and the flags it names exist.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = include_str!("../docs/testing.md");
const PROGRAM: &str = env!("CARGO_BIN_EXE_vox-sandbox");

/// The only block of the page in this language.
fn block(language: &str) -> &'static str {
    let start = format!("\n```{language}\n");
    let mut blocks = PAGE.split(&start).skip(1);
    let block = blocks.next().expect("the page has a block in the language");
    assert_eq!(blocks.next(), None);
    block.split_once("\n```\n").expect("the block has an end").0
}

/// Runs a program with `vox-sandbox` in the path.
fn run(interpreter: &str, file: &str, language: &str) {
    if Command::new(interpreter).arg("--version").output().is_err() {
        println!("skipped: there is no {interpreter}");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(file), block(language)).unwrap();
    let programs = Path::new(PROGRAM).parent().unwrap().as_os_str().to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    let paths = env::split_paths(&path).map(PathBuf::into_os_string);
    let path: OsString = env::join_paths([programs].into_iter().chain(paths)).unwrap();
    let output = Command::new(interpreter).arg(file).current_dir(&folder).env("PATH", path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_python_program_runs() {
    run("python3", "test.py", "python");
}

#[test]
fn the_node_program_runs() {
    run("node", "test.mjs", "javascript");
}

#[test]
fn the_flags_and_variables_exist() {
    let help = Command::new(PROGRAM).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let words = PAGE.split(|char: char| !(char.is_ascii_alphanumeric() || "-_".contains(char)));
    let mut found = 0;
    for word in words.filter(|word| word.starts_with("VOX_SANDBOX_")) {
        assert!(help.contains(&format!("[env: {word}=")), "{word}");
        found += 1;
    }
    for line in PAGE.lines().filter(|line| line.contains("vox-sandbox") && !line.contains("cargo")) {
        let words = line.split(|char: char| !(char.is_ascii_alphanumeric() || "-_".contains(char)));
        for flag in words.filter(|word| word.starts_with("--")) {
            assert!(help.contains(flag), "{flag}");
            found += 1;
        }
    }
    assert!(found >= 10, "{found}");
}

/// The image is built from this repository, which the page does not show.
#[test]
fn the_image_listens_on_all_interfaces() {
    let dockerfile = include_str!("../Dockerfile");
    assert!(dockerfile.contains("ENV VOX_SANDBOX_ADDR=0.0.0.0:8420\nEXPOSE 8420\n"));
    assert!(dockerfile.contains("CMD [\"vox-sandbox\", \"health\"]"));
    let rust = include_str!("../../rust-toolchain.toml");
    let image = dockerfile.lines().find_map(|line| line.strip_prefix("FROM rust:")).unwrap();
    let version = image.split(' ').next().unwrap();
    assert!(rust.contains(&format!("channel = \"{version}.")), "{version}");
}
