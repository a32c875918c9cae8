//! `StartConference`: starts the session of a conference, or joins it.
//!
//! Roles: Owner, Admin, Developer, CallsSMS. Source: the method `StartConference` of the API's section Scenarios.

use vox_core::prelude::*;

use crate::types::{Application, Rule, User};

/// Starts the session of a conference, or joins the session that runs.
///
/// May spend money: the scenarios may make phone calls. The session runs on a server for conferences. Further requests with the
/// same name join it, and start no other.
///
/// The error [375](vox_core::ErrorCode::RULE_NO_SCENARIO_BOUND) means that the rule has no scenario.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::scenarios::StartConference;
/// use vox_api::types::{Rule, User};
///
/// let request =
///     StartConference::builder().conference_name("board").rule(Rule::Id(7)).user(User::Id(3)).build();
/// assert_eq!(request.to_form().as_bytes(), b"conference_name=board&rule_id=7&user_id=3");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "StartConference",
    roles = [Owner, Admin, Developer, CallsSms],
    response = StartConferenceResponse,
    kind = write,
    money = true,
)]
pub struct StartConference {
    /// The name of the conference, of at most 49 characters.
    #[param(max_len = 49)]
    pub conference_name: String,
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
}

/// The response of [`StartConference`].
///
/// The URLs control the session without other credentials, so they are secrets.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct StartConferenceResponse {
    /// The URL of the session by HTTP. The scenarios get each request to it as the event `AppEvents.HttpRequest`.
    pub media_session_access_url: Option<Secret>,
    /// The URL of the session by HTTPS. The scenarios get each request to it as the event `AppEvents.HttpRequest`.
    pub media_session_access_secure_url: Option<Secret>,
    /// The session's id in the history.
    pub call_session_history_id: Option<u64>,
}
