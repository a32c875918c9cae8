//! A request as a form.

use std::hint::black_box;

use form_urlencoded::Serializer;
use vox_core::MethodExt as _;

use super::register::{Plain, Register};
use super::{Goal, Task, VOX, Way};
use crate::by_hand;

const URLENCODED: &str = "serde_urlencoded";
const BY_HAND: &str = "by hand, one pass";

pub(super) const TASKS: &[Task] = &[
    Task {
        name: "encode-full",
        title: "Encode 27 parameters",
        ways: || ways(&Register::full()),
        is_counted: true,
        goals: &[Goal::TimesAsFast(4.0, URLENCODED), Goal::TimesTheTime(1.2, BY_HAND), Goal::Allocations(1)],
    },
    Task {
        name: "encode-minimal",
        title: "Encode 3 parameters",
        ways: || ways(&Register::minimal()),
        is_counted: true,
        goals: &[Goal::TimesAsFast(3.0, URLENCODED), Goal::TimesTheTime(1.2, BY_HAND), Goal::Allocations(1)],
    },
];

fn ways(request: &Register) -> Vec<Way> {
    let plain = Plain::of(request);
    let with = |encode: fn(&Plain) -> String| {
        let plain = plain.clone();
        move || {
            black_box(encode(black_box(&plain)));
        }
    };
    let (vox, hand) = (request.clone(), request.clone());
    vec![
        Way::new(VOX, move || {
            black_box(black_box(&vox).to_form());
        }),
        Way::new(BY_HAND, move || {
            black_box(by_hand::encode(black_box(&hand)));
        }),
        Way::new(URLENCODED, with(urlencoded)),
        Way::new("serde_html_form", with(html_form)),
        Way::new("form_urlencoded, pair by pair", with(pairs)),
    ]
}

fn urlencoded(plain: &Plain) -> String {
    serde_urlencoded::to_string(plain).expect("the struct is flat")
}

fn html_form(plain: &Plain) -> String {
    serde_html_form::to_string(plain).expect("the struct is flat")
}

/// Idiomatic code with the library, not optimized for speed.
fn pairs(plain: &Plain) -> String {
    let mut form = Serializer::new(String::new());
    let text = |form: &mut Serializer<'_, String>, name: &str, value: Option<&str>| {
        if let Some(value) = value {
            form.append_pair(name, value);
        }
    };
    let flag = |form: &mut Serializer<'_, String>, name: &str, value: Option<bool>| {
        text(form, name, value.map(|value| if value { "true" } else { "false" }));
    };
    let number = |form: &mut Serializer<'_, String>, name: &str, value: Option<u64>| {
        text(form, name, value.map(|value| value.to_string()).as_deref());
    };
    number(&mut form, "parent_id", Some(plain.parent_id));
    text(&mut form, "account_name", Some(&plain.account_name));
    text(&mut form, "account_email", Some(&plain.account_email));
    text(&mut form, "account_password", plain.account_password.as_deref());
    flag(&mut form, "active", plain.active);
    text(&mut form, "language_code", plain.language_code);
    text(&mut form, "location", plain.location.as_deref());
    let amount = plain.min_balance_to_notify.map(|amount| format!("{amount:.2}"));
    text(&mut form, "min_balance_to_notify", amount.as_deref());
    text(&mut form, "account_custom_data", plain.account_custom_data.as_deref());
    text(&mut form, "account_first_name", plain.account_first_name.as_deref());
    text(&mut form, "account_last_name", plain.account_last_name.as_deref());
    flag(&mut form, "account_notifications", plain.account_notifications);
    flag(&mut form, "tariff_changing_notifications", plain.tariff_changing_notifications);
    flag(&mut form, "news_notifications", plain.news_notifications);
    text(&mut form, "billing_address_name", plain.billing_address_name.as_deref());
    text(&mut form, "billing_address_country_code", plain.billing_address_country_code);
    text(&mut form, "billing_address_address", plain.billing_address_address.as_deref());
    text(&mut form, "billing_address_zip", plain.billing_address_zip.as_deref());
    text(&mut form, "billing_address_phone", plain.billing_address_phone.as_deref());
    text(&mut form, "billing_address_state", plain.billing_address_state.as_deref());
    text(&mut form, "callback_url", plain.callback_url.as_deref());
    text(&mut form, "callback_salt", plain.callback_salt.as_deref());
    flag(&mut form, "send_js_error", plain.send_js_error);
    text(&mut form, "from_date", plain.from_date);
    text(&mut form, "child_account_id", plain.child_account_id);
    number(&mut form, "max_sip_registrations", plain.max_sip_registrations);
    number(&mut form, "count", plain.count);
    form.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_write_the_same() {
        for request in [Register::full(), Register::minimal()] {
            let plain = Plain::of(&request);
            let vox = String::from_utf8(request.to_form().into()).unwrap();
            assert_eq!(by_hand::encode(&request), vox.as_bytes());
            assert_eq!(pairs(&plain), vox);
            // A float has no trailing zeros.
            let float = vox.replace("12.50", "12.5");
            assert_eq!(urlencoded(&plain), float);
            assert_eq!(html_form(&plain), float);
        }
    }
}
