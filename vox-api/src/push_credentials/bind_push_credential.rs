//! `BindPushCredential`: binds push credentials to applications.
//!
//! Roles: Owner, Admin, Developer. Source: the method `BindPushCredential` of the API's section PushCredentials.

use vox_core::prelude::*;

/// Binds push credentials to applications, whose users then receive push notifications by them, or unbinds them.
///
/// `IdList::All` means all applications of the account. The error code
/// [384](vox_core::ErrorCode::PUSH_CREDENTIAL_ALREADY_ATTACHED) means that push credentials are bound to an application
/// already.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::push_credentials::BindPushCredential;
///
/// let request = BindPushCredential::builder().push_credential_id([7]).application_id([3, 4]).build();
/// assert_eq!(request.to_form().as_bytes(), b"push_credential_id=7&application_id=3%3B4");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindPushCredential",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct BindPushCredential {
    /// The ids of the push credentials, from [`GetPushCredential`](super::GetPushCredential).
    pub push_credential_id: Vec<u64>,
    /// The ids of the applications, or all.
    pub application_id: IdList,
    /// Whether the push credentials are bound, not unbound. No source states the default, which is presumably true.
    pub bind: Option<bool>,
}
