//! Statuses of verifications.

use vox_core::prelude::*;

/// The status of the verification that a phone number needs.
///
/// Source: `verification_status` of `GetPhoneNumbers`, and of the structures `AttachedPhoneInfoType`,
/// `NewAttachedPhoneInfoType` and `PhoneNumberCountryRegionInfoType`, whose lists lack [`Verified`](Self::Verified).
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PhoneVerificationStatus {
    /// Documents must be uploaded.
    Required,
    /// The documents are being reviewed.
    InProgress,
    /// The account is verified.
    Verified,
    /// A status that this list does not have.
    Other(String),
}
