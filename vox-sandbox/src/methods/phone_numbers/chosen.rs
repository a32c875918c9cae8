//! The phone numbers that a change applies to.

use vox_api::phone_numbers::PhonesOrAll;
use vox_core::IdList;

use crate::errors::ApiError;
use crate::state::account::Account;
use crate::state::phone::Phone;

/// Every phone number of the request must be one of the account's.
pub(super) fn check_known(phones: &PhonesOrAll, account: &Account) -> Result<(), ApiError> {
    let (known, otherwise) = match phones {
        PhonesOrAll::Id(IdList::All) => return Ok(()),
        PhonesOrAll::Id(IdList::Of(ids)) => {
            let known = ids.iter().all(|id| account.phones.iter().any(|phone| phone.id == *id));
            (known, ApiError::INVALID_PHONE_ID)
        }
        PhonesOrAll::Number(numbers) => {
            let known =
                numbers.iter().all(|number| account.phones.iter().any(|phone| phone.number == *number));
            (known, ApiError::INVALID_PHONE_NUMBER)
        }
    };
    if known { Ok(()) } else { Err(otherwise) }
}

pub(super) fn is_chosen(phones: &PhonesOrAll, phone: &Phone) -> bool {
    match phones {
        PhonesOrAll::Id(IdList::All) => true,
        PhonesOrAll::Id(IdList::Of(ids)) => ids.contains(&phone.id),
        PhonesOrAll::Number(numbers) => numbers.contains(&phone.number),
    }
}
