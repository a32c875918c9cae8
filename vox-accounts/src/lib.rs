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
#![doc = include_str!("../docs/methods.md")]
//!
//! [`METHODS`] has the methods and their parameters as data. [`callbacks`] reads the requests that the platform POSTs to the
//! account's `callback_url`. [`after_unknown`] shows how to find out what a call did if its response was lost.
//!
//! # Values
//! A builder's setter accepts any value that converts into the parameter's type by `Into`. A struct literal takes the type itself.
//!
//! ```
//! use vox_accounts::prelude::*;
//!
//! // `&str` and `String` convert into texts and secrets.
//! let settings = SetAccountInfo::builder().location("Etc/GMT-8").new_account_password("Str0ng!pass").build();
//! assert_eq!(settings.location.as_deref(), Some("Etc/GMT-8"));
//!
//! // An array or a `Vec` converts into a list. Its items do not convert, so texts must be `String`s.
//! let rates = GetCurrencyRate::builder().currency(["EUR", "KZT"].map(String::from)).build();
//! assert_eq!(rates.currency, ["EUR", "KZT"]);
//!
//! // One item converts into a list that knows `all`. In an enum, call `into()`.
//! let one = ChargeAccount { phone: Phones::Number("79993330011".into()) };
//! let two = ChargeAccount { phone: Phones::Number(["79993330011", "74951234567"].map(String::from).into()) };
//! let by_id = ChargeAccount { phone: Phones::Id([1, 2].into()) };
//! let all = ChargeAccount { phone: Phones::Id(IdList::All) };
//! assert_ne!(one.phone, two.phone);
//! assert_ne!(by_id.phone, all.phone);
//!
//! // A text from a fixed list is an enum. `other` is for a text that the enum does not have.
//! let listed = SetAccountInfo::builder().language_code(LanguageCode::Ru).build();
//! let unlisted = SetAccountInfo::builder().language_code(LanguageCode::other("xx")).build();
//! assert_ne!(listed.language_code, unlisted.language_code);
//!
//! // Integers convert into a `Decimal`, which is used for money. Floats do not.
//! let five = SetAccountInfo::builder().min_balance_to_notify(5).build();
//! let half = SetAccountInfo::builder().min_balance_to_notify(Decimal::new(50, 2)).build();
//! assert_ne!(five.min_balance_to_notify, half.min_balance_to_notify);
//! ```
//!
//! A text does not convert into a date, because that can fail. Use `Date::constant` for a date in the source code (it panics if
//! there is no such day), and `parse` for a text. `Date` is `jiff::civil::Date`, so `jiff::civil::date(2026, 1, 1)` works as well.
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
//! Responses are `#[non_exhaustive]`, because the API adds members, so a struct literal does not compile. `blank` makes a response
//! without values, whose fields you assign. `from_http` decodes a response from JSON, with the checks of a client:
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
//! To test calls, use `vox-sandbox`, or a client with a [transport](vox_core::transport) that is a test double.
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

mod types;

vox_core::methods! {
    add_account { AddAccount, AddAccountResponse, ParentAccount, ParentAuth, RecordStorage }
    clone_account {
        CloneAccount, CloneAccountResponse, ClonedAccount, ClonedAcdQueue, ClonedAcdSkill, ClonedAdminRole,
        ClonedAdminUser, ClonedApplication, ClonedRule, ClonedScenario, ClonedUser, TemplateAccount,
    }
    get_account_info { GetAccountInfo, GetAccountInfoResponse }
    set_account_info { SetAccountInfo }
    set_child_account_info { SetChildAccountInfo, ChildAccounts }
    get_currency_rate { GetCurrencyRate, GetCurrencyRateResponse, ExchangeRates }
    get_resource_price { GetResourcePrice, GetResourcePriceResponse, PriceGroup, ResourceParams, ResourcePrice }
    get_subscription_price { GetSubscriptionPrice, GetSubscriptionPriceResponse, SubscriptionTemplate }
    get_children_accounts { GetChildrenAccounts, GetChildrenAccountsResponse, ChildrenOrderBy }
    get_money_amount_to_charge {
        GetMoneyAmountToCharge, GetMoneyAmountToChargeResponse, GetMoneyAmountToChargeResult,
        SubscriptionsToCharge,
    }
    charge_account { ChargeAccount, ChargeAccountResponse, ChargeAccountResult, ChargedPhone, Phones }
    change_account_plan { ChangeAccountPlan, ChangeAccountPlanResponse }
    get_account_plans { GetAccountPlans, GetAccountPlansResponse, AccountPlan, AccountPlanPackage }
    get_available_plans { GetAvailablePlans, GetAvailablePlansResponse, Plan, PlanPackage }
    get_account_documents {
        GetAccountDocuments, GetAccountDocumentsResponse, AccountDocuments, AccountVerification,
        AccountVerificationDocument,
    }
    get_account_verifications {
        GetAccountVerifications, GetAccountVerificationsResponse, AccountVerifications,
        AccountVerificationsAgreements, AccountVerificationsCredentials, AccountVerificationsDefaultEndUser,
        AgreementSigningType, AgreementStatus, VerificationCreationType,
    }
}

pub use types::{
    AccountInfo, AgreementDocumentStatus, BankCardBillingLimitInfo, BillingLimitInfo, BillingLimits,
    CountryCode, DocumentStatus, LanguageCode, LegalStatus, PlanType, ResourceType, ShortAccountInfo,
    SubscriptionTemplateType, VerificationStatus,
};

/// The core: everything that methods share.
pub use vox_core;

#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use vox_core::blocking;

/// What a program that calls the API needs: the methods, their types, and the client.
pub mod prelude {
    pub use vox_core::prelude::*;

    pub use crate::{
        AccountInfo, AddAccount, ChangeAccountPlan, ChargeAccount, ChildAccounts, ChildrenOrderBy,
        CloneAccount, CountryCode, DocumentStatus, GetAccountDocuments, GetAccountInfo, GetAccountPlans,
        GetAccountVerifications, GetAvailablePlans, GetChildrenAccounts, GetCurrencyRate,
        GetMoneyAmountToCharge, GetResourcePrice, GetSubscriptionPrice, LanguageCode, ParentAccount,
        ParentAuth, Phones, PlanType, RecordStorage, ResourceType, SetAccountInfo, SetChildAccountInfo,
        SubscriptionTemplateType, TemplateAccount, VerificationStatus,
    };
}
