//! The method `StartScenarios`.

use vox_core::prelude::*;

use crate::types::{Application, Rule, User};

/// Starts a session that runs the scenarios of a rule.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "StartScenarios",
    roles = [Owner, Admin, Developer, CallsSms],
    response = StartScenariosResponse,
    kind = write,
    money = true,
)]
pub struct StartScenarios {
    /// A rule.
    #[param(one_of)]
    pub rule: Rule,
    /// A user.
    #[param(one_of)]
    pub user: Option<User>,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// A text for the scenarios.
    pub script_custom_data: Option<String>,
    /// The IP address of the user, by which a server is chosen.
    #[param(default_text = "the address of the caller")]
    pub reference_ip: Option<String>,
    /// The location of the server.
    pub server_location: Option<String>,
    /// Whether the response contains the address at which the session is checked.
    pub with_check_url: Option<bool>,
}

/// The response of [`StartScenarios`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct StartScenariosResponse {
    /// The address that controls the session, by HTTP. Who knows it controls the session.
    pub media_session_access_url: Option<Secret>,
    /// The address that controls the session, by HTTPS. Who knows it controls the session.
    pub media_session_access_secure_url: Option<Secret>,
    /// The session.
    pub call_session_history_id: Option<u64>,
    /// The address at which the session is checked.
    pub media_session_check_url: Option<String>,
}
