//! The callbacks of a request, with the fields of all types.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;
use vox_core::error::DecodeError;
use vox_core::{Decimal, Record};

use super::payload::{self, CallbackPayload};
use super::wire;
use crate::LanguageCode;

/// The body of a request to the account's `callback_url`: one or several callbacks.
///
/// Source: the structure `AccountCallbacks`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AccountCallbacks {
    /// The callbacks.
    pub callbacks: Vec<AccountCallback>,
    /// The callbacks without the fields that all callbacks must have; usually none.
    pub unreadable: Vec<UnreadableCallback>,
}

/// A callback: an event of an account.
///
/// Do not trust it before `verify` (feature `callbacks`) has accepted it.
///
/// Source: the structure `AccountCallback`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AccountCallback {
    /// The callback's number.
    pub callback_id: u64,
    /// The type: `min_balance`, `account_is_frozen`, ... On the wire: `type`.
    pub kind: String,
    /// The account's id.
    pub account_id: u64,
    /// The MD5 hash of salt, account id, API key and callback id, as hexadecimal digits. `verify` checks it.
    pub hash: String,
    /// The account's name.
    pub account_name: Option<String>,
    /// The account's e-mail address.
    pub account_email: Option<String>,
    /// The language of notifications.
    pub language_code: Option<LanguageCode>,
    /// The owner's first name.
    pub account_first_name: Option<String>,
    /// The owner's last name.
    pub account_last_name: Option<String>,
    /// The account's money, in its currency.
    pub balance: Option<Decimal>,
    /// The currency of the account: `USD`, `EUR`, `RUR` (not `RUB`), ...
    pub currency: Option<String>,
    /// The details of the event.
    pub payload: CallbackPayload,
}

/// A callback without the fields that all callbacks must have.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnreadableCallback {
    /// Its index in the request, not counting nulls.
    pub index: usize,
    /// The field that is missing or does not decode.
    pub error: DecodeError,
    /// The callback. JSON that `serde_json` cannot hold becomes the string of its text.
    pub json: Value,
}

impl AccountCallbacks {
    /// Decodes the body of a request.
    ///
    /// A byte order mark is skipped; invalid UTF-8 and lone surrogates become U+FFFD.
    ///
    /// # Errors
    /// The body is not JSON, or has no list of callbacks. A callback that cannot be read is added to
    /// [`unreadable`](Self::unreadable), and does not affect the others.
    pub fn from_json(body: &[u8]) -> Result<Self, InvalidCallbacks> {
        let wire = wire::AccountCallbacks::from_json(body).map_err(|error| InvalidCallbacks { error })?;
        let mut found = Self { callbacks: Vec::new(), unreadable: Vec::new() };
        for (index, wire::Raw(json)) in wire.callbacks.0.iter().enumerate() {
            match AccountCallback::read(json) {
                Ok(callback) => found.callbacks.push(callback),
                Err(error) => {
                    let json = payload::value(json);
                    found.unreadable.push(UnreadableCallback { index, error, json });
                }
            }
        }
        Ok(found)
    }
}

impl<'de> Deserialize<'de> for AccountCallbacks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        Self::from_json(json.get().as_bytes()).map_err(D::Error::custom)
    }
}

impl AccountCallback {
    /// Decodes a callback. A value that does not decode is absent, unless its field is required.
    fn read(json: &str) -> Result<Self, DecodeError> {
        let common = match wire::AccountCallback::from_json_lenient(json.as_bytes()) {
            Ok(common) => common,
            // Strict decoding reports a wrong value; lenient decoding reports its field as missing.
            Err(error) => {
                return Err(wire::AccountCallback::from_json(json.as_bytes()).err().unwrap_or(error));
            }
        };
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(json).unwrap_or_default();
        Ok(Self {
            payload: CallbackPayload::read(&common.kind, json, &fields),
            callback_id: common.callback_id,
            kind: common.kind,
            account_id: common.account_id,
            hash: common.hash,
            account_name: common.account_name,
            account_email: common.account_email,
            language_code: common.language_code,
            account_first_name: common.account_first_name,
            account_last_name: common.account_last_name,
            balance: common.balance,
            currency: common.currency,
        })
    }
}

impl<'de> Deserialize<'de> for AccountCallback {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        Self::read(json.get()).map_err(D::Error::custom)
    }
}

/// The body does not hold a list of account callbacks.
///
/// The message states the path and the expected value, never the value found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidCallbacks {
    error: DecodeError,
}

impl fmt::Display for InvalidCallbacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the body holds no account callbacks: {}", self.error)
    }
}

impl std::error::Error for InvalidCallbacks {}

#[cfg(test)]
mod tests {
    use super::{AccountCallbacks, CallbackPayload};
    use crate::LanguageCode;
    use vox_core::Decimal;

    fn error(body: &str) -> String {
        AccountCallbacks::from_json(body.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn the_common_fields_are_read() {
        let body = r#"{"callbacks": [null, {"type": "card_expired", "callback_id": "18446744073709551615",
            "account_id": 7, "hash": "ab", "account_name": "n", "account_email": "e", "language_code": "en",
            "account_first_name": "f", "account_last_name": null, "balance": 1234567890123456.789, "new": [{}],
            "currency": "EUR", "card_expired": {}}]}"#;
        let callbacks = AccountCallbacks::from_json(body.as_bytes()).unwrap().callbacks;
        assert_eq!(callbacks.len(), 1);
        let callback = &callbacks[0];
        assert_eq!((callback.callback_id, callback.account_id), (u64::MAX, 7));
        assert_eq!((callback.kind.as_str(), callback.hash.as_str()), ("card_expired", "ab"));
        assert_eq!(callback.account_name.as_deref(), Some("n"));
        assert_eq!(callback.account_email.as_deref(), Some("e"));
        assert_eq!(callback.language_code, Some(LanguageCode::En));
        assert_eq!(callback.account_first_name.as_deref(), Some("f"));
        assert_eq!(callback.account_last_name, None);
        assert_eq!(callback.balance, Some(Decimal::from_i128_with_scale(1_234_567_890_123_456_789, 3)));
        assert_eq!(callback.currency.as_deref(), Some("EUR"));
    }

    #[test]
    fn errors_state_the_path_without_values() {
        let start = "the body holds no account callbacks: ";
        assert_eq!(error("{"), format!("{start}not JSON, or cut off (line 1, column 1)"));
        assert_eq!(
            error(r#""hunter2""#),
            format!("{start}expected an object (AccountCallbacks), found a string")
        );
        assert_eq!(error("{}"), format!("{start}expected an object, found nothing"));
        assert_eq!(error(r#"{"a": 1}"#), format!("{start}the field `callbacks` is missing"));
        assert_eq!(error(r#"{"callbacks": null}"#), format!("{start}the field `callbacks` is missing"));
        assert_eq!(
            error(r#"{"callbacks": "hunter2"}"#),
            format!("{start}callbacks: expected a list, found a string")
        );
    }

    const GOOD: &str = r#"{"callback_id": 1, "type": "js_fail", "account_id": 1, "hash": ""}"#;

    #[test]
    fn an_unreadable_callback_does_not_affect_the_others() {
        let third = |callback: &str| {
            let body = format!(r#"{{"callbacks": [{GOOD}, null, {callback}, {GOOD}]}}"#);
            let mut found = AccountCallbacks::from_json(body.as_bytes()).unwrap();
            assert_eq!(found.callbacks.len(), 2, "{callback}");
            let unreadable = found.unreadable.remove(0);
            assert_eq!(unreadable.index, 1);
            assert_eq!(unreadable.json, serde_json::from_str::<serde_json::Value>(callback).unwrap());
            unreadable.error.to_string()
        };
        assert_eq!(third("[4711]"), "expected an object (AccountCallback), found a list");
        assert_eq!(
            third(r#"{"callback_id": 1, "account_id": 1, "type": "hunter2"}"#),
            "the field `hash` is missing"
        );
        assert_eq!(
            third(r#"{"callback_id": "hunter2"}"#),
            "callback_id: expected a whole number, found a string"
        );
    }

    #[test]
    fn a_value_that_does_not_decode_is_absent() {
        let body = format!(
            r#"{{"callbacks": [{GOOD}, {{"callback_id": 2, "type": "min_balance", "account_id": 7, "hash": "h",
                "balance": "n/a", "account_name": ["x"], "currency": "USD",
                "min_balance": {{"is_min_credit": "often", "is_repeated": true}}}}]}}"#
        );
        let found = AccountCallbacks::from_json(body.as_bytes()).unwrap();
        assert!(found.unreadable.is_empty());
        let callback = &found.callbacks[1];
        assert_eq!((callback.balance, callback.account_name.as_deref()), (None, None));
        assert_eq!(callback.currency.as_deref(), Some("USD"));
        let CallbackPayload::MinBalance(alert) = &callback.payload else { panic!("{callback:?}") };
        assert_eq!((alert.is_min_credit, alert.is_repeated), (None, Some(true)));
    }

    #[test]
    fn a_byte_order_mark_and_half_an_emoji_are_tolerated() {
        let body = "\u{feff}{\"callbacks\": [{\"callback_id\": 1, \"type\": \"sms_inbound\", \"account_id\": 1, \
                    \"hash\": \"\", \"account_first_name\": \"a\\ud83d\", \"sms_inbound\": {\"sms_body\": \"hi \\ud83d\"}}]}";
        let callbacks = AccountCallbacks::from_json(body.as_bytes()).unwrap().callbacks;
        assert_eq!(callbacks[0].account_first_name.as_deref(), Some("a\u{fffd}"));
        let CallbackPayload::SmsInbound(sms) = &callbacks[0].payload else { panic!("{callbacks:?}") };
        assert_eq!(sms.sms_body.as_deref(), Some("hi \u{fffd}"));
    }
}
