//! `DelPushCredential`: deletes push credentials.
//!
//! Roles: Owner, Admin, Developer. Source: the method `DelPushCredential` of the API's section PushCredentials.

use vox_core::prelude::*;

/// Deletes push credentials.
///
/// The platform then no longer sends push notifications by them.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::push_credentials::DelPushCredential;
///
/// let request = DelPushCredential { push_credential_id: 7 };
/// assert_eq!(request.to_form().as_bytes(), b"push_credential_id=7");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "DelPushCredential",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct DelPushCredential {
    /// The id of the push credentials, from [`GetPushCredential`](super::GetPushCredential).
    pub push_credential_id: u64,
}
