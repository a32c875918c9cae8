//! Exchange rates.

use jiff::civil::Date;
use vox_core::Decimal;

pub(crate) const ROUBLE: &str = "RUR";
pub(crate) const TENGE: &str = "KZT";
pub(crate) const EURO: &str = "EUR";
pub(crate) const DOLLAR: &str = "USD";

/// The average price of a US dollar.
static CURRENCIES: [(&str, Decimal); 4] = [
    (ROUBLE, Decimal::from_parts(8_125, 0, 0, false, 2)),
    (TENGE, Decimal::from_parts(48_150, 0, 0, false, 2)),
    (EURO, Decimal::from_parts(92, 0, 0, false, 2)),
    (DOLLAR, Decimal::ONE),
];

/// The rates repeat after this number of days.
const CYCLE: i64 = 21;

/// The price of a US dollar in a currency on a day; `None` for an unknown currency.
///
/// The rates differ by up to one per cent from day to day, and are always the same for a day.
pub(crate) fn rate(currency: &str, day: Date) -> Option<Decimal> {
    let (name, average) = CURRENCIES.iter().find(|(name, _)| *name == currency)?;
    if *name == DOLLAR {
        return Some(*average);
    }
    let days = day.duration_since(Date::ZERO).as_hours() / 24;
    let factor = Decimal::new(1000 + days.rem_euclid(CYCLE) - CYCLE / 2, 3);
    Some(average.saturating_mul(factor).normalize())
}

/// An amount in another currency, rounded up to hundredths; `None` for an unknown currency.
pub(crate) fn convert(amount: Decimal, from: &str, to: &str, day: Date) -> Option<Decimal> {
    let (from_rate, to_rate) = (rate(from, day)?, rate(to, day)?);
    if from == to {
        return Some(amount);
    }
    let converted = amount.checked_div(from_rate)?.saturating_mul(to_rate);
    Some(converted.saturating_mul(Decimal::ONE_HUNDRED).ceil() / Decimal::ONE_HUNDRED)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn rates_depend_on_the_day() {
        let [one, next] = [date(2014, 3, 17), date(2014, 3, 18)].map(|day| rate(ROUBLE, day).unwrap());
        assert_ne!(one, next);
        assert_eq!(rate(ROUBLE, date(2014, 4, 7)), Some(one));
        for day in [Date::MIN, Date::ZERO, Date::MAX] {
            let rate = rate(EURO, day).unwrap();
            assert!(rate > Decimal::new(9, 1) && rate < Decimal::new(94, 2), "{rate}");
        }
        assert_eq!((rate("USD", Date::MIN), rate("RUB", Date::MIN)), (Some(Decimal::ONE), None));
    }

    #[test]
    fn amounts_are_rounded_up() {
        let day = date(2014, 3, 17);
        let exact = rate(EURO, day).unwrap() * Decimal::from(7);
        let euros = convert(Decimal::from(7), "USD", "EUR", day).unwrap();
        assert!(
            euros >= exact && euros - exact < Decimal::new(1, 2) && euros.scale() <= 2,
            "{euros} {exact}"
        );
        assert_eq!(convert(Decimal::new(1, 3), "USD", "USD", day), Some(Decimal::new(1, 3)));
        assert_eq!(convert(Decimal::MAX, "USD", "GBP", day), None);
        assert!(convert(Decimal::MAX, "USD", "KZT", day).is_some());
    }
}
