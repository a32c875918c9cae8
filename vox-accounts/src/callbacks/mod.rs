//! Account callbacks: requests of the platform to the `callback_url` of [`SetAccountInfo`](crate::SetAccountInfo).
//!
//! Each request holds one or more callbacks as JSON. Each callback has a type, the account's profile and a payload:
//!
//! ```
//! use vox_accounts::callbacks::{AccountCallbacks, CallbackPayload};
//!
//! let body = br#"{"callbacks": [{
//!     "callback_id": 42, "type": "min_balance", "account_id": 1, "hash": "e4cfb3b6c70924901b4dd6ecccdb067f",
//!     "account_name": "acme", "balance": 4.98, "currency": "USD",
//!     "min_balance": {"is_min_credit": false, "is_repeated": true}
//! }]}"#;
//! for callback in AccountCallbacks::from_json(body)?.callbacks {
//! #   #[cfg(feature = "callbacks")]
//!     callback.verify(&"a salt".into(), &"the key".into())?;
//!     match callback.payload {
//!         CallbackPayload::MinBalance(alert) => assert_eq!(alert.is_repeated, Some(true)),
//!         CallbackPayload::AccountIsFrozen => panic!("frozen"),
//!         other => println!("not of interest: {other:?}"),
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`AccountCallbacks`] implements `serde::Deserialize`, so that axum's `Json` extracts it; it reads JSON by
//! `serde_json` only.
//!
//! # Leniency
//! The body must be JSON with the list `callbacks`, and each callback needs what its hash is made of: `callback_id`, `type`,
//! `account_id` and `hash`. A callback without them is in [`AccountCallbacks::unreadable`], and does not affect the others.
//! Any other value may be missing or null, and one that does not decode counts as missing. A payload that is missing or
//! not an object becomes [`CallbackPayload::Other`], as do the types that this crate does not know.
//!
//! # Trust
//! Anybody can POST to a public URL. Check each callback with `verify` (feature `callbacks`) before you act on it, and use an
//! HTTPS URL: the hash covers the ids of account and callback, but neither the type nor the payload, so
//! whoever has seen one callback can resend it with different content. Remember the ids that you have handled.
//!
//! # Undocumented behavior
//! No source states which response the platform expects, or whether it resends a callback without one. So respond with 200
//! quickly, and handle each `callback_id` only once.

mod agreements;
mod callback;
mod certificates;
mod documents;
mod messages;
mod money;
mod payload;
mod phone_numbers;
mod reports;
mod sip;
mod subscriptions;
#[cfg(feature = "callbacks")]
mod verify;
mod wire;

pub use agreements::{ExpiredAgreementCallback, ExpiringAgreementCallback, RestoredAgreementStatusCallback};
pub use callback::{AccountCallback, AccountCallbacks, InvalidCallbacks, UnreadableCallback};
pub use certificates::{CertificateInfo, ExpiredCertificateCallback, ExpiringCertificateCallback};
pub use documents::{
    AccountDocumentStatusUpdatedCallback, AccountDocumentUploadedCallback, AccountDocumentVerifiedCallback,
    RegulationAddressDocumentsRequestedCallback, RegulationAddressStatus, RegulationAddressUploadedCallback,
    RegulationAddressVerifiedCallback,
};
pub use messages::{A2pActivatedCallback, A2pSmsDeliveryCallback, InboundSmsCallback};
pub use money::{
    CardPaymentCallback, InvoiceReceivedCallback, InvoiceUnits, MinBalanceCallback, NewInvoiceCallback,
    NextChargeAlertCallback, RobokassaPaymentCallback, WireTransferCallback,
};
pub use payload::CallbackPayload;
pub use phone_numbers::{
    ExpiredCallerIdCallback, ExpiringCallerIdCallback, PhoneNumberActivationStatusChangedCallback,
};
pub use reports::{
    BatchTaskCancellingCallback, CallHistoryReportCallback, TransactionHistoryReportCallback,
    TranscriptionCompleteCallback,
};
pub use sip::{
    SipRegistrationFailCallback, SipRegistrationIsFailedCallbackItem, SipRegistrationIsRecoveredCallbackItem,
    SipRegistrationRecoveredCallback,
};
pub use subscriptions::{
    PlanConfigCallback, PlanPackageConfig, RenewedSubscriptionsCallback, RenewedSubscriptionsCallbackItem,
    SubscriptionCallbackDetails, SubscriptionCallbackDetailsPhoneNumbers,
    SubscriptionCallbackDetailsSipRegistrations, SubscriptionDetailsType, SubscriptionIsDetachedCallback,
    SubscriptionIsDetachedCallbackItem, SubscriptionIsFrozenCallback, SubscriptionIsFrozenCallbackItem,
    SubscriptionType, UnverifiedSubscriptionDetachedCallback, UnverifiedSubscriptionDetachedCallbackItem,
};
#[cfg(feature = "callbacks")]
pub use verify::{VerifyError, hash};
