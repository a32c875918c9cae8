//! The verification that phone numbers need.

use jiff::civil::Date;
use vox_api::phone_numbers::PhoneVerificationStatus;

use crate::catalog::phone_regions::PhoneRegion;
use crate::state::account::Account;

/// The verification that an account needs for the phone numbers of a region.
pub(crate) struct PhoneVerification {
    /// `RU`.
    pub(crate) name: &'static str,
    pub(crate) status: PhoneVerificationStatus,
    /// The day on which the phone numbers are lost without it.
    pub(crate) hold_until: Option<Date>,
}

impl PhoneVerification {
    /// `None` for a region that needs no verification.
    pub(crate) fn of(region: &PhoneRegion, account: &Account) -> Option<Self> {
        let name = region.template.verification?;
        let known = account.verifications.iter().find(|verification| verification.name == name);
        let status = known.map_or(PhoneVerificationStatus::Required, |known| {
            PhoneVerificationStatus::other(known.status.as_str())
        });
        let is_verified = status == PhoneVerificationStatus::Verified;
        let hold_until = known.and_then(|known| known.hold_until).filter(|_| !is_verified);
        Some(Self { name, status, hold_until })
    }
}
