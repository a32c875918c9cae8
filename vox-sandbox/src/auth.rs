//! Authenticates the caller of a method and checks its roles.

mod credentials;
mod jwt;
mod parent_of_template;

use jiff::Timestamp;
use vox_core::meta::{CredentialsIn, MethodMeta};
use vox_core::server::Form;

pub(crate) use self::credentials::{is_credential, is_secret, names_account};
use self::jwt::Token;
use self::parent_of_template::parent_of_template;
use crate::errors::ApiError;
use crate::state::accounts::Accounts;
use crate::wire::request::Authorization;

/// The account that calls a method, authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Caller {
    pub(crate) account: u64,
    /// Whether the account's API key is shown to the caller: only with a password or the key itself in the request.
    pub(crate) may_see_api_key: bool,
}

/// The state that authentication needs.
pub(crate) struct Authenticator<'s> {
    pub(crate) accounts: &'s Accounts,
    pub(crate) now: Timestamp,
}

impl Authenticator<'_> {
    /// The caller of this method.
    ///
    /// `None` only where the credentials are parameters of the method itself and some are missing: decoding the
    /// request reports these.
    pub(crate) fn authenticate(
        &self,
        method: &MethodMeta,
        authorization: &Authorization<'_>,
        params: &Form,
    ) -> Result<Option<Caller>, ApiError> {
        let by_token = self.by_token(method, authorization)?;
        let account = match method.credentials {
            CredentialsIn::Client if by_token.is_some() => return Ok(by_token),
            CredentialsIn::Client => credentials::CALLER.check(params, self.accounts)?,
            CredentialsIn::Request if has_parent(method, params) => {
                credentials::PARENT.check(params, self.accounts)?
            }
            CredentialsIn::Request => {
                let token = by_token.map(|caller| caller.account);
                parent_of_template(token, params, self.accounts)?
            }
        };
        match (account, method.credentials) {
            (None, CredentialsIn::Client) => Err(ApiError::AUTHORIZATION_FAILED),
            (account, _) => {
                let may_see_api_key =
                    [credentials::CALLER, credentials::PARENT].iter().any(|names| names.has_key(params));
                Ok(account.map(|account| Caller { account, may_see_api_key }))
            }
        }
    }

    /// The caller by the `Authorization` header, if there is one. A key has its roles; account credentials have all.
    fn by_token(
        &self,
        method: &MethodMeta,
        authorization: &Authorization<'_>,
    ) -> Result<Option<Caller>, ApiError> {
        let text = match authorization {
            Authorization::None => return Ok(None),
            Authorization::Unknown => return Err(ApiError::AUTHORIZATION_FAILED),
            Authorization::Bearer(text) => text,
        };
        let token = Token::read(text)?;
        let key_id = token.key_id()?;
        let service_account = self.accounts.service_accounts.with_key(key_id);
        let service_account = service_account.ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let key = service_account.generated_key().ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let account = token.check(key, self.now)?;
        let owner = service_account.owner;
        if account != owner && self.accounts.child(owner, account).is_none() {
            return Err(ApiError::AUTHORIZATION_FAILED);
        }
        if !method.allows(&service_account.roles) {
            return Err(ApiError::FORBIDDEN);
        }
        Ok(Some(Caller { account, may_see_api_key: false }))
    }
}

/// Whether the parameters name the parent. They always do where the method declares parameters for that.
fn has_parent(method: &MethodMeta, params: &Form) -> bool {
    method.param(credentials::PARENT.id).is_some() || credentials::PARENT.has_account(params)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use serde_json::json;
    use vox_accounts::{AddAccount, GetAccountInfo, GetChildrenAccounts};
    use vox_core::{Method, Role, Secret};

    use super::*;
    use crate::state::account::Account;
    use crate::state::service_account::ServiceAccount;

    const OWNER: u64 = 1_000_001;
    const CHILD: u64 = 1_000_002;
    const STRANGER: u64 = 1_000_003;
    const GRANDCHILD: u64 = 1_000_004;
    const NOW: i64 = 1_800_000_000;

    static ADMIN: LazyLock<ServiceAccount> = LazyLock::new(|| ServiceAccount::new(OWNER, vec![Role::Admin]));

    fn accounts() -> Accounts {
        let mut accounts = Accounts::default();
        for (name, parent) in
            [("owner", None), ("child", Some(OWNER)), ("stranger", None), ("grandchild", Some(CHILD))]
        {
            let email = format!("{name}@example.com");
            let account = Account::new(name.into(), email, Secret::from("pass"), Timestamp::UNIX_EPOCH);
            accounts.add(Account { parent, api_key: Secret::from("key"), ..account }).unwrap();
        }
        accounts.service_accounts.add(ADMIN.clone());
        accounts
    }

    fn token(issuer: u64) -> String {
        let part = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let header = part(json!({"alg": "RS256", "kid": ADMIN.key_id}));
        let signed = format!("{header}.{}", part(json!({"iss": issuer, "iat": NOW, "exp": NOW + 64})));
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(ADMIN.key().sign(signed.as_bytes())))
    }

    fn call<M: Method>(token: Option<&str>, form: &str) -> Result<Option<Caller>, u32> {
        let now = Timestamp::from_second(NOW).unwrap();
        let authenticator = Authenticator { accounts: &accounts(), now };
        let authorization = token.map_or(Authorization::None, Authorization::Bearer);
        let form = Form::parse(form.as_bytes()).unwrap();
        authenticator.authenticate(M::META, &authorization, &form).map_err(|error| error.code)
    }

    fn caller(account: u64, may_see_api_key: bool) -> Caller {
        Caller { account, may_see_api_key }
    }

    #[test]
    fn a_key_is_valid_for_its_account_and_the_children() {
        assert_eq!(call::<GetAccountInfo>(Some(&token(OWNER)), ""), Ok(Some(caller(OWNER, false))));
        assert_eq!(call::<GetAccountInfo>(Some(&token(CHILD)), ""), Ok(Some(caller(CHILD, false))));
        for other in [STRANGER, GRANDCHILD, 7] {
            assert_eq!(call::<GetAccountInfo>(Some(&token(other)), ""), Err(100), "{other}");
        }
    }

    #[test]
    fn roles_restrict_keys_but_not_account_credentials() {
        assert_eq!(call::<GetChildrenAccounts>(Some(&token(OWNER)), ""), Err(104));
        let credentials = "account_id=1000001&api_key=key";
        assert_eq!(call::<GetChildrenAccounts>(None, credentials), Ok(Some(caller(OWNER, true))));
        assert_eq!(call::<GetChildrenAccounts>(None, ""), Err(100));
    }

    #[test]
    fn a_token_takes_precedence_over_account_credentials() {
        let wrong = "account_id=1000001&api_key=wrong";
        assert_eq!(call::<GetAccountInfo>(Some(&token(CHILD)), wrong), Ok(Some(caller(CHILD, false))));
        let right = "account_id=1000001&api_key=key";
        assert_eq!(call::<GetAccountInfo>(Some("not a token"), right), Err(447));
    }

    #[test]
    fn where_parameters_are_credentials_a_token_must_be_right_too() {
        let parent = "parent_account_id=1000001&parent_account_api_key=key";
        assert_eq!(call::<AddAccount>(None, parent), Ok(Some(caller(OWNER, true))));
        assert_eq!(call::<AddAccount>(Some(&token(OWNER)), parent), Ok(Some(caller(OWNER, true))));
        assert_eq!(call::<AddAccount>(Some(&token(STRANGER)), parent), Err(100));
        assert_eq!(call::<AddAccount>(None, "parent_account_id=1000001&parent_account_api_key=x"), Err(100));
        assert_eq!(call::<AddAccount>(None, "account_id=1000001&api_key=key"), Ok(None));
        assert_eq!(call::<AddAccount>(Some(&token(OWNER)), ""), Ok(None));
    }
}
