//! Service accounts.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use super::clock::Clock;
use super::key_file::KeyFile;
use super::pem::rsa_key;
use super::token::{SigningKey, TokenSource};
use crate::error::ConfigError;

/// The environment variable that names the credentials file.
const VARIABLE: &str = "VOXIMPLANT_CREDENTIALS";
/// The environment variable that the vendor's PHP SDK reads.
const PHP_VARIABLE: &str = "VOXIMPLANT_CREDENTIALS_PATH";

/// The longest path that an error shows. A longer text may be a key in base64.
const MAX_SHOWN_PATH: usize = 512;

/// A service account. Its key signs tokens (JWT, RS256), which are valid for an hour and renewed before they expire.
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
    pub(super) tokens: Arc<TokenSource>,
}

impl ServiceAccount {
    /// Reads the text of a credentials file: a JSON object with `account_id` (a number or a string), `key_id` and
    /// `private_key` (an unencrypted RSA key in PEM, PKCS#8 or PKCS#1). It may be a saved response of `CreateKey`, which has
    /// these fields in `result`. The line breaks of the key may be escaped twice, as the two characters `\n`.
    ///
    /// # Errors
    /// The text is not JSON, a field is missing, or the key is not usable. The error states the position, the field or the kind
    /// of key.
    pub fn from_json(json: &str) -> Result<Self, ConfigError> {
        let file = KeyFile::parse(json)?;
        let pair = rsa_key(file.private_key.expose_secret())?;
        let key = Arc::new(SigningKey::new(&file.key_id, pair));
        let tokens = TokenSource::new(key, file.account_id, Arc::default());
        Ok(Self { key_id: file.key_id.into(), tokens: Arc::new(tokens) })
    }

    /// Reads a credentials file: see [`from_json`](Self::from_json).
    ///
    /// # Errors
    /// The errors of `from_json`, or the file cannot be read. The error names the path.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        let path = path.as_ref();
        let json =
            fs::read_to_string(path).map(SecretString::from).map_err(|error| unreadable(path, error))?;
        let account = Self::from_json(json.expose_secret());
        account.map_err(|error| error.within(format_args!("the credentials file `{}`", path.display())))
    }

    /// Reads the credentials file whose path is in the environment variable `VOXIMPLANT_CREDENTIALS`.
    ///
    /// # Errors
    /// The variable is not set, or the errors of [`from_file`](Self::from_file).
    pub fn from_env() -> Result<Self, ConfigError> {
        let path = path_from(|name| env::var_os(name))?;
        Self::from_file(path).map_err(|error| error.within(format_args!("environment variable `{VARIABLE}`")))
    }

    /// Uses the key for a child account: calls then concern the child. `self` is not changed.
    #[must_use]
    pub fn acting_for(&self, account_id: u64) -> Self {
        Self { key_id: Arc::clone(&self.key_id), tokens: Arc::new(self.tokens.for_issuer(account_id)) }
    }

    /// Signs and renews tokens by another clock than the machine's: for tests against a server with a simulated clock, and for
    /// platforms without a clock.
    ///
    /// ```no_run
    /// use vox_core::{ServiceAccount, Timestamp};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let noon: Timestamp = "2026-01-31T12:00:00Z".parse()?;
    /// let account = ServiceAccount::from_file("credentials.json")?.with_clock(move || noon);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_clock(self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { tokens: Arc::new(self.tokens.with_clock(Clock::new(now))), ..self }
    }

    /// The account that calls concern: the account of the key, or the one that it [acts for](Self::acting_for).
    #[must_use]
    pub fn account_id(&self) -> u64 {
        self.tokens.issuer()
    }

    /// The key's id.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }
}

/// The path of the credentials file in the environment.
fn path_from(variable: impl Fn(&str) -> Option<OsString>) -> Result<OsString, ConfigError> {
    let path = variable(VARIABLE);
    let state = if path.is_none() { "not set" } else { "empty" };
    if let Some(path) = path.filter(|path| !path.is_empty()) {
        return Ok(path);
    }
    let advice = if variable(PHP_VARIABLE).is_some() {
        format!(
            "`{PHP_VARIABLE}` is set, but only the vendor's PHP SDK reads it: set `{VARIABLE}` to the path of the \
             credentials file"
        )
    } else {
        "set it to the path of the credentials file".to_owned()
    };
    Err(ConfigError::new(format!("the environment variable `{VARIABLE}` is {state}: {advice}")))
}

/// Names the file that cannot be read. A path that looks like the content of the file, a common mistake in environment
/// variables, may hold a key and is not shown.
fn unreadable(path: &Path, error: io::Error) -> ConfigError {
    let text = path.to_string_lossy();
    if text.len() > MAX_SHOWN_PATH || text.contains(['{', '\n']) || text.contains("-----") {
        return ConfigError::new(
            "the path of the credentials file looks like its content: give the path, or pass the content to \
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
    use std::sync::atomic::{AtomicI64, Ordering};

    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use serde_json::Value;

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
            assert!(account.tokens.header().unwrap().is_sensitive());
        }
    }

    #[test]
    fn a_parent_acts_for_a_child() {
        let parent = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let child = parent.acting_for(8);
        assert_eq!((parent.account_id(), child.account_id(), child.key_id()), (7, 8, "key-7"));
        assert_ne!(parent.tokens.header().unwrap(), child.tokens.header().unwrap());
    }

    #[test]
    fn clones_share_the_token() {
        let account = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let (one, other) = (account.clone().tokens.header().unwrap(), account.tokens.header().unwrap());
        assert!(is_same(&one, &other));
    }

    fn issued_at(account: &ServiceAccount) -> i64 {
        let header = account.tokens.header().unwrap();
        let claims = header.to_str().unwrap().split('.').nth(1).unwrap();
        let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
        claims["iat"].as_i64().unwrap()
    }

    #[test]
    fn a_clock_signs_and_renews_tokens_also_for_children() {
        static NOW: AtomicI64 = AtomicI64::new(1000);
        let machine = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let account = machine.clone().with_clock(|| at(NOW.load(Ordering::Relaxed)));
        let child = account.acting_for(8);
        assert_eq!((account.account_id(), account.key_id()), (7, "key-7"));
        let first = account.tokens.header().unwrap();
        assert_eq!((issued_at(&account), issued_at(&child)), (995, 995));
        NOW.store(4534, Ordering::Relaxed);
        assert!(is_same(&account.tokens.header().unwrap(), &first));
        // Forward beyond its life, then back before it was signed.
        for now in [4535, 4534] {
            NOW.store(now, Ordering::Relaxed);
            assert_eq!((issued_at(&account), issued_at(&child)), (now - 5, now - 5));
        }
        assert!(issued_at(&machine) > 1_700_000_000);
    }

    #[test]
    fn the_line_breaks_of_a_key_may_be_escaped_once_more() {
        for text in [pem("PRIVATE KEY", &pkcs8()), pem("RSA PRIVATE KEY", &pkcs1())] {
            for escaped in [text.replace('\n', "\\n"), text.replace('\n', "\\r\\n")] {
                ServiceAccount::from_json(&json(&escaped)).unwrap();
            }
        }
        // The whole file, escaped as a string.
        let whole = json(&pem("PRIVATE KEY", &pkcs8())).replace("\\n", "\\\\n");
        assert!(whole.contains("KEY-----\\\\nMII"));
        ServiceAccount::from_json(&whole).unwrap();
    }

    #[test]
    fn the_environment_has_the_path_or_the_error_states_the_fix() {
        let path = |own: Option<&str>, php: Option<&str>| {
            let get = |name: &str| match name {
                "VOXIMPLANT_CREDENTIALS" => own.map(OsString::from),
                "VOXIMPLANT_CREDENTIALS_PATH" => php.map(OsString::from),
                _ => None,
            };
            path_from(get).map_err(|error| error.to_string())
        };
        assert_eq!(path(Some("a.json"), Some("b.json")).unwrap(), "a.json");
        let none = "the environment variable `VOXIMPLANT_CREDENTIALS` is not set: set it to the path of the \
                    credentials file";
        assert_eq!(path(None, None).unwrap_err(), none);
        assert_eq!(path(Some(""), None).unwrap_err(), none.replace("not set", "empty"));
        for own in [None, Some("")] {
            let error = path(own, Some("secret")).unwrap_err();
            assert!(error.contains("`VOXIMPLANT_CREDENTIALS_PATH` is set"), "{error}");
            assert!(error.contains("set `VOXIMPLANT_CREDENTIALS` to the path"), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn debug_shows_no_key() {
        let account = ServiceAccount::from_json(&json(&pem("PRIVATE KEY", &pkcs8()))).unwrap();
        let header = account.tokens.header().unwrap();
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
