//! Payloads about SIP registrations.

use vox_core::VoxRecord;

/// SIP registrations failed.
///
/// Source: the structure `SIPRegistrationFailCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipRegistrationFailCallback {
    /// The SIP registrations.
    pub sip_registrations: Vec<SipRegistrationIsFailedCallbackItem>,
}

/// A SIP registration that failed.
///
/// Source: the structure `SIPRegistrationIsFailedCallbackItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipRegistrationIsFailedCallbackItem {
    /// The SIP registration's id.
    pub sip_registration_id: Option<u64>,
    /// The status code of the SIP server's response: `403`.
    pub status_code: Option<String>,
    /// The error's text.
    pub error_message: Option<String>,
}

/// SIP registrations work again.
///
/// Source: the structure `SIPRegistrationRecoveredCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipRegistrationRecoveredCallback {
    /// The SIP registrations.
    pub sip_registrations: Vec<SipRegistrationIsRecoveredCallbackItem>,
}

/// A SIP registration that works again.
///
/// Source: the structure `SIPRegistrationIsRecoveredCallbackItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SipRegistrationIsRecoveredCallbackItem {
    /// The SIP registration's id.
    pub sip_registration_id: Option<u64>,
}
