//! Tokens of a service account: signed with RS256, kept until shortly before they expire.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use ::http::HeaderValue;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::json;

use super::ConfigError;
use super::credentials::bearer;

/// How long a token may live, in seconds: the API's limit.
const LIFE: i64 = 3600;
/// By how many seconds the time of issue is dated back, for a clock that is ahead.
const BACKDATED: i64 = 5;
/// How many seconds before its end a token is replaced, so that none expires on its way.
const RESERVE: i64 = 60;
/// How long a token is given out.
const GOOD_FOR: Duration = Duration::from_secs((LIFE - BACKDATED - RESERVE).unsigned_abs());

/// A key that signs tokens; read once.
pub(super) struct SigningKey {
    pair: KeyPair,
    /// The token's first part, which is the same for all.
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
        let claims = encoded(&json!({"iss": issuer, "iat": start, "exp": start + LIFE}));
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

/// Gives out a ready header and renews it in time.
pub(super) struct TokenSource {
    key: Arc<SigningKey>,
    issuer: u64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    current: Option<Current>,
    /// By how many seconds the API's clock is ahead of ours, as far as it told.
    ahead: i64,
}

struct Current {
    header: HeaderValue,
    /// When it is good, by our clock. Not before it was made: a clock that was set back makes a token one from the
    /// future, which the API refuses.
    good: Range<SystemTime>,
}

impl TokenSource {
    pub(super) fn new(key: Arc<SigningKey>, issuer: u64) -> Self {
        Self { key, issuer, state: Mutex::default() }
    }

    pub(super) fn key(&self) -> &Arc<SigningKey> {
        &self.key
    }

    pub(super) fn issuer(&self) -> u64 {
        self.issuer
    }

    /// Takes note that a token was refused for its time, by a clock that is `ahead` of ours by so many seconds.
    #[cfg(any(test, feature = "client"))]
    pub(super) fn refused(&self, token: &HeaderValue, ahead: i64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        // Of many calls that were refused with one token, the first has already seen to it.
        if state.current.take_if(|current| current.header == *token).is_some() {
            state.ahead = ahead;
        }
    }

    /// The header that is good at `now`, by our clock.
    pub(super) fn header_at(&self, now: SystemTime) -> Result<HeaderValue, ConfigError> {
        // The lock is held while signing, so that many calls at once sign only once.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(token) = state.current.as_ref().filter(|token| token.good.contains(&now)) {
            return Ok(token.header.clone());
        }
        let issued = Timestamp::try_from(now).map_or(0, Timestamp::as_second).saturating_add(state.ahead);
        let header = bearer(&self.key.sign(self.issuer, issued)?)?;
        state.current =
            Some(Current { header: header.clone(), good: now..now.checked_add(GOOD_FOR).unwrap_or(now) });
        Ok(header)
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
    pub(in super::super) fn at(second: i64) -> SystemTime {
        Timestamp::from_second(second).unwrap().try_into().unwrap()
    }

    /// One key for all tests, as making one takes its time.
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
        TokenSource::new(Arc::new(SigningKey::new("the \"key\"", pair)), issuer)
    }

    fn part(text: &str) -> Value {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    }

    fn token(header: &HeaderValue) -> String {
        header.to_str().unwrap().strip_prefix("Bearer ").unwrap().to_owned()
    }

    #[test]
    fn a_token_says_what_the_api_wants() {
        let header = source(42).header_at(at(NOW)).unwrap();
        assert!(header.is_sensitive());
        let token = token(&header);
        let parts: Vec<_> = token.split('.').collect();
        assert_eq!(parts.len(), 3);
        assert_eq!(part(parts[0]), json!({"typ": "JWT", "alg": "RS256", "kid": "the \"key\""}));
        assert_eq!(part(parts[1]), json!({"iss": 42, "iat": NOW - 5, "exp": NOW - 5 + 3600}));
    }

    #[test]
    fn the_signature_holds() {
        let token = token(&source(42).header_at(at(NOW)).unwrap());
        let (message, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let public = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key().public_key());
        public.verify(message.as_bytes(), &signature).unwrap();
    }

    #[test]
    fn a_token_is_kept_until_a_minute_before_its_end() {
        let source = source(42);
        let first = source.header_at(at(NOW)).unwrap();
        assert_eq!(source.header_at(at(NOW + 3534)).unwrap(), first);
        let second = source.header_at(at(NOW + 3535)).unwrap();
        assert_ne!(second, first);
        assert_eq!(source.header_at(at(NOW + 3600)).unwrap(), second);
    }

    #[test]
    fn a_clock_set_back_renews_the_token() {
        let source = source(42);
        let first = source.header_at(at(NOW)).unwrap();
        assert_ne!(source.header_at(at(NOW - 1)).unwrap(), first);
    }

    #[test]
    fn a_refused_token_is_made_again_once_by_the_servers_clock() {
        let source = source(42);
        let refused = source.header_at(at(NOW)).unwrap();
        source.refused(&refused, -900);
        let renewed = source.header_at(at(NOW)).unwrap();
        let claims = token(&renewed);
        assert_eq!(part(claims.split('.').nth(1).unwrap())["iat"], NOW - 900 - 5);
        // A second call comes late with the same news.
        source.refused(&refused, -901);
        assert_eq!(source.header_at(at(NOW + 1)).unwrap(), renewed);
    }

    /// Whether the two were signed once: equal texts prove nothing, as a signature of the same text is always the same.
    pub(in super::super) fn is_same(one: &HeaderValue, other: &HeaderValue) -> bool {
        one.as_bytes().as_ptr() == other.as_bytes().as_ptr()
    }

    #[test]
    fn a_thousand_calls_at_once_sign_one_token() {
        let source = source(42);
        let begin = std::sync::Barrier::new(8);
        let call = || {
            begin.wait();
            (0..125).map(|_| source.header_at(at(NOW)).unwrap()).collect::<Vec<_>>()
        };
        let tokens: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(call)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(tokens.len(), 1000);
        assert!(tokens.iter().all(|token| is_same(token, &tokens[0])));
    }
}
