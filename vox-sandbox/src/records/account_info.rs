//! `AccountInfo`.

use vox_accounts::{AccountInfo, BankCardBillingLimitInfo, BillingLimitInfo, BillingLimits};
use vox_core::{Decimal, Record};

use super::{amount, whole_seconds};
use crate::state::account::Account;
use crate::state::money::Money;
use crate::state::profile::Profile;

/// How much of an account is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Output {
    /// The id.
    Brief,
    /// The id, the name and the e-mail address.
    Medium,
    Full {
        /// Whether the balance is the live one, which reservations lower.
        live_balance: bool,
        /// Whether the API key and the salt of callbacks are shown.
        secrets: bool,
    },
}

pub(crate) fn account_info(account: &Account, output: Output) -> AccountInfo {
    let mut info = AccountInfo::blank();
    info.account_id = account.id;
    if output != Output::Brief {
        info.account_name = Some(account.name.clone());
        info.account_email = Some(account.email.clone());
    }
    if let Output::Full { live_balance, secrets } = output {
        if secrets {
            info.api_key = Some(account.api_key.clone());
            info.callback_salt.clone_from(&account.profile.callbacks.salt);
        }
        info.created = whole_seconds(account.created);
        info.active = Some(account.active);
        info.frozen = Some(account.frozen);
        set_profile(&mut info, &account.profile);
        set_money(&mut info, &account.money, live_balance);
        set_constants(&mut info);
    }
    info
}

fn set_profile(info: &mut AccountInfo, profile: &Profile) {
    info.account_first_name.clone_from(&profile.first_name);
    info.account_last_name.clone_from(&profile.last_name);
    info.account_custom_data.clone_from(&profile.custom_data);
    info.language_code = Some(profile.language_code.clone());
    info.location = Some(profile.location.clone());
    info.min_balance_to_notify = profile.min_balance_to_notify.and_then(amount);
    info.account_notifications = Some(profile.notifications.account);
    info.tariff_changing_notifications = Some(profile.notifications.tariff_changing);
    info.news_notifications = Some(profile.notifications.news);
    info.send_js_error = Some(profile.send_js_error);
    info.callback_url.clone_from(&profile.callbacks.url);
    info.record_storage_id = profile.record_storage_id;
    info.record_storage_name.clone_from(&profile.record_storage_name);

    let address = &profile.billing_address;
    info.billing_address_name.clone_from(&address.name);
    info.billing_address_country_code.clone_from(&address.country_code);
    info.billing_address_address.clone_from(&address.address);
    info.billing_address_zip.clone_from(&address.zip);
    info.billing_address_phone.clone_from(&address.phone);

    info.support_robokassa = Some(profile.payments.robokassa);
    info.support_bank_card = Some(profile.payments.bank_card);
    info.support_invoice = Some(profile.payments.invoice);
}

fn set_money(info: &mut AccountInfo, money: &Money, live_balance: bool) {
    info.live_balance = amount(money.live()).filter(|_| live_balance);
    info.fixed_balance = amount(money.fixed);
    info.balance = info.live_balance.or(info.fixed_balance);
    info.money_on_hold = amount(money.on_hold);
    info.credit_limit = amount(money.credit_limit);
    info.currency = Some(money.currency.clone());

    let mut bank_card = BankCardBillingLimitInfo::blank();
    bank_card.min_amount = Some(Decimal::TEN);
    bank_card.max_day_payment = Some(Decimal::from(10_000));
    bank_card.currency = Some(money.currency.clone());
    let mut invoice = BillingLimitInfo::blank();
    invoice.min_amount = Some(Decimal::ONE_THOUSAND);
    invoice.currency = Some(money.currency.clone());
    let mut limits = BillingLimits::blank();
    limits.bank_card = Some(bank_card);
    limits.invoice = Some(invoice);
    info.billing_limits = Some(limits);
}

/// What is the same for every account of the sandbox.
fn set_constants(info: &mut AccountInfo) {
    info.grace_credit = Some(Decimal::ZERO);
    info.a2p_sms_enabled = Some(true);
    info.max_sip_registrations = Some(0);
    info.bank_card_provider = Some("BRAINTREE".to_owned());
    info.enabled_3ds = Some(true);
    info.allow_invoice = Some(true);
    info.is_bank_card_auto_charge_prohibited = Some(false);
    info.taxpayer_type = Some("default".to_owned());
    info.custom_pricing = Some(false);
    info.credit_limit_aware_balance_notifications = Some(false);
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_core::Secret;

    use super::*;

    fn account() -> Account {
        let created = "1970-01-01T00:00:00.5Z".parse().unwrap();
        let mut account = Account::new("child".into(), "c@example.com".into(), Secret::from("p"), created);
        account.api_key = Secret::from("key");
        account.money.fixed = Decimal::new(10050, 2);
        account.money.on_hold = Decimal::new(5, 1);
        account
    }

    fn full(account: &Account, live_balance: bool, secrets: bool) -> AccountInfo {
        account_info(account, Output::Full { live_balance, secrets })
    }

    #[test]
    fn short_outputs_have_nothing_else() {
        let mut expected = AccountInfo::blank();
        assert_eq!(account_info(&account(), Output::Brief), expected);
        expected.account_name = Some("child".into());
        expected.account_email = Some("c@example.com".into());
        assert_eq!(account_info(&account(), Output::Medium), expected);
    }

    #[test]
    fn the_balance_is_live_or_fixed() {
        let live = full(&account(), true, false);
        assert_eq!((live.balance, live.live_balance), (Some(100.into()), Some(100.into())));
        let fixed = full(&account(), false, false);
        assert_eq!((fixed.balance, fixed.live_balance), (Some(Decimal::new(1005, 1)), None));
        assert_eq!(fixed.fixed_balance.unwrap().to_string(), "100.5");
    }

    #[test]
    fn secrets_are_shown_only_where_allowed() {
        let mut account = account();
        account.profile.callbacks.salt = Some("salt".into());
        let hidden = full(&account, true, false);
        assert_eq!((hidden.api_key, hidden.callback_salt), (None, None));
        let shown = full(&account, true, true);
        assert_eq!((shown.api_key, shown.callback_salt), (Some("key".into()), Some("salt".into())));
        assert_eq!(shown.account_first_name, None);
    }

    #[test]
    fn times_have_no_fraction() {
        assert_eq!(full(&account(), true, false).created, Some(Timestamp::UNIX_EPOCH));
    }
}
