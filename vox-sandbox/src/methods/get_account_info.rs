//! `GetAccountInfo`.

use serde_json::{Value, json};
use vox_accounts::GetAccountInfo;

use super::{Context, Handler};
use crate::answers::account_info::{Output, account_info};
use crate::auth::Caller;
use crate::errors::{Failure, Failures};

impl Handler for GetAccountInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        let account = context.accounts.get(caller.account).ok_or(Failure::AUTHORIZATION_FAILED)?;
        let output = Output::Full {
            live_balance: self.return_live_balance.unwrap_or(true),
            secrets: caller.sees_api_key,
        };
        Ok(json!({
            "result": account_info(account, output),
            "api_address": context.host,
            "debugger_address": context.host,
        }))
    }
}
