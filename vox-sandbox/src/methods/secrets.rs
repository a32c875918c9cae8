//! The section `Secrets`: secrets of applications.

use vox_api::secrets::{
    AddSecret, AddSecretResponse, AddSecretResult, DelSecret, GetSecretValue, GetSecretValueResponse,
    GetSecrets, GetSecretsResponse, SecretRef, SecretsOrAll, SetSecretInfo,
};
use vox_core::{IdList, Record as _};

use super::filter::page;
use super::set::{set, set_some};
use super::{Context, Endpoint, Handler, endpoint, lookup};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::secret::{secret_list_item, secret_value};
use crate::state::resources::secret::ApplicationSecret;
use crate::state::table::Table;

/// The length to which descriptions are cut, in characters.
const DESCRIPTION_LENGTH: usize = 200;

const NAME_TAKEN: ApiError = ApiError::new(493, "The 'secret_name' is not unique.");
const NEW_NAME_TAKEN: ApiError = ApiError::new(493, "The 'new_secret_name' is not unique.");
const INVALID_ID: ApiError = ApiError::new(496, "The 'secret_id' parameter is invalid.");
const INVALID_NAME: ApiError = ApiError::new(496, "The 'secret_name' parameter is invalid.");

pub(super) fn endpoints() -> [Endpoint; 5] {
    [
        endpoint::<AddSecret>(),
        endpoint::<DelSecret>(),
        endpoint::<GetSecretValue>(),
        endpoint::<GetSecrets>(),
        endpoint::<SetSecretInfo>(),
    ]
}

impl Handler for AddSecret {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        if with_name(&account.resources.secrets, application, &self.secret_name).is_some() {
            return Err(NAME_TAKEN.into());
        }
        let added = ApplicationSecret {
            application,
            name: self.secret_name,
            value: self.secret_value,
            description: self.description.as_deref().map(cut),
            created: now,
            modified: now,
        };
        let id = context.accounts.new_id();
        context.account(caller)?.resources.secrets.insert(id, added);
        let mut record = AddSecretResult::blank();
        record.secret_id = id;
        let mut response = AddSecretResponse::blank();
        response.result = vec![record];
        Ok(response)
    }
}

/// A description as the API keeps it.
fn cut(description: &str) -> String {
    description.chars().take(DESCRIPTION_LENGTH).collect()
}

impl Handler for DelSecret {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let secrets = &mut account.resources.secrets;
        let one = |wanted| find(secrets, application, wanted);
        let ids: Vec<_> = match self.secret {
            SecretsOrAll::Id(IdList::All) => of(secrets, application).map(|(id, _)| id).collect(),
            SecretsOrAll::Id(IdList::Of(ids)) => {
                ids.into_iter().map(|id| one(SecretRef::Id(id))).collect::<Result<_, _>>()?
            }
            SecretsOrAll::Name(names) => {
                names.into_iter().map(|name| one(SecretRef::Name(name))).collect::<Result<_, _>>()?
            }
        };
        secrets.retain(|id, _| !ids.contains(&id));
        Ok(())
    }
}

impl Handler for GetSecretValue {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let secrets = &account.resources.secrets;
        let id = find(secrets, application, self.secret)?;
        let mut response = GetSecretValueResponse::blank();
        response.result = secrets.get(id).map(|secret| secret_value(id, secret)).into_iter().collect();
        Ok(response)
    }
}

impl Handler for GetSecrets {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let part = self.secret_name_part.unwrap_or_default();
        let found: Vec<_> = of(&account.resources.secrets, application)
            .filter(|(_, secret)| secret.name.contains(&part))
            .collect();
        let mut response = GetSecretsResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, secret)| secret_list_item(*id, secret))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        response.total_count = u64::try_from(found.len()).ok();
        Ok(response)
    }
}

impl Handler for SetSecretInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let secrets = &mut account.resources.secrets;
        let id = find(secrets, application, self.secret)?;
        let taken = self.new_secret_name.as_ref().and_then(|name| with_name(secrets, application, name));
        if taken.is_some_and(|other| other != id) {
            return Err(NEW_NAME_TAKEN.into());
        }
        let secret = secrets.get_mut(id).ok_or(INVALID_ID)?;
        set(&mut secret.name, self.new_secret_name);
        set(&mut secret.value, self.secret_value);
        set_some(&mut secret.description, self.description.as_deref().map(cut));
        secret.modified = now;
        Ok(())
    }
}

/// The secrets of an application.
fn of(
    secrets: &Table<ApplicationSecret>,
    application: u64,
) -> impl Iterator<Item = (u64, &ApplicationSecret)> {
    secrets.iter().filter(move |(_, secret)| secret.application == application)
}

/// The id of the application's secret with this name.
fn with_name(secrets: &Table<ApplicationSecret>, application: u64, name: &str) -> Option<u64> {
    of(secrets, application).find(|(_, secret)| secret.name == name).map(|(id, _)| id)
}

/// The id of a secret that the application has.
fn find(secrets: &Table<ApplicationSecret>, application: u64, wanted: SecretRef) -> Result<u64, ApiError> {
    match wanted {
        SecretRef::Id(id) => {
            let found = secrets.get(id).filter(|secret| secret.application == application);
            found.map(|_| id).ok_or(INVALID_ID)
        }
        SecretRef::Name(name) => with_name(secrets, application, &name).ok_or(INVALID_NAME),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_api::types::Application;

    use super::*;
    use crate::methods::lookup::tests::{IVR, OF_CHILD, SHOP, accounts_with_applications};
    use crate::methods::tests::{PARENT, call_in, now};
    use crate::state::accounts::Accounts;

    fn secret(name: &str, application: u64) -> AddSecret {
        AddSecret {
            secret_name: name.into(),
            secret_value: format!("value of {name}").into(),
            application: Application::Id(application),
            description: None,
        }
    }

    fn add(accounts: &mut Accounts, name: &str, application: u64) -> u64 {
        call_in(accounts, secret(name, application)).unwrap().result[0].secret_id
    }

    fn list(application: u64) -> GetSecrets {
        GetSecrets {
            application: Application::Id(application),
            secret_name_part: None,
            count: None,
            offset: None,
        }
    }

    /// The names, their number and the total.
    fn listed(accounts: &mut Accounts, request: GetSecrets) -> (Vec<String>, u64, u64) {
        let response = call_in(accounts, request).unwrap();
        let names = response.result.into_iter().filter_map(|secret| secret.secret_name).collect();
        (names, response.count.unwrap(), response.total_count.unwrap())
    }

    fn value(accounts: &mut Accounts, secret: SecretRef) -> Result<String, u32> {
        let request = GetSecretValue { application: Application::Id(IVR), secret };
        let result = call_in(accounts, request)?.result;
        Ok(result[0].secret_value.expose().to_owned())
    }

    fn change(secret: SecretRef) -> SetSecretInfo {
        SetSecretInfo {
            application: Application::Id(IVR),
            secret,
            new_secret_name: None,
            secret_value: None,
            description: None,
        }
    }

    fn delete(secret: SecretsOrAll) -> DelSecret {
        DelSecret { secret, application: Application::Name("ivr".into()) }
    }

    #[test]
    fn a_secret_is_read_by_id_and_name() {
        let mut accounts = accounts_with_applications();
        let id = add(&mut accounts, "token", IVR);
        assert_eq!(value(&mut accounts, SecretRef::Id(id)), Ok("value of token".into()));
        assert_eq!(value(&mut accounts, SecretRef::Name("token".into())), Ok("value of token".into()));
        assert_eq!(value(&mut accounts, SecretRef::Name("Token".into())), Err(496));
        assert_eq!(value(&mut accounts, SecretRef::Id(id + 1)), Err(496));
        assert!(!format!("{accounts:?}").contains("value of"));
    }

    #[test]
    fn a_name_is_unique_in_its_application() {
        let mut accounts = accounts_with_applications();
        let id = add(&mut accounts, "token", IVR);
        assert_eq!(call_in(&mut accounts, secret("token", IVR)).map(|_| ()), Err(493));
        let other = add(&mut accounts, "token", SHOP);
        assert_eq!(value(&mut accounts, SecretRef::Id(other)), Err(496));
        let second = add(&mut accounts, "second", IVR);
        let rename = |id| SetSecretInfo {
            new_secret_name: Some("token".into()),
            secret_value: Some("new".into()),
            ..change(SecretRef::Id(id))
        };
        assert_eq!(call_in(&mut accounts, rename(second)), Err(493));
        assert_eq!(value(&mut accounts, SecretRef::Id(second)), Ok("value of second".into()));
        assert_eq!(call_in(&mut accounts, rename(id)), Ok(()));
        assert_eq!(value(&mut accounts, SecretRef::Id(id)), Ok("new".into()));
    }

    #[test]
    fn a_change_leaves_the_rest_as_it_is() {
        let mut accounts = accounts_with_applications();
        let id = add(&mut accounts, "token", IVR);
        let stored = &mut accounts.get_mut(PARENT).unwrap().resources.secrets;
        let created = "2026-01-01T00:00:00Z".parse::<Timestamp>().unwrap();
        let secret = stored.get_mut(id).unwrap();
        (secret.created, secret.modified) = (created, created);
        let request = SetSecretInfo { description: Some("é".repeat(201)), ..change(SecretRef::Id(id)) };
        assert_eq!(call_in(&mut accounts, request), Ok(()));
        let request = SetSecretInfo { new_secret_name: Some("renamed".into()), ..change(SecretRef::Id(id)) };
        assert_eq!(call_in(&mut accounts, request), Ok(()));
        let listed = call_in(&mut accounts, list(IVR)).unwrap().result.remove(0);
        assert_eq!(listed.secret_name.as_deref(), Some("renamed"));
        assert_eq!(listed.description, Some("é".repeat(200)));
        assert_eq!((listed.created, listed.modified), (Some(created), Some(now())));
        assert_eq!(value(&mut accounts, SecretRef::Id(id)), Ok("value of token".into()));
    }

    #[test]
    fn secrets_are_filtered_and_paged() {
        let mut accounts = accounts_with_applications();
        for name in ["crm_token", "sip_password", "bot_token"] {
            add(&mut accounts, name, IVR);
        }
        add(&mut accounts, "other", SHOP);
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            listed(&mut accounts, list(IVR)),
            (names(&["crm_token", "sip_password", "bot_token"]), 3, 3)
        );
        let tokens = GetSecrets { secret_name_part: Some("token".into()), ..list(IVR) };
        assert_eq!(listed(&mut accounts, tokens.clone()), (names(&["crm_token", "bot_token"]), 2, 2));
        let page = GetSecrets { offset: Some(1), count: Some(5), ..tokens };
        assert_eq!(listed(&mut accounts, page), (names(&["bot_token"]), 1, 2));
        assert_eq!(call_in(&mut accounts, list(OF_CHILD)).map(|_| ()), Err(116));
    }

    #[test]
    fn several_secrets_are_deleted_or_none() {
        let mut accounts = accounts_with_applications();
        let ids = ["a", "b", "c", "d"].map(|name| add(&mut accounts, name, IVR));
        let other = add(&mut accounts, "a", SHOP);
        let wrong = SecretsOrAll::Id([ids[0], other].into());
        assert_eq!(call_in(&mut accounts, delete(wrong)), Err(496));
        let wrong = SecretsOrAll::Name(vec!["a".into(), "z".into()]);
        assert_eq!(call_in(&mut accounts, delete(wrong)), Err(496));
        assert_eq!(listed(&mut accounts, list(IVR)).2, 4);
        assert_eq!(call_in(&mut accounts, delete(SecretsOrAll::Id([ids[0]].into()))), Ok(()));
        assert_eq!(call_in(&mut accounts, delete(SecretsOrAll::Name(vec!["c".into()]))), Ok(()));
        assert_eq!(listed(&mut accounts, list(IVR)).0, ["b", "d"]);
        assert_eq!(call_in(&mut accounts, delete(SecretsOrAll::Id(IdList::All))), Ok(()));
        assert_eq!((listed(&mut accounts, list(IVR)).2, listed(&mut accounts, list(SHOP)).2), (0, 1));
    }
}
