//! What the scenarios of an application and programs share: items of the key-value storage, and secrets.
//!
//! `cargo run --example storage` talks to a sandbox inside this process. The same calls work with the real API, which needs an
//! application of the account, and the time that the sandbox's clock skips here.

use std::error::Error;
use std::time::Duration;

use vox_api::applications::AddApplication;
use vox_api::key_value_storage::{DelKeyValueItem, Expiry, GetKeyValueItems, SetKeyValueItem};
use vox_api::prelude::*;
use vox_api::secrets::{
    AddSecret, DelSecret, GetSecretValue, GetSecrets, SecretRef, SecretsOrAll, SetSecretInfo,
};
use vox_api::types::Application;
use vox_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());

    // Items and secrets belong to an application: its scenarios see them, those of other applications do not.
    let request = AddApplication::builder().application_name("shop");
    let application_id = request.send(&client).await?.application_id;
    items(&client, &sandbox, application_id).await?;
    secrets(&client, application_id).await
}

/// Stores the states of three orders, of which one is kept for an hour only.
async fn items(client: &Client, sandbox: &Sandbox, application_id: u64) -> Result<(), Box<dyn Error>> {
    println!("\nStoring items");
    // A colon in a key sets a namespace apart: the list below finds the keys that begin with `order:`. An item without an expiry
    // is kept for 30 days. An item with the same key is replaced.
    for (key, value, seconds) in
        [("order:7", "paid", 86_400), ("order:8", "sent", 86_400), ("order:9", "in the cart", 3600)]
    {
        let item = SetKeyValueItem::builder().key(key).value(value).application_id(application_id);
        item.expiry(Expiry::After(seconds)).send(client).await?;
    }
    list(client, application_id, &["order:7", "order:8", "order:9"]).await?;

    // The clock of the sandbox can be moved. The real API has no such thing: there, an hour has to pass.
    println!("An hour later");
    sandbox.clock().advance(Duration::from_secs(3600));
    list(client, application_id, &["order:7", "order:8"]).await?;

    println!("After deleting an item");
    DelKeyValueItem::builder().key("order:7").application_id(application_id).send(client).await?;
    list(client, application_id, &["order:8"]).await
}

/// Lists the orders page by page, and checks that they are those that are expected.
async fn list(client: &Client, application_id: u64, expected: &[&str]) -> Result<(), Box<dyn Error>> {
    let request = GetKeyValueItems::builder().key("order:").application_id(application_id).build();
    let mut orders = request.items(client);
    let mut keys = Vec::new();
    while let Some(order) = orders.next().await {
        let order = order?;
        let (key, value) = (order.key.unwrap_or_default(), order.value.unwrap_or_default());
        println!("  {key:<8} {value}");
        keys.push(key);
    }
    if keys == expected { Ok(()) } else { Err(format!("expected {expected:?}").into()) }
}

/// Keeps a token that scenarios need, so that no script contains it.
async fn secrets(client: &Client, application_id: u64) -> Result<(), Box<dyn Error>> {
    println!("\nStoring a secret");
    // The value is a `Secret`: neither `{:?}` nor the logs of the client show it.
    AddSecret::builder()
        .secret_name("crm_token")
        .secret_value("first-token")
        .description("For the CRM")
        .application(Application::Id(application_id))
        .send(client)
        .await?;

    // Scenarios find a secret by its name, so they use the new value from now on without being changed.
    println!("Changing its value");
    let crm_token = || SecretRef::Name("crm_token".into());
    SetSecretInfo::builder()
        .application(Application::Id(application_id))
        .secret(crm_token())
        .secret_value("second-token")
        .send(client)
        .await?;

    // A list has no values. Only `GetSecretValue` returns one, and `expose` is the only way to read it.
    let listed = GetSecrets::builder().application(Application::Id(application_id)).send(client).await?;
    for secret in &listed.result {
        println!(
            "  {}: {}",
            secret.secret_name.as_deref().unwrap_or("-"),
            secret.description.as_deref().unwrap_or("-")
        );
    }
    let request = GetSecretValue { application: Application::Id(application_id), secret: crm_token() };
    let secret = request.send(client).await?.result.into_iter().next().ok_or("there is no secret")?;
    println!("  printed it is {:?}", secret.secret_value);
    if secret.secret_value.expose() != "second-token" {
        return Err("the secret has another value than expected".into());
    }

    println!("Deleting it");
    let secret = SecretsOrAll::Name(vec!["crm_token".into()]);
    DelSecret { secret, application: Application::Id(application_id) }.send(client).await?;
    let left = GetSecrets::builder().application(Application::Id(application_id)).send(client).await?;
    if left.total_count == Some(0) { Ok(()) } else { Err("the secret is still there".into()) }
}
