//! Users of applications: added, changed, listed page by page and deleted.
//!
//! `cargo run --example users` talks to a sandbox inside this process. With a client for the real API (see `quickstart`), the
//! same requests change your account.

use std::error::Error;

use vox_api::applications::{AddApplication, DelApplication};
use vox_api::prelude::*;
use vox_api::types::{Application, ApplicationsOrAll};
use vox_api::users::{AddUser, DelUser, GetUsers, SetUserInfo, UserInApplication, UsersToDelete};
use vox_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());

    // An application contains users, scenarios and routing rules. Requests have its short name. Responses have the full name,
    // which ends with the account's name: users log in to this domain.
    for name in ["shop", "support"] {
        let added = AddApplication::builder().application_name(name).send(&client).await?;
        println!("Added the application {}", added.application_name.as_deref().unwrap_or(name));
    }

    // The name of a user is unique in its application, so each of the two has an `agent-1`.
    for (application, agents) in [("shop", 5), ("support", 1)] {
        for number in 1..=agents {
            AddUser::builder()
                .user_name(format!("agent-{number}"))
                .user_display_name(format!("Agent {number} of {application}"))
                .user_password("Str0ng!pass")
                .application(Application::Name(application.into()))
                .send(&client)
                .await?;
        }
        println!("Added {agents} users to {application}");
    }

    // The API rejects the second user with the same name in an application. Compare the code, not the message.
    let again = AddUser::builder()
        .user_name("agent-1")
        .user_display_name("One more")
        .user_password("Str0ng!pass")
        .application(Application::Name("shop".into()));
    match again.send(&client).await {
        Err(error) if error.code().is_some_and(|code| code.code() == 118) => println!("Rejected: {error}"),
        other => return Err(format!("a second agent-1 was not rejected: {other:?}").into()),
    }

    // A name needs its application; an id would not. A user who is not active cannot log in.
    let first = UserInApplication::Name {
        user_name: "agent-1".into(),
        application: Application::Name("shop".into()),
    };
    SetUserInfo::builder().user(first).user_active(false).send(&client).await?;

    // `items` requests page after page, here of two users each, as you read them.
    println!("\nThe users of shop");
    let list = GetUsers {
        application: Some(Application::Name("shop".into())),
        count: Some(2),
        ..Default::default()
    };
    let mut users = list.items(&client);
    let mut inactive = Vec::new();
    while let Some(user) = users.next().await {
        let user = user?;
        let is_active = user.user_active.unwrap_or_default();
        println!(
            "  {:<10} {:<18} {}",
            user.user_name.as_deref().unwrap_or("-"),
            user.user_display_name.as_deref().unwrap_or("-"),
            if is_active { "active" } else { "inactive" },
        );
        inactive.extend(user.user_id.filter(|_| !is_active));
    }

    // All users of one request are deleted, or none: an unknown id rejects it.
    DelUser { user: UsersToDelete::Id(IdList::Of(inactive)), application: None }.send(&client).await?;
    let left = list_names(&client).await?;
    println!("\nDeleted the inactive one; {} users are left: {}", left.len(), left.join(", "));
    if left.len() != 5 {
        return Err("5 users should be left".into());
    }

    // Deleting an application deletes its users.
    DelApplication { application: ApplicationsOrAll::Name(vec!["shop".into()]) }.send(&client).await?;
    let left = list_names(&client).await?;
    println!("Deleted the application shop; left: {}", left.join(", "));
    if left == ["Agent 1 of support"] {
        Ok(())
    } else {
        Err("only the user of support should be left".into())
    }
}

/// The display names of the users of all applications.
async fn list_names(client: &Client) -> Result<Vec<String>, Box<dyn Error>> {
    let mut users = GetUsers::default().items(client);
    let mut names = Vec::new();
    while let Some(user) = users.next().await {
        names.extend(user?.user_display_name);
    }
    Ok(names)
}
