//! `GetAccountInfo`: reads the account's profile and balance.
//!
//! Roles: any. Source: the method `GetAccountInfo` of the API's section Accounts.

use vox_core::{VoxMethod, VoxRecord};

use crate::AccountInfo;

/// Reads the account's profile and balance.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetAccountInfo { return_live_balance: Some(true) };
/// assert_eq!(request.to_form().as_bytes(), b"return_live_balance=true");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAccountInfo", response = GetAccountInfoResponse, kind = read)]
pub struct GetAccountInfo {
    /// Whether the balance is that of this moment, not that of the last settlement.
    #[param(default = true)]
    pub return_live_balance: Option<bool>,
}

/// The response of [`GetAccountInfo`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountInfoResponse {
    /// The account.
    pub result: AccountInfo,
    /// The host that serves this account fastest: a bare name such as `api-node1.voximplant.com`.
    pub api_address: Option<String>,
    /// The host of the scenario debugger: a bare name.
    pub debugger_address: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{GetAccountInfo, GetAccountInfoResponse};
    use crate::LanguageCode;
    use vox_core::{Decimal, MethodExt};

    const EXAMPLE: &str = include_str!("../testdata/GetAccountInfo.response.json");

    fn decode(json: &str) -> GetAccountInfoResponse {
        GetAccountInfo::from_http(http::Response::new(json)).unwrap()
    }

    #[test]
    fn the_documentations_example_decodes() {
        let GetAccountInfoResponse { result: account, api_address, .. } = decode(EXAMPLE);
        assert_eq!(account.account_id, 3_456_750);
        assert_eq!(account.account_name.as_deref(), Some("ivan123"));
        assert_eq!(account.created.unwrap().to_string(), "2020-08-07T12:00:53Z");
        assert_eq!(account.language_code, Some(LanguageCode::En));
        assert_eq!(account.balance, Some(Decimal::new(1_977_235, 2)));
        assert_eq!(
            account.fixed_balance.unwrap() - account.money_on_hold.unwrap(),
            account.live_balance.unwrap()
        );
        let limits = account.billing_limits.unwrap();
        assert_eq!(limits.bank_card.unwrap().max_day_payment, Some(Decimal::new(764_217, 2)));
        assert!(limits.robokassa.is_none());
        assert_eq!(account.record_storage_name.as_deref(), Some("my-storage"));
        assert_eq!(api_address.as_deref(), Some("api-node1.voximplant.com"));
    }

    #[test]
    fn missing_null_and_unknown_fields_do_not_matter() {
        let account =
            decode(r#"{"result": {"account_id": "7", "balance": null, "active": 1, "new": {"a": [1]}}}"#)
                .result;
        assert_eq!((account.account_id, account.balance, account.active), (7, None, Some(true)));
        assert!(account.access_entries.is_empty());
    }

    #[test]
    fn without_a_parameter_the_form_is_empty() {
        assert!(GetAccountInfo::default().to_form().as_bytes().is_empty());
    }
}
