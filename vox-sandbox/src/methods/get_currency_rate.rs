//! `GetCurrencyRate`.

use vox_accounts::{GetCurrencyRate, GetCurrencyRateResponse};
use vox_core::Record as _;

use super::{Context, Handler};
use crate::auth::Caller;
use crate::catalog::rates::{DOLLAR, EURO, ROUBLE, TENGE, rate};
use crate::errors::{ApiError, ApiErrors};

impl Handler for GetCurrencyRate {
    fn handle(self, _: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let today = context.today();
        let day = self.date.unwrap_or(today);
        if day > today {
            return Err(ApiError::INVALID_DATE.into());
        }
        let mut response = GetCurrencyRateResponse::blank();
        let rates = &mut response.result;
        for currency in self.currency {
            let field = match currency.as_str() {
                ROUBLE => &mut rates.rur,
                TENGE => &mut rates.kzt,
                EURO => &mut rates.eur,
                DOLLAR => &mut rates.usd,
                _ => return Err(ApiError::INVALID_CURRENCY.into()),
            };
            *field = rate(&currency, day);
        }
        Ok(response)
    }
}
