//! `CloneAccount`.

use vox_accounts::{CloneAccount, CloneAccountResponse, TemplateAccount};
use vox_core::Record as _;

use super::filter::check_known;
use super::set::{set, set_some};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::state::account::Account;
use crate::state::accounts::Accounts;

impl Handler for CloneAccount {
    fn handle(self, parent: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.language_code, ApiError::INVALID_LANGUAGE)?;
        let template = template(&self.template, parent.account, context.accounts)?;
        let mut account = Account {
            parent: Some(parent.account),
            active: template.active,
            profile: template.profile.clone(),
            ..Account::new(
                self.new_account_name,
                self.new_account_email,
                self.new_account_password,
                context.now,
            )
        };
        account.money.currency.clone_from(&template.money.currency);
        let profile = &mut account.profile;
        set(&mut profile.language_code, self.language_code);
        set(&mut profile.location, self.location);
        set_some(&mut profile.custom_data, self.account_custom_data);
        set_some(&mut profile.first_name, self.account_first_name);
        set_some(&mut profile.last_name, self.account_last_name);
        let added = context.accounts.add(account)?;
        // What the account has in the sections of `vox-api` is not copied.
        let mut response = CloneAccountResponse::blank();
        response.result.account_id = added.id;
        response.result.account_name = Some(added.name.clone());
        response.result.account_email = Some(added.email.clone());
        response.result.active = Some(added.active);
        response.result.api_key = Some(added.api_key.clone());
        Ok(response)
    }
}

/// The account that is copied: one of the parent's children, or the parent itself.
fn template<'a>(
    template: &TemplateAccount,
    parent: u64,
    accounts: &'a Accounts,
) -> Result<&'a Account, ApiError> {
    let account = match template {
        TemplateAccount::Id(id) => accounts.get(*id),
        TemplateAccount::Name(name) => accounts.with_name(name),
        TemplateAccount::Email(email) => accounts.with_email(email),
    };
    let own = |account: &&Account| account.id == parent || account.parent == Some(parent);
    account.filter(own).ok_or(ApiError::INVALID_ACCOUNT_ID)
}
