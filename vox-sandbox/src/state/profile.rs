//! The settings of an account.

use vox_accounts::{CountryCode, LanguageCode};
use vox_core::{Decimal, Secret};

/// The settings of an account, which a clone of the account copies.
#[derive(Debug, Clone)]
pub(crate) struct Profile {
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) custom_data: Option<String>,
    pub(crate) language_code: LanguageCode,
    pub(crate) location: String,
    pub(crate) min_balance_to_notify: Option<Decimal>,
    pub(crate) notifications: Notifications,
    /// Whether errors of scenarios would be reported.
    pub(crate) send_js_error: bool,
    pub(crate) billing_address: BillingAddress,
    pub(crate) payments: Payments,
    pub(crate) callbacks: Callbacks,
    pub(crate) record_storage_id: Option<u64>,
    pub(crate) record_storage_name: Option<String>,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            first_name: None,
            last_name: None,
            custom_data: None,
            language_code: LanguageCode::En,
            location: "Etc/GMT".to_owned(),
            min_balance_to_notify: None,
            notifications: Notifications::default(),
            send_js_error: false,
            billing_address: BillingAddress::default(),
            payments: Payments::default(),
            callbacks: Callbacks::default(),
            record_storage_id: None,
            record_storage_name: None,
        }
    }
}

/// The notifications that the account's owner gets by e-mail.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notifications {
    pub(crate) account: bool,
    pub(crate) tariff_changing: bool,
    pub(crate) news: bool,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct BillingAddress {
    pub(crate) name: Option<String>,
    pub(crate) country_code: Option<CountryCode>,
    pub(crate) address: Option<String>,
    pub(crate) zip: Option<String>,
    pub(crate) phone: Option<String>,
}

/// The allowed ways to pay.
#[derive(Debug, Clone)]
pub(crate) struct Payments {
    pub(crate) robokassa: bool,
    pub(crate) bank_card: bool,
    pub(crate) invoice: bool,
}

impl Default for Payments {
    fn default() -> Self {
        Self { robokassa: false, bank_card: true, invoice: true }
    }
}

/// The settings of callbacks, which the sandbox does not send.
#[derive(Debug, Clone, Default)]
pub(crate) struct Callbacks {
    pub(crate) url: Option<String>,
    pub(crate) salt: Option<Secret>,
}
