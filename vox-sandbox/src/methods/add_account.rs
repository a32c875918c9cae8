//! `AddAccount`.

use serde_json::{Value, json};
use vox_accounts::{AddAccount, LanguageCode, RecordStorage};
use vox_core::TextEnum as _;

use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{Failure, Failures};
use crate::state::account::{Account, Notifications};

impl Handler for AddAccount {
    fn handle(self, parent: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        check_language(self.language_code.as_ref())?;
        let storage = storage_parts(self.record_storage)?;
        let currency = context.accounts.get(parent.account).map(|account| account.money.currency.clone());
        let mut account =
            Account::new(self.account_name, self.account_email, self.account_password, context.now);
        account.parent = Some(parent.account);
        account.active = self.active.unwrap_or(false);
        account.first_name = self.account_first_name;
        account.last_name = self.account_last_name;
        account.custom_data = self.account_custom_data;
        account.notifications = Notifications {
            account: self.account_notifications.unwrap_or(false),
            tariff_changing: self.tariff_changing_notifications.unwrap_or(false),
            news: self.news_notifications.unwrap_or(false),
        };
        account.money.min_balance_to_notify = self.min_balance_to_notify;
        (account.record_storage_id, account.record_storage_name) = storage;
        if let Some(currency) = currency {
            account.money.currency = currency;
        }
        if let Some(language) = self.language_code {
            account.language_code = language.to_string();
        }
        if let Some(location) = self.location {
            account.location = location;
        }
        let added = context.accounts.add(account)?;
        Ok(json!({
            "result": 1,
            "account_id": added.id,
            "api_key": added.api_key.expose(),
            "active": added.active,
        }))
    }
}

/// The list of languages is closed on the server, open in the declaration.
fn check_language(language: Option<&LanguageCode>) -> Result<(), Failure> {
    let unknown = language.is_some_and(|language| language.as_other().is_some());
    if unknown { Err(Failure::INVALID_LANGUAGE) } else { Ok(()) }
}

/// The storage's id and name. Ids are texts in requests and numbers in answers.
fn storage_parts(storage: Option<RecordStorage>) -> Result<(Option<u64>, Option<String>), Failure> {
    match storage {
        None => Ok((None, None)),
        Some(RecordStorage::Name(name)) => Ok((None, Some(name))),
        Some(RecordStorage::Id(id)) => {
            let id = id.parse().map_err(|_| Failure::INVALID_RECORD_STORAGE)?;
            Ok((Some(id), None))
        }
    }
}
