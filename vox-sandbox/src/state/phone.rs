//! Rented phone numbers.

use jiff::Timestamp;
use jiff::civil::Date;
use vox_core::Decimal;

use super::a_month_after;

/// A phone number that the account rents.
#[derive(Debug, Clone)]
#[cfg_attr(
    not(feature = "phone_numbers"),
    allow(dead_code, reason = "only the section PhoneNumbers reads some of the fields")
)]
pub(crate) struct Phone {
    pub(crate) id: u64,
    pub(crate) number: String,
    /// The price of a month, in the account's currency.
    pub(crate) price: Decimal,
    /// The first day that is not paid for.
    pub(crate) next_renewal: Date,
    /// Whether it would be paid automatically; otherwise by `ChargeAccount`.
    pub(crate) auto_charge: bool,
    /// When the rent began.
    pub(crate) purchased: Timestamp,
    pub(crate) modified: Timestamp,
    /// Where text messages would be sent.
    pub(crate) sms_callback_url: Option<String>,
    /// The id of the application that gets its phone calls. The application may be deleted.
    pub(crate) application: Option<u64>,
    /// The id of a routing rule of the application. The rule may be deleted.
    pub(crate) rule: Option<u64>,
}

impl Phone {
    /// A phone number that the account pays for itself, with `auto_charge=false`.
    pub(crate) fn new(id: u64, number: String, price: Decimal, next_renewal: Date, now: Timestamp) -> Self {
        Self {
            id,
            number,
            price,
            next_renewal,
            auto_charge: false,
            purchased: now,
            modified: now,
            sms_callback_url: None,
            application: None,
            rule: None,
        }
    }

    /// A phone number of which the first month is paid, and further ones are paid automatically.
    #[cfg(feature = "phone_numbers")]
    pub(crate) fn rented(id: u64, number: String, price: Decimal, now: Timestamp) -> Self {
        let next_renewal = a_month_after(crate::clock::day(now));
        Self { auto_charge: true, ..Self::new(id, number, price, next_renewal, now) }
    }

    /// Whether the number is out of use, as today is not paid for.
    pub(crate) fn is_frozen(&self, today: Date) -> bool {
        self.next_renewal <= today
    }

    /// Adds a month to the paid time. Time that has run out begins again today.
    pub(crate) fn renew(&mut self, today: Date) {
        self.next_renewal = a_month_after(self.next_renewal.max(today));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_renewal_adds_a_month() {
        let mut phone = Phone::new(1, "1".into(), Decimal::ONE, date(2026, 1, 31), Timestamp::UNIX_EPOCH);
        assert!(!phone.is_frozen(date(2026, 1, 30)) && phone.is_frozen(date(2026, 1, 31)));
        phone.renew(date(2026, 1, 5));
        assert_eq!(phone.next_renewal, date(2026, 2, 28));
        phone.renew(date(2027, 1, 1));
        assert_eq!(phone.next_renewal, date(2027, 2, 1));
        phone.renew(Date::MAX);
        assert_eq!(phone.next_renewal, Date::MAX);
    }
}
