//! What README and CONTRIBUTING say is true: their commands run, their steps work, their texts are real.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use vox_accounts::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The contents of the fenced blocks that begin with this info string.
fn blocks(document: &str, info: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        if let Some(found) = line.strip_prefix("```")
            && !found.is_empty()
        {
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            if found == info {
                blocks.push(block.join("\n") + "\n");
            }
        }
    }
    blocks
}

/// Rust blocks are documentation tests of this package's library, `shell` blocks are run by `vox-sandbox/tests/program.rs`,
/// the others by the tests below. What is marked otherwise would be run by nothing, and rot.
#[test]
fn every_block_is_run_by_a_test() {
    let library = read("tests/src/lib.rs");
    for (document, run) in [
        ("README.md", ["rust", "rust,no_run", "sh", "shell", "text"]),
        ("CONTRIBUTING.md", ["rust", "rust,ignore", "sh", "sh", "toml"]),
    ] {
        let text = read(document);
        let fences: Vec<&str> =
            text.lines().filter_map(|line| line.trim_start().strip_prefix("```")).collect();
        assert!(fences.iter().skip(1).step_by(2).all(|closing| closing.is_empty()), "{document}");
        for info in fences.iter().step_by(2) {
            assert!(run.contains(info), "no test runs the blocks marked `{info}` of {document}");
        }
        assert!(library.contains(&format!("include_str!(\"../../{document}\")")), "{document}");
    }
    let contributing = read("CONTRIBUTING.md");
    let counts = ["rust,ignore", "sh", "toml"].map(|info| blocks(&contributing, info).len());
    assert_eq!(counts, [1, 2, 1], "the steps below know of these blocks only");
}

/// The second block of commands in CONTRIBUTING needs cargo-fuzz, so only what it names is looked up.
#[test]
fn contributings_fuzz_target_and_variables_are_there() {
    let commands = blocks(&read("CONTRIBUTING.md"), "sh").remove(1);
    let target =
        commands.split_once("cargo fuzz run -s none ").and_then(|(_, rest)| rest.split(' ').next()).unwrap();
    assert!(read("tests/fuzz/Cargo.toml").contains(&format!("name = \"{target}\"")), "{target}");
    assert!(read("tests/tests/fuzz.rs").contains("WRITE_SEEDS"));
}

#[test]
fn the_readmes_commands_are_what_continuous_integration_runs() {
    let ci = read(".ci/run");
    let commands = blocks(&read("README.md"), "sh").concat();
    assert_eq!(commands.lines().count(), 2);
    for command in commands.lines() {
        assert!(ci.contains(&format!("step {command}")), "`.ci/run` does not run `{command}`");
    }
}

#[test]
fn the_readmes_refusal_is_the_real_one() {
    let request = AddAccount::builder()
        .parent(ParentAccount::Id(1))
        .parent_auth(ParentAuth::ApiKey("key".into()))
        .account_name("X")
        .account_email("nobody")
        .account_password("secret")
        .build();
    let error = request.to_http(&Auth::new(ApiKey::by_id(1, "key"))).unwrap_err();
    assert_eq!(error.to_string(), blocks(&read("README.md"), "text")[0].trim_end());
}

#[test]
fn the_readmes_compile_errors_are_the_real_ones() {
    let expected: String = fs::read_dir(root().join("tests/ui/fail"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    for block in &blocks(&read("README.md"), "text")[1..] {
        assert!(expected.contains(block.trim()), "no compile-fail case shows:\n{block}");
    }
}

/// Follows CONTRIBUTING's steps in an empty folder, with the crates of this repository.
#[test]
fn contributings_steps_end_in_passing_tests() {
    let contributing = read("CONTRIBUTING.md");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("my-methods");
    fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = blocks(&contributing, "toml").remove(0).replace(
        r#"vox-core = { version = "0.1","#,
        &format!(r#"vox-core = {{ path = "{}","#, root().join("vox-core").display()),
    );
    assert!(manifest.contains("path = "), "{manifest}");
    fs::write(folder.join("Cargo.toml"), manifest + "\n[workspace]\n").unwrap();
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let declaration = &blocks(&contributing, "rust")[0];
    assert!(declaration.lines().count() < 40, "a declared method takes more than it should");
    fs::write(folder.join("src/lib.rs"), declaration).unwrap();
    fs::write(folder.join("src/tests.rs"), &blocks(&contributing, "rust,ignore")[0]).unwrap();
    let command = blocks(&contributing, "sh").remove(0);
    let mut words = command.split_whitespace();
    let output = Command::new(words.next().unwrap())
        .args(words)
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("3 passed"), "{text}");
}
