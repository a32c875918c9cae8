//! `GetSipRegistrations`: lists SIP registrations.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support. Source: the method `GetSipRegistrations` of the API's
//! section SIPRegistration.

use vox_core::prelude::*;

use crate::types::Users;

/// Lists the account's SIP registrations, and states which of them the SIP servers accept.
///
/// The response has no total: `items` and `pages` end with an empty page. Some sources require a routing rule and a user; the
/// vendor's example has neither.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_registration::{GetSipRegistrations, SipApplicationFilter};
///
/// let request = GetSipRegistrations {
///     successful: Some(false),
///     application: Some(SipApplicationFilter::Id(vec![3, 4])),
///     status_code: Some("401;500:599".into()),
///     ..Default::default()
/// };
/// let form = "successful=false&application_id=3%3B4&status_code=401%3B500%3A599";
/// assert_eq!(request.to_form().as_bytes(), form.as_bytes());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSipRegistrations",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support],
    response = GetSipRegistrationsResponse,
    kind = read,
)]
pub struct GetSipRegistrations {
    /// The SIP registration's id.
    pub sip_registration_id: Option<u64>,
    /// The user name at the SIP server.
    pub sip_username: Option<String>,
    /// Only SIP registrations that are deactivated, or only those that are not.
    pub deactivated: Option<bool>,
    /// Only SIP registrations that the SIP server accepted, or only those that it did not.
    pub successful: Option<bool>,
    /// Only SIP registrations that do not depend on the login of a user, or only those that do.
    pub is_persistent: Option<bool>,
    /// The applications.
    #[param(one_of)]
    pub application: Option<SipApplicationFilter>,
    /// Only SIP registrations that are bound to an application, or only those that are not.
    pub is_bound_to_application: Option<bool>,
    /// The routing rules.
    #[param(one_of)]
    pub rule: Option<SipRuleFilter>,
    /// The users. Newer sources of the vendor have only their ids.
    #[param(one_of)]
    pub user: Option<Users>,
    /// The hosts of the SIP servers.
    pub proxy: Option<Vec<String>>,
    /// Only SIP registrations that wait for the SIP server, or only those that do not.
    pub in_progress: Option<bool>,
    /// The status codes of the SIP servers' responses: codes and inclusive ranges, separated by semicolons, `401;500:599`.
    pub status_code: Option<String>,
    /// The most SIP registrations to return.
    pub count: Option<u64>,
    /// How many SIP registrations are skipped.
    pub offset: Option<u64>,
}

/// Applications that a list of SIP registrations is limited to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "application")]
pub enum SipApplicationFilter {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// Routing rules that a list of SIP registrations is limited to.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "rule")]
pub enum SipRuleFilter {
    /// By ids.
    Id(Vec<u64>),
    /// By names.
    Name(Vec<String>),
}

/// The response of [`GetSipRegistrations`]: one page of SIP registrations.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSipRegistrationsResponse {
    /// The SIP registrations of this page.
    pub result: Vec<SipRegistration>,
    /// How many SIP registrations this page holds.
    pub count: Option<u64>,
}

/// A SIP registration.
///
/// Source: the structure `SIPRegistrationType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipRegistration {
    /// The SIP registration's id.
    pub sip_registration_id: Option<u64>,
    /// The user name at the SIP server.
    pub sip_username: Option<String>,
    /// The host of the SIP server.
    pub proxy: Option<String>,
    /// When its state last changed. No source states the unit; presumably it is Unix time.
    pub last_updated: Option<u64>,
    /// The user name for the authentication.
    pub auth_user: Option<String>,
    /// The SIP server that outgoing requests are sent through.
    pub outbound_proxy: Option<String>,
    /// Whether the SIP server accepted it.
    pub successful: Option<bool>,
    /// The status code of the SIP server's response: 200, 403.
    pub status_code: Option<u64>,
    /// Why the SIP server rejected it.
    pub error_message: Option<String>,
    /// Whether it is deactivated.
    pub deactivated: Option<bool>,
    /// The day of the next payment.
    pub next_subscription_renewal: Option<Date>,
    /// When it was bought. No source states the time zone.
    pub purchase_date: Option<DateTime>,
    /// The price of each period. It is text in most sources, and may have a currency: `2.3 USD`.
    pub subscription_price: Option<String>,
    /// Whether the platform is always logged in at the SIP server, not only while the user is logged in to the platform.
    pub is_persistent: Option<bool>,
    /// The id of the user that it is bound to.
    pub user_id: Option<u64>,
    /// The name of the user that it is bound to.
    pub user_name: Option<String>,
    /// The id of the application that it is bound to.
    pub application_id: Option<u64>,
    /// The name of the application that it is bound to.
    pub application_name: Option<String>,
    /// The id of the routing rule that it is bound to.
    pub rule_id: Option<u64>,
    /// The name of the routing rule that it is bound to.
    pub rule_name: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSipRegistrations {
    type Item = SipRegistration;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetSipRegistrationsResponse) -> (Vec<SipRegistration>, Option<u64>) {
        (response.result, None)
    }
}

#[cfg(test)]
mod tests {
    use super::GetSipRegistrations;
    use vox_core::MethodExt;

    #[test]
    fn the_price_is_text_or_a_number() {
        let price = |price: &str| {
            let json = format!(r#"{{"result": [{{"subscription_price": {price}}}], "count": 1}}"#);
            let response = GetSipRegistrations::from_http(http::Response::new(json)).unwrap();
            response.result[0].subscription_price.clone()
        };
        assert_eq!(price(r#""2.3 USD""#).as_deref(), Some("2.3 USD"));
        assert_eq!(price("2.3").as_deref(), Some("2.3"));
    }
}
