//! `IsAccountPhoneNumber`.

use vox_api::phone_numbers::{IsAccountPhoneNumber, IsAccountPhoneNumberResponse};
use vox_core::Record as _;

use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};

impl Handler for IsAccountPhoneNumber {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let mut response = IsAccountPhoneNumberResponse::blank();
        response.result = account.phones.iter().any(|phone| phone.number == self.phone_number);
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::phone_numbers::tests::renting;
    use crate::methods::tests::call_in;

    #[test]
    fn only_the_whole_number_is_the_accounts() {
        let mut accounts = renting(&["12125550000"]);
        let mut is_own = |number: &str| {
            call_in(&mut accounts, IsAccountPhoneNumber { phone_number: number.into() }).unwrap().result
        };
        assert!(is_own("12125550000"));
        assert!(!is_own("12125550001") && !is_own("1212555000") && !is_own("+12125550000"));
    }
}
