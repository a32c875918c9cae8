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
//! [`METHODS`] holds the same and more as data. What the platform POSTs to the account's `callback_url` is read by
//! [`callbacks`].
//!
//! # Features
//! - Those of [`vox_core`]: `rustls` (default), `native-tls`, `blocking`, `tracing`, `service-account`, `masked`,
//!   `server`.
//! - `callbacks`: the check of the hash of account callbacks, `AccountCallback::verify`.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

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
