//! The method `CreateSipRegistration`.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication, User};

/// Buys a registration at a SIP server.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CreateSipRegistration",
    roles = [Owner, Admin, Accountant],
    response = CreateSipRegistrationResponse,
    kind = write,
    money = true,
)]
pub struct CreateSipRegistration {
    /// The user name at the SIP server.
    pub sip_username: String,
    /// The SIP server.
    pub proxy: String,
    /// The user name of the authentication.
    pub auth_user: Option<String>,
    /// The outgoing SIP server.
    pub outbound_proxy: Option<String>,
    /// The password.
    pub password: Option<Secret>,
    /// Whether the registration is permanent instead of tied to the login of a user.
    pub is_persistent: Option<bool>,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// A rule.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// A user.
    #[param(one_of)]
    pub user: Option<User>,
}

/// The response of [`CreateSipRegistration`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CreateSipRegistrationResponse {
    /// The id of the registration.
    pub sip_registration_id: u64,
    /// The account after the purchase.
    pub account_info: Option<AccountBalance>,
}

/// An account.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountBalance {
    /// The id of the account.
    pub account_id: Option<u64>,
    /// Whether the account is blocked.
    pub frozen: Option<bool>,
    /// The account's money.
    pub balance: Option<Decimal>,
    /// The currency.
    pub currency: Option<String>,
}
