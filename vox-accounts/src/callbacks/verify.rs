//! The hash of a callback.

use std::fmt::{self, Write};

use md5::{Digest, Md5};
use vox_core::Secret;

use super::AccountCallback;

impl AccountCallback {
    /// Checks that the sender of the callback knows the account's salt and API key.
    ///
    /// `salt` is the `callback_salt` of the account [`account_id`](Self::account_id), which may be a child; it is set by
    /// [`SetAccountInfo`](crate::SetAccountInfo), and empty by default. `api_key` is the API key of the same account. A client
    /// with a service account does not have it: the account's owner finds it in the control panel.
    ///
    /// The hash is the MD5 of the concatenated salt, account id, API key and callback id. It covers nothing else: see the
    /// [module](super) for the consequences. It is compared in constant time, ignoring case.
    ///
    /// ```
    /// # use vox_accounts::callbacks::{AccountCallbacks, VerifyError};
    /// # let body = br#"{"callbacks": [{"callback_id": 42, "type": "card_expired", "account_id": 1,
    /// #     "hash": "e4cfb3b6c70924901b4dd6ecccdb067f"}]}"#;
    /// let callback = &AccountCallbacks::from_json(body)?.callbacks[0];
    /// callback.verify(&"a salt".into(), &"the key".into())?;
    /// assert_eq!(callback.verify(&"a salt".into(), &"another".into()), Err(VerifyError::WrongHash));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`VerifyError::WrongHash`] if the hash differs: reject the callback. [`VerifyError::NoApiKey`] if `api_key` is empty, as
    /// anybody could create a hash without it.
    pub fn verify(&self, salt: &Secret, api_key: &Secret) -> Result<(), VerifyError> {
        if api_key.expose().is_empty() {
            return Err(VerifyError::NoApiKey);
        }
        // Secrets compare in constant time.
        let expected = Secret::from(hash(salt, self.account_id, api_key, self.callback_id));
        let found = Secret::from(self.hash.to_ascii_lowercase());
        if expected == found { Ok(()) } else { Err(VerifyError::WrongHash) }
    }
}

/// The hash of a callback, for tests of handlers of callbacks.
///
/// ```
/// use vox_accounts::callbacks::hash;
///
/// assert_eq!(hash(&"a salt".into(), 1, &"the key".into(), 42), "e4cfb3b6c70924901b4dd6ecccdb067f");
/// ```
#[cfg_attr(docsrs, doc(cfg(feature = "callbacks")))]
#[must_use]
pub fn hash(salt: &Secret, account_id: u64, api_key: &Secret, callback_id: u64) -> String {
    let digest = Md5::new()
        .chain_update(salt.expose())
        .chain_update(account_id.to_string())
        .chain_update(api_key.expose())
        .chain_update(callback_id.to_string())
        .finalize();
    let mut hex = String::with_capacity(2 * digest.len());
    for byte in digest {
        // Writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The callback is not authentic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// The hash is not that of the salt, the API key and the callback's ids.
    WrongHash,
    /// The API key given is empty.
    NoApiKey,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongHash => "the callback's hash does not match its ids, the salt and the API key",
            Self::NoApiKey => "without an API key the callback cannot be checked",
        })
    }
}

impl std::error::Error for VerifyError {}

#[cfg(test)]
mod tests {
    use super::{VerifyError, hash};
    use crate::callbacks::{AccountCallback, AccountCallbacks};
    use vox_core::Secret;

    const KEY: &str = "7f1c1dc4-0000-4000-8000-5b2f8e2a9d11";

    fn callback(hash: &str) -> AccountCallback {
        let body = format!(
            r#"{{"callbacks": [{{"callback_id": 9001, "type": "js_fail", "account_id": 3456750, "hash": "{hash}"}}]}}"#
        );
        AccountCallbacks::from_json(body.as_bytes()).unwrap().callbacks.remove(0)
    }

    fn verify(hash: &str, salt: &str, key: &str) -> Result<(), VerifyError> {
        callback(hash).verify(&salt.into(), &key.into())
    }

    /// The hashes were computed by another implementation of MD5.
    #[test]
    fn hashes_agree_with_another_implementation() {
        let hash = |salt: &str, account: u64, key: &str, id: u64| {
            hash(&Secret::from(salt), account, &Secret::from(key), id)
        };
        assert_eq!(hash("pepper", 3_456_750, KEY, 9001), "4247a0bfa6466ee036f2f06e424b1f07");
        assert_eq!(hash("", 3_456_750, KEY, 9001), "2501ce0e1f9dd5a458bab7dfb74801e5");
        assert_eq!(hash("pepper", 3_456_750, KEY, 9002), "48ce75d8c12d6fd041a4cefef10fdb75");
        assert_eq!(hash("sält", 7, "key", u64::MAX), "928355c032ff7d803c54b4ce5066b9e3");
    }

    #[test]
    fn the_right_hash_is_accepted_in_either_case() {
        assert_eq!(verify("4247a0bfa6466ee036f2f06e424b1f07", "pepper", KEY), Ok(()));
        assert_eq!(verify("4247A0BFA6466EE036F2F06E424B1F07", "pepper", KEY), Ok(()));
        assert_eq!(verify("2501ce0e1f9dd5a458bab7dfb74801e5", "", KEY), Ok(()));
    }

    #[test]
    fn anything_else_is_rejected() {
        let right = "4247a0bfa6466ee036f2f06e424b1f07";
        for (hash, salt, key) in [
            ("", "pepper", KEY),
            ("4247a0bfa6466ee036f2f06e424b1f0", "pepper", KEY),
            ("4247a0bfa6466ee036f2f06e424b1f070", "pepper", KEY),
            ("4247a0bfa6466ee036f2f06e424b1f06", "pepper", KEY),
            ("48ce75d8c12d6fd041a4cefef10fdb75", "pepper", KEY),
            (right, "Pepper", KEY),
            (right, KEY, "pepper"),
            (right, "pepper", "key"),
        ] {
            assert_eq!(verify(hash, salt, key), Err(VerifyError::WrongHash), "{hash} {salt} {key}");
        }
        assert_eq!(verify(right, "pepper", ""), Err(VerifyError::NoApiKey));
        for tampered in [
            AccountCallback { account_id: 3_456_751, ..callback(right) },
            AccountCallback { callback_id: 9002, ..callback(right) },
        ] {
            assert_eq!(tampered.verify(&"pepper".into(), &KEY.into()), Err(VerifyError::WrongHash));
        }
    }
}
