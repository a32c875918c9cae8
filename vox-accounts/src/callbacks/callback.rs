//! A request's callbacks and what all of them have.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use vox_core::Decimal;

use super::payload::CallbackPayload;
use super::wire;
use crate::LanguageCode;

/// The body of a request to the account's `callback_url`: one or several callbacks.
///
/// Source: the structure `AccountCallbacks`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct AccountCallbacks {
    /// The callbacks.
    pub callbacks: Vec<AccountCallback>,
}

/// Something that happened to an account.
///
/// Nothing in it is to be trusted before `verify` (feature `callbacks`) has accepted it.
///
/// Source: the structure `AccountCallback`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct AccountCallback {
    /// The callback's number.
    pub callback_id: u64,
    /// What happened: `min_balance`, `account_is_frozen`, ... On the wire: `type`.
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
    /// The currency of the account: `USD`, `EUR`, `RUR` (the API does not say `RUB`), ...
    pub currency: Option<String>,
    /// What is known about it.
    pub payload: CallbackPayload,
}

impl AccountCallbacks {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// Where it is not JSON, has no list of callbacks, or one of them lacks what all callbacks have.
    pub fn from_json(body: &[u8]) -> Result<Self, InvalidCallbacks> {
        serde_json::from_slice(body).map_err(|error| InvalidCallbacks { reason: reason(&error) })
    }
}

impl<'de> Deserialize<'de> for AccountCallbacks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire::AccountCallbacks { callbacks } = Deserialize::deserialize(deserializer)?;
        let read = |(index, wire::Raw(json)): (usize, &wire::Raw)| {
            AccountCallback::read(json)
                .map_err(|error| D::Error::custom(format_args!("callbacks[{index}]: {}", reason(&error))))
        };
        Ok(Self { callbacks: callbacks.0.iter().enumerate().map(read).collect::<Result<_, _>>()? })
    }
}

impl AccountCallback {
    fn read(json: &RawValue) -> Result<Self, serde_json::Error> {
        let common: wire::AccountCallback = serde_json::from_str(json.get())?;
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(json.get())?;
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
        Self::read(&json).map_err(|error| D::Error::custom(reason(&error)))
    }
}

/// The decoder's reason. The place is of use only where the text is no JSON: otherwise it is where a part ends.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(reason) if error.is_data() => reason.to_owned(),
        _ => message,
    }
}

/// A body that is no list of account callbacks.
///
/// The message says where it is not one and what was expected, never what was found there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidCallbacks {
    reason: String,
}

impl fmt::Display for InvalidCallbacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the body holds no account callbacks: {}", self.reason)
    }
}

impl std::error::Error for InvalidCallbacks {}

#[cfg(test)]
mod tests {
    use super::AccountCallbacks;
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
    fn errors_say_where_without_values() {
        let start = "the body holds no account callbacks: ";
        assert_eq!(error("{"), format!("{start}EOF while parsing an object at line 1 column 1"));
        assert_eq!(
            error(r#""hunter2""#),
            format!("{start}expected an object (AccountCallbacks), found a text")
        );
        assert_eq!(error("{}"), format!("{start}the field `callbacks` is missing"));
        assert_eq!(error(r#"{"callbacks": null}"#), format!("{start}the field `callbacks` is missing"));
        assert_eq!(error(r#"{"callbacks": "hunter2"}"#), format!("{start}expected a list, found a text"));
        let second = |callback: &str| {
            let first = r#"{"callback_id": 1, "type": "js_fail", "account_id": 1, "hash": ""}"#;
            error(&format!(r#"{{"callbacks": [{first}, {callback}]}}"#))
        };
        assert_eq!(
            second("[4711]"),
            format!("{start}callbacks[1]: expected an object (AccountCallback), found a list")
        );
        assert_eq!(
            second(r#"{"callback_id": 1, "account_id": 1, "type": "hunter2"}"#),
            format!("{start}callbacks[1]: the field `hash` is missing")
        );
        assert_eq!(
            second(r#"{"callback_id": "hunter2"}"#),
            format!("{start}callbacks[1]: expected a whole number, found a text")
        );
    }
}
