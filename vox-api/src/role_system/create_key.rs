//! `CreateKey`: creates the key of a service account.
//!
//! Roles: any. Source: the method `CreateKey` of the API's section RoleSystem.

use vox_core::prelude::*;

use super::Roles;

/// Creates the key pair of a service account, and returns its private key.
///
/// The private key is returned only here. The response is a credentials file: [the section](super) shows how to save it. If the
/// response was lost, [`GetKeys`](super::GetKeys) shows whether the key exists; delete it and create another one. Without roles
/// the service account may call basic methods only. The error [437](vox_core::ErrorCode::MAX_NUMBER_OF_KEYS_EXCEEDED) means
/// that the account has as many keys as it may have.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::role_system::{CreateKey, Roles};
///
/// let request = CreateKey {
///     key_name: Some("billing".into()),
///     role: Some(Roles::Name(vec!["Accountant".into(), "Payer".into()])),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"key_name=billing&role_name=Accountant%3BPayer");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "CreateKey", response = CreateKeyResponse, kind = write, ack = none)]
pub struct CreateKey {
    /// The description.
    pub description: Option<String>,
    /// The name, of 1 to 50 characters.
    #[param(min_len = 1, max_len = 50)]
    pub key_name: Option<String>,
    /// The roles that the service account gets.
    #[param(one_of)]
    pub role: Option<Roles>,
}

/// The response of [`CreateKey`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CreateKeyResponse {
    /// The new key. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<KeyInfo>,
}

/// The key of a service account, with the members of a credentials file.
///
/// Source: the structure `KeyInfo`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct KeyInfo {
    /// The account's e-mail address.
    pub account_email: Option<String>,
    /// The account's id.
    pub account_id: Option<u64>,
    /// The key's id, a UUID.
    pub key_id: Option<String>,
    /// The private key: PKCS #8 in PEM.
    pub private_key: Option<Secret>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::CreateKey;

    #[test]
    fn the_key_may_be_an_object_or_in_a_list() {
        let key = r#"{"account_email": "a@b.c", "account_id": 7, "key_id": "k", "private_key": "p"}"#;
        for result in [key.to_owned(), format!("[{key}]")] {
            let json = format!(r#"{{"result": {result}}}"#);
            let keys = CreateKey::from_http(http::Response::new(json)).unwrap().result;
            assert_eq!((keys.len(), keys[0].account_id, keys[0].key_id.as_deref()), (1, Some(7), Some("k")));
            assert_eq!(keys[0].private_key.as_ref().unwrap().expose(), "p");
        }
    }
}
