//! The request that is encoded and validated: one method, declared once for each way.
//!
//! The peers' structs have decimals, dates, lists and enums as finished strings or plain numbers, which is less work than
//! vox does. E-mail and web addresses are checked by the rules that each peer has for them.

use std::sync::LazyLock;

use serde::Serialize;

use vox_core::prelude::*;

/// Registers an account.
#[derive(Debug, Clone, VoxMethod)]
#[vox_method(name = "Register", response = (), kind = write, credentials = in_request)]
pub(crate) struct Register {
    /// The parent.
    #[param(one_of)]
    pub(crate) parent: Parent,
    /// A name.
    #[param(min_len = 5, max_len = 20, pattern = "[a-z][a-z0-9-]*")]
    pub(crate) account_name: String,
    /// An address.
    #[param(check = rules::EMAIL)]
    pub(crate) account_email: String,
    /// A password.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub(crate) account_password: Option<Secret>,
    /// A switch.
    pub(crate) active: Option<bool>,
    /// A language.
    pub(crate) language_code: Option<Language>,
    /// A time zone.
    pub(crate) location: Option<String>,
    /// An amount.
    #[param(min = 0)]
    pub(crate) min_balance_to_notify: Option<Decimal>,
    /// Custom data.
    #[param(max_len = 8191)]
    pub(crate) account_custom_data: Option<String>,
    /// A first name.
    #[param(max_len = 49)]
    pub(crate) account_first_name: Option<String>,
    /// A last name.
    #[param(max_len = 49)]
    pub(crate) account_last_name: Option<String>,
    /// A switch.
    pub(crate) account_notifications: Option<bool>,
    /// A switch.
    pub(crate) tariff_changing_notifications: Option<bool>,
    /// A switch.
    pub(crate) news_notifications: Option<bool>,
    /// A name.
    #[param(max_len = 199)]
    pub(crate) billing_address_name: Option<String>,
    /// A country.
    pub(crate) billing_address_country_code: Option<Country>,
    /// An address.
    #[param(max_len = 511)]
    pub(crate) billing_address_address: Option<String>,
    /// A code.
    #[param(max_len = 29)]
    pub(crate) billing_address_zip: Option<String>,
    /// A phone.
    #[param(max_len = 29)]
    pub(crate) billing_address_phone: Option<String>,
    /// A state.
    #[param(max_len = 100)]
    pub(crate) billing_address_state: Option<String>,
    /// A web address.
    #[param(check = rules::URL)]
    pub(crate) callback_url: Option<String>,
    /// A salt.
    #[param(max_len = 40)]
    pub(crate) callback_salt: Option<Secret>,
    /// A switch.
    pub(crate) send_js_error: Option<bool>,
    /// A day.
    pub(crate) from_date: Option<Date>,
    /// Accounts.
    #[param(max_items = 100)]
    pub(crate) child_account_id: Option<IdList>,
    /// A number.
    #[param(min = 1, max = 1000)]
    pub(crate) max_sip_registrations: Option<u64>,
    /// A number.
    #[param(min = 1, max = 1000)]
    pub(crate) count: Option<u64>,
}

/// A parent.
#[derive(Debug, Clone, VoxChoice)]
pub(crate) enum Parent {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// A language.
#[derive(VoxEnum)]
pub(crate) enum Language {
    /// `en`
    #[value(name = "en")]
    En,
    /// `ru`
    #[value(name = "ru")]
    Ru,
    /// Another.
    Other(String),
}

/// A country.
#[derive(VoxEnum)]
pub(crate) enum Country {
    /// `DE`
    #[value(name = "DE")]
    De,
    /// `RU`
    #[value(name = "RU")]
    Ru,
    /// Another.
    Other(String),
}

impl Register {
    /// All 27 parameters.
    pub(crate) fn full() -> Self {
        Self {
            account_password: Some("Str0ng! pass+1".into()),
            active: Some(true),
            language_code: Some(Language::Ru),
            location: Some("Europe/Berlin".into()),
            min_balance_to_notify: Some(Decimal::new(1250, 2)),
            account_custom_data: Some("order 17: paid + shipped @ Berlin".into()),
            account_first_name: Some("Анна".into()),
            account_last_name: Some("Иванова".into()),
            account_notifications: Some(true),
            tariff_changing_notifications: Some(false),
            news_notifications: Some(false),
            billing_address_name: Some("ООО Ромашка".into()),
            billing_address_country_code: Some(Country::De),
            billing_address_address: Some("Am Markt 1, 10115 Berlin".into()),
            billing_address_zip: Some("10115".into()),
            billing_address_phone: Some("+49 30 1234567".into()),
            billing_address_state: Some("Berlin".into()),
            callback_url: Some("https://example.com/callback?source=vox&mode=1".into()),
            callback_salt: Some("salt and pepper".into()),
            send_js_error: Some(true),
            from_date: Some(Date::constant(2026, 1, 31)),
            child_account_id: Some(IdList::from(vec![1_000_001, 1_000_002, 1_000_003])),
            max_sip_registrations: Some(100),
            count: Some(20),
            ..Self::minimal()
        }
    }

    /// Three parameters.
    pub(crate) fn minimal() -> Self {
        Self {
            parent: Parent::Id(1_000_001),
            account_name: "child-one".into(),
            account_email: "anna+shop@example.com".into(),
            account_password: None,
            active: None,
            language_code: None,
            location: None,
            min_balance_to_notify: None,
            account_custom_data: None,
            account_first_name: None,
            account_last_name: None,
            account_notifications: None,
            tariff_changing_notifications: None,
            news_notifications: None,
            billing_address_name: None,
            billing_address_country_code: None,
            billing_address_address: None,
            billing_address_zip: None,
            billing_address_phone: None,
            billing_address_state: None,
            callback_url: None,
            callback_salt: None,
            send_js_error: None,
            from_date: None,
            child_account_id: None,
            max_sip_registrations: None,
            count: None,
        }
    }

    /// All 27, of which six break a rule.
    pub(crate) fn invalid() -> Self {
        Self {
            account_name: "X".into(),
            account_email: "nobody".into(),
            account_password: Some("pass".into()),
            account_first_name: Some("Ж".repeat(50)),
            callback_url: Some("example.com".into()),
            count: Some(0),
            ..Self::full()
        }
    }
}

static NAME: LazyLock<regex::Regex> =
    LazyLock::new(|| regex::Regex::new("^[a-z][a-z0-9-]*$").expect("the pattern is valid"));

/// The same request for the peers.
#[derive(Debug, Clone, Serialize, garde::Validate, validator::Validate)]
pub(crate) struct Plain {
    #[garde(skip)]
    pub(crate) parent_id: u64,
    #[garde(length(chars, min = 5, max = 20), pattern(*NAME))]
    #[validate(length(min = 5, max = 20), regex(path = *NAME))]
    pub(crate) account_name: String,
    #[garde(email)]
    #[validate(email)]
    pub(crate) account_email: String,
    #[garde(length(chars, min = 8), inner(custom(garde_password)))]
    #[validate(length(min = 8), custom(function = "validator_password"))]
    pub(crate) account_password: Option<String>,
    #[garde(skip)]
    pub(crate) active: Option<bool>,
    #[garde(skip)]
    pub(crate) language_code: Option<&'static str>,
    #[garde(skip)]
    pub(crate) location: Option<String>,
    #[garde(range(min = 0.0))]
    #[validate(range(min = 0.0))]
    pub(crate) min_balance_to_notify: Option<f64>,
    #[garde(length(chars, max = 8191))]
    #[validate(length(max = 8191))]
    pub(crate) account_custom_data: Option<String>,
    #[garde(length(chars, max = 49))]
    #[validate(length(max = 49))]
    pub(crate) account_first_name: Option<String>,
    #[garde(length(chars, max = 49))]
    #[validate(length(max = 49))]
    pub(crate) account_last_name: Option<String>,
    #[garde(skip)]
    pub(crate) account_notifications: Option<bool>,
    #[garde(skip)]
    pub(crate) tariff_changing_notifications: Option<bool>,
    #[garde(skip)]
    pub(crate) news_notifications: Option<bool>,
    #[garde(length(chars, max = 199))]
    #[validate(length(max = 199))]
    pub(crate) billing_address_name: Option<String>,
    #[garde(skip)]
    pub(crate) billing_address_country_code: Option<&'static str>,
    #[garde(length(chars, max = 511))]
    #[validate(length(max = 511))]
    pub(crate) billing_address_address: Option<String>,
    #[garde(length(chars, max = 29))]
    #[validate(length(max = 29))]
    pub(crate) billing_address_zip: Option<String>,
    #[garde(length(chars, max = 29))]
    #[validate(length(max = 29))]
    pub(crate) billing_address_phone: Option<String>,
    #[garde(length(chars, max = 100))]
    #[validate(length(max = 100))]
    pub(crate) billing_address_state: Option<String>,
    #[garde(url)]
    #[validate(url)]
    pub(crate) callback_url: Option<String>,
    #[garde(length(chars, max = 40))]
    #[validate(length(max = 40))]
    pub(crate) callback_salt: Option<String>,
    #[garde(skip)]
    pub(crate) send_js_error: Option<bool>,
    #[garde(skip)]
    pub(crate) from_date: Option<&'static str>,
    #[garde(skip)]
    pub(crate) child_account_id: Option<&'static str>,
    #[garde(range(min = 1, max = 1000))]
    #[validate(range(min = 1, max = 1000))]
    pub(crate) max_sip_registrations: Option<u64>,
    #[garde(range(min = 1, max = 1000))]
    #[validate(range(min = 1, max = 1000))]
    pub(crate) count: Option<u64>,
}

impl Plain {
    pub(crate) fn of(request: &Register) -> Self {
        let Parent::Id(parent_id) = request.parent else { panic!("the parent is given by id") };
        let secret = |secret: &Option<Secret>| secret.as_ref().map(|secret| secret.expose().to_owned());
        Self {
            parent_id,
            account_name: request.account_name.clone(),
            account_email: request.account_email.clone(),
            account_password: secret(&request.account_password),
            active: request.active,
            language_code: request.language_code.as_ref().map(|_| "ru"),
            location: request.location.clone(),
            min_balance_to_notify: request.min_balance_to_notify.map(|_| 12.5),
            account_custom_data: request.account_custom_data.clone(),
            account_first_name: request.account_first_name.clone(),
            account_last_name: request.account_last_name.clone(),
            account_notifications: request.account_notifications,
            tariff_changing_notifications: request.tariff_changing_notifications,
            news_notifications: request.news_notifications,
            billing_address_name: request.billing_address_name.clone(),
            billing_address_country_code: request.billing_address_country_code.as_ref().map(|_| "DE"),
            billing_address_address: request.billing_address_address.clone(),
            billing_address_zip: request.billing_address_zip.clone(),
            billing_address_phone: request.billing_address_phone.clone(),
            billing_address_state: request.billing_address_state.clone(),
            callback_url: request.callback_url.clone(),
            callback_salt: secret(&request.callback_salt),
            send_js_error: request.send_js_error,
            from_date: request.from_date.map(|_| "2026-01-31"),
            child_account_id: request.child_account_id.as_ref().map(|_| "1000001;1000002;1000003"),
            max_sip_registrations: request.max_sip_registrations,
            count: request.count,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "garde passes its context so")]
fn garde_password(text: &str, (): &()) -> garde::Result {
    if rules::PASSWORD.holds(text) { Ok(()) } else { Err(garde::Error::new(rules::PASSWORD.requirement)) }
}

fn validator_password(text: &str) -> Result<(), validator::ValidationError> {
    if rules::PASSWORD.holds(text) { Ok(()) } else { Err(validator::ValidationError::new("password")) }
}
