//! The method `GetSipRegistrations`.

use vox_core::prelude::*;

use crate::types::Users;

/// Lists registrations at SIP servers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSipRegistrations",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support],
    response = GetSipRegistrationsResponse,
    kind = read,
)]
pub struct GetSipRegistrations {
    /// The id of the registration.
    pub sip_registration_id: Option<u64>,
    /// The user name at the SIP server.
    pub sip_username: Option<String>,
    /// Whether deactivated registrations are listed.
    pub deactivated: Option<bool>,
    /// Whether successful registrations are listed.
    pub successful: Option<bool>,
    /// Whether permanent registrations are listed.
    pub is_persistent: Option<bool>,
    /// Applications.
    #[param(one_of)]
    pub application: Option<Applications>,
    /// Whether registrations of an application are listed.
    pub is_bound_to_application: Option<bool>,
    /// Rules.
    #[param(one_of)]
    pub rule: Option<Rules>,
    /// Users.
    #[param(one_of)]
    pub user: Option<Users>,
    /// The SIP servers.
    pub proxy: Option<Vec<String>>,
    /// Whether registrations in progress are listed.
    pub in_progress: Option<bool>,
    /// The codes of the status: `a:b` is a range, `a;b` are alternatives.
    pub status_code: Option<String>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// How many items are skipped.
    pub offset: Option<u64>,
}

/// The response of [`GetSipRegistrations`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSipRegistrationsResponse {
    /// The result.
    pub result: Vec<SipRegistration>,
    /// The number of items in the response.
    pub count: Option<u64>,
}

/// Applications.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "application")]
pub enum Applications {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// Rules.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "rule")]
pub enum Rules {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// A registration at a SIP server.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipRegistration {
    /// The id of the registration.
    pub sip_registration_id: Option<u64>,
    /// The user name at the SIP server.
    pub sip_username: Option<String>,
    /// The SIP server.
    pub proxy: Option<String>,
    /// When it was last updated.
    pub last_updated: Option<u64>,
    /// The user name of the authentication.
    pub auth_user: Option<String>,
    /// The outgoing SIP server.
    pub outbound_proxy: Option<String>,
    /// Whether it was successful.
    pub successful: Option<bool>,
    /// The code of the status.
    pub status_code: Option<u64>,
    /// Why it failed.
    pub error_message: Option<String>,
    /// Whether it is deactivated.
    pub deactivated: Option<bool>,
    /// When it is renewed.
    pub next_subscription_renewal: Option<Date>,
    /// When it was bought, in a time zone that no source states.
    pub purchase_date: Option<DateTime>,
    /// The price of the subscription.
    pub subscription_price: Option<Decimal>,
    /// Whether it is permanent.
    pub is_persistent: Option<bool>,
    /// The user.
    pub user_id: Option<u64>,
    /// The name of the user.
    pub user_name: Option<String>,
    /// The application.
    pub application_id: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
    /// The rule.
    pub rule_id: Option<u64>,
    /// The name of the rule.
    pub rule_name: Option<String>,
}
