//! The main job in one program: add child accounts, see an invalid request rejected, list the children, read the account.
//!
//! `cargo run --example quickstart` talks to a sandbox inside this process. With `VOXIMPLANT_CREDENTIALS` set to a
//! service account's credentials file it talks to the real API instead, and only reads.

use std::error::Error;

use vox_accounts::prelude::*;
use vox_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os("VOXIMPLANT_CREDENTIALS").is_some() {
        let client = Client::builder().credentials(ServiceAccount::from_env()?).build()?;
        println!("Talking to the real API, reading only.");
        return read(&client).await;
    }
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());
    add(&client, &sandbox).await?;
    read(&client).await
}

/// Adds two child accounts, then tries a third that breaks five rules.
async fn add(client: &Client, sandbox: &Sandbox) -> Result<(), Box<dyn Error>> {
    println!("\nAdding child accounts");
    for (name, email) in [("child-one", "one@example.com"), ("child-two", "two@example.com")] {
        let added = AddAccount::builder()
            .parent(ParentAccount::Id(sandbox.account_id()))
            .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
            .account_name(name)
            .account_email(email)
            .account_password("Str0ng!pass")
            .active(true)
            .send(client)
            .await?;
        println!("  {name} has the id {}", added.account_id);
    }

    println!("\nAdding one that is rejected before sending");
    let rejected = AddAccount::builder()
        .parent(ParentAccount::Id(sandbox.account_id()))
        .parent_auth(ParentAuth::ApiKey(sandbox.api_key()))
        .account_name("X")
        .account_email("nobody")
        .account_password("secret")
        .send(client)
        .await;
    if let Err(error) = rejected {
        println!("  {}", error.to_string().replace('\n', "\n  "));
    }
    Ok(())
}

/// Lists the children as a table and reads the account's own profile.
async fn read(client: &Client) -> Result<(), Box<dyn Error>> {
    let children = GetChildrenAccounts { count: Some(50), ..Default::default() }.send(client).await?;
    println!("\nChild accounts: {}", children.total_count.unwrap_or_default());
    println!("  {:<10} {:<20} {:<24} {:<6} {:>10}", "id", "name", "e-mail", "active", "balance");
    for child in &children.result {
        println!(
            "  {:<10} {:<20} {:<24} {:<6} {:>10}",
            child.account_id,
            child.account_name.as_deref().unwrap_or("-"),
            child.account_email.as_deref().unwrap_or("-"),
            child.active.map_or("-", |active| if active { "yes" } else { "no" }),
            child.live_balance.map_or_else(|| "-".to_owned(), |balance| balance.to_string()),
        );
    }

    let account = GetAccountInfo { return_live_balance: Some(true) }.send(client).await?.result;
    println!("\nThe account itself");
    println!("  id       {}", account.account_id);
    println!("  name     {}", account.account_name.as_deref().unwrap_or("-"));
    let balance =
        account.live_balance.or(account.balance).map_or_else(|| "-".to_owned(), |money| money.to_string());
    println!("  balance  {balance} {}", account.currency.as_deref().unwrap_or(""));
    Ok(())
}
