//! The table of methods in the documentation. `UPDATE_DOCS=1 cargo test -p vox-tests --test methods` writes it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use vox_accounts::METHODS;
use vox_accounts::vox_core::meta::Kind;
use vox_accounts::vox_core::methods::DeclaredMethod;

/// The table of a crate's methods, in Markdown.
fn table(methods: &[DeclaredMethod]) -> String {
    let mut table = String::from("| method | description | kind | roles |\n|---|---|---|---|\n");
    for method in methods {
        let kind = match method.kind {
            Kind::Read => "read",
            Kind::Write => "write",
        };
        let roles = method.roles.map_or("any".to_owned(), |roles| {
            roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(", ")
        });
        let summary = method.summary().replace('\n', " ");
        writeln!(table, "| [`{0}`] | {summary} | {kind} | {roles} |", method.name).unwrap();
    }
    table
}

#[test]
fn the_table_of_methods_is_the_list_of_methods() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vox-accounts/docs/methods.md");
    let table = table(METHODS);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == table,
        "vox-accounts/docs/methods.md is stale: run `UPDATE_DOCS=1 cargo test -p vox-tests --test methods`"
    );
}
