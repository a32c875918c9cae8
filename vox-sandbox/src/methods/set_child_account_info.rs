//! `SetChildAccountInfo`.

use vox_accounts::{ChildAccounts, SetChildAccountInfo};
use vox_core::IdList;

use super::filter::check_known;
use super::set::{set, set_some};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::state::account::Account;
use crate::state::accounts::Accounts;

impl Handler for SetChildAccountInfo {
    fn handle(mut self, parent: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.language_code, ApiError::INVALID_LANGUAGE)?;
        let children = children(&self.child_account, parent.account, context.accounts)?;
        check_single(&self, &children)?;
        // Before the other changes: if it is rejected, nothing is changed.
        if let (Some(email), [child]) = (self.new_child_account_email.take(), &children[..]) {
            context.accounts.set_email(*child, email)?;
        }
        for id in children {
            if let Some(child) = context.accounts.get_mut(id) {
                change(child, &self);
            }
        }
        Ok(())
    }
}

/// The ids of the requested children. All of them must be the parent's.
fn children(wanted: &ChildAccounts, parent: u64, accounts: &Accounts) -> Result<Vec<u64>, ApiError> {
    let own = |account: Option<&Account>| {
        account.filter(|account| account.parent == Some(parent)).map(|account| account.id)
    };
    let (mut ids, otherwise): (Option<Vec<u64>>, _) = match wanted {
        ChildAccounts::Id(IdList::All) => {
            return Ok(accounts.children(parent).map(|account| account.id).collect());
        }
        ChildAccounts::Id(IdList::Of(ids)) => {
            (ids.iter().map(|id| own(accounts.get(*id))).collect(), ApiError::INVALID_CHILD_ID)
        }
        ChildAccounts::Name(names) => {
            (names.iter().map(|name| own(accounts.with_name(name))).collect(), ApiError::INVALID_CHILD_NAME)
        }
        ChildAccounts::Email(emails) => {
            let ids = emails.iter().map(|email| own(accounts.with_email(email))).collect();
            (ids, ApiError::INVALID_CHILD_EMAIL)
        }
    };
    if let Some(ids) = &mut ids {
        ids.sort_unstable();
        ids.dedup();
    }
    ids.ok_or(otherwise)
}

/// An e-mail address and a password are for one account.
fn check_single(request: &SetChildAccountInfo, children: &[u64]) -> Result<(), ApiError> {
    if children.len() == 1 {
        Ok(())
    } else if request.new_child_account_email.is_some() {
        Err(ApiError::forbidden_param("new_child_account_email"))
    } else if request.new_child_account_password.is_some() {
        Err(ApiError::forbidden_param("new_child_account_password"))
    } else {
        Ok(())
    }
}

fn change(child: &mut Account, request: &SetChildAccountInfo) {
    set(&mut child.password, request.new_child_account_password.clone());
    set(&mut child.active, request.active);

    let profile = &mut child.profile;
    set(&mut profile.language_code, request.language_code.clone());
    set(&mut profile.location, request.location.clone());
    set_some(&mut profile.min_balance_to_notify, request.min_balance_to_notify);
    set(&mut profile.notifications.account, request.account_notifications);
    set(&mut profile.notifications.tariff_changing, request.tariff_changing_notifications);
    set(&mut profile.notifications.news, request.news_notifications);
    set(&mut profile.payments.robokassa, request.support_robokassa);
    set(&mut profile.payments.bank_card, request.support_bank_card);
    set(&mut profile.payments.invoice, request.support_invoice);
}
