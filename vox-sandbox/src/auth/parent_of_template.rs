//! The parent in `CloneAccount`, where no parameter names it.

use vox_core::server::Form;

use super::credentials::{CALLER, PARENT};
use crate::errors::ApiError;
use crate::state::accounts::Accounts;

/// The account whose secrets the parameters have; `None` where the credentials are incomplete.
///
/// The candidates are, in this order: the account of the request's token, the parent of the copied account, the copied
/// account itself.
pub(super) fn parent_of_template(
    token: Option<u64>,
    params: &Form,
    accounts: &Accounts,
) -> Result<Option<u64>, ApiError> {
    // In this method the parameters of the caller name the copied account.
    if !CALLER.has_account(params) || !PARENT.has_secret(params) {
        return Ok(None);
    }
    let template = CALLER.account(params, accounts);
    let parent = template.and_then(|template| template.parent);
    let candidates = [token, parent, template.map(|template| template.id)];
    let mut candidates = candidates.into_iter().flatten().filter_map(|id| accounts.get(id));
    let account = candidates.find(|account| PARENT.secrets_match(account, params));
    account.map(|account| Some(account.id)).ok_or(ApiError::AUTHORIZATION_FAILED)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Secret;

    use super::*;
    use crate::state::account::Account;

    const OWNER: u64 = 1_000_001;
    const CHILD: u64 = 1_000_002;

    fn check(token: Option<u64>, params: &str) -> Result<Option<u64>, u32> {
        let mut accounts = Accounts::default();
        for (name, parent) in [("owner", None), ("child", Some(OWNER)), ("stranger", None)] {
            let email = format!("{name}@example.com");
            let account = Account::new(name.into(), email, Secret::from("pass"), Timestamp::UNIX_EPOCH);
            let api_key = Secret::new(format!("{name}-key"));
            accounts.add(Account { parent, api_key, ..account }).unwrap();
        }
        let params = Form::parse(params.as_bytes()).unwrap();
        parent_of_template(token, &params, &accounts).map_err(|error| error.code)
    }

    #[test]
    fn the_secret_identifies_the_parent() {
        assert_eq!(check(None, "account_name=child&parent_account_api_key=owner-key"), Ok(Some(OWNER)));
        assert_eq!(check(None, "account_id=1000001&parent_account_api_key=owner-key"), Ok(Some(OWNER)));
        assert_eq!(check(None, "account_id=1000002&parent_account_password=pass"), Ok(Some(OWNER)));
        assert_eq!(check(None, "account_id=1000002&parent_account_api_key=child-key"), Ok(Some(CHILD)));
        // The handler rejects the unknown account, after authentication.
        assert_eq!(check(Some(OWNER), "account_id=7&parent_account_api_key=owner-key"), Ok(Some(OWNER)));
    }

    #[test]
    fn wrong_and_missing_secrets_are_rejected() {
        for params in [
            "account_name=child&parent_account_api_key=stranger-key",
            "account_name=nobody&parent_account_api_key=owner-key",
            "account_name=child&account_id=1000001&parent_account_api_key=x",
        ] {
            assert_eq!(check(None, params), Err(100), "{params}");
        }
        for params in [
            "",
            "account_name=child",
            "parent_account_api_key=owner-key",
            "account_id=x&parent_account_api_key=owner-key",
        ] {
            assert_eq!(check(None, params), Ok(None), "{params}");
        }
    }
}
