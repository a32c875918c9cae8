//! Tokens of a service account: signed with RS256, cached until shortly before they expire.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderValue;
use jiff::Timestamp;
use serde_json::json;

use super::clock::Clock;
use super::credentials::bearer;
use crate::error::ConfigError;

/// The lifetime of a token, in seconds: the API's limit.
const LIFETIME: i64 = 3600;
/// By how many seconds the time of issue is backdated, for a local clock that is ahead.
const BACKDATED: i64 = 5;
/// How many seconds before its expiry a token is replaced, so that none expires in transit.
const MARGIN: i64 = 60;

/// A key that signs tokens.
pub(super) struct SigningKey {
    pair: KeyPair,
    /// The first part of each token.
    header: String,
}

impl SigningKey {
    pub(super) fn new(key_id: &str, pair: KeyPair) -> Self {
        let header = encoded(&json!({"typ": "JWT", "alg": "RS256", "kid": key_id}));
        Self { pair, header }
    }

    /// A token for the account, issued at `now` (seconds since 1970).
    fn sign(&self, issuer: u64, now: i64) -> Result<String, ConfigError> {
        let start = now - BACKDATED;
        let claims = encoded(&json!({"iss": issuer, "iat": start, "exp": start + LIFETIME}));
        let mut token = format!("{}.{claims}", self.header);
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), token.as_bytes(), &mut signature)
            .map_err(|_| ConfigError::new("the private key could not sign a token"))?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(&signature, &mut token);
        Ok(token)
    }
}

fn encoded(value: &serde_json::Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// Signs tokens, and caches the current one.
pub(super) struct TokenSource {
    key: Arc<SigningKey>,
    issuer: u64,
    clock: Arc<Clock>,
    current: Mutex<Option<CachedToken>>,
}

struct CachedToken {
    header: HeaderValue,
    /// When the token is valid, by the local clock in seconds. It is not valid before it was signed: if the clock was set back,
    /// the token was issued in the future, and the API rejects it.
    valid: Range<i64>,
}

impl TokenSource {
    pub(super) fn new(key: Arc<SigningKey>, issuer: u64, clock: Arc<Clock>) -> Self {
        Self { key, issuer, clock, current: Mutex::default() }
    }

    /// Uses the same key and clock for another account.
    pub(super) fn for_issuer(&self, issuer: u64) -> Self {
        Self::new(Arc::clone(&self.key), issuer, Arc::clone(&self.clock))
    }

    /// Uses the same key and account with another clock.
    pub(super) fn with_clock(&self, clock: Clock) -> Self {
        Self::new(Arc::clone(&self.key), self.issuer, Arc::new(clock))
    }

    pub(super) fn issuer(&self) -> u64 {
        self.issuer
    }

    /// Records that the API rejected a token because of clock skew. Returns whether the next header has another token.
    #[cfg(any(test, feature = "client"))]
    pub(super) fn token_rejected(&self, token: &HeaderValue, server: Timestamp) -> bool {
        let mut current = self.lock();
        // If several requests were rejected with one token, the first has renewed it already.
        if current.as_ref().is_none_or(|current| current.header != *token) {
            return true;
        }
        let renewed = self.clock.set_server_time(server).is_ok();
        if renewed {
            *current = None;
        }
        renewed
    }

    /// By how much the server's clock is ahead of the local one.
    #[cfg(feature = "client")]
    pub(super) fn clock_skew(&self, server: Timestamp) -> Option<jiff::SignedDuration> {
        let now = self.clock.now().ok()?;
        Some(jiff::SignedDuration::from_secs(server.as_second() - now))
    }

    /// Signs later tokens by the server's clock, whose present time is `server`.
    pub(super) fn set_server_time(&self, server: Timestamp) -> Result<(), ConfigError> {
        let mut current = self.lock();
        self.clock.set_server_time(server)?;
        *current = None;
        Ok(())
    }

    /// The header with a token that is valid now.
    pub(super) fn header(&self) -> Result<HeaderValue, ConfigError> {
        self.header_at(self.clock.now()?)
    }

    /// The header with a token that is valid at `now`, by the local clock.
    fn header_at(&self, now: i64) -> Result<HeaderValue, ConfigError> {
        // The lock is held while signing, so that concurrent requests sign one token.
        let mut current = self.lock();
        if let Some(token) = current.as_ref().filter(|token| token.valid.contains(&now)) {
            return Ok(token.header.clone());
        }
        let header = bearer(&self.key.sign(self.issuer, self.clock.server_time(now))?)?;
        let valid = now..now + LIFETIME - BACKDATED - MARGIN;
        *current = Some(CachedToken { header: header.clone(), valid });
        Ok(header)
    }

    fn lock(&self) -> MutexGuard<'_, Option<CachedToken>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::OnceLock;

    use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
    use aws_lc_rs::rsa::KeySize;
    use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
    use base64::engine::general_purpose::STANDARD;
    use serde_json::Value;

    use super::*;

    const NOW: i64 = 1_700_000_000;

    /// The time at this many seconds since 1970.
    pub(in super::super) fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// One key for all tests, as generating it is slow.
    pub(in super::super) fn key() -> &'static KeyPair {
        static KEY: OnceLock<KeyPair> = OnceLock::new();
        KEY.get_or_init(|| KeyPair::generate(KeySize::Rsa2048).unwrap())
    }

    pub(in super::super) fn pkcs8() -> Vec<u8> {
        AsDer::<Pkcs8V1Der<'_>>::as_der(key()).unwrap().as_ref().to_vec()
    }

    /// The RSA key inside the PKCS#8 envelope, whose head has 26 bytes for a 2048-bit key.
    pub(in super::super) fn pkcs1() -> Vec<u8> {
        pkcs8()[26..].to_vec()
    }

    pub(in super::super) fn pem(label: &str, der: &[u8]) -> String {
        let text = STANDARD.encode(der);
        let lines: Vec<_> =
            text.as_bytes().chunks(64).map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
        format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
    }

    fn source(issuer: u64) -> TokenSource {
        let pair = KeyPair::from_pkcs8(&pkcs8()).unwrap();
        let clock = Arc::new(Clock::new(|| at(NOW)));
        TokenSource::new(Arc::new(SigningKey::new("the \"key\"", pair)), issuer, clock)
    }

    fn part(text: &str) -> Value {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    }

    fn token(header: &HeaderValue) -> String {
        header.to_str().unwrap().strip_prefix("Bearer ").unwrap().to_owned()
    }

    #[test]
    fn a_token_has_the_claims_that_the_api_requires() {
        let header = source(42).header_at(NOW).unwrap();
        assert!(header.is_sensitive());
        let token = token(&header);
        let parts: Vec<_> = token.split('.').collect();
        assert_eq!(parts.len(), 3);
        assert_eq!(part(parts[0]), json!({"typ": "JWT", "alg": "RS256", "kid": "the \"key\""}));
        assert_eq!(part(parts[1]), json!({"iss": 42, "iat": NOW - 5, "exp": NOW - 5 + 3600}));
    }

    #[test]
    fn the_signature_is_valid() {
        let token = token(&source(42).header_at(NOW).unwrap());
        let (message, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let public = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key().public_key());
        public.verify(message.as_bytes(), &signature).unwrap();
    }

    #[test]
    fn a_token_is_kept_until_a_minute_before_its_expiry() {
        let source = source(42);
        let first = source.header_at(NOW).unwrap();
        assert_eq!(source.header_at(NOW + 3534).unwrap(), first);
        let second = source.header_at(NOW + 3535).unwrap();
        assert_ne!(second, first);
        assert_eq!(source.header_at(NOW + 3600).unwrap(), second);
    }

    #[test]
    fn a_clock_set_back_renews_the_token() {
        let source = source(42);
        let first = source.header_at(NOW).unwrap();
        assert_ne!(source.header_at(NOW - 1).unwrap(), first);
    }

    /// When the header's token was issued.
    fn issued_at(header: &HeaderValue) -> i64 {
        part(token(header).split('.').nth(1).unwrap())["iat"].as_i64().unwrap()
    }

    #[test]
    fn a_rejected_token_is_signed_again_once_by_the_servers_clock() {
        let source = source(42);
        let rejected = source.header().unwrap();
        assert!(source.token_rejected(&rejected, at(NOW - 900)));
        let renewed = source.header().unwrap();
        assert_eq!(issued_at(&renewed), NOW - 900 - 5);
        // Another request with the same token is rejected later.
        assert!(source.token_rejected(&rejected, at(NOW - 901)));
        assert!(is_same(&source.header().unwrap(), &renewed));
    }

    #[test]
    fn a_skew_of_more_than_a_day_signs_no_other_token() {
        let source = source(42);
        let rejected = source.header().unwrap();
        for server in [NOW + 86_401, NOW - 86_401, 0, 253_000_000_000] {
            assert!(!source.token_rejected(&rejected, at(server)), "{server}");
            assert!(source.set_server_time(at(server)).is_err(), "{server}");
            assert!(is_same(&source.header().unwrap(), &rejected));
        }
        assert!(source.token_rejected(&rejected, at(NOW + 86_400)));
        assert_eq!(issued_at(&source.header().unwrap()), NOW + 86_400 - 5);
    }

    #[test]
    fn the_servers_time_holds_for_later_tokens_and_other_accounts() {
        let source = source(42);
        let before = source.header().unwrap();
        source.set_server_time(at(NOW + 900)).unwrap();
        let after = source.header().unwrap();
        assert_eq!((issued_at(&before), issued_at(&after)), (NOW - 5, NOW + 900 - 5));
        assert_eq!(issued_at(&source.header_at(NOW + 5000).unwrap()), NOW + 5900 - 5);
        assert_eq!(issued_at(&source.for_issuer(43).header().unwrap()), NOW + 900 - 5);
        // Another clock has another skew.
        assert_eq!(issued_at(&source.with_clock(Clock::new(|| at(7000))).header().unwrap()), 7000 - 5);
    }

    #[test]
    fn a_clock_at_the_ends_of_time_does_not_panic() {
        for time in [Timestamp::MIN, Timestamp::MAX] {
            let source = source(42).with_clock(Clock::new(move || time));
            assert_eq!(issued_at(&source.header().unwrap()), time.as_second() - 5);
        }
    }

    /// Whether both come from one signature. Equal values prove nothing, as signing is deterministic.
    pub(in super::super) fn is_same(one: &HeaderValue, other: &HeaderValue) -> bool {
        one.as_bytes().as_ptr() == other.as_bytes().as_ptr()
    }

    #[test]
    fn a_thousand_calls_at_once_sign_one_token() {
        let source = source(42);
        let begin = std::sync::Barrier::new(8);
        let call = || {
            begin.wait();
            (0..125).map(|_| source.header_at(NOW).unwrap()).collect::<Vec<_>>()
        };
        let tokens: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(call)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(tokens.len(), 1000);
        assert!(tokens.iter().all(|token| is_same(token, &tokens[0])));
    }
}
