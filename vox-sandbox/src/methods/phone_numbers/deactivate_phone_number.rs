//! `DeactivatePhoneNumber`.

use vox_api::phone_numbers::DeactivatePhoneNumber;

use super::chosen::{check_known, is_chosen};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};

impl Handler for DeactivatePhoneNumber {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        check_known(&self.phone, account)?;
        account.phones.retain(|phone| !is_chosen(&self.phone, phone));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::phone_numbers::PhonesOrAll;
    use vox_core::{Decimal, IdList};

    use super::*;
    use crate::methods::phone_numbers::tests::{rent, renting};
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn ids(accounts: &Accounts) -> Vec<u64> {
        accounts.get(PARENT).unwrap().phones.iter().map(|phone| phone.id).collect()
    }

    #[test]
    fn numbers_are_given_back_without_a_refund() {
        let mut accounts = renting(&["12125550000", "12125550001", "12125550002"]);
        let mut deactivate = |phone| call_in(&mut accounts, DeactivatePhoneNumber { phone });
        deactivate(PhonesOrAll::Id([2].into())).unwrap();
        assert_eq!(deactivate(PhonesOrAll::Id([1, 2].into())), Err(181));
        assert_eq!(deactivate(PhonesOrAll::Number(vec!["12125550000".into(), "1".into()])), Err(121));
        deactivate(PhonesOrAll::Number(vec!["12125550002".into()])).unwrap();
        assert_eq!(ids(&accounts), [1]);
        call_in(&mut accounts, DeactivatePhoneNumber { phone: PhonesOrAll::Id(IdList::All) }).unwrap();
        assert_eq!(ids(&accounts), [0; 0]);
        assert_eq!(accounts.get(PARENT).unwrap().money.live(), Decimal::TEN);
    }

    #[test]
    fn a_number_that_is_rented_again_has_a_new_id() {
        let mut accounts = renting(&["12125550000"]);
        call_in(&mut accounts, DeactivatePhoneNumber { phone: PhonesOrAll::Id([1].into()) }).unwrap();
        call_in(&mut accounts, rent(&["12125550000"])).unwrap();
        assert_eq!(ids(&accounts), [2]);
    }
}
