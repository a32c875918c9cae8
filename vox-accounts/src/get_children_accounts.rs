//! `GetChildrenAccounts`: lists child accounts.
//!
//! Roles: Owner. Source: the method `GetChildrenAccounts` of the API's section Accounts.

use vox_core::{IdList, VoxEnum, VoxMethod, VoxRecord};

use crate::AccountInfo;

/// Lists child accounts.
///
/// The reference asks for at least one of `child_account_id`, `child_account_name` and `child_account_email`, yet its
/// own example gives none and gets all children; so none is allowed here.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetChildrenAccounts { child_account_id: Some([17, 18].into()), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"child_account_id=17%3B18");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetChildrenAccounts", roles = [Owner], response = GetChildrenAccountsResponse, kind = read)]
pub struct GetChildrenAccounts {
    /// The ids of the accounts.
    pub child_account_id: Option<IdList>,
    /// Only accounts with this in their name.
    pub child_account_name: Option<String>,
    /// Only accounts with this in their e-mail address.
    pub child_account_email: Option<String>,
    /// Only active accounts, or only inactive ones.
    pub active: Option<bool>,
    /// Only blocked accounts, or only those that are not.
    pub frozen: Option<bool>,
    /// Whether ids of other accounts than children are ignored instead of rejected.
    #[param(default = false)]
    pub ignore_invalid_accounts: Option<bool>,
    /// Whether only `account_id` is returned.
    #[param(default = false)]
    pub brief_output: Option<bool>,
    /// Whether only `account_id`, `account_name` and `account_email` are returned.
    #[param(default = false)]
    pub medium_output: Option<bool>,
    /// The most accounts to return.
    #[param(max = 1000, default = 20)]
    pub count: Option<u64>,
    /// How many accounts are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The sort key.
    #[param(default = "child_account_name")]
    pub order_by: Option<ChildrenOrderBy>,
    /// Whether the balances are those of this moment, not those of the last settlement.
    #[param(default = true)]
    pub return_live_balance: Option<bool>,
}

/// The sort key of child accounts.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum ChildrenOrderBy {
    /// By id.
    ChildAccountId,
    /// By name.
    ChildAccountName,
    /// By e-mail address.
    ChildAccountEmail,
    /// An order that this list does not have.
    Other(String),
}

/// The response of [`GetChildrenAccounts`]: one page of accounts.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetChildrenAccountsResponse {
    /// The accounts of this page.
    pub result: Vec<AccountInfo>,
    /// How many accounts there are in all.
    pub total_count: Option<u64>,
    /// How many accounts this page holds.
    pub count: Option<u64>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetChildrenAccounts {
    type Item = AccountInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.count.get_or_insert(1000);
    }

    fn page(response: GetChildrenAccountsResponse) -> (Vec<AccountInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}

#[cfg(test)]
mod tests {
    use super::{ChildrenOrderBy, GetChildrenAccounts};
    use vox_core::{IdList, MethodExt};

    fn form(request: &GetChildrenAccounts) -> String {
        String::from_utf8(request.to_form().into()).unwrap()
    }

    #[test]
    fn the_samples_request_without_parameters_is_allowed() {
        let request = GetChildrenAccounts::default();
        assert!(request.validate().is_ok());
        assert_eq!(form(&request), "");
    }

    #[test]
    fn lists_and_orders_encode() {
        let order = |order_by: ChildrenOrderBy| {
            form(&GetChildrenAccounts { order_by: Some(order_by), count: Some(50), ..Default::default() })
        };
        assert_eq!(order(ChildrenOrderBy::ChildAccountEmail), "count=50&order_by=child_account_email");
        assert_eq!(order(ChildrenOrderBy::other("balance")), "count=50&order_by=balance");
        let every = GetChildrenAccounts { child_account_id: Some(IdList::All), ..Default::default() };
        assert_eq!(form(&every), "child_account_id=all");
    }

    #[test]
    fn an_empty_list_is_invalid() {
        let request =
            GetChildrenAccounts { child_account_id: Some(IdList::Of(vec![])), ..Default::default() };
        assert_eq!(
            request.validate().unwrap_err().to_string(),
            "- `child_account_id` is an empty list, which cannot be sent; add at least one item"
        );
    }

    #[test]
    fn pages_decode() {
        let json = r#"{"result": [{"account_id": 1}, {"account_id": 2}], "total_count": 5, "count": 2}"#;
        let page = GetChildrenAccounts::from_http(http::Response::new(json)).unwrap();
        assert_eq!(page.result.iter().map(|account| account.account_id).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((page.total_count, page.count), (Some(5), Some(2)));
    }
}
