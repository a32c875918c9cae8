//! The method `UpdateSipRegistration`.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication, User};

/// Changes a registration at a SIP server. A user has one registration: an earlier one is dropped.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "UpdateSipRegistration", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct UpdateSipRegistration {
    /// The id of the registration.
    pub sip_registration_id: u64,
    /// The user name at the SIP server.
    pub sip_username: Option<String>,
    /// The SIP server.
    pub proxy: Option<String>,
    /// The user name of the authentication.
    pub auth_user: Option<String>,
    /// The outgoing SIP server.
    pub outbound_proxy: Option<String>,
    /// The password.
    pub password: Option<Secret>,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// A rule.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// A user, of the application.
    #[param(one_of, needs = application)]
    pub user: Option<User>,
}
