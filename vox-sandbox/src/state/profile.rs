//! What an account's owner sets.

use vox_core::{Decimal, Secret};

/// The settings of an account. A clone of the account has the same.
#[derive(Debug, Clone)]
pub(crate) struct Profile {
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) custom_data: Option<String>,
    pub(crate) language_code: String,
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
            language_code: "en".to_owned(),
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

/// What the account's owner is told by e-mail.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notifications {
    pub(crate) account: bool,
    pub(crate) tariff_changing: bool,
    pub(crate) news: bool,
}

/// Who pays.
#[derive(Debug, Clone, Default)]
pub(crate) struct BillingAddress {
    pub(crate) name: Option<String>,
    pub(crate) country_code: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) zip: Option<String>,
    pub(crate) phone: Option<String>,
}

/// The ways to pay that are allowed.
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

/// Where callbacks would be sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Callbacks {
    pub(crate) url: Option<String>,
    pub(crate) salt: Option<Secret>,
}
