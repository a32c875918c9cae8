//! `CreateSipRegistration`: buys a SIP registration.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `CreateSipRegistration` of the API's section SIPRegistration.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication, User};

/// Buys a SIP registration: an account at a SIP server outside the platform, with which the platform logs in there.
///
/// Spends money, and again each time the subscription is renewed, until
/// [`DeleteSipRegistration`](super::DeleteSipRegistration) ends it. If a response was lost,
/// [`GetSipRegistrations`](super::GetSipRegistrations) shows whether the SIP registration was bought. The error code
/// [272](vox_core::ErrorCode::SIP_REGISTRATIONS_COUNT_EXCEEDED) means that the
/// account has as many SIP registrations as it may have.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_registration::CreateSipRegistration;
/// use vox_api::types::{Application, User};
///
/// let request = CreateSipRegistration::builder()
///     .sip_username("1001")
///     .proxy("sip.example.com")
///     .is_persistent(false)
///     .application(Application::Name("ivr".into()))
///     .user(User::Name("ann".into()))
///     .build();
/// let form = "sip_username=1001&proxy=sip.example.com&is_persistent=false&application_name=ivr&user_name=ann";
/// assert_eq!(request.to_form().as_bytes(), form.as_bytes());
/// ```
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
    /// The host of the SIP server: `sip.example.com`.
    pub proxy: String,
    /// The user name for the authentication, if it is not `sip_username`.
    pub auth_user: Option<String>,
    /// The SIP server that outgoing requests are sent through.
    pub outbound_proxy: Option<String>,
    /// The password at the SIP server.
    pub password: Option<Secret>,
    /// Whether the platform is always logged in at the SIP server, not only while the user is logged in to the platform.
    pub is_persistent: Option<bool>,
    /// The application that the SIP registration is bound to.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The routing rule of the application. Without it, the rules decide by their patterns.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// The user that the SIP registration is bound to. The user's name is unique only in an application.
    #[param(one_of)]
    pub user: Option<User>,
}

/// The response of [`CreateSipRegistration`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CreateSipRegistrationResponse {
    /// The new SIP registration's id.
    pub sip_registration_id: u64,
    /// The account's balance after the purchase.
    pub account_info: Option<AccountBalance>,
}

/// An account's balance after a method that spends money.
///
/// Source: the structure `ShortAccountInfoType`, whose record in the section Accounts needs that section.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountBalance {
    /// The account's id.
    pub account_id: Option<u64>,
    /// Whether the platform's administrators have blocked the account.
    pub frozen: Option<bool>,
    /// The account's money, in its currency.
    pub balance: Option<Decimal>,
    /// The currency of the account: `USD`, `EUR`, `RUR` (not `RUB`), ...
    pub currency: Option<String>,
}
