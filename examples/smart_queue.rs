//! Agents and skills: a queue of SmartQueue, the agents who take its phone calls, and the skills that the agents have.
//!
//! A scenario puts a phone call into a queue and names the skills that the call needs. The queue selects one of its agents
//! by these skills and their levels. This program sets up such a queue, in the order in which a new account needs it.
//!
//! `cargo run --example smart_queue` talks to a sandbox inside this process.

use std::error::Error;

use vox_api::applications::AddApplication;
use vox_api::prelude::*;
use vox_api::smart_queue::{
    SqAddQueue, SqAddSkill, SqAgentSelection, SqBindAgent, SqBindSkill, SqGetAgents, SqQueuesOrAll,
    SqQueuesToBind, SqSkillBindingMode, SqSkillKey, SqSkillLevel, SqSkillLevelRange, SqTaskSelection,
    SqUnbindAgent,
};
use vox_api::types::{Application, UsersOrAll};
use vox_api::users::AddUser;
use vox_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Against the real API: `Client::builder().credentials(ServiceAccount::from_env()?).build()?`.
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());

    // Queues, skills and agents belong to an application. All later requests name it by its id.
    let added = AddApplication::builder().application_name("contact-center").send(&client).await?;
    let application = Application::Id(added.application_id);

    // Of the agents who are free, this queue selects the one with the highest levels of the needed skills. Of the phone calls
    // that wait, it takes the one that has waited for the longest time.
    let request = SqAddQueue::builder()
        .application(application.clone())
        .sq_queue_name("sales")
        .call_agent_selection(SqAgentSelection::MostQualified)
        .call_task_selection(SqTaskSelection::MaxWaitingTime);
    let queue = request.send(&client).await?.result.sq_queue_id;
    for skill in ["french", "billing"] {
        SqAddSkill::builder().application(application.clone()).sq_skill_name(skill).send(&client).await?;
    }

    // An agent is a user of the application. With the real API, agents get phone calls when they have logged in; no agent logs in
    // to the sandbox.
    for (name, display_name) in [("ann", "Ann"), ("bob", "Bob")] {
        let user = AddUser::builder().user_name(name).user_display_name(display_name);
        user.user_password("Str0ng!pass").application(application.clone()).send(&client).await?;
    }
    let bind =
        SqBindAgent::builder().application(application.clone()).sq_queue(SqQueuesToBind::Id(queue.into()));
    bind.user(UsersOrAll::Name(vec!["ann".into(), "bob".into()])).send(&client).await?;
    set_levels(&client, &application, "ann", &[("french", 5), ("billing", 2)]).await?;
    set_levels(&client, &application, "bob", &[("billing", 4)]).await?;

    println!("\nThe queue `sales` has the id {queue}. Its agents, and their skills:");
    let sq_queue = SqQueuesOrAll::Id(queue.into());
    let request = SqGetAgents::builder().application(application.clone()).sq_queue(sq_queue.clone());
    for agent in request.with_sq_skills(true).send(&client).await?.result {
        // The reference does not describe the items of this list, so it is JSON here.
        let skills = agent.sq_skills.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        println!("  {}: {skills}", agent.user_name.as_deref().unwrap_or("-"));
    }

    println!("\nThose who know billing well, with level 4 or 5:");
    expect(&qualified(&client, &application, &sq_queue).await?, &["bob"])?;

    println!("\nThe same when ann has learned it:");
    // A skill that an agent has gets the new level; ann keeps her level of french.
    set_levels(&client, &application, "ann", &[("billing", 5)]).await?;
    expect(&qualified(&client, &application, &sq_queue).await?, &["ann", "bob"])?;

    println!("\nThe same when bob has left the queue:");
    // He keeps his skills, which belong to the agent, not to the queue.
    let user = UsersOrAll::Name(vec!["bob".into()]);
    let request = SqUnbindAgent { application: application.clone(), sq_queue: sq_queue.clone(), user };
    request.send(&client).await?;
    expect(&qualified(&client, &application, &sq_queue).await?, &["ann"])
}

/// Gives an agent skills with levels from 1 to 5.
async fn set_levels(
    client: &Client,
    application: &Application,
    user: &str,
    levels: &[(&str, u8)],
) -> Result<(), Box<dyn Error>> {
    let levels = levels.iter().map(|(skill, level)| SqSkillLevel {
        skill: SqSkillKey::Name((*skill).to_owned()),
        sq_skill_level: *level,
    });
    let request = SqBindSkill::builder()
        .application(application.clone())
        .user(UsersOrAll::Name(vec![user.to_owned()]))
        .sq_skills(levels.collect::<Vec<_>>())
        // The agent keeps all other skills. The reference does not state the default.
        .bind_mode(SqSkillBindingMode::Add);
    Ok(request.send(client).await?)
}

/// The names of the agents of a queue who have at least level 4 of billing.
async fn qualified(
    client: &Client,
    application: &Application,
    queue: &SqQueuesOrAll,
) -> Result<Vec<String>, Box<dyn Error>> {
    let skill = SqSkillKey::Name("billing".to_owned());
    let range = SqSkillLevelRange { skill, min_sq_skill_level: Some(4), max_sq_skill_level: None };
    let request = SqGetAgents::builder().application(application.clone()).sq_queue(queue.clone());
    let agents = request.sq_skills(vec![range]).send(client).await?.result;
    Ok(agents.into_iter().filter_map(|agent| agent.user_name).collect())
}

/// Prints names, and fails if they are others than expected.
fn expect(names: &[String], expected: &[&str]) -> Result<(), Box<dyn Error>> {
    println!("  {}", names.join(", "));
    if names == expected { Ok(()) } else { Err(format!("expected {}", expected.join(", ")).into()) }
}
