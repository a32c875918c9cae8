//! `GetChildrenAccounts`.

use vox_accounts::{ChildrenOrderBy, GetChildrenAccounts, GetChildrenAccountsResponse};
use vox_core::{IdList, Record as _};

use super::filter::{is_selected, page};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::account_info::{Output, account_info};
use crate::state::account::Account;
use crate::state::accounts::{Accounts, email_key};

/// The default length of a page of the full output.
const DEFAULT_COUNT: u64 = 20;

impl Handler for GetChildrenAccounts {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        &["access_entries"]
    }

    fn handle(self, parent: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let accounts = &*context.accounts;
        check_ids(&self, parent.account, accounts)?;
        let mut found: Vec<_> =
            accounts.children(parent.account).filter(|account| matches(&self, account)).collect();
        sort(&mut found, self.order_by.as_ref().unwrap_or(&ChildrenOrderBy::ChildAccountName))?;
        let output = output(&self);
        let mut response = GetChildrenAccountsResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), count(&self, output))
            .map(|account| account_info(account, output))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        response.total_count = u64::try_from(found.len()).ok();
        Ok(response)
    }
}

/// Every id must be one of a child, unless the request ignores the others.
fn check_ids(request: &GetChildrenAccounts, parent: u64, accounts: &Accounts) -> Result<(), ApiError> {
    let Some(IdList::Of(ids)) = &request.child_account_id else { return Ok(()) };
    let lenient = request.ignore_invalid_accounts.unwrap_or(false);
    if lenient || ids.iter().all(|id| accounts.child(parent, *id).is_some()) {
        Ok(())
    } else {
        Err(ApiError::INVALID_CHILD_ID)
    }
}

fn matches(request: &GetChildrenAccounts, account: &Account) -> bool {
    let id = is_selected(request.child_account_id.as_ref(), &account.id);
    let name = request.child_account_name.as_ref().is_none_or(|part| account.name.contains(part.as_str()));
    let email = request.child_account_email.as_ref();
    let email = email.is_none_or(|part| email_key(&account.email).contains(&email_key(part)));
    let active = request.active.is_none_or(|active| account.active == active);
    let frozen = request.frozen.is_none_or(|frozen| account.frozen == frozen);
    id && name && email && active && frozen
}

/// The accounts are sorted by id before; a stable sort keeps that order between equals.
fn sort(accounts: &mut [&Account], order: &ChildrenOrderBy) -> Result<(), ApiError> {
    match order {
        ChildrenOrderBy::ChildAccountId => {}
        ChildrenOrderBy::ChildAccountName => accounts.sort_by(|a, b| a.name.cmp(&b.name)),
        ChildrenOrderBy::ChildAccountEmail => {
            accounts.sort_by_cached_key(|account| email_key(&account.email));
        }
        _ => return Err(ApiError::INVALID_ORDER),
    }
    Ok(())
}

fn output(request: &GetChildrenAccounts) -> Output {
    if request.brief_output.unwrap_or(false) {
        Output::Brief
    } else if request.medium_output.unwrap_or(false) {
        Output::Medium
    } else {
        // A parent sees its children's keys however it authenticates.
        Output::Full { live_balance: request.return_live_balance.unwrap_or(true), secrets: true }
    }
}

/// Only the full output is paged by default.
fn count(request: &GetChildrenAccounts, output: Output) -> u64 {
    let default = if matches!(output, Output::Full { .. }) { DEFAULT_COUNT } else { u64::MAX };
    request.count.unwrap_or(default)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Secret;

    use super::*;
    use crate::methods::tests::{PARENT, call_in};

    /// A parent, its children `child-0` to `child-24` of which every third is active, and another account's child.
    fn accounts() -> Accounts {
        let mut accounts = Accounts::default();
        let mut add = |name: String, parent: Option<u64>, active: bool| {
            let email = format!("{}@example.com", name.chars().rev().collect::<String>());
            let account = Account::new(name, email, Secret::from("p"), Timestamp::UNIX_EPOCH);
            accounts.add(Account { parent, active, ..account }).unwrap().id
        };
        add("parent".into(), None, true);
        for number in 0..25 {
            add(format!("child-{number}"), Some(PARENT), number % 3 == 0);
        }
        let stranger = add("stranger".into(), None, true);
        add("strange-child".into(), Some(stranger), true);
        accounts
    }

    fn call(request: GetChildrenAccounts) -> Result<GetChildrenAccountsResponse, u32> {
        call_in(&mut accounts(), request)
    }

    fn names(response: &GetChildrenAccountsResponse) -> Vec<&str> {
        response.result.iter().filter_map(|account| account.account_name.as_deref()).collect()
    }

    #[test]
    fn pages_are_cut_out_of_the_sorted_list() {
        let first = call(GetChildrenAccounts::default()).unwrap();
        assert_eq!((first.count, first.total_count), (Some(20), Some(25)));
        assert_eq!(names(&first)[..3], ["child-0", "child-1", "child-10"]);

        let by_id = GetChildrenAccounts {
            order_by: Some(ChildrenOrderBy::ChildAccountId),
            count: Some(2),
            offset: Some(24),
            ..Default::default()
        };
        assert_eq!(names(&call(by_id).unwrap()), ["child-24"]);
        let by_email = GetChildrenAccounts {
            order_by: Some(ChildrenOrderBy::ChildAccountEmail),
            count: Some(3),
            ..Default::default()
        };
        assert_eq!(names(&call(by_email).unwrap()), ["child-0", "child-10", "child-20"]);
        let beyond = call(GetChildrenAccounts { offset: Some(u64::MAX), ..Default::default() }).unwrap();
        assert_eq!((beyond.count, beyond.total_count), (Some(0), Some(25)));
    }

    #[test]
    fn filters_narrow_the_list() {
        let named = GetChildrenAccounts { child_account_name: Some("child-7".into()), ..Default::default() };
        assert_eq!(names(&call(named).unwrap()), ["child-7"]);
        let addressed =
            GetChildrenAccounts { child_account_email: Some("7-DLIHC@".into()), ..Default::default() };
        assert_eq!(names(&call(addressed).unwrap()), ["child-7"]);
        let active = GetChildrenAccounts { active: Some(true), ..Default::default() };
        assert_eq!(call(active).unwrap().total_count, Some(9));
        let frozen = GetChildrenAccounts { frozen: Some(true), ..Default::default() };
        assert_eq!(call(frozen).unwrap().total_count, Some(0));
        let all = GetChildrenAccounts { child_account_id: Some(IdList::All), ..Default::default() };
        assert_eq!(call(all).unwrap().total_count, Some(25));
    }

    #[test]
    fn only_the_callers_children_can_be_named() {
        let ids = |ids: [u64; 2], ignore| GetChildrenAccounts {
            child_account_id: Some(ids.into()),
            ignore_invalid_accounts: Some(ignore),
            ..Default::default()
        };
        let strange_child = PARENT + 27;
        assert_eq!(call(ids([PARENT + 1, strange_child], false)), Err(194));
        assert_eq!(names(&call(ids([PARENT + 1, strange_child], true)).unwrap()), ["child-0"]);
        assert_eq!(call(ids([PARENT + 1, PARENT], false)), Err(194));
    }

    #[test]
    fn short_outputs_are_paged_only_on_request() {
        let brief = GetChildrenAccounts { brief_output: Some(true), ..Default::default() };
        let response = call(brief).unwrap();
        assert_eq!((response.count, response.result[0].account_id), (Some(25), PARENT + 1));
        assert_eq!(names(&response), [""; 0]);
        let medium = GetChildrenAccounts { medium_output: Some(true), count: Some(1), ..Default::default() };
        let response = call(medium).unwrap();
        assert_eq!((response.count, names(&response).len()), (Some(1), 1));
    }

    #[test]
    fn an_unknown_order_is_rejected() {
        let order = ChildrenOrderBy::other("balance");
        assert_eq!(call(GetChildrenAccounts { order_by: Some(order), ..Default::default() }), Err(496));
    }
}
