//! `CloneAccount`.

use serde_json::{Value, json};
use vox_accounts::{CloneAccount, TemplateAccount};

use super::filter::known;
use super::set::{set, set_some};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{Failure, Failures};
use crate::state::account::Account;
use crate::state::accounts::Accounts;

impl Handler for CloneAccount {
    fn handle(self, parent: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        known(&self.language_code, Failure::INVALID_LANGUAGE)?;
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
        set(&mut profile.language_code, self.language_code.map(|code| code.to_string()));
        set(&mut profile.location, self.location);
        set_some(&mut profile.custom_data, self.account_custom_data);
        set_some(&mut profile.first_name, self.account_first_name);
        set_some(&mut profile.last_name, self.account_last_name);
        Ok(json!({ "result": cloned(context.accounts.add(account)?) }))
    }
}

/// The account that is copied: one of the parent's children, or the parent itself.
fn template<'a>(
    template: &TemplateAccount,
    parent: u64,
    accounts: &'a Accounts,
) -> Result<&'a Account, Failure> {
    let account = match template {
        TemplateAccount::Id(id) => accounts.get(*id),
        TemplateAccount::Name(name) => accounts.named(name),
        TemplateAccount::Email(email) => accounts.with_email(email),
    };
    let own = |account: &&Account| account.id == parent || account.parent == Some(parent);
    account.filter(own).ok_or(Failure::INVALID_ACCOUNT_ID)
}

/// The new account. The sandbox has nothing else that could be copied.
fn cloned(account: &Account) -> Value {
    json!({
        "account_id": account.id,
        "account_name": account.name,
        "account_email": account.email,
        "active": account.active,
        "api_key": account.api_key.expose(),
        "users": [],
        "scenarios": [],
        "applications": [],
        "acd_queues": [],
        "acd_skills": [],
        "admin_roles": [],
        "admin_users": [],
    })
}
