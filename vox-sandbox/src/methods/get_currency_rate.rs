//! `GetCurrencyRate`.

use serde_json::{Map, Value, json};
use vox_accounts::GetCurrencyRate;

use super::{Context, Handler};
use crate::answers::number::number;
use crate::auth::Caller;
use crate::catalog::rates::rate;
use crate::errors::{Failure, Failures};

impl Handler for GetCurrencyRate {
    fn handle(self, _: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        let today = context.today();
        let day = self.date.unwrap_or(today);
        if day > today {
            return Err(Failure::INVALID_DATE.into());
        }
        let mut rates = Map::new();
        for currency in self.currency {
            let rate = rate(&currency, day).ok_or(Failure::INVALID_CURRENCY)?;
            rates.insert(currency, number(rate));
        }
        Ok(json!({ "result": rates }))
    }
}
