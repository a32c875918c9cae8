//! `SetAccountInfo`.

use vox_accounts::SetAccountInfo;

use super::filter::check_known;
use super::set::{set, set_some};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::state::profile::Profile;

impl Handler for SetAccountInfo {
    fn handle(mut self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.language_code, ApiError::INVALID_LANGUAGE)?;
        check_known(&self.billing_address_country_code, ApiError::INVALID_COUNTRY)?;
        // Before the other changes: if it is rejected, nothing is changed.
        if let Some(email) = self.new_account_email.take() {
            context.accounts.set_email(caller.account, email)?;
        }
        let account = context.accounts.get_mut(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        set(&mut account.password, self.new_account_password.take());
        change(&mut account.profile, self);
        Ok(())
    }
}

fn change(profile: &mut Profile, request: SetAccountInfo) {
    set(&mut profile.language_code, request.language_code);
    set(&mut profile.location, request.location);
    set_some(&mut profile.first_name, request.account_first_name);
    set_some(&mut profile.last_name, request.account_last_name);
    set_some(&mut profile.custom_data, request.account_custom_data);
    set_some(&mut profile.min_balance_to_notify, request.min_balance_to_notify);

    let notifications = &mut profile.notifications;
    set(&mut notifications.account, request.account_notifications);
    set(&mut notifications.tariff_changing, request.tariff_changing_notifications);
    set(&mut notifications.news, request.news_notifications);
    set(&mut profile.send_js_error, request.send_js_error);

    let address = &mut profile.billing_address;
    set_some(&mut address.name, request.billing_address_name);
    set_some(&mut address.country_code, request.billing_address_country_code);
    set_some(&mut address.address, request.billing_address_address);
    set_some(&mut address.zip, request.billing_address_zip);
    set_some(&mut address.phone, request.billing_address_phone);

    set_some(&mut profile.callbacks.url, request.callback_url);
    set_some(&mut profile.callbacks.salt, request.callback_salt);
}
