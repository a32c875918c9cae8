//! `ShortAccountInfo`.

use vox_accounts::ShortAccountInfo;
use vox_core::Record;

use super::amount;
use crate::state::account::Account;

pub(crate) fn short_account_info(account: &Account) -> ShortAccountInfo {
    let mut info = ShortAccountInfo::blank();
    info.account_id = Some(account.id);
    info.frozen = Some(account.frozen);
    info.balance = amount(account.money.live());
    info.currency = Some(account.money.currency.clone());
    info
}
