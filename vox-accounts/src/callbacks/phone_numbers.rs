//! Payloads about phone numbers and caller ids.

use vox_core::{Date, VoxRecord};

/// A rented phone number is in another state of activation.
///
/// Source: the structures `PhoneNumberActivationStatusChangedCallback` and
/// `PhoneNumberActivationStatusChangedCallbackItem`, of which the first contains only the second: here they are
/// one type. Both shapes are decoded.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PhoneNumberActivationStatusChangedCallback {
    /// The phone number.
    pub phone_number: Option<String>,
    /// The state now. No source lists the states.
    pub activation_status: Option<String>,
}

/// Caller ids expire soon.
///
/// Source: the structure `ExpiringCallerIDCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExpiringCallerIdCallback {
    /// The caller ids: phone numbers.
    pub callerids: Vec<String>,
    /// The day on which they expire.
    pub expiration_date: Option<Date>,
}

/// Caller ids have expired.
///
/// Source: the structure `ExpiredCallerIDCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExpiredCallerIdCallback {
    /// The caller ids: phone numbers.
    pub callerids: Vec<String>,
}
