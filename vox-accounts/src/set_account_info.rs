//! `SetAccountInfo`: changes the account's own profile.
//!
//! Roles: Owner, Admin, Developer, Accountant, Payer. Source: the method `SetAccountInfo` of the API's section
//! Accounts.

use vox_core::{Decimal, Secret, VoxMethod, rules};

use crate::{CountryCode, LanguageCode};

/// Changes the account's own profile: address, notifications, callbacks.
///
/// Parameters that are left out do not change.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = SetAccountInfo { location: Some("Etc/GMT-8".into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"location=Etc%2FGMT-8");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SetAccountInfo",
    roles = [Owner, Admin, Developer, Accountant, Payer],
    response = (),
    kind = write,
)]
pub struct SetAccountInfo {
    /// The new e-mail address. Unique in the whole platform; the API takes it from callers that authenticate by
    /// password only.
    #[param(check = rules::EMAIL)]
    pub new_account_email: Option<String>,
    /// The new password.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub new_account_password: Option<Secret>,
    /// The language of notifications.
    #[param(min_len = 2, max_len = 2)]
    pub language_code: Option<LanguageCode>,
    /// The time zone: `America/Los_Angeles`, `Etc/GMT-8`.
    pub location: Option<String>,
    /// The owner's first name.
    #[param(max_len = 49)]
    pub account_first_name: Option<String>,
    /// The owner's last name.
    #[param(max_len = 49)]
    pub account_last_name: Option<String>,
    /// The balance below which the owner is notified by e-mail or SMS, in the account's currency.
    pub min_balance_to_notify: Option<Decimal>,
    /// Whether the platform's notifications are sent.
    pub account_notifications: Option<bool>,
    /// Whether notifications of changes of the plan are sent.
    pub tariff_changing_notifications: Option<bool>,
    /// Whether news are sent.
    pub news_notifications: Option<bool>,
    /// Whether errors of scenarios are reported by e-mail.
    pub send_js_error: Option<bool>,
    /// The payer: a company or a person.
    #[param(max_len = 199)]
    pub billing_address_name: Option<String>,
    /// The payer's country.
    #[param(min_len = 2, max_len = 2)]
    pub billing_address_country_code: Option<CountryCode>,
    /// The payer's street address. Nothing can be paid without it; once set it can be changed, not removed.
    #[param(max_len = 511)]
    pub billing_address_address: Option<String>,
    /// The payer's postal code.
    #[param(max_len = 29)]
    pub billing_address_zip: Option<String>,
    /// The payer's phone number.
    #[param(max_len = 29)]
    pub billing_address_phone: Option<String>,
    /// Any text of the owner.
    #[param(max_len = 8191)]
    pub account_custom_data: Option<String>,
    /// The URL that receives callbacks: `AccountCallbacks` as JSON, by HTTP POST.
    #[param(check = rules::URL)]
    pub callback_url: Option<String>,
    /// The salt in the hash of each callback, by which a receiver knows that the platform sent it.
    #[param(max_len = 40)]
    pub callback_salt: Option<Secret>,
    /// Whether the texts of outgoing messages are stored. By default they are not.
    pub store_outbound_sms: Option<bool>,
    /// Whether the texts of incoming messages are stored. By default they are not.
    pub store_inbound_sms: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::SetAccountInfo;
    use crate::{CountryCode, LanguageCode};
    use vox_core::{Decimal, MethodExt};

    fn form(request: &SetAccountInfo) -> String {
        String::from_utf8(request.to_form().into()).unwrap()
    }

    #[test]
    fn the_vendors_example_encodes() {
        let request = SetAccountInfo {
            language_code: Some(LanguageCode::En),
            location: Some("GMT-8".into()),
            min_balance_to_notify: Some(Decimal::new(150, 2)),
            tariff_changing_notifications: Some(true),
            news_notifications: Some(true),
            ..Default::default()
        };
        assert!(request.validate().is_ok());
        assert_eq!(
            form(&request),
            "language_code=en&location=GMT-8&min_balance_to_notify=1.50&tariff_changing_notifications=true\
             &news_notifications=true"
        );
    }

    #[test]
    fn the_vendors_password_encodes_but_breaks_the_vendors_rule() {
        let request = SetAccountInfo { new_account_password: Some("7654321".into()), ..Default::default() };
        assert_eq!(form(&request), "new_account_password=7654321");
        assert_eq!(request.validate().unwrap_err().iter().count(), 2);
    }

    #[test]
    fn callbacks_and_countries_are_checked() {
        let request = SetAccountInfo {
            billing_address_country_code: Some(CountryCode::other("KAZ")),
            callback_url: Some("example.com".into()),
            callback_salt: Some("s".repeat(41).into()),
            ..Default::default()
        };
        assert_eq!(request.validate().unwrap_err().iter().count(), 3);
    }

    #[test]
    fn the_response_is_an_acknowledgment() {
        SetAccountInfo::from_http(http::Response::new(r#"{"result": 1}"#)).unwrap();
    }
}
