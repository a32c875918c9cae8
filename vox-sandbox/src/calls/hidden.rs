//! Secrets out of sight, by what the declarations say is one.

use serde_json::Value;
use vox_core::meta::{FieldType, MethodMeta, RecordMeta};

use crate::auth;

/// What stands for a secret.
pub(super) const HIDDEN: &str = "***";

/// Whether a parameter is a secret. `method` is the declaration, if there is one.
pub(super) fn is_secret_param(method: Option<&MethodMeta>, name: &str) -> bool {
    let declared = method.and_then(|method| method.param(name));
    auth::is_secret(name) || declared.map_or_else(|| sounds_secret(name), |param| param.meta.is_secret())
}

/// A name that no declaration knows may be that of a misspelt secret.
fn sounds_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["pas", "key", "secret", "salt", "token", "session"].iter().any(|word| name.contains(word))
}

/// Hides the secrets of an answer. What no declaration knows is hidden by its name.
pub(super) fn hide(value: &mut Value, record: Option<&RecordMeta>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let field = record.and_then(|record| record.fields.iter().find(|field| field.name == name));
                if field.map_or_else(|| sounds_secret(name), |field| field.secret) {
                    *value = HIDDEN.into();
                } else {
                    hide(value, field.and_then(|field| record_of(&(field.value)())));
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| hide(item, record)),
        _ => {}
    }
}

/// The structure that a field, or each of its items, has.
fn record_of(field: &FieldType) -> Option<&'static RecordMeta> {
    match field {
        FieldType::Record(record) => Some(record),
        FieldType::List(item) => record_of(item),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vox_accounts::GetChildrenAccounts;
    use vox_core::{Method, Record};

    use super::*;

    #[test]
    fn secrets_of_answers_are_hidden_wherever_they_are() {
        type Response = <GetChildrenAccounts as Method>::Response;
        let mut answer = json!({
            "result": [{"account_id": 1, "api_key": "k1", "callback_salt": "k2", "account_name": "child"}],
            "unknown": {"new_password": "k3", "currency": "USD"},
        });
        hide(&mut answer, Some(Response::META));
        assert_eq!(
            answer,
            json!({
                "result": [{"account_id": 1, "api_key": "***", "callback_salt": "***", "account_name": "child"}],
                "unknown": {"new_password": "***", "currency": "USD"},
            })
        );
    }
}
