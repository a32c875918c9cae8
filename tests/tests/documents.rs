//! README, CONTRIBUTING and the pages of the documentation: commands run, steps work, quoted output agrees with the code.

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
/// the others by the tests below. No test runs a block with another mark.
#[test]
fn every_block_is_run_by_a_test() {
    let library = read("tests/src/lib.rs");
    for (document, run) in [
        ("README.md", ["rust", "rust,no_run", "sh", "shell", "text", "toml"]),
        ("CONTRIBUTING.md", ["rust", "rust,ignore", "sh", "sh", "sh", "toml"]),
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
    assert_eq!(counts, [2, 2, 1], "the steps below know of these blocks only");
}

/// Browsers and editors show the lines that rustdoc hides.
#[test]
fn no_snippet_has_a_hidden_line() {
    for document in documents() {
        let text = read(&document);
        // Every second part is the content of a fenced block, after the rest of the line with the fence.
        for block in text.split("```").skip(1).step_by(2).filter(|block| block.starts_with("rust")) {
            for line in block.lines().map(str::trim_start) {
                assert!(line != "#" && !line.starts_with("# "), "{document} has the hidden line `{line}`");
            }
        }
    }
}

/// README, CONTRIBUTING and all pages.
fn documents() -> Vec<String> {
    let mut documents = vec!["README.md".to_owned(), "CONTRIBUTING.md".to_owned()];
    for folder in ["vox-core/docs", "vox-accounts/docs"] {
        let entries = fs::read_dir(root().join(folder)).unwrap();
        documents.extend(entries.map(|entry| format!("{folder}/{}", entry.unwrap().file_name().display())));
    }
    assert!(documents.len() > 4, "{documents:?}");
    documents
}

/// The names of the crates belong to others on crates.io.
#[test]
fn no_snippet_depends_on_a_crate_of_somebody_else() {
    for document in ["README.md", "CONTRIBUTING.md"] {
        for line in blocks(&read(document), "toml").concat().lines().filter(|line| line.starts_with("vox-")) {
            assert!(line.contains("path = \"../vox/") && !line.contains("version"), "{document}: {line}");
        }
    }
    assert!(!read("Cargo.toml").contains("repository"), "a repository that may be somebody else's");
}

/// The row of README's table of retries with this text.
fn row(text: &str) -> String {
    let readme = read("README.md");
    let mut rows = readme.lines().filter(|line| line.starts_with('|') && line.contains(text));
    let row = rows.next().unwrap_or_else(|| panic!("no row has `{text}`")).to_owned();
    assert_eq!(rows.next(), None);
    row
}

/// The numbers and ranges (`403–407`) in a string.
fn numbers(text: &str) -> Vec<u16> {
    let number = |text: &str| text.parse::<u16>();
    text.split([' ', ','])
        .filter_map(|word| {
            let (first, last) = word.split_once('–').unwrap_or((word, word));
            Some(number(first).ok()?..=number(last).ok()?)
        })
        .flatten()
        .collect()
}

#[test]
fn the_readmes_statuses_without_an_effect_are_those_of_the_client() {
    let has_no_effect = |status: u16| {
        let response = http::Response::builder().status(status).body("<html></html>").unwrap();
        ChargeAccount::from_http(response).unwrap_err().effect() == Effect::None
    };
    let mut listed = numbers(row("proves that the request was not processed").split('|').nth(1).unwrap());
    // 429 has its own row, as it is retried.
    listed.push(429);
    listed.sort_unstable();
    assert_eq!((100..600).filter(|status| has_no_effect(*status)).collect::<Vec<_>>(), listed);
}

#[test]
fn the_readmes_codes_that_are_retried_are_those_of_the_client() {
    let is_retried = |code: u16| {
        let json = format!(r#"{{"error": {{"code": {code}, "msg": "No"}}}}"#);
        ChargeAccount::from_http(http::Response::new(json)).unwrap_err().is_retryable()
    };
    let row = row("rate limited");
    let listed = numbers(row.split_once("codes").unwrap().1.split_once(", or HTTP 429").unwrap().0);
    assert_eq!((0..1000).filter(|code| is_retried(*code)).collect::<Vec<_>>(), listed);
}

/// The table of fields is in the crate docs of `vox-core`.
#[test]
fn every_field_of_spans_and_events_is_documented() {
    let source = read("vox-core/src/client/trace/spans.rs").replace("r#type", "type");
    let library = read("vox-core/src/lib.rs");
    let docs = library.split("//! # Tracing").nth(1).unwrap();
    let mut fields: Vec<&str> = source
        .split(|char: char| !char.is_ascii_alphanumeric() && !"._".contains(char))
        .filter(|word| {
            ["otel.", "vox.", "http.", "url.", "server.", "error."].iter().any(|p| word.starts_with(p))
        })
        // Skips method calls on values of these names.
        .filter(|word| source.contains(&format!("{word} = ")) || source.contains(&format!("\"{word}\"")))
        .collect();
    fields.sort_unstable();
    fields.dedup();
    assert!(fields.len() > 15, "{fields:?}");
    for field in fields {
        assert!(docs.contains(&format!("`{field}`")), "the docs of vox-core do not name `{field}`");
    }
}

/// The second block of commands in CONTRIBUTING needs cargo-fuzz, so only the names in it are checked.
#[test]
fn contributings_fuzz_target_and_variables_exist() {
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
fn the_readmes_numbers_of_methods_and_sections_are_right() {
    let (methods, sections) = (vox_api::methods().count(), vox_api::SECTIONS.len());
    assert!(read("README.md").contains(&format!("all {methods} methods, in {sections}\nsections")));
}

/// The documentation shows the programs, and continuous integration runs them.
#[test]
fn every_program_for_users_is_a_page() {
    let mut programs: Vec<String> = fs::read_dir(root().join("examples"))
        .unwrap()
        .filter_map(|entry| {
            entry.unwrap().file_name().into_string().unwrap().strip_suffix(".rs").map(str::to_owned)
        })
        .filter(|name| !["lib", "quickstart", "metadata", "callbacks"].contains(&name.as_str()))
        .collect();
    programs.sort();
    let guides = read("vox-api/src/guides.rs");
    let (_, pages) = guides.split_once("\nguides! {\n").unwrap();
    let pages: Vec<_> =
        pages.lines().map(str::trim).filter(|line| !line.starts_with("///") && *line != "}").collect();
    assert_eq!(pages, programs);
}

#[test]
fn the_readmes_violations_are_the_real_ones() {
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
    // The files of an earlier run, but not what it compiled.
    for name in ["src", "tests"] {
        let _ = fs::remove_dir_all(folder.join(name));
    }
    fs::create_dir_all(&folder).unwrap();
    let manifest = blocks(&contributing, "toml").remove(0).replace(
        r#"path = "../vox/vox-core""#,
        &format!(r#"path = "{}""#, root().join("vox-core").display()),
    );
    assert!(!manifest.contains("\"../vox/"), "{manifest}");
    fs::write(folder.join("Cargo.toml"), manifest + "\n[workspace]\n").unwrap();
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let ignored = blocks(&contributing, "rust,ignore");
    let declaration = &blocks(&contributing, "rust")[0];
    assert!(declaration.lines().count() < 40, "a declared method takes more than it should");
    for (path, content) in [
        ("src/lib.rs", &ignored[0]),
        ("src/start_scenarios.rs", declaration),
        ("tests/start_scenarios.rs", &ignored[1]),
    ] {
        assert!(contributing.contains(&format!("`{path}`:")), "no step names {path}");
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), content).unwrap();
    }
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
    assert!(text.contains("4 passed"), "{text}");
}

/// `layers.rs` compares its own list with the imports.
#[test]
fn contributings_layers_are_those_that_a_test_holds() {
    let contributing = read("CONTRIBUTING.md");
    let table = contributing.split("| layer | content |").nth(1).unwrap();
    let rows = table.lines().skip(2).map_while(|line| line.strip_prefix("| `"));
    let documented: Vec<_> = rows.map(|row| row.split('`').next().unwrap()).collect();
    let source = read("tests/tests/layers.rs");
    let list = source.split("const CORE: &[&str] = &[").nth(1).unwrap().split("];").next().unwrap();
    let held: Vec<_> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(documented, held);
}

#[test]
fn the_readmes_minimum_rust_version_is_the_one_of_the_manifest() {
    let manifest = read("Cargo.toml");
    let version = manifest.split("rust-version = \"").nth(1).unwrap().split('"').next().unwrap();
    assert!(read("README.md").contains(&format!("minimum Rust version is {version}.")), "{version}");
}

#[test]
fn contributings_scripts_exist() {
    let contributing = read("CONTRIBUTING.md");
    let scripts: Vec<_> = contributing.split(['`', ' ']).filter(|word| word.starts_with(".ci/")).collect();
    assert!(scripts.len() > 3, "{scripts:?}");
    for script in scripts {
        assert!(root().join(script).is_file(), "{script}");
    }
}
