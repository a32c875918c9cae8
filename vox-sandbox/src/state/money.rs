//! An account's money.

use vox_core::Decimal;

use crate::errors::ApiError;

#[derive(Debug, Clone)]
pub(crate) struct Money {
    pub(crate) currency: String,
    /// The money that was paid in and not spent.
    pub(crate) fixed: Decimal,
    /// The part of it that is reserved for the next month of the plans.
    pub(crate) on_hold: Decimal,
    pub(crate) credit_limit: Decimal,
}

impl Default for Money {
    fn default() -> Self {
        Self {
            currency: "USD".to_owned(),
            fixed: Decimal::ZERO,
            on_hold: Decimal::ZERO,
            credit_limit: Decimal::ZERO,
        }
    }
}

impl Money {
    /// The money that can be spent now.
    pub(crate) fn live(&self) -> Decimal {
        self.fixed.saturating_sub(self.on_hold)
    }

    /// Subtracts an amount, if the balance and the credit limit suffice.
    pub(crate) fn spend(&mut self, amount: Decimal) -> Result<(), ApiError> {
        self.check(amount)?;
        self.fixed = self.fixed.saturating_sub(amount);
        Ok(())
    }

    /// Replaces a reservation, if the balance and the credit limit suffice.
    pub(crate) fn reserve(&mut self, amount: Decimal, replaced: Decimal) -> Result<(), ApiError> {
        let more = amount.saturating_sub(replaced);
        self.check(more)?;
        self.on_hold = self.on_hold.saturating_add(more);
        Ok(())
    }

    fn check(&self, amount: Decimal) -> Result<(), ApiError> {
        let suffices = amount <= Decimal::ZERO || amount <= self.live().saturating_add(self.credit_limit);
        if suffices { Ok(()) } else { Err(ApiError::INSUFFICIENT_MONEY) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_without_enough_money() {
        let mut money = Money { fixed: Decimal::TEN, ..Money::default() };
        money.reserve(Decimal::ONE, Decimal::ZERO).unwrap();
        assert_eq!((money.fixed, money.live()), (Decimal::TEN, Decimal::from(9)));
        assert_eq!(money.spend(Decimal::TEN), Err(ApiError::INSUFFICIENT_MONEY));
        assert_eq!(money.reserve(Decimal::from(11), Decimal::ONE), Err(ApiError::INSUFFICIENT_MONEY));
        assert_eq!(money.live(), Decimal::from(9));

        money.reserve(Decimal::TEN, Decimal::ONE).unwrap();
        assert_eq!((money.on_hold, money.live()), (Decimal::TEN, Decimal::ZERO));
        money.credit_limit = Decimal::ONE;
        money.spend(Decimal::ONE).unwrap();
        assert_eq!(money.live(), Decimal::NEGATIVE_ONE);
    }
}
