//! `StartScenarios`: starts a session that runs the scenarios of a routing rule.
//!
//! Roles: Owner, Admin, Developer, CallsSMS. Source: the method `StartScenarios` of the API's section Scenarios.

use vox_core::prelude::*;

use crate::types::{Application, Rule, User};

/// Starts a session that runs the scenarios of a routing rule.
///
/// May spend money: the scenarios may make phone calls. The method returns when the session has started, not when it ends;
/// `GetCallHistory` of the section History has the result.
///
/// The error [375](vox_core::ErrorCode::RULE_NO_SCENARIO_BOUND) means that the rule has no scenario. Above 200 requests at a
/// time the API responds with HTTP 429: the session was not started, and the client retries.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::StartScenarios;
/// use vox_api::types::Rule;
///
/// let data = r#"{"phone": "79993330011"}"#;
/// let request = StartScenarios::builder().rule(Rule::Id(7)).script_custom_data(data).build();
/// assert_eq!(
///     request.to_form().as_bytes(),
///     b"rule_id=7&script_custom_data=%7B%22phone%22%3A+%2279993330011%22%7D"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "StartScenarios",
    roles = [Owner, Admin, Developer, CallsSms],
    response = StartScenariosResponse,
    kind = write,
    money = true,
)]
pub struct StartScenarios {
    /// The routing rule whose scenarios run. Only the newest sources take its name.
    #[param(one_of)]
    pub rule: Rule,
    /// The user in whose name the scenarios run.
    #[param(one_of)]
    pub user: Option<User>,
    /// The application of the routing rule and of the user.
    #[param(one_of)]
    pub application: Option<Application>,
    /// Any text, often JSON, which the scenarios read by `VoxEngine.customData()`.
    pub script_custom_data: Option<String>,
    /// An IP address near the people who are called, by which the nearest server is chosen.
    #[param(default_text = "the address of the caller")]
    pub reference_ip: Option<String>,
    /// The location of the server: one of those that `https://api.voximplant.com/getServerLocations` lists. It has precedence
    /// over `reference_ip`.
    pub server_location: Option<String>,
    /// Whether `media_session_check_url` is returned. Newer sources of the vendor no longer have it.
    pub with_check_url: Option<bool>,
}

/// The response of [`StartScenarios`].
///
/// The URLs lead to the session without other credentials, so they are secrets.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct StartScenariosResponse {
    /// The URL of the session by HTTP. The scenarios get each request to it as the event `AppEvents.HttpRequest`.
    pub media_session_access_url: Option<Secret>,
    /// The URL of the session by HTTPS. The scenarios get each request to it as the event `AppEvents.HttpRequest`.
    pub media_session_access_secure_url: Option<Secret>,
    /// The session's id in the history.
    pub call_session_history_id: Option<u64>,
    /// The URL that checks the session, if the request has `with_check_url`. Newer sources of the vendor no longer have it.
    pub media_session_check_url: Option<Secret>,
}
