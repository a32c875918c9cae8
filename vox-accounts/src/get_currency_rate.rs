//! `GetCurrencyRate`: reads exchange rates.
//!
//! Roles: any. Source: the method `GetCurrencyRate` of the API's section Accounts.

use vox_core::{Date, Decimal, VoxMethod, VoxRecord};

/// Reads what one US dollar costs in other currencies.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetCurrencyRate { currency: vec!["RUR".into(), "EUR".into()], date: None };
/// assert_eq!(request.to_form().as_bytes(), b"currency=RUR%3BEUR");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetCurrencyRate", response = GetCurrencyRateResponse, kind = read)]
pub struct GetCurrencyRate {
    /// The currencies: `RUR` (not `RUB`), `KZT`, `EUR`, `USD`.
    #[param(min_items = 1)]
    pub currency: Vec<String>,
    /// The day of the rates.
    pub date: Option<Date>,
}

/// The response of [`GetCurrencyRate`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCurrencyRateResponse {
    /// The rates.
    pub result: ExchangeRates,
}

/// Exchange rates: the price of one US dollar in each currency. A currency that was not requested is `None`.
///
/// Source: the structure `ExchangeRatesType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ExchangeRates {
    /// The rate of the Russian rouble.
    #[field(name = "RUR")]
    pub rur: Option<Decimal>,
    /// The rate of the Kazakhstani tenge.
    #[field(name = "KZT")]
    pub kzt: Option<Decimal>,
    /// The rate of the euro.
    #[field(name = "EUR")]
    pub eur: Option<Decimal>,
    /// The rate of the US dollar: always 1.
    #[field(name = "USD")]
    pub usd: Option<Decimal>,
}

#[cfg(test)]
mod tests {
    use super::GetCurrencyRate;
    use vox_core::{Date, Decimal, MethodExt};

    fn form(currency: &[&str], date: Option<Date>) -> String {
        let currency = currency.iter().map(|&currency| currency.to_owned()).collect();
        String::from_utf8(GetCurrencyRate { currency, date }.to_form().into()).unwrap()
    }

    #[test]
    fn the_vendors_examples_encode() {
        assert_eq!(form(&["RUR"], None), "currency=RUR");
        assert_eq!(form(&["RUR"], Some(Date::constant(2014, 3, 17))), "currency=RUR&date=2014-03-17");
        assert_eq!(form(&["RUR", "EUR"], None), "currency=RUR%3BEUR");
    }

    #[test]
    fn a_request_without_a_currency_is_invalid() {
        assert!(GetCurrencyRate { currency: vec![], date: None }.validate().is_err());
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": {"RUR": 65.1234567890123456789, "USD": 1, "GBP": 0.8}}"#;
        let rates = GetCurrencyRate::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!(rates.rur.unwrap().to_string(), "65.1234567890123456789");
        assert_eq!((rates.kzt, rates.eur, rates.usd), (None, None, Some(Decimal::ONE)));
    }
}
