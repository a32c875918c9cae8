//! Every method of the Accounts section as JSON, for generators of documentation, clients and mocks; with `--all`, of all sections.
//!
//! `cargo run -q --example metadata`

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let json = match std::env::args().nth(1).as_deref() {
        None => serde_json::to_string_pretty(vox_accounts::METHODS)?,
        Some("--all") => serde_json::to_string_pretty(&vox_api::methods().collect::<Vec<_>>())?,
        Some(other) => return Err(format!("unknown argument `{other}`: the only one is `--all`").into()),
    };
    println!("{json}");
    Ok(())
}
