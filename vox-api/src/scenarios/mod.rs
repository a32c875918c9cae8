//! Scenarios: the programs that handle phone calls, and the sessions that run them.
//!
#![doc = include_str!("../../docs/scenarios.md")]
//!
//! A scenario is JavaScript that the vendor's servers run. It runs by a routing rule: for a phone call that the rule matches,
//! or because [`StartScenarios`] or [`StartConference`] starts a session. A rule with several scenarios runs them in their
//! order, in one session.
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::scenarios::{AddScenario, StartScenarios};
//! use vox_api::types::Rule;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! // Replaces the scenario `dialer`, if there is one.
//! let request = AddScenario::builder()
//!     .scenario_name("dialer")
//!     .scenario_script(std::fs::read_to_string("dialer.js")?)
//!     .application_name("ivr")
//!     .rule(Rule::Id(7))
//!     .rewrite(true);
//! request.send(client).await?;
//!
//! // May spend money.
//! let request = StartScenarios::builder().rule(Rule::Id(7)).script_custom_data(r#"{"phone": "79993330011"}"#);
//! let session = request.send(client).await?;
//! println!("the session {:?} has started", session.call_session_history_id);
//! # Ok(())
//! # }
//! ```
//!
//! The URLs of a session, such as `media_session_access_secure_url`, are outside of the Management API: an HTTP request to one
//! is an event for the scenarios of the session.

vox_core::methods! {
    add_scenario { AddScenario, AddScenarioResponse }
    del_scenario { DelScenario, ScenariosOrAll }
    bind_scenario { BindScenario }
    get_scenarios { GetScenarios, GetScenariosResponse }
    set_scenario_info { SetScenarioInfo, ScenarioToChange }
    reorder_scenarios { ReorderScenarios }
    start_scenarios { StartScenarios, StartScenariosResponse }
    start_conference { StartConference, StartConferenceResponse }
}
