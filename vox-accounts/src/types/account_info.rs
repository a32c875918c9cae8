//! An account's profile.

use vox_core::{Decimal, Secret, Timestamp, VoxRecord};

use super::{CountryCode, LanguageCode};

/// An account: profile, settings, money.
///
/// Only `account_id` is always there: which of the others come depends on the method, its output options and the way
/// the caller authenticates.
///
/// Source: the structure `AccountInfoType`, and the fields of the documentation's newer examples.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountInfo {
    /// The account's id.
    pub account_id: u64,
    /// The account's name, unique in the whole platform.
    pub account_name: Option<String>,
    /// The account's e-mail address, unique in the whole platform.
    pub account_email: Option<String>,
    /// The account's API key. Shown to callers that authenticate by password or API key; a parent sees its
    /// children's.
    pub api_key: Option<Secret>,
    /// The owner's first name.
    pub account_first_name: Option<String>,
    /// The owner's last name.
    pub account_last_name: Option<String>,
    /// When the account was created.
    pub created: Option<Timestamp>,
    /// The language of notifications.
    pub language_code: Option<LanguageCode>,
    /// The time zone: `Europe/Moscow`, `Etc/GMT+10`.
    pub location: Option<String>,
    /// The balance below which the owner is notified, in the account's currency.
    pub min_balance_to_notify: Option<Decimal>,
    /// Whether the platform's notifications are sent.
    pub account_notifications: Option<bool>,
    /// Whether notifications of changes of the plan are sent.
    pub tariff_changing_notifications: Option<bool>,
    /// Whether news are sent.
    pub news_notifications: Option<bool>,
    /// The payer: a company or a person.
    pub billing_address_name: Option<String>,
    /// The payer's country.
    pub billing_address_country_code: Option<CountryCode>,
    /// The payer's street address.
    pub billing_address_address: Option<String>,
    /// The payer's postal code.
    pub billing_address_zip: Option<String>,
    /// The payer's phone number.
    pub billing_address_phone: Option<String>,
    /// The payer's state or province (US, Canada), at most 100 characters.
    pub billing_address_state: Option<String>,
    /// Whether the account is active.
    pub active: Option<bool>,
    /// Whether the platform's administrators have blocked the account.
    pub frozen: Option<bool>,
    /// The account's money, in its currency. By default the same as `live_balance`; without
    /// `return_live_balance` the same as `fixed_balance`.
    pub balance: Option<Decimal>,
    /// How far the balance may fall below zero, in the account's currency.
    pub credit_limit: Option<Decimal>,
    /// The currency of the account: `USD`, `EUR`, `RUR` (not `RUB`), ...
    pub currency: Option<String>,
    /// Whether payments by Robokassa are allowed.
    pub support_robokassa: Option<bool>,
    /// Whether payments by bank card are allowed.
    pub support_bank_card: Option<bool>,
    /// Whether payments by invoice are allowed.
    pub support_invoice: Option<bool>,
    /// Any text of the owner.
    pub account_custom_data: Option<String>,
    /// The methods of the API that the caller may use.
    pub access_entries: Vec<String>,
    /// Whether the caller has the permissions of an administrator.
    pub with_access_entries: Option<bool>,
    /// The URL that receives callbacks: `AccountCallbacks` as JSON, by HTTP POST.
    pub callback_url: Option<String>,
    /// The salt in the hash of each callback.
    pub callback_salt: Option<Secret>,
    /// Whether errors of scenarios are reported by e-mail.
    pub send_js_error: Option<bool>,
    /// The limits of each way to pay.
    pub billing_limits: Option<BillingLimits>,
    /// Whether one-way SMS are on.
    pub a2p_sms_enabled: Option<bool>,
    /// How many SIP registrations are allowed.
    pub max_sip_registrations: Option<u64>,
    /// The money at the last settlement, in the account's currency.
    pub fixed_balance: Option<Decimal>,
    /// The money reserved since then, in the account's currency: `fixed_balance - money_on_hold = live_balance`.
    pub money_on_hold: Option<Decimal>,
    /// The processor of card payments: `ALFABANK`, `BRAINTREE`.
    pub bank_card_provider: Option<String>,
    /// Whether card payments are confirmed by 3-D Secure.
    pub enabled_3ds: Option<bool>,
    /// The storage of records.
    pub record_storage_id: Option<u64>,
    /// The owner's mobile phone number.
    pub mobile_phone: Option<String>,
    /// Whether invoices are allowed.
    pub allow_invoice: Option<bool>,
    /// Whether automatic card payments are prohibited.
    pub is_bank_card_auto_charge_prohibited: Option<bool>,
    /// The sort of taxpayer: `default`, ...
    pub taxpayer_type: Option<String>,
    /// Whether the account has individual prices.
    pub custom_pricing: Option<bool>,
    /// Credit beyond the limit for a time, in the account's currency.
    pub grace_credit: Option<Decimal>,
    /// The name of the storage of records.
    pub record_storage_name: Option<String>,
    /// Whether notifications of the balance take the credit limit into account.
    pub credit_limit_aware_balance_notifications: Option<bool>,
    /// The money at this moment, in the account's currency.
    pub live_balance: Option<Decimal>,
}

/// The limits of each way to pay.
///
/// Source: the structure `BillingLimitsType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct BillingLimits {
    /// Limits of Robokassa.
    pub robokassa: Option<BillingLimitInfo>,
    /// Limits of bank cards.
    pub bank_card: Option<BankCardBillingLimitInfo>,
    /// Limits of invoices.
    pub invoice: Option<BillingLimitInfo>,
}

/// The limit of one way to pay.
///
/// Source: the structure `BillingLimitInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct BillingLimitInfo {
    /// The minimum payment.
    pub min_amount: Option<Decimal>,
    /// The currency of the amount.
    pub currency: Option<String>,
}

/// The limits of bank cards.
///
/// Source: the structure `BankCardBillingLimitInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct BankCardBillingLimitInfo {
    /// The minimum payment.
    pub min_amount: Option<Decimal>,
    /// The currency of the amounts.
    pub currency: Option<String>,
    /// The maximum payment per day.
    pub max_day_payment: Option<Decimal>,
}
