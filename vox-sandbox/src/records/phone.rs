//! `AttachedPhoneInfo`.

use jiff::civil::Date;
use jiff::tz::Offset;
use vox_api::phone_numbers::{AttachedPhoneInfo, PhoneActivationStatus, PhoneVerificationStatus};
use vox_core::Record as _;

use super::phone_verification::PhoneVerification;
use super::{amount, whole_seconds};
use crate::catalog::phone_regions::{country_of, region_of};
use crate::state::account::Account;
use crate::state::phone::Phone;

/// A phone number that an account rents.
pub(crate) fn phone(phone: &Phone, account: &Account, today: Date) -> AttachedPhoneInfo {
    let is_frozen = phone.is_frozen(today);
    let status = if is_frozen { PhoneActivationStatus::Deactivated } else { PhoneActivationStatus::Active };
    let mut record = AttachedPhoneInfo::blank();
    record.phone_id = Some(phone.id);
    record.phone_number = Some(phone.number.clone());
    record.phone_price = amount(phone.price);
    record.phone_country_code = country_of(&phone.number).map(|country| country.code.to_owned());
    record.activation_status = Some(status.as_str().to_owned());
    record.phone_next_renewal = Some(phone.next_renewal);
    record.phone_purchase_date = whole_seconds(phone.purchased).map(|time| Offset::UTC.to_datetime(time));
    record.deactivated = Some(is_frozen);
    record.canceled = Some(false);
    record.auto_charge = Some(phone.auto_charge);
    record.can_be_used = Some(!is_frozen);
    record.is_sms_supported = Some(false);
    record.is_sms_enabled = Some(false);
    record.incoming_sms_callback_url.clone_from(&phone.sms_callback_url);
    record.emergency_calls_to_be_enabled = Some(false);
    record.emergency_calls_enabled = Some(false);
    record.subscription_id = Some(phone.id);
    record.modified = whole_seconds(phone.modified);
    add_region(&mut record, phone, account);
    add_application(&mut record, phone, account);
    record
}

fn add_region(record: &mut AttachedPhoneInfo, phone: &Phone, account: &Account) {
    let Some(region) = region_of(&phone.number) else { return };
    record.category_name = Some(region.category.name.to_owned());
    record.phone_region_name = Some(region.name.english.to_owned());
    record.is_sms_supported = Some(region.is_sms_supported);
    if let Some(verification) = PhoneVerification::of(region, account) {
        if verification.status != PhoneVerificationStatus::Verified {
            record.can_be_used = Some(false);
        }
        record.required_verification = Some(verification.name.to_owned());
        record.verification_status = Some(verification.status);
        record.unverified_hold_until = verification.hold_until;
    }
}

/// Adds the application and the rule, unless they were deleted.
fn add_application(record: &mut AttachedPhoneInfo, phone: &Phone, account: &Account) {
    let Some(id) = phone.application else { return };
    let Some(application) = account.resources.applications.get(id) else { return };
    let name = application.full_name(&account.name);
    record.application_id = Some(id);
    record.application_name = Some(name.clone());
    record.extended_application_name = Some(name);
    let rule =
        phone.rule.and_then(|id| account.resources.rules.get(id)).filter(|rule| rule.application == id);
    if let Some(rule) = rule {
        record.rule_id = phone.rule;
        record.rule_name = Some(rule.name.clone());
    }
}
