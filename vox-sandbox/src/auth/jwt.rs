//! Tokens of service accounts: read, then checked against the key that signed them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::errors::ApiError;
use crate::state::service_key::ServiceKey;

/// The longest life of a token, in seconds.
const MAX_LIFE: f64 = 3600.0;
/// How far a client's clock may be ahead, in seconds.
const MAX_AHEAD: f64 = 60.0;

/// A token that is not verified yet.
pub(crate) struct Token<'t> {
    header: Map<String, Value>,
    claims: Map<String, Value>,
    signed: &'t str,
    signature: Vec<u8>,
}

impl<'t> Token<'t> {
    pub(crate) fn read(text: &'t str) -> Result<Self, ApiError> {
        Self::split(text).ok_or(ApiError::UNREADABLE_TOKEN)
    }

    fn split(text: &'t str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        Some(Self {
            header: json_part(header)?,
            claims: json_part(claims)?,
            signed,
            signature: URL_SAFE_NO_PAD.decode(signature).ok()?,
        })
    }

    /// The id of the key that the token claims to be signed with.
    pub(crate) fn key_id(&self) -> Result<&str, ApiError> {
        self.header.get("kid").and_then(Value::as_str).ok_or(ApiError::INVALID_KEY_ID)
    }

    /// Verifies the signature and the times. Returns the id of the token's account.
    pub(crate) fn check(&self, key: &ServiceKey, now: Timestamp) -> Result<u64, ApiError> {
        // Only this algorithm: a token must not choose how it is verified.
        let is_rs256 = self.header.get("alg").and_then(Value::as_str) == Some("RS256");
        if !is_rs256 || !key.verifies(self.signed.as_bytes(), &self.signature) {
            return Err(ApiError::AUTHORIZATION_FAILED);
        }
        self.check_times(now)?;
        self.issuer()
    }

    fn check_times(&self, now: Timestamp) -> Result<(), ApiError> {
        let now = seconds(now);
        let issued = self.time("iat")?.ok_or(ApiError::UNREADABLE_TOKEN)?;
        let expires = self.time("exp")?.ok_or(ApiError::UNREADABLE_TOKEN)?;
        let not_before = self.time("nbf")?.unwrap_or(issued);
        if expires - issued > MAX_LIFE {
            return Err(ApiError::TOKEN_LIVES_TOO_LONG);
        }
        if issued.max(not_before) > now + MAX_AHEAD {
            return Err(ApiError::TOKEN_FROM_THE_FUTURE);
        }
        if expires <= now {
            return Err(ApiError::TOKEN_EXPIRED);
        }
        Ok(())
    }

    fn time(&self, claim: &str) -> Result<Option<f64>, ApiError> {
        let Some(value) = self.claims.get(claim) else { return Ok(None) };
        value.as_f64().map(Some).ok_or(ApiError::UNREADABLE_TOKEN)
    }

    /// The account's id. Two of the vendor's SDKs write it as a string.
    fn issuer(&self) -> Result<u64, ApiError> {
        match self.claims.get("iss") {
            Some(Value::Number(number)) => number.as_u64(),
            Some(Value::String(text)) => text.parse().ok(),
            _ => None,
        }
        .ok_or(ApiError::UNREADABLE_TOKEN)
    }
}

fn json_part(part: &str) -> Option<Map<String, Value>> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

/// A token's times may have fractions of a second.
fn seconds(time: Timestamp) -> f64 {
    time.as_duration().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use serde_json::json;

    use super::*;

    static KEY: LazyLock<ServiceKey> = LazyLock::new(ServiceKey::generate);
    const NOW: i64 = 1_800_000_000;

    fn sign(header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature = URL_SAFE_NO_PAD.encode(KEY.sign(signed.as_bytes()));
        format!("{signed}.{signature}")
    }

    fn header() -> Value {
        json!({"typ": "JWT", "alg": "RS256", "kid": "key"})
    }

    fn check(text: &str) -> Result<u64, u32> {
        let now = Timestamp::from_second(NOW).unwrap();
        Token::read(text).and_then(|token| token.check(&KEY, now)).map_err(|error| error.code)
    }

    fn claims(claims: &Value) -> Result<u64, u32> {
        check(&sign(&header(), claims))
    }

    #[test]
    fn the_issuer_may_be_a_number_or_a_text() {
        assert_eq!(claims(&json!({"iss": 7, "iat": NOW, "exp": NOW + 64})), Ok(7));
        assert_eq!(claims(&json!({"iss": "7", "iat": NOW - 5, "nbf": NOW, "exp": NOW + 60})), Ok(7));
        for issuer in [json!(-7), json!(7.5), json!("seven"), json!(null), json!(["7"])] {
            assert_eq!(claims(&json!({"iss": issuer, "iat": NOW, "exp": NOW + 64})), Err(447), "{issuer}");
        }
    }

    #[test]
    fn times_are_checked_to_the_second() {
        let cases = [
            (NOW, NOW + 3600, Ok(7)),
            (NOW, NOW + 3601, Err(454)),
            (NOW + 60, NOW + 120, Ok(7)),
            (NOW + 61, NOW + 120, Err(455)),
            (NOW - 60, NOW + 1, Ok(7)),
            (NOW - 60, NOW, Err(456)),
        ];
        for (issued, expires, expected) in cases {
            assert_eq!(
                claims(&json!({"iss": 7, "iat": issued, "exp": expires})),
                expected,
                "{issued} {expires}"
            );
        }
        assert_eq!(claims(&json!({"iss": 7, "iat": NOW, "nbf": NOW + 99, "exp": NOW + 100})), Err(455));
        assert_eq!(claims(&json!({"iss": 7, "iat": NOW})), Err(447));
        assert_eq!(claims(&json!({"iss": 7, "iat": "now", "exp": NOW + 60})), Err(447));
        assert_eq!(claims(&json!({"iss": 7, "iat": 1e308, "exp": -1e308})), Err(455));
    }

    #[test]
    fn forged_tokens_are_rejected() {
        let good = sign(&header(), &json!({"iss": 7, "iat": NOW, "exp": NOW + 64}));
        let (signed, signature) = good.rsplit_once('.').unwrap();
        let other_claims = URL_SAFE_NO_PAD.encode(json!({"iss": 8, "iat": NOW, "exp": NOW + 64}).to_string());
        let (head, _) = signed.split_once('.').unwrap();
        assert_eq!(check(&format!("{head}.{other_claims}.{signature}")), Err(100));
        assert_eq!(check(&format!("{signed}.")), Err(100));
        for algorithm in ["none", "HS256", "rs256", "PS256"] {
            let forged = sign(
                &json!({"alg": algorithm, "kid": "key"}),
                &json!({"iss": 7, "iat": NOW, "exp": NOW + 64}),
            );
            assert_eq!(check(&forged), Err(100), "{algorithm}");
        }
    }

    #[test]
    fn malformed_tokens_get_the_code_for_their_format() {
        for text in ["", ".", "..", "a.b.c", "e30.e30", "e30.e30.!!", "W10.e30.", "e30.e30.AA=="] {
            assert_eq!(Token::read(text).map(|_| ()), Err(ApiError::UNREADABLE_TOKEN), "{text}");
        }
        let no_key = Token::read("e30.e30.AA").unwrap();
        assert_eq!(no_key.key_id(), Err(ApiError::INVALID_KEY_ID));
    }
}
