//! Secrets of applications, with and without their values.

use vox_api::secrets::{GetSecretValueResult, SecretListItem};
use vox_core::Record as _;

use super::whole_seconds;
use crate::state::resources::secret::ApplicationSecret;

pub(crate) fn secret_value(id: u64, secret: &ApplicationSecret) -> GetSecretValueResult {
    let mut record = GetSecretValueResult::blank();
    record.secret_id = Some(id);
    record.secret_name = Some(secret.name.clone());
    record.secret_value = secret.value.clone();
    record.description.clone_from(&secret.description);
    record.created = whole_seconds(secret.created);
    record.modified = whole_seconds(secret.modified);
    record
}

pub(crate) fn secret_list_item(id: u64, secret: &ApplicationSecret) -> SecretListItem {
    let mut record = SecretListItem::blank();
    record.secret_id = Some(id);
    record.secret_name = Some(secret.name.clone());
    record.description.clone_from(&secret.description);
    record.created = whole_seconds(secret.created);
    record.modified = whole_seconds(secret.modified);
    record
}
