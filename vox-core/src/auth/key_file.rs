//! The credentials file of a service account, from the control panel or `CreateKey`.

use secrecy::SecretString;
use serde_json::{Map, Value};

use crate::error::ConfigError;

/// The content of the file.
pub(super) struct KeyFile {
    pub(super) account_id: u64,
    pub(super) key_id: String,
    pub(super) private_key: SecretString,
}

impl KeyFile {
    /// Reads `{account_email, account_id, key_id, private_key}`, also in the `result` of a saved response.
    pub(super) fn parse(json: &str) -> Result<Self, ConfigError> {
        let mut fields = object(json)?;
        match fields.remove("result") {
            Some(Value::Object(result)) => fields = result,
            // Some sources return the key in a list.
            Some(Value::Array(items)) => {
                if let Ok([Value::Object(result)]) = <[Value; 1]>::try_from(items) {
                    fields = result;
                }
            }
            _ => {}
        }
        // The key is read first, so that it is erased from memory also if another field is invalid.
        let private_key = text(&mut fields, "private_key").map(SecretString::from);
        let account_id = number(&mut fields, "account_id")?;
        let key_id = text(&mut fields, "key_id")?;
        Ok(Self { account_id, key_id, private_key: private_key? })
    }
}

fn object(json: &str) -> Result<Map<String, Value>, ConfigError> {
    match serde_json::from_str(json.trim_start_matches('\u{feff}')) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(ConfigError::new("the credentials are JSON, but not an object")),
        Err(error) => Err(ConfigError::new(format!(
            "the credentials are not JSON (line {}, column {})",
            error.line(),
            error.column()
        ))),
    }
}

fn field(fields: &mut Map<String, Value>, name: &str) -> Result<Value, ConfigError> {
    match fields.remove(name) {
        None | Some(Value::Null) => Err(ConfigError::new(format!("the credentials lack the field `{name}`"))),
        Some(value) => Ok(value),
    }
}

fn text(fields: &mut Map<String, Value>, name: &str) -> Result<String, ConfigError> {
    match field(fields, name)? {
        Value::String(text) if text.trim().is_empty() => {
            Err(ConfigError::new(format!("the credentials' field `{name}` is empty")))
        }
        Value::String(text) => Ok(text),
        _ => Err(ConfigError::new(format!("the credentials' field `{name}` must be a string"))),
    }
}

fn number(fields: &mut Map<String, Value>, name: &str) -> Result<u64, ConfigError> {
    let number = match field(fields, name)? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.ok_or_else(|| {
        ConfigError::new(format!("the credentials' field `{name}` must be a positive whole number"))
    })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    fn message(json: &str) -> String {
        KeyFile::parse(json).err().expect("must be invalid").to_string()
    }

    #[test]
    fn all_forms_in_use_are_read() {
        for json in [
            r#"{"account_email":"a@b.c","account_id":7,"key_id":"k","private_key":"p"}"#,
            r#"{"account_id":"7","key_id":"k","private_key":"p","more":[]}"#,
            r#"{"result":{"account_id":7,"key_id":"k","private_key":"p"}}"#,
            r#"{"result":[{"account_id":7,"key_id":"k","private_key":"p"}]}"#,
            "\u{feff}{\"account_id\":7,\"key_id\":\"k\",\"private_key\":\"p\"}",
        ] {
            let file = KeyFile::parse(json).unwrap_or_else(|error| panic!("{json}: {error}"));
            assert_eq!((file.account_id, file.key_id.as_str()), (7, "k"));
            assert_eq!(file.private_key.expose_secret(), "p");
        }
    }

    #[test]
    fn messages_state_the_mistake() {
        assert_eq!(message("{\n\"a\": }"), "the credentials are not JSON (line 2, column 6)");
        assert_eq!(message("[]"), "the credentials are JSON, but not an object");
        assert_eq!(message(r#"{"result":[]}"#), "the credentials lack the field `account_id`");
        assert_eq!(
            message(r#"{"account_id":7,"private_key":"p"}"#),
            "the credentials lack the field `key_id`"
        );
        assert_eq!(
            message(r#"{"account_id":7,"key_id":"k","private_key":null}"#),
            "the credentials lack the field `private_key`"
        );
        assert!(
            message(r#"{"account_id":"seven","key_id":"k","private_key":"p"}"#)
                .contains("`account_id` must be")
        );
        assert!(
            message(r#"{"account_id":-7,"key_id":"k","private_key":"p"}"#).contains("`account_id` must be")
        );
        assert!(
            message(r#"{"account_id":7,"key_id":1,"private_key":"p"}"#).contains("`key_id` must be a string")
        );
        assert!(message(r#"{"account_id":7,"key_id":" ","private_key":"p"}"#).contains("`key_id` is empty"));
    }

    #[test]
    fn no_message_shows_the_key() {
        for json in [
            r#"{"account_id":7,"private_key":"hunter2"}"#,
            r#"{"account_id":"hunter2","private_key":"hunter2"}"#,
            r#"{"private_key":"hunter2"#,
            r#""hunter2""#,
        ] {
            assert!(!message(json).contains("hunter2"));
        }
    }
}
