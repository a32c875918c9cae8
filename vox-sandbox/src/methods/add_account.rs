//! `AddAccount`.

use vox_accounts::{AddAccount, AddAccountResponse, RecordStorage};
use vox_core::Record as _;

use super::filter::check_known;
use super::set::set;
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::state::account::Account;
use crate::state::profile::{Notifications, Profile};

impl Handler for AddAccount {
    fn handle(self, parent: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.language_code, ApiError::INVALID_LANGUAGE)?;
        let storage = storage_parts(self.record_storage)?;
        let currency = context.accounts.get(parent.account).map(|account| account.money.currency.clone());
        let mut account =
            Account::new(self.account_name, self.account_email, self.account_password, context.now);
        account.parent = Some(parent.account);
        account.active = self.active.unwrap_or(false);
        account.profile = Profile {
            first_name: self.account_first_name,
            last_name: self.account_last_name,
            custom_data: self.account_custom_data,
            notifications: Notifications {
                account: self.account_notifications.unwrap_or(false),
                tariff_changing: self.tariff_changing_notifications.unwrap_or(false),
                news: self.news_notifications.unwrap_or(false),
            },
            min_balance_to_notify: self.min_balance_to_notify,
            record_storage_id: storage.0,
            record_storage_name: storage.1,
            ..account.profile
        };
        set(&mut account.money.currency, currency);
        set(&mut account.profile.language_code, self.language_code);
        set(&mut account.profile.location, self.location);
        let added = context.accounts.add(account)?;
        let mut response = AddAccountResponse::blank();
        response.account_id = added.id;
        response.api_key = Some(added.api_key.clone());
        response.active = Some(added.active);
        Ok(response)
    }
}

/// The storage's id and name. Ids are strings in requests and numbers in responses.
fn storage_parts(storage: Option<RecordStorage>) -> Result<(Option<u64>, Option<String>), ApiError> {
    match storage {
        None => Ok((None, None)),
        Some(RecordStorage::Name(name)) => Ok((None, Some(name))),
        Some(RecordStorage::Id(id)) => {
            let id = id.parse().map_err(|_| ApiError::INVALID_RECORD_STORAGE)?;
            Ok((Some(id), None))
        }
    }
}
