//! A key for a program that may do little: create it, see what it may call, change its roles, delete it.
//!
//! A service account is a key pair with roles. A program signs its requests with the private key, and may call the methods that
//! one of the roles allows. `cargo run --example keys` talks to a sandbox inside this process. The same calls work with the real
//! API, if the first client has a key with the role Owner.

use std::error::Error;

use vox_api::accounts::{GetAccountInfo, GetMoneyAmountToCharge};
use vox_api::applications::GetApplications;
use vox_api::prelude::*;
use vox_api::role_system::{CreateKey, DeleteKey, GetKeys, RemoveKeyRoles, Roles, SetKeyRoles};
use vox_api::vox_core::{self, ErrorCode};
use vox_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let owner = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());

    // The body of the response is a credentials file. No other response has the private key: if it is lost, delete the key and
    // create another one. For the real API, save the body to a file that only the program can read, create the credentials by
    // `ServiceAccount::from_file`, and leave out `base_url`.
    println!("\nCreating a key with the role Developer");
    let request = CreateKey {
        key_name: Some("deployment".into()),
        description: Some("Uploads scenarios".into()),
        role: Some(roles(&["Developer"])),
    };
    let response = request.send_raw(&owner).await?;
    let credentials = ServiceAccount::from_json(std::str::from_utf8(response.body())?)?;
    let deployment = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build()?;
    // The owner can find the key by its name, also later. The list of keys has no private keys.
    let key_id = find(&owner, "deployment").await?;
    println!("  its id is {key_id}");

    // Every method documents the roles that may call it. A developer may list applications, but not see debts.
    println!("\nCalling with the new key");
    let applications = GetApplications::default().send(&deployment).await?;
    println!("  it lists applications: {}", applications.result.len());
    check(may_see_debts(&deployment).await?, false)?;

    // New roles are valid at once, also for clients that exist already. They are added to those that the key has.
    println!("\nAdding the role Payer");
    SetKeyRoles { key_id: key_id.clone(), role: roles(&["Payer"]) }.send(&owner).await?;
    check(may_see_debts(&deployment).await?, true)?;

    println!("\nRemoving it");
    RemoveKeyRoles { key_id: key_id.clone(), role: roles(&["Payer"]) }.send(&owner).await?;
    check(may_see_debts(&deployment).await?, false)?;

    // A deleted key authenticates nobody: not even methods that need no role can be called.
    println!("\nDeleting the key");
    DeleteKey { key_id }.send(&owner).await?;
    match GetAccountInfo::default().send(&deployment).await {
        Err(error) if error.code() == Some(ErrorCode::AUTHORIZATION_FAILED) => println!("  {error}"),
        Err(error) => return Err(error.into()),
        Ok(_) => return Err("the deleted key still works".into()),
    }
    Ok(())
}

fn roles(names: &[&str]) -> Roles {
    Roles::Name(names.iter().map(|name| (*name).to_owned()).collect())
}

/// The id of the key with this name.
async fn find(owner: &Client, name: &str) -> Result<String, Box<dyn Error>> {
    let mut keys = GetKeys::default().items(owner);
    while let Some(key) = keys.next().await {
        let key = key?;
        if key.key_name.as_deref() == Some(name) {
            return Ok(key.key_id.ok_or("the key has no id")?);
        }
    }
    Err(format!("there is no key `{name}`").into())
}

/// Whether the key of a client may see what the account owes. Any other error than a missing role is an error here, too.
async fn may_see_debts(client: &Client) -> Result<bool, vox_core::Error> {
    match GetMoneyAmountToCharge::default().send(client).await {
        Ok(_) => {
            println!("  it sees what the account owes");
            Ok(true)
        }
        Err(error) if error.code() == Some(ErrorCode::FORBIDDEN_COMMAND) => {
            // The API does not state which roles are needed. The declaration of the method does.
            let needed = GetMoneyAmountToCharge::META.roles.unwrap_or_default();
            println!("  {error}\n  it needs one of the roles {needed:?}");
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

/// Ends the program with an error if the roles have another effect than the program states.
fn check(found: bool, expected: bool) -> Result<(), Box<dyn Error>> {
    if found == expected {
        Ok(())
    } else {
        Err("the roles of the key have another effect than expected".into())
    }
}
