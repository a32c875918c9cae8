//! `SetKeyValueItem`: writes an item of a key-value storage.
//!
//! Roles: Owner, Admin, Developer. Source: the method `SetKeyValueItem` of the API's section KeyValueStorage.

use vox_core::prelude::*;

use super::KeyValueItems;

/// Writes an item of the key-value storage of an application.
///
/// An item with the same key is replaced. The sources contradict each other on `expiry`: they require it, and they state its
/// default. It is optional here.
///
/// ```
/// use vox_api::key_value_storage::{Expiry, SetKeyValueItem};
/// use vox_api::prelude::*;
///
/// let item = SetKeyValueItem::builder().key("order:7").value("paid").application_id(5);
/// let request = item.expiry(Expiry::After(3600)).build();
/// assert_eq!(request.to_form().as_bytes(), b"key=order%3A7&value=paid&application_id=5&ttl=3600");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SetKeyValueItem",
    roles = [Owner, Admin, Developer],
    response = SetKeyValueItemResponse,
    kind = write,
    ack = none,
)]
pub struct SetKeyValueItem {
    /// The key, of at most 200 characters: Latin and Cyrillic letters, digits, and `_-:;.#+`. A colon may end a namespace:
    /// `order:7`.
    #[param(max_len = 200, pattern = "[a-zA-Z0-9а-яА-ЯёЁ_\\-:;.#+]*", secret = false)]
    pub key: String,
    /// The value, of at most 2000 characters.
    #[param(max_len = 2000)]
    pub value: String,
    /// The application's id.
    pub application_id: u64,
    /// The application's name.
    pub application_name: Option<String>,
    /// When the item expires.
    #[param(one_of)]
    pub expiry: Option<Expiry>,
}

/// When an item of a key-value storage expires.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Expiry {
    /// After this many seconds, 90 days at most: the parameter `ttl`. The default is 30 days.
    #[param(name = "ttl", max = 7776000, default = 2592000)]
    After(u64),
    /// At this time: the parameter `expires_at`.
    #[param(name = "expires_at")]
    At(UnixTime),
}

/// The response of [`SetKeyValueItem`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SetKeyValueItemResponse {
    /// The item as stored. Its `expires_at` is a time also where the request has a number of seconds.
    pub result: Option<KeyValueItems>,
}

#[cfg(test)]
mod tests {
    use vox_core::{MethodExt, Timestamp};

    use super::{Expiry, SetKeyValueItem};

    fn item(key: &str, expiry: Expiry) -> SetKeyValueItem {
        SetKeyValueItem::builder().key(key).value("v").application_id(5).expiry(expiry).build()
    }

    #[test]
    fn a_moment_is_sent_in_unix_time() {
        let moment: Timestamp = "2026-01-31T18:05:00Z".parse().unwrap();
        let request = item("k", Expiry::At(moment.into()));
        assert_eq!(request.to_form().as_bytes(), b"key=k&value=v&application_id=5&expires_at=1769882700");
    }

    #[test]
    fn an_item_is_kept_for_90_days_at_most() {
        assert!(item("order:7", Expiry::After(7_776_000)).validate().is_ok());
        let violations = item("order:7", Expiry::After(7_776_001)).validate().unwrap_err();
        assert_eq!(violations.to_string(), "- `ttl` must be at most 7776000; found `7776001`");
    }

    #[test]
    fn keys_have_letters_digits_and_some_signs() {
        for key in ["order:7", "заказ_Ё-1;2.3#+"] {
            assert!(item(key, Expiry::After(1)).validate().is_ok(), "{key}");
        }
        for key in ["a/b", "a b", "é"] {
            assert!(item(key, Expiry::After(1)).validate().is_err(), "{key}");
        }
    }
}
