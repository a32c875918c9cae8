//! Masks secrets, as the declarations define them.

use serde_json::Value;
use vox_core::meta::{FieldType, MethodMeta, RecordMeta, ResponseMeta};

use crate::auth;

/// What replaces a secret.
pub(super) const MASK: &str = "***";

/// Whether a parameter is or may be a secret: no declaration states what an undeclared one is. `method` is the declaration
/// of the method, if there is one.
pub(super) fn is_secret_param(method: Option<&MethodMeta>, name: &str) -> bool {
    let declared = method.and_then(|method| method.param(name));
    auth::is_secret(name)
        || match declared {
            Some(param) => param.meta.is_secret(),
            None => name != "cmd" && !auth::names_account(name),
        }
}

/// Whether an undeclared member of a response may be a secret.
fn sounds_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["pas", "key", "secret", "salt", "token", "session"].iter().any(|word| name.contains(word))
}

/// Masks the secrets of a response. Undeclared members are masked by their names.
pub(super) fn mask(value: &mut Value, declared: Option<ResponseMeta>) {
    // Of several records, the response is the first that has one of its members.
    let has_member = |record: &&RecordMeta| record.fields.iter().any(|field| value.get(field.name).is_some());
    let record = declared.into_iter().flat_map(ResponseMeta::records).find(has_member);
    mask_as(value, record.map(FieldType::Record).as_ref());
}

/// Masks the secrets of a value of this type; `None` if no declaration states it.
fn mask_as(value: &mut Value, field_type: Option<&FieldType>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let field = match field_type.map(item_of) {
                    Some(FieldType::Map(value_type)) => {
                        mask_as(value, Some(value_type));
                        continue;
                    }
                    Some(FieldType::Record(record)) => record.field(name),
                    _ => None,
                };
                if field.map_or_else(|| sounds_secret(name), |field| field.secret) {
                    *value = MASK.into();
                } else {
                    mask_as(value, field.map(|field| (field.value)()).as_ref());
                }
            }
        }
        Value::Array(items) => {
            let item = field_type.map(item_of);
            for value in items {
                mask_as(value, item);
            }
        }
        _ => {}
    }
}

/// The type of the items of a list, also of one in another list; any other type itself.
fn item_of(field_type: &FieldType) -> &FieldType {
    match field_type {
        FieldType::List(item) => item_of(item),
        field_type => field_type,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vox_accounts::GetChildrenAccounts;
    use vox_core::Method;
    use vox_core::Record as _;

    use super::*;

    #[test]
    fn secrets_of_responses_are_masked_at_every_depth() {
        type Response = <GetChildrenAccounts as Method>::Response;
        let mut body = json!({
            "result": [{"account_id": 1, "api_key": "k1", "callback_salt": "k2", "account_name": "child"}],
            "unknown": {"new_password": "k3", "currency": "USD"},
        });
        mask(&mut body, Some(ResponseMeta::Record(Response::META)));
        assert_eq!(
            body,
            json!({
                "result": [{"account_id": 1, "api_key": "***", "callback_salt": "***", "account_name": "child"}],
                "unknown": {"new_password": "***", "currency": "USD"},
            })
        );
    }
}
