//! The section SMS.

mod a2p_get_sms_history;
mod a2p_send_sms;
mod control_sms;
mod fragments;
mod get_sms_history;
mod send_sms_message;

use vox_api::sms::{A2pGetSmsHistory, A2pSendSms, ControlSms, GetSmsHistory, SendSmsMessage};
use vox_core::Decimal;

use super::{Endpoint, endpoint};
use crate::catalog::prices::Prices;
use crate::catalog::resources::{MESSAGES, RESOURCES};

pub(super) fn endpoints() -> [Endpoint; 5] {
    [
        endpoint::<SendSmsMessage>(),
        endpoint::<A2pSendSms>(),
        endpoint::<ControlSms>(),
        endpoint::<GetSmsHistory>(),
        endpoint::<A2pGetSmsHistory>(),
    ]
}

/// The price of a message in so many parts.
fn price(prices: &Prices, fragments: u64) -> Decimal {
    let mut groups = RESOURCES.iter().flat_map(|resource| resource.groups);
    let group = groups.find(|group| group.id == MESSAGES);
    let unit = group.and_then(|group| prices.resource(group).checked_div(group.units.into()));
    unit.unwrap_or_default().saturating_mul(fragments.into())
}

/// The digits of a phone number, with or without a plus sign; `None` for other texts.
fn phone_number(text: &str) -> Option<&str> {
    const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

    let digits = text.strip_prefix('+').unwrap_or(text);
    (DIGITS.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// Whether a phone number or a sender id is the requested one, with or without a plus sign.
fn is_requested(requested: Option<&String>, number: &str) -> bool {
    requested.is_none_or(|requested| requested.strip_prefix('+').unwrap_or(requested) == number)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::catalog::prices::PricedItem;
    use crate::methods::tests::{PARENT, accounts};
    use crate::state::accounts::Accounts;
    use crate::state::phone::Phone;

    /// Accounts of which the first has a dollar and three phone numbers: the first with text messages enabled, the second frozen,
    /// the third without support for text messages.
    pub(super) fn with_phone() -> Accounts {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = Decimal::ONE;
        for (id, number, next_renewal) in [
            (1, "12125550100", date(2026, 2, 1)),
            (2, "12125550199", date(2026, 1, 1)),
            (3, "74951234567", date(2026, 2, 1)),
        ] {
            let phone = Phone::new(id, number.into(), Decimal::ONE, next_renewal, Timestamp::UNIX_EPOCH);
            account.phones.push(phone);
        }
        account.phones[0].sms_enabled = true;
        accounts
    }

    #[test]
    fn each_part_costs_the_price_of_a_message() {
        let mut prices = Prices::default();
        assert_eq!(price(&prices, 3), Decimal::new(3, 3));
        prices.set(PricedItem::Resource(MESSAGES), Decimal::from(50)).unwrap();
        assert_eq!(price(&prices, 2), Decimal::new(1, 1));
    }

    #[test]
    fn phone_numbers_are_digits() {
        for (text, digits) in [("+16501234567", Some("16501234567")), ("1234567", Some("1234567"))] {
            assert_eq!(phone_number(text), digits);
        }
        for text in ["", "+", "123456", "1234567890123456", "1650123456x", "++16501234567", "1650 1234567"] {
            assert_eq!(phone_number(text), None, "{text}");
        }
    }
}
