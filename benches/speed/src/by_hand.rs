//! Code written by hand for speed: one pass, one allocation, no library.

use std::io::Write as _;

use vox_core::{Decimal, IdList};

use crate::tasks::register::{Country, Language, Parent, Register};

/// The request as a form.
pub(crate) fn encode(request: &Register) -> Vec<u8> {
    let mut out = Vec::with_capacity(1400);
    match &request.parent {
        Parent::Id(id) => number(&mut out, "parent_id=", *id),
        Parent::Name(name) => text(&mut out, "parent_name=", name),
    }
    text(&mut out, "&account_name=", &request.account_name);
    text(&mut out, "&account_email=", &request.account_email);
    if let Some(password) = &request.account_password {
        text(&mut out, "&account_password=", password.expose());
    }
    flag(&mut out, "&active=", request.active);
    if let Some(language) = &request.language_code {
        match language {
            Language::En => out.extend_from_slice(b"&language_code=en"),
            Language::Ru => out.extend_from_slice(b"&language_code=ru"),
            Language::Other(other) => text(&mut out, "&language_code=", other),
        }
    }
    optional(&mut out, "&location=", request.location.as_deref());
    if let Some(amount) = request.min_balance_to_notify {
        decimal(&mut out, "&min_balance_to_notify=", amount);
    }
    optional(&mut out, "&account_custom_data=", request.account_custom_data.as_deref());
    optional(&mut out, "&account_first_name=", request.account_first_name.as_deref());
    optional(&mut out, "&account_last_name=", request.account_last_name.as_deref());
    flag(&mut out, "&account_notifications=", request.account_notifications);
    flag(&mut out, "&tariff_changing_notifications=", request.tariff_changing_notifications);
    flag(&mut out, "&news_notifications=", request.news_notifications);
    optional(&mut out, "&billing_address_name=", request.billing_address_name.as_deref());
    if let Some(country) = &request.billing_address_country_code {
        match country {
            Country::De => out.extend_from_slice(b"&billing_address_country_code=DE"),
            Country::Ru => out.extend_from_slice(b"&billing_address_country_code=RU"),
            Country::Other(other) => text(&mut out, "&billing_address_country_code=", other),
        }
    }
    optional(&mut out, "&billing_address_address=", request.billing_address_address.as_deref());
    optional(&mut out, "&billing_address_zip=", request.billing_address_zip.as_deref());
    optional(&mut out, "&billing_address_phone=", request.billing_address_phone.as_deref());
    optional(&mut out, "&billing_address_state=", request.billing_address_state.as_deref());
    optional(&mut out, "&callback_url=", request.callback_url.as_deref());
    if let Some(salt) = &request.callback_salt {
        text(&mut out, "&callback_salt=", salt.expose());
    }
    flag(&mut out, "&send_js_error=", request.send_js_error);
    if let Some(date) = request.from_date {
        // Writing to memory does not fail.
        let _ = write!(out, "&from_date={:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    }
    if let Some(ids) = &request.child_account_id {
        match ids {
            IdList::All => out.extend_from_slice(b"&child_account_id=all"),
            IdList::Of(ids) => {
                out.extend_from_slice(b"&child_account_id=");
                for (index, id) in ids.iter().enumerate() {
                    number(&mut out, if index == 0 { "" } else { "%3B" }, *id);
                }
            }
        }
    }
    if let Some(registrations) = request.max_sip_registrations {
        number(&mut out, "&max_sip_registrations=", registrations);
    }
    if let Some(count) = request.count {
        number(&mut out, "&count=", count);
    }
    out
}

fn number(out: &mut Vec<u8>, key: &str, number: u64) {
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

fn flag(out: &mut Vec<u8>, key: &str, flag: Option<bool>) {
    if let Some(flag) = flag {
        out.extend_from_slice(key.as_bytes());
        out.extend_from_slice(if flag { b"true" } else { b"false" });
    }
}

fn decimal(out: &mut Vec<u8>, key: &str, amount: Decimal) {
    let _ = write!(out, "{key}{amount}");
}

fn optional(out: &mut Vec<u8>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        text(out, key, value);
    }
}

fn text(out: &mut Vec<u8>, key: &str, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.extend_from_slice(key.as_bytes());
    for &byte in text.as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(byte),
            b' ' => out.push(b'+'),
            _ => {
                out.extend_from_slice(&[
                    b'%',
                    DIGITS[usize::from(byte >> 4)],
                    DIGITS[usize::from(byte & 15)],
                ]);
            }
        }
    }
}

/// Whether all rules hold.
pub(crate) fn is_valid(request: &Register) -> bool {
    let at_most = |text: &Option<String>, limit| text.as_deref().is_none_or(|text| is_at_most(text, limit));
    is_name(&request.account_name)
        && is_email(&request.account_email)
        && request.account_password.as_ref().is_none_or(|password| is_password(password.expose()))
        && request.min_balance_to_notify.is_none_or(|amount| amount >= Decimal::ZERO)
        && at_most(&request.account_custom_data, 8191)
        && at_most(&request.account_first_name, 49)
        && at_most(&request.account_last_name, 49)
        && at_most(&request.billing_address_name, 199)
        && at_most(&request.billing_address_address, 511)
        && at_most(&request.billing_address_zip, 29)
        && at_most(&request.billing_address_phone, 29)
        && at_most(&request.billing_address_state, 100)
        && request.callback_url.as_deref().is_none_or(is_url)
        && request.callback_salt.as_ref().is_none_or(|salt| is_at_most(salt.expose(), 40))
        && request.child_account_id.as_ref().is_none_or(is_short)
        && request.max_sip_registrations.is_none_or(|number| (1..=1000).contains(&number))
        && request.count.is_none_or(|number| (1..=1000).contains(&number))
}

fn is_at_most(text: &str, limit: usize) -> bool {
    text.len() <= limit || text.chars().count() <= limit
}

fn is_name(name: &str) -> bool {
    (5..=20).contains(&name.len())
        && name.as_bytes()[0].is_ascii_lowercase()
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn is_email(text: &str) -> bool {
    let mut at = None;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'@' if at.is_some() => return false,
            b'@' => at = Some(index),
            b' ' | b'\t'..=b'\r' => return false,
            _ => {}
        }
    }
    let well_placed = at.is_some_and(|at| at > 0 && at + 1 < text.len());
    well_placed && (text.is_ascii() || !text.contains(char::is_whitespace))
}

fn is_password(text: &str) -> bool {
    let mut classes = 0;
    for byte in text.bytes() {
        classes |= match byte {
            b'A'..=b'Z' => 1,
            b'a'..=b'z' => 2,
            b'0'..=b'9' => 4,
            _ => 8,
        };
    }
    classes == 15 && (text.len() >= 32 || text.chars().count() >= 8)
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let begins = rest.and_then(|rest| rest.bytes().next());
    begins.is_some_and(|first| !matches!(first, b'/' | b'?' | b'#')) && !text.contains(char::is_whitespace)
}

fn is_short(ids: &IdList) -> bool {
    match ids {
        IdList::All => true,
        IdList::Of(ids) => (1..=100).contains(&ids.len()),
    }
}
