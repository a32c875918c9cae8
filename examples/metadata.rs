//! Every method of the Accounts section as JSON, for generators of documentation, clients and mocks.
//!
//! `cargo run -q --example metadata`

fn main() -> Result<(), serde_json::Error> {
    println!("{}", serde_json::to_string_pretty(vox_accounts::METHODS)?);
    Ok(())
}
