//! `DeleteSipRegistration`: deletes a SIP registration.
//!
//! Roles: Owner, Admin. Source: the method `DeleteSipRegistration` of the API's section SIPRegistration.

use vox_core::prelude::*;

/// Deletes a SIP registration, which ends its subscription.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_registration::DeleteSipRegistration;
///
/// let request = DeleteSipRegistration { sip_registration_id: 7 };
/// assert_eq!(request.to_form().as_bytes(), b"sip_registration_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DeleteSipRegistration", roles = [Owner, Admin], response = (), kind = write)]
pub struct DeleteSipRegistration {
    /// The SIP registration's id, from [`GetSipRegistrations`](super::GetSipRegistrations).
    pub sip_registration_id: u64,
}
