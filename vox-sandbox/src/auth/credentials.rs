//! Account credentials in parameters.

use vox_core::Secret;
use vox_core::server::Form;

use crate::errors::ApiError;
use crate::state::account::Account;
use crate::state::accounts::Accounts;

/// The names of the parameters for the credentials of one account.
pub(crate) struct CredentialParams {
    pub(super) id: &'static str,
    name: &'static str,
    email: &'static str,
    api_key: &'static str,
    session: &'static str,
    password: &'static str,
}

/// The parameters of the calling account.
pub(crate) const CALLER: CredentialParams = CredentialParams {
    id: "account_id",
    name: "account_name",
    email: "account_email",
    api_key: "api_key",
    session: SESSION,
    password: "account_password",
};

/// The parameters of the parent, in the methods that add accounts.
pub(crate) const PARENT: CredentialParams = CredentialParams {
    id: "parent_account_id",
    name: "parent_account_name",
    email: "parent_account_email",
    api_key: "parent_account_api_key",
    session: SESSION,
    password: "parent_account_password",
};

/// A session has the same name everywhere.
const SESSION: &str = "session_id";

/// Credentials of subusers. They are not checked, but masked.
const OTHER_SECRETS: &[&str] = &["subuser_password"];

/// Whether a parameter names or authenticates the caller, whatever the method.
pub(crate) fn is_credential(param: &str) -> bool {
    let names = [CALLER.id, CALLER.name, CALLER.email, "subuser_name", "subuser_login"];
    names.contains(&param) || CALLER.secrets().contains(&param) || OTHER_SECRETS.contains(&param)
}

/// Whether a parameter is a secret that authenticates, whatever the method.
pub(crate) fn is_secret(param: &str) -> bool {
    [&CALLER, &PARENT].iter().any(|names| names.secrets().contains(&param)) || OTHER_SECRETS.contains(&param)
}

/// Whether a parameter names the account that authenticates, whatever the method.
pub(crate) fn names_account(param: &str) -> bool {
    [&CALLER, &PARENT].iter().any(|names| [names.id, names.name, names.email].contains(&param))
}

impl CredentialParams {
    /// The account with these credentials; `None` where they are incomplete.
    ///
    /// Every given parameter must match: two names of the account must name the same one.
    pub(crate) fn check(&self, params: &Form, accounts: &Accounts) -> Result<Option<u64>, ApiError> {
        if !self.has_account(params) || !self.has_secret(params) {
            return Ok(None);
        }
        let account = self.account(params, accounts).filter(|account| self.secrets_match(account, params));
        account.map(|account| Some(account.id)).ok_or(ApiError::AUTHORIZATION_FAILED)
    }

    /// Whether the parameters name an account.
    pub(super) fn has_account(&self, params: &Form) -> bool {
        let readable = params.get(self.id).is_none_or(|id| id.parse::<u64>().is_ok());
        readable && [self.id, self.name, self.email].iter().any(|param| params.get(param).is_some())
    }

    /// The account that all of the parameters name.
    pub(super) fn account<'a>(&self, params: &Form, accounts: &'a Accounts) -> Option<&'a Account> {
        let named = [
            params.get(self.id).map(|id| accounts.get(id.parse().ok()?)),
            params.get(self.name).map(|name| accounts.with_name(name)),
            params.get(self.email).map(|email| accounts.with_email(email)),
        ];
        let mut named = named.into_iter().flatten();
        let account = named.next()??;
        named.all(|other| other.is_some_and(|other| other.id == account.id)).then_some(account)
    }

    pub(super) fn has_secret(&self, params: &Form) -> bool {
        self.secrets().iter().any(|param| params.get(param).is_some())
    }

    /// Whether the parameters have a password or an API key, and not only a session.
    pub(super) fn has_key(&self, params: &Form) -> bool {
        [self.api_key, self.password].iter().any(|param| params.get(param).is_some())
    }

    fn secrets(&self) -> [&'static str; 3] {
        [self.api_key, self.password, self.session]
    }

    /// Whether every secret in the parameters is the account's.
    pub(super) fn secrets_match(&self, account: &Account, params: &Form) -> bool {
        let holds =
            |name, secret: &Secret| params.get(name).is_none_or(|given| Secret::from(given) == *secret);
        holds(self.api_key, &account.api_key)
            && holds(self.password, &account.password)
            && holds(self.session, &account.session_id)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn accounts() -> Accounts {
        let mut accounts = Accounts::default();
        for name in ["one", "two"] {
            let account = Account {
                api_key: Secret::from("key"),
                session_id: Secret::from("session"),
                ..Account::new(name.into(), format!("{name}@a"), Secret::from("pass"), Timestamp::UNIX_EPOCH)
            };
            accounts.add(account).unwrap();
        }
        accounts
    }

    fn check(query: &str) -> Result<Option<u64>, u32> {
        let params = Form::parse(query.as_bytes()).unwrap();
        CALLER.check(&params, &accounts()).map_err(|error| error.code)
    }

    #[test]
    fn an_account_is_named_in_three_ways() {
        let queries = [
            "account_id=1000001&api_key=key",
            "account_name=one&api_key=key",
            "account_email=one@A&account_password=pass",
            "account_name=one&session_id=session",
            "account_id=1000001&account_name=one&api_key=key&account_password=pass",
        ];
        for query in queries {
            assert_eq!(check(query), Ok(Some(1_000_001)), "{query}");
        }
    }

    #[test]
    fn wrong_credentials_fail() {
        let queries = [
            "account_id=1000001&api_key=kez",
            "account_id=1000001&api_key=keys",
            "account_id=1000001&api_key=key&account_password=wrong",
            "account_id=1000001&account_name=two&api_key=key",
            "account_id=7&api_key=key",
            "account_id=1000001&session_id=other",
            "account_name=nobody&account_password=pass",
        ];
        for query in queries {
            assert_eq!(check(query), Err(100), "{query}");
        }
    }

    #[test]
    fn incomplete_credentials_are_none() {
        for query in [
            "",
            "account_id=1000001",
            "api_key=key",
            "account_id=x&api_key=key",
            "account_id=1000001&api_key=",
        ] {
            assert_eq!(check(query), Ok(None), "{query}");
        }
    }
}
