//! The section `KeyValueStorage`: items of applications, each for a limited time.

use vox_api::key_value_storage::{
    DelKeyValueItem, Expiry, GetKeyValueItem, GetKeyValueItemResponse, GetKeyValueItems,
    GetKeyValueItemsResponse, GetKeyValueKeys, GetKeyValueKeysResponse, KeyValueItems, KeyValueKeys,
    SetKeyValueItem, SetKeyValueItemResponse,
};
use vox_core::{Record as _, UnixTime};

use super::filter::page;
use super::{Context, Endpoint, Handler, endpoint, lookup};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::state::resources::key_values::{KeyValue, KeyValues};

/// How long an item is kept by default, in seconds: 30 days.
const DEFAULT_LIFE: i64 = 30 * 86_400;
/// How long an item is kept at most, in seconds: 90 days.
const MAX_LIFE: i64 = 90 * 86_400;
/// The default length of a page.
const DEFAULT_COUNT: u64 = 10;

const UNKNOWN_KEY: ApiError = ApiError::new(496, "The 'key' parameter is invalid.");
const INVALID_EXPIRY: ApiError = ApiError::new(496, "The 'expires_at' parameter is invalid.");

pub(super) fn endpoints() -> [Endpoint; 5] {
    [
        endpoint::<SetKeyValueItem>(),
        endpoint::<DelKeyValueItem>(),
        endpoint::<GetKeyValueItem>(),
        endpoint::<GetKeyValueItems>(),
        endpoint::<GetKeyValueKeys>(),
    ]
}

impl Handler for SetKeyValueItem {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let expires_at = expiry(self.expiry.as_ref(), context.now.as_second())?;
        let (application, items) =
            storage(self.application_id, self.application_name.as_ref(), caller, context)?;
        let item = KeyValue { value: self.value, expires_at };
        let mut response = SetKeyValueItemResponse::blank();
        response.result = Some(record(&self.key, &item));
        items.set(application, self.key, item);
        Ok(response)
    }
}

/// When an item expires that is set now.
fn expiry(wanted: Option<&Expiry>, now: i64) -> Result<UnixTime, ApiError> {
    let life = match wanted {
        None => DEFAULT_LIFE,
        Some(Expiry::After(seconds)) => i64::try_from(*seconds).unwrap_or(MAX_LIFE),
        Some(Expiry::At(time)) if time.seconds() > now => time.seconds() - now,
        Some(Expiry::At(_)) => return Err(INVALID_EXPIRY),
    };
    if life > MAX_LIFE {
        return Err(INVALID_EXPIRY);
    }
    UnixTime::from_seconds(now + life).ok_or(INVALID_EXPIRY)
}

impl Handler for DelKeyValueItem {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let (application, items) =
            storage(self.application_id, self.application_name.as_ref(), caller, context)?;
        items.remove(application, &self.key).map(drop).ok_or(UNKNOWN_KEY.into())
    }
}

impl Handler for GetKeyValueItem {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let (application, items) =
            storage(self.application_id, self.application_name.as_ref(), caller, context)?;
        let item = items.get(application, &self.key).ok_or(UNKNOWN_KEY)?;
        let mut response = GetKeyValueItemResponse::blank();
        response.result = Some(record(&self.key, item));
        Ok(response)
    }
}

impl Handler for GetKeyValueItems {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let (application, items) =
            storage(self.application_id, self.application_name.as_ref(), caller, context)?;
        let found: Vec<_> = items.with_prefix(application, &self.key).collect();
        let mut response = GetKeyValueItemsResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(key, item)| record(key, item))
            .collect();
        Ok(response)
    }
}

impl Handler for GetKeyValueKeys {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let (application, items) =
            storage(self.application_id, self.application_name.as_ref(), caller, context)?;
        let prefix = self.key.unwrap_or_default();
        let found: Vec<_> = items.with_prefix(application, &prefix).collect();
        let mut response = GetKeyValueKeysResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(key, item)| {
                let mut record = KeyValueKeys::blank();
                record.key = Some((*key).to_owned());
                record.expires_at = Some(item.expires_at);
                record
            })
            .collect();
        Ok(response)
    }
}

/// The id of the named application and the items of the account's applications, without those that have expired.
fn storage<'c>(
    application_id: u64,
    application_name: Option<&String>,
    caller: Caller,
    context: &'c mut Context<'_>,
) -> Result<(u64, &'c mut KeyValues), ApiError> {
    let now = context.now.as_second();
    let account = context.account(caller)?;
    let application = lookup::application_with_name(application_id, application_name, account)?;
    let items = &mut account.resources.key_values;
    items.remove_expired(now);
    Ok((application, items))
}

fn record(key: &str, item: &KeyValue) -> KeyValueItems {
    let mut record = KeyValueItems::blank();
    record.key = Some(key.to_owned());
    record.value = Some(item.value.clone());
    record.expires_at = Some(item.expires_at);
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::lookup::tests::{IVR, OF_CHILD, SHOP, accounts_with_applications};
    use crate::methods::tests::{PARENT, call_in, now};
    use crate::state::accounts::Accounts;

    fn item(key: &str, expiry: Option<Expiry>) -> SetKeyValueItem {
        SetKeyValueItem {
            key: key.into(),
            value: format!("value of {key}"),
            application_id: IVR,
            application_name: None,
            expiry,
        }
    }

    fn at(seconds_from_now: i64) -> UnixTime {
        UnixTime::from_seconds(now().as_second() + seconds_from_now).unwrap()
    }

    fn get(key: &str) -> GetKeyValueItem {
        GetKeyValueItem { key: key.into(), application_id: IVR, application_name: None }
    }

    /// The keys with this beginning.
    fn keys(accounts: &mut Accounts, request: GetKeyValueKeys) -> Vec<String> {
        let found = call_in(accounts, request).unwrap().result;
        found.into_iter().filter_map(|found| found.key).collect()
    }

    fn all_keys() -> GetKeyValueKeys {
        GetKeyValueKeys { application_id: IVR, key: None, count: None, offset: None, application_name: None }
    }

    #[test]
    fn an_item_has_the_time_at_which_it_expires() {
        let mut accounts = accounts_with_applications();
        for (expiry, expected) in [
            (None, Ok(at(2_592_000))),
            (Some(Expiry::After(60)), Ok(at(60))),
            (Some(Expiry::After(7_776_000)), Ok(at(7_776_000))),
            (Some(Expiry::At(at(1))), Ok(at(1))),
            (Some(Expiry::At(at(7_776_000))), Ok(at(7_776_000))),
            (Some(Expiry::At(at(7_776_001))), Err(496)),
            (Some(Expiry::At(at(0))), Err(496)),
            (Some(Expiry::At(UnixTime::from_seconds(i64::from(i32::MIN)).unwrap())), Err(496)),
        ] {
            let set = call_in(&mut accounts, item("a", expiry.clone()));
            let set = set.map(|response| response.result.unwrap().expires_at.unwrap());
            assert_eq!(set, expected, "{expiry:?}");
        }
    }

    #[test]
    fn an_item_is_replaced_read_and_deleted() {
        let mut accounts = accounts_with_applications();
        call_in(&mut accounts, item("a", None)).unwrap();
        let second = SetKeyValueItem { value: "second".into(), ..item("a", Some(Expiry::After(60))) };
        let set = call_in(&mut accounts, second).unwrap().result;
        assert_eq!(set.as_ref().and_then(|item| item.value.as_deref()), Some("second"));
        assert_eq!(call_in(&mut accounts, get("a")).unwrap().result, set);
        let delete = || DelKeyValueItem { key: "a".into(), application_id: IVR, application_name: None };
        assert_eq!(call_in(&mut accounts, delete()), Ok(()));
        assert_eq!(call_in(&mut accounts, delete()), Err(496));
        assert_eq!(call_in(&mut accounts, get("a")).map(|_| ()), Err(496));
    }

    #[test]
    fn an_expired_item_is_gone() {
        let mut accounts = accounts_with_applications();
        for (key, expires_at) in [("gone", at(0)), ("there", at(1))] {
            let items = &mut accounts.get_mut(PARENT).unwrap().resources.key_values;
            items.set(IVR, key.into(), KeyValue { value: "v".into(), expires_at });
        }
        assert_eq!(call_in(&mut accounts, get("gone")).map(|_| ()), Err(496));
        assert_eq!(keys(&mut accounts, all_keys()), ["there"]);
    }

    #[test]
    fn items_are_listed_by_prefix_and_page() {
        let mut accounts = accounts_with_applications();
        for number in 0..12 {
            call_in(&mut accounts, item(&format!("order:{number:02}"), None)).unwrap();
        }
        call_in(&mut accounts, item("user:1", None)).unwrap();
        assert_eq!(keys(&mut accounts, all_keys()).len(), 10);
        let tail = GetKeyValueKeys { offset: Some(11), count: Some(50), ..all_keys() };
        assert_eq!(keys(&mut accounts, tail), ["order:11", "user:1"]);
        let users = GetKeyValueKeys { key: Some("user:".into()), ..all_keys() };
        assert_eq!(keys(&mut accounts, users), ["user:1"]);

        let orders = GetKeyValueItems {
            key: "order:".into(),
            application_id: IVR,
            count: Some(2),
            offset: Some(1),
            application_name: None,
        };
        let found = call_in(&mut accounts, orders.clone()).unwrap().result;
        let values: Vec<_> = found.iter().filter_map(|item| item.value.as_deref()).collect();
        assert_eq!(values, ["value of order:01", "value of order:02"]);
        let rest = GetKeyValueItems { count: None, ..orders };
        assert_eq!(call_in(&mut accounts, rest).unwrap().result.len(), 10);
    }

    #[test]
    fn each_application_has_a_storage_of_its_own() {
        let mut accounts = accounts_with_applications();
        call_in(&mut accounts, item("a", None)).unwrap();
        let other = || GetKeyValueItem { application_id: SHOP, ..get("a") };
        assert_eq!(call_in(&mut accounts, other()).map(|_| ()), Err(496));
        let stranger = GetKeyValueItem { application_id: OF_CHILD, ..get("a") };
        assert_eq!(call_in(&mut accounts, stranger).map(|_| ()), Err(116));
        let named = |name: &str| GetKeyValueItem { application_name: Some(name.into()), ..get("a") };
        assert!(call_in(&mut accounts, named("ivr")).is_ok());
        assert_eq!(call_in(&mut accounts, named("shop")).map(|_| ()), Err(107));
        assert_eq!(call_in(&mut accounts, named("nothing")).map(|_| ()), Err(107));
    }
}
