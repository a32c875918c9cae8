//! Service accounts.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use ::http::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use super::ConfigError;
use super::key_file::KeyFile;
use super::pem::rsa_key;
use super::token::{SigningKey, TokenSource};

/// The environment variable that names the credentials file.
const VARIABLE: &str = "VOXIMPLANT_CREDENTIALS";

/// A path that is longer is not shown: a key in base64 is.
const LONGEST_SHOWN: usize = 512;

/// A service account: its key signs tokens (JWT, RS256) that live for an hour and are renewed by themselves.
///
/// Cheap to clone; clones share the cached token. `Debug` shows the ids, never the key.
///
/// ```no_run
/// use vox_core::{Auth, ServiceAccount};
///
/// # fn main() -> Result<(), vox_core::ConfigError> {
/// let parent = ServiceAccount::from_file("credentials.json")?;
/// let child = Auth::new(parent.acting_for(1_234_567));
/// # Ok(()) }
/// ```
#[derive(Clone)]
#[cfg_attr(docsrs, doc(cfg(feature = "service-account")))]
pub struct ServiceAccount {
    key_id: Arc<str>,
    tokens: Arc<TokenSource>,
}

impl ServiceAccount {
    /// Reads the text of a credentials file: a JSON object with `account_id` (number or text), `key_id` and
    /// `private_key` (an unencrypted RSA key in PEM, PKCS#8 or PKCS#1). A whole saved answer of `CreateKey`, with
    /// these fields inside `result`, does as well.
    ///
    /// # Errors
    /// What is wrong: the place where it is not JSON, the field that is missing, the kind of key that was found.
    pub fn from_json(json: &str) -> Result<Self, ConfigError> {
        let file = KeyFile::parse(json)?;
        let pair = rsa_key(file.private_key.expose_secret())?;
        let key = Arc::new(SigningKey::new(&file.key_id, pair));
        Ok(Self { key_id: file.key_id.into(), tokens: Arc::new(TokenSource::new(key, file.account_id)) })
    }

    /// Reads a credentials file, as [`from_json`](Self::from_json) does.
    ///
    /// # Errors
    /// As there, or the file cannot be read; with the path in each case.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        let path = path.as_ref();
        let json =
            fs::read_to_string(path).map(SecretString::from).map_err(|error| unreadable(path, error))?;
        let account = Self::from_json(json.expose_secret());
        account.map_err(|error| error.within(format_args!("the credentials file `{}`", path.display())))
    }

    /// Reads the credentials file that the environment variable `VOXIMPLANT_CREDENTIALS` names.
    ///
    /// # Errors
    /// The variable is not set, or as for [`from_file`](Self::from_file).
    pub fn from_env() -> Result<Self, ConfigError> {
        match env::var_os(VARIABLE) {
            Some(path) if !path.is_empty() => Self::from_file(path)
                .map_err(|error| error.within(format_args!("environment variable `{VARIABLE}`"))),
            _ => Err(ConfigError::new(format!(
                "the environment variable `{VARIABLE}` is not set: it must name the credentials file"
            ))),
        }
    }

    /// The same key for a child account: calls then concern the child. The original stays as it is.
    #[must_use]
    pub fn acting_for(&self, account_id: u64) -> Self {
        let tokens = TokenSource::new(Arc::clone(self.tokens.key()), account_id);
        Self { key_id: Arc::clone(&self.key_id), tokens: Arc::new(tokens) }
    }

    /// The account that calls concern: the key's own, or the one it [acts for](Self::acting_for).
    #[must_use]
    pub fn account_id(&self) -> u64 {
        self.tokens.issuer()
    }

    /// The key's id.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// Takes note that a token was refused for its time, by a server whose clock showed `date`.
    #[cfg(feature = "client")]
    pub(super) fn token_refused(&self, token: &HeaderValue, date: jiff::Timestamp) {
        self.tokens.refused(token, date.as_second() - jiff::Timestamp::now().as_second());
    }

    /// A header with a token that is good now.
    pub(super) fn header(&self) -> Result<HeaderValue, ConfigError> {
        self.tokens.header_at(SystemTime::now())
    }
}

/// Says which file cannot be read. Where the file's content was given in place of its path, which is easily done with an
/// environment variable, there is a key in it: so it is not shown.
fn unreadable(path: &Path, error: io::Error) -> ConfigError {
    let text = path.to_string_lossy();
    if text.len() > LONGEST_SHOWN || text.contains(['{', '\n']) || text.contains("-----") {
        return ConfigError::new(
            "what should be the path of the credentials file looks like its content: give the path, or the text to \
             `ServiceAccount::from_json`",
        );
    }
    ConfigError::new(format!("the credentials file `{}` cannot be read", path.display())).with_cause(error)
}

impl fmt::Debug for ServiceAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceAccount")
            .field("account_id", &self.account_id())
            .field("key_id", &self.key_id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::super::token::tests::{at, is_same, pem, pkcs1, pkcs8};
    use super::*;

    fn json(private_key: &str) -> String {
        serde_json::json!({"account_id": 7, "key_id": "key-7", "private_key": private_key}).to_string()
    }

    #[test]
    fn both_key_forms_give_tokens() {
        for text in [pem("PRIVATE KEY", &pkcs8()), pem("RSA PRIVATE KEY", &pkcs1())] {
            let account = ServiceAccount::from_json(&json(&text)).unwrap();
            assert_eq!((account.account_id(), account.key_id()), (7, "key-7"));
            assert!(account.header().unwrap().is_sensitive());
        }
    }

    #[test]
    fn a_parent_acts_for_a_child() {
        let parent = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let child = parent.acting_for(8);
        assert_eq!((parent.account_id(), child.account_id(), child.key_id()), (7, 8, "key-7"));
        assert_ne!(parent.tokens.header_at(at(1000)).unwrap(), child.tokens.header_at(at(1000)).unwrap());
    }

    #[test]
    fn clones_share_the_token() {
        let account = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let (one, other) = (account.clone().header().unwrap(), account.header().unwrap());
        assert!(is_same(&one, &other));
    }

    #[test]
    fn debug_shows_no_key() {
        let account = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let header = account.header().unwrap();
        let shown = format!("{account:?} {header:?}");
        assert_eq!(shown, r#"ServiceAccount { account_id: 7, key_id: "key-7", .. } Sensitive"#);
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = ServiceAccount::from_file("/nowhere/key.json").unwrap_err();
        assert!(
            error.to_string().starts_with("the credentials file `/nowhere/key.json` cannot be read: "),
            "{error}"
        );
        assert!(std::error::Error::source(&error).is_some());
    }

    #[test]
    fn content_in_place_of_a_path_is_not_shown() {
        let content = json(&pem("PRIVATE KEY", &pkcs8()));
        let encoded = URL_SAFE_NO_PAD.encode(&content);
        for text in [content.as_str(), &encoded, &content[content.find("-----").unwrap()..][..80]] {
            let error = ServiceAccount::from_file(text).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(shown.contains("looks like its content"), "{shown}");
            assert!(!shown.contains(&text[..20]) && !shown.contains("MII"), "{shown}");
        }
    }

    #[test]
    fn a_bad_file_is_named_and_not_shown() {
        let path = env::temp_dir().join(format!("vox-core-bad-credentials-{}.json", std::process::id()));
        fs::write(&path, json("hunter2")).unwrap();
        let error = ServiceAccount::from_file(&path).unwrap_err().to_string();
        fs::remove_file(&path).unwrap();
        assert!(error.contains("vox-core-bad-credentials") && error.contains("not PEM"), "{error}");
        assert!(!error.contains("hunter2"));
    }
}
