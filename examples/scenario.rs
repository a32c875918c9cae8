//! A scenario from its code to the history of its phone call: add it, bind it to a routing rule, start it, and wait for its end.
//!
//! `cargo run --example scenario` talks to a sandbox inside this process, which runs no code: each of its sessions makes one
//! phone call of a minute. With a client for the real API (see `quickstart`), the same requests run the code and spend money.

use std::error::Error;
use std::time::Duration;

use vox_api::accounts::GetAccountInfo;
use vox_api::applications::AddApplication;
use vox_api::history::{CallSessionInfo, GetCallHistory};
use vox_api::prelude::*;
use vox_api::routing_rules::AddRule;
use vox_api::scenarios::{AddScenario, StartScenarios};
use vox_api::types::{Application, Rule, Scenarios};
use vox_sandbox::Sandbox;

/// JavaScript that the vendor's servers would run. `VoxEngine.customData()` is the text that starts with the session.
const SCRIPT: &str = r#"
VoxEngine.addEventListener(AppEvents.Started, () => {
    const { phone } = JSON.parse(VoxEngine.customData());
    const call = VoxEngine.callPSTN(phone, "74951234567");
    call.addEventListener(CallEvents.Connected, () => call.say("Your order has arrived."));
    call.addEventListener(CallEvents.Disconnected, VoxEngine.terminate);
});
"#;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    println!("Talking to a sandbox at {}.", sandbox.base_url());
    let balance = balance(&client).await?;

    // An application contains scenarios and routing rules.
    let application = AddApplication::builder().application_name("orders").send(&client).await?;
    let orders = Application::Id(application.application_id);

    // The scenario is the code. With `rewrite`, adding it again replaces it, as a deployment would.
    let scenario = AddScenario::builder()
        .scenario_name("arrived")
        .scenario_script(SCRIPT)
        .application_id(application.application_id)
        .rewrite(true)
        .send(&client)
        .await?;
    println!("Added the scenario {}", scenario.scenario_id);

    // A scenario runs by a rule. The pattern matters for incoming phone calls; here the program starts the rule itself.
    let rule = AddRule::builder()
        .rule_name("notify")
        .rule_pattern(".*")
        .application(orders.clone())
        .scenario(Scenarios::Id(vec![scenario.scenario_id]))
        .send(&client)
        .await?;
    println!("Added the routing rule {}", rule.rule_id);

    // The method returns as soon as the session has started. If the response is lost, the session may have started, so the
    // client does not retry. Look into the history then: custom data that names the order, as here, finds the session.
    let data = r#"{"phone": "12125550100", "order": 7}"#;
    let started =
        StartScenarios::builder().rule(Rule::Id(rule.rule_id)).script_custom_data(data).send(&client).await?;
    let id = started.call_session_history_id.ok_or("the session has no id")?;
    println!("Started the session {id}");

    // Follow the session until it has a reason for its end. A program for the real API would read the history every few seconds,
    // or let the scenario send a request to it. Here the sandbox's clock is moved, so that nobody waits.
    let mut session = find(&client, id).await?;
    while session.finish_reason.is_none() {
        println!("  it runs");
        sandbox.clock().advance(Duration::from_secs(30));
        session = find(&client, id).await?;
    }
    println!("  it ended: {}", session.finish_reason.map(|reason| reason.to_string()).unwrap_or_default());
    if session.custom_data.as_deref() != Some(data) {
        return Err("the session has other data".into());
    }

    let call = session.calls.first().ok_or("the session made no phone call")?;
    let (duration, cost) = (call.duration.unwrap_or_default(), call.cost.unwrap_or_default());
    println!(
        "It called {} for {duration} seconds, which cost {cost}",
        call.remote_number.as_deref().unwrap_or("an unknown number"),
    );
    let recording = session.records.first().and_then(|recording| recording.record_url.as_deref());
    println!("The recording: {}", recording.ok_or("the session has no recording")?);

    // The sandbox subtracts the cost when the session starts; the real API while the phone call lasts.
    let paid = balance - self::balance(&client).await?;
    if paid == cost { Ok(()) } else { Err(format!("the balance fell by {paid}, not by {cost}").into()) }
}

/// The session with this id, with its phone calls and recordings.
async fn find(client: &Client, id: u64) -> Result<CallSessionInfo, Box<dyn Error>> {
    let request = GetCallHistory {
        call_session_history_id: Some(vec![id]),
        with_calls: Some(true),
        with_records: Some(true),
        ..Default::default()
    };
    let mut sessions = request.items(client);
    Ok(sessions.next().await.ok_or("the history does not have the session")??)
}

async fn balance(client: &Client) -> Result<Decimal, Box<dyn Error>> {
    let account = GetAccountInfo { return_live_balance: Some(true) }.send(client).await?.result;
    Ok(account.live_balance.ok_or("the account has no balance")?)
}
