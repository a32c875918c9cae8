//! The Accounts section of the Voximplant Management API: every method is one struct.
//!
//! ```no_run
//! use vox_accounts::prelude::*;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder().credentials(ServiceAccount::from_env()?).build()?;
//!
//! let added = AddAccount::builder()
//!     .parent(ParentAccount::Id(1))
//!     .parent_auth(ParentAuth::ApiKey("the parent's key".into()))
//!     .account_name("child-one")
//!     .account_email("child@example.com")
//!     .account_password("Str0ng!pass")
//!     .active(true)
//!     .send(&client)
//!     .await?;
//! println!("the new account is {}", added.account_id);
//! # Ok(())
//! # }
//! ```
//!
//! | method | what it does | roles |
//! |---|---|---|
//! | [`AddAccount`] | adds a child account | Owner, Admin |
//! | [`CloneAccount`] | copies a child account into a new one | Admin |
//! | [`GetAccountInfo`] | reads the account's profile and balance | any |
//! | [`SetAccountInfo`] | changes the account's own profile | Owner, Admin, Developer, Accountant, Payer |
//! | [`SetChildAccountInfo`] | changes child accounts | any |
//! | [`GetCurrencyRate`] | reads exchange rates | any |
//! | [`GetResourcePrice`] | reads what calls, messages and other services cost | any |
//! | [`GetSubscriptionPrice`] | reads what phone numbers and SIP registrations cost | any |
//! | [`GetChildrenAccounts`] | lists child accounts | Owner |
//! | [`GetMoneyAmountToCharge`] | reads how much money should be paid in | Owner, Admin, Accountant, Payer |
//! | [`ChargeAccount`] | pays for phone numbers that are not charged automatically | Owner, Admin, Accountant |
//! | [`ChangeAccountPlan`] | moves the account to another plan | any |
//! | [`GetAccountPlans`] | lists the account's present plans | any |
//! | [`GetAvailablePlans`] | lists the plans that the account may move to | any |
//! | [`GetAccountDocuments`] | reads how far the account's verifications are | Owner, Admin, Accountant, Payer |
//!
//! [`METHODS`] holds the same and more as data. [`callbacks`] reads the requests that the platform POSTs to the account's
//! `callback_url`. [`after_unknown`] shows how to find out what a call did if its response was lost.
//!
//! # Giving values
//! A builder's setter takes whatever converts into the parameter's type by `Into`. A struct literal takes the type itself.
//!
//! ```
//! use vox_accounts::prelude::*;
//!
//! // A text converts from `&str` and `String`, and so does a `Secret`.
//! let settings = SetAccountInfo::builder().location("Etc/GMT-8").new_account_password("Str0ng!pass").build();
//! assert_eq!(settings.location.as_deref(), Some("Etc/GMT-8"));
//!
//! // A list converts from an array or a `Vec` of its items, which do not convert themselves: texts are `String`s.
//! let rates = GetCurrencyRate::builder().currency(["EUR", "KZT"].map(String::from)).build();
//! assert_eq!(rates.currency, ["EUR", "KZT"]);
//!
//! // A list that knows `all` also converts from one item. In an enum it needs `into()`.
//! let one = ChargeAccount { phone: Phones::Number("79993330011".into()) };
//! let two = ChargeAccount { phone: Phones::Number(["79993330011", "74951234567"].map(String::from).into()) };
//! let by_id = ChargeAccount { phone: Phones::Id([1, 2].into()) };
//! let all = ChargeAccount { phone: Phones::Id(IdList::All) };
//! assert_ne!(one.phone, two.phone);
//! assert_ne!(by_id.phone, all.phone);
//!
//! // A text out of a list is an enum. `other` is for one that the enum does not have.
//! let listed = SetAccountInfo::builder().language_code(LanguageCode::Ru).build();
//! let unlisted = SetAccountInfo::builder().language_code(LanguageCode::other("xx")).build();
//! assert_ne!(listed.language_code, unlisted.language_code);
//!
//! // Money is a `Decimal`, which converts from integers, not from floats.
//! let five = SetAccountInfo::builder().min_balance_to_notify(5).build();
//! let half = SetAccountInfo::builder().min_balance_to_notify(Decimal::new(50, 2)).build();
//! assert_ne!(five.min_balance_to_notify, half.min_balance_to_notify);
//! ```
//!
//! A date does not convert from a text, as that can fail. `Date::constant` is for a date in the source code, and panics if
//! there is no such day; `parse` is for a text. `Date` is the one of the crate `jiff`, so `jiff::civil::date(2026, 1, 1)` is one
//! too.
//!
//! ```
//! use vox_accounts::prelude::*;
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let currency = ["EUR".to_owned()];
//!     let fixed = GetCurrencyRate::builder().currency(currency.clone()).date(Date::constant(2026, 1, 1)).build();
//!     let parsed = GetCurrencyRate::builder().currency(currency).date("2026-01-01".parse::<Date>()?).build();
//!     assert_eq!(fixed.date, parsed.date);
//!     Ok(())
//! }
//! ```
//!
//! # Responses in tests
//! Responses are `#[non_exhaustive]`, as the API adds members, so a struct literal does not compile. `blank` gives a response
//! whose fields are all absent, to be assigned. `from_http` decodes one from JSON, and judges it as a client does:
//!
//! ```
//! use vox_accounts::prelude::*;
//! use vox_accounts::vox_core::Record;
//! use vox_accounts::GetAccountInfoResponse;
//!
//! fn main() -> Result<(), Error> {
//!     let mut assigned = GetAccountInfoResponse::blank();
//!     assigned.result.account_id = 7;
//!     assigned.result.balance = Some(Decimal::TEN);
//!
//!     let json = r#"{"result": {"account_id": 7, "balance": 10}}"#;
//!     let decoded = GetAccountInfo::from_http(http::Response::new(json))?;
//!     assert_eq!(decoded.result.balance, assigned.result.balance);
//!
//!     let rejected = http::Response::new(r#"{"error": {"code": 127, "msg": "Insufficient money"}}"#);
//!     let error = ChargeAccount::from_http(rejected).unwrap_err();
//!     assert_eq!(error.effect(), Effect::None);
//!     Ok(())
//! }
//! ```
//!
//! For whole calls, use `vox-sandbox`.
//!
//! # Features
//! - Those of [`vox_core`]: `rustls` (default), `native-tls`, `blocking`, `tracing`, `service-account`, `masked`,
//!   `server`.
//! - `callbacks`: the check of the hash of account callbacks, `AccountCallback::verify`.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc = include_str!("../docs/after_unknown.md")]
pub mod after_unknown {}

pub mod callbacks;

mod add_account;
mod change_account_plan;
mod charge_account;
mod clone_account;
mod get_account_documents;
mod get_account_info;
mod get_account_plans;
mod get_available_plans;
mod get_children_accounts;
mod get_currency_rate;
mod get_money_amount_to_charge;
mod get_resource_price;
mod get_subscription_price;
mod set_account_info;
mod set_child_account_info;
mod types;

pub use add_account::{
    AddAccount, AddAccountBuilder, AddAccountResponse, ParentAccount, ParentAuth, RecordStorage,
};
pub use change_account_plan::{ChangeAccountPlan, ChangeAccountPlanBuilder, ChangeAccountPlanResponse};
pub use charge_account::{
    ChargeAccount, ChargeAccountBuilder, ChargeAccountResponse, ChargeAccountResult, ChargedPhone, Phones,
};
pub use clone_account::{
    CloneAccount, CloneAccountBuilder, CloneAccountResponse, ClonedAccount, ClonedAcdQueue, ClonedAcdSkill,
    ClonedAdminRole, ClonedAdminUser, ClonedApplication, ClonedRule, ClonedScenario, ClonedUser,
    TemplateAccount,
};
pub use get_account_documents::{
    AccountDocuments, AccountVerification, AccountVerificationDocument, GetAccountDocuments,
    GetAccountDocumentsBuilder, GetAccountDocumentsResponse,
};
pub use get_account_info::{GetAccountInfo, GetAccountInfoBuilder, GetAccountInfoResponse};
pub use get_account_plans::{
    AccountPlan, AccountPlanPackage, GetAccountPlans, GetAccountPlansBuilder, GetAccountPlansResponse,
};
pub use get_available_plans::{
    GetAvailablePlans, GetAvailablePlansBuilder, GetAvailablePlansResponse, Plan, PlanPackage,
};
pub use get_children_accounts::{
    ChildrenOrderBy, GetChildrenAccounts, GetChildrenAccountsBuilder, GetChildrenAccountsResponse,
};
pub use get_currency_rate::{
    ExchangeRates, GetCurrencyRate, GetCurrencyRateBuilder, GetCurrencyRateResponse,
};
pub use get_money_amount_to_charge::{
    GetMoneyAmountToCharge, GetMoneyAmountToChargeBuilder, GetMoneyAmountToChargeResponse,
    GetMoneyAmountToChargeResult, SubscriptionsToCharge,
};
pub use get_resource_price::{
    GetResourcePrice, GetResourcePriceBuilder, GetResourcePriceResponse, PriceGroup, ResourceParams,
    ResourcePrice,
};
pub use get_subscription_price::{
    GetSubscriptionPrice, GetSubscriptionPriceBuilder, GetSubscriptionPriceResponse, SubscriptionTemplate,
};
pub use set_account_info::{SetAccountInfo, SetAccountInfoBuilder};
pub use set_child_account_info::{ChildAccounts, SetChildAccountInfo, SetChildAccountInfoBuilder};
pub use types::{
    AccountInfo, BankCardBillingLimitInfo, BillingLimitInfo, BillingLimits, CountryCode, DocumentStatus,
    LanguageCode, PlanType, ResourceType, ShortAccountInfo, SubscriptionTemplateType, VerificationStatus,
};

/// The engine under this crate: everything that is not about one method.
pub use vox_core;

#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use vox_core::blocking;

use vox_core::{Method, MethodMeta};

/// Every method of this crate, as data, in the order of the API's reference.
///
/// ```
/// let writes = vox_accounts::METHODS.iter().filter(|method| method.kind == vox_accounts::vox_core::Kind::Write);
/// assert_eq!(writes.count(), 6);
/// ```
pub const METHODS: &[&MethodMeta] = &[
    AddAccount::META,
    CloneAccount::META,
    GetAccountInfo::META,
    SetAccountInfo::META,
    SetChildAccountInfo::META,
    GetCurrencyRate::META,
    GetResourcePrice::META,
    GetSubscriptionPrice::META,
    GetChildrenAccounts::META,
    GetMoneyAmountToCharge::META,
    ChargeAccount::META,
    ChangeAccountPlan::META,
    GetAccountPlans::META,
    GetAvailablePlans::META,
    GetAccountDocuments::META,
];

/// What a program that calls the API needs: the methods, their types, and the client.
pub mod prelude {
    pub use vox_core::prelude::*;

    pub use crate::{
        AccountInfo, AddAccount, ChangeAccountPlan, ChargeAccount, ChildAccounts, ChildrenOrderBy,
        CloneAccount, CountryCode, DocumentStatus, GetAccountDocuments, GetAccountInfo, GetAccountPlans,
        GetAvailablePlans, GetChildrenAccounts, GetCurrencyRate, GetMoneyAmountToCharge, GetResourcePrice,
        GetSubscriptionPrice, LanguageCode, ParentAccount, ParentAuth, Phones, PlanType, RecordStorage,
        ResourceType, SetAccountInfo, SetChildAccountInfo, SubscriptionTemplateType, TemplateAccount,
        VerificationStatus,
    };
}
