//! Forms and the requests that they encode.

use vox_accounts::prelude::*;
use vox_accounts::vox_core::macro_support::FormEncoder;
use vox_accounts::vox_core::server::{Form, ServerMethod};

use super::MARKER;

/// A form is parsed as by an independent parser, and survives encoding.
pub(super) fn run(input: &[u8]) {
    let form = match Form::parse(input) {
        Ok(form) => form,
        Err(error) => return super::assert_safe_to_print(&error),
    };
    let expected: Vec<_> = form_urlencoded::parse(input).collect();
    assert!(
        form.iter().eq(expected.iter().map(|(name, text)| (name.as_ref(), text.as_ref()))),
        "{expected:?}"
    );
    let mut again = FormEncoder::default();
    for (name, text) in form.iter() {
        again.pair(name, text);
    }
    let again = again.finish();
    assert_eq!(Form::parse(again.as_bytes()).as_ref(), Ok(&form));
    for decode in DECODERS {
        decode(&form);
    }
}

const DECODERS: [fn(&Form); 16] = [
    request::<AddAccount>,
    request::<CloneAccount>,
    request::<GetAccountInfo>,
    request::<SetAccountInfo>,
    request::<SetChildAccountInfo>,
    request::<GetCurrencyRate>,
    request::<GetResourcePrice>,
    request::<GetSubscriptionPrice>,
    request::<GetChildrenAccounts>,
    request::<GetMoneyAmountToCharge>,
    request::<ChargeAccount>,
    request::<ChangeAccountPlan>,
    request::<GetAccountPlans>,
    request::<GetAvailablePlans>,
    request::<GetAccountDocuments>,
    request::<GetAccountVerifications>,
];

/// A valid request is the same after encoding and decoding.
fn request<M: ServerMethod>(form: &Form) {
    let Ok(request) = M::decode(form) else { return };
    if request.validate().is_err() {
        return;
    }
    let written = request.to_form();
    let again = M::decode(&Form::parse(written.as_bytes()).expect("an encoded request is a form"));
    let again = again.unwrap_or_else(|violations| panic!("{}: {violations}", M::META.name));
    assert_eq!(again.to_form().as_bytes(), written.as_bytes(), "{}", M::META.name);
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let password =
        format!("new_account_password={MARKER}%21&callback_salt={MARKER}&location=Europe%2FMoscow");
    let add = format!(
        "parent_account_id=1&parent_account_password={MARKER}&account_name=child-one&account_email=a%40b.example\
         &account_password={MARKER}%21&active=true&language_code=en&min_balance_to_notify=1.50"
    );
    [
        "phone_number=79993330011",
        "phone_id=1%3B2%3B3&account_id=7",
        "currency=RUR%3BEUR&date=2014-03-17",
        "child_account_id=all&count=20&offset=5&order_by=account_name&active=1",
        "resource_type=VOIPIN%3BVOIPOUT&price_group_id=1",
        "plan_type=IM&plan_subscription_template_id=3",
        "charge_date=2024-02-29&currency=USD",
        "a=b&c&=d&&e=%D0%BF%E2%82%AC+x",
        &password,
        &add,
    ]
    .map(Into::into)
    .into()
}
