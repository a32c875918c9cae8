//! Rented phone numbers.

use jiff::civil::Date;
use vox_core::Decimal;

use super::a_month_after;

/// A phone number that the account rents and pays for itself: one with `auto_charge=false`.
#[derive(Debug, Clone)]
pub(crate) struct Phone {
    pub(crate) id: u64,
    pub(crate) number: String,
    /// The price of a month, in the account's currency.
    pub(crate) price: Decimal,
    /// The first day that is not paid for.
    pub(crate) next_renewal: Date,
}

impl Phone {
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
        let mut phone =
            Phone { id: 1, number: "1".into(), price: Decimal::ONE, next_renewal: date(2026, 1, 31) };
        assert!(!phone.is_frozen(date(2026, 1, 30)) && phone.is_frozen(date(2026, 1, 31)));
        phone.renew(date(2026, 1, 5));
        assert_eq!(phone.next_renewal, date(2026, 2, 28));
        phone.renew(date(2027, 1, 1));
        assert_eq!(phone.next_renewal, date(2027, 2, 1));
        phone.renew(Date::MAX);
        assert_eq!(phone.next_renewal, Date::MAX);
    }
}
