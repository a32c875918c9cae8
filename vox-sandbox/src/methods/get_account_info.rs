//! `GetAccountInfo`.

use vox_accounts::{GetAccountInfo, GetAccountInfoResponse};
use vox_core::Record as _;

use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::account_info::{Output, account_info};

impl Handler for GetAccountInfo {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        &["access_entries"]
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        let output = Output::Full {
            live_balance: self.return_live_balance.unwrap_or(true),
            secrets: caller.may_see_api_key,
        };
        let mut response = GetAccountInfoResponse::blank();
        response.result = account_info(account, output);
        response.api_address = Some(context.host.to_owned());
        response.debugger_address = Some(context.host.to_owned());
        Ok(response)
    }
}
