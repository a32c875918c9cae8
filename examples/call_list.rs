//! Uploads a CSV file of people to call, watches the phone calls until all of them are complete, and downloads the results.
//!
//! `cargo run --example call_list` talks to a sandbox inside this process, which calls nobody.

use std::error::Error;
use std::time::Duration;

use vox_api::applications::AddApplication;
use vox_api::call_lists::{
    CallListDetail, CallListStatus, CallListTaskStatus, CreateCallList, GetCallListDetails, GetCallLists,
};
use vox_api::prelude::*;
use vox_api::routing_rules::AddRule;
use vox_api::scenarios::AddScenario;
use vox_api::types::{Application, Scenarios};
use vox_sandbox::Sandbox;

/// Each line is a task. The scenario of the rule receives its values. The last two columns limit the hours in which a task is
/// called, in UTC.
const PEOPLE: &str = "\
phone_number;first_name;__start_execution_time;__end_execution_time
+16501234567;Ann;00:00:00;23:59:59
+16501234568;Bob;00:00:00;23:59:59
+16501234569;Eve;00:00:00;23:59:59
";

/// The most times that this program looks at the list.
const MAX_POLLS: u32 = 20;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Against the real API: `Client::builder().credentials(ServiceAccount::from_env()?).build()?`. There, the phone calls begin
    // at once and cost money.
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;

    // The rule decides which scenario makes the phone calls.
    let created = CreateCallList::builder()
        .rule_id(add_rule(&client).await?)
        .priority(0)
        .max_simultaneous(2)
        .num_attempts(3)
        .name("spring")
        .file_content(File::from(PEOPLE).with_name("people.csv").with_content_type("text/csv"))
        .send(&client)
        .await?;
    println!("created the call list {} with {:?} tasks", created.list_id, created.count);

    wait(&client, &sandbox, created.list_id).await?;

    // The status is that of one task: a completed list may have tasks that failed.
    for task in tasks(&client, created.list_id).await? {
        println!("  {:?}: {:?}, {:?}", task.custom_data, task.status, task.result_data);
        if task.status != Some(CallListTaskStatus::Processed) {
            return Err("a task was not processed".into());
        }
    }

    // Without `output` the details are a CSV file. It is streamed, so a large one is not held in memory.
    let request = GetCallListDetails::builder().list_id(created.list_id).build();
    let file = request.send(&client).await?.file().ok_or("the response is no file")?;
    let mut csv = Vec::new();
    file.write_to(&mut csv).await?;
    println!("\n{}", String::from_utf8(csv)?);
    Ok(())
}

/// Adds an application with a rule that runs a scenario, and returns the rule's id. A real scenario makes the phone call to the
/// `phone_number` of its task; the sandbox runs no code.
async fn add_rule(client: &Client) -> Result<u64, Box<dyn Error>> {
    let application = AddApplication::builder().application_name("orders").send(client).await?.application_id;
    let scenario = AddScenario::builder()
        .scenario_name("call")
        .scenario_script("VoxEngine.addEventListener(AppEvents.Started, () => VoxEngine.terminate());")
        .application_id(application)
        .send(client)
        .await?;
    let rule = AddRule::builder()
        .rule_name("call")
        .rule_pattern(".*")
        .application(Application::Id(application))
        .scenario(Scenarios::Id(vec![scenario.scenario_id]));
    Ok(rule.send(client).await?.rule_id)
}

/// Waits until all tasks of a list are complete.
async fn wait(client: &Client, sandbox: &Sandbox, list_id: u64) -> Result<(), Box<dyn Error>> {
    let request = GetCallLists { list_id: Some([list_id].into()), ..Default::default() };
    for _ in 0..MAX_POLLS {
        let lists = request.clone().send(client).await?.result;
        let list = lists.into_iter().next().ok_or("the list is missing")?;
        let tasks = tasks(client, list_id).await?;
        let statuses = tasks.iter().filter_map(|task| task.status.as_ref());
        println!("  {}", statuses.map(CallListTaskStatus::as_str).collect::<Vec<_>>().join(", "));
        if list.status == Some(CallListStatus::Completed) {
            return Ok(());
        }
        // Against the real API, sleep for some seconds here. The clock of the sandbox is set instead.
        sandbox.clock().advance(Duration::from_secs(10));
    }
    Err("the list was not completed in time".into())
}

/// All tasks of a list, read page by page.
async fn tasks(client: &Client, list_id: u64) -> Result<Vec<CallListDetail>, Box<dyn Error>> {
    Ok(GetCallListDetails::builder().list_id(list_id).build().items(client).try_collect().await?)
}
