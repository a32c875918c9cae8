//! `DeactivatePhoneNumber`: gives phone numbers back.
//!
//! Roles: Owner. Source: the method `DeactivatePhoneNumber` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use super::PhonesOrAll;

/// Gives phone numbers back: the account no longer rents them.
///
/// `IdList::All` gives all phone numbers of the account back.
///
/// ```
/// use vox_api::phone_numbers::{DeactivatePhoneNumber, PhonesOrAll};
/// use vox_api::prelude::*;
///
/// let request = DeactivatePhoneNumber { phone: PhonesOrAll::Id([17, 18].into()) };
/// assert_eq!(request.to_form().as_bytes(), b"phone_id=17%3B18");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DeactivatePhoneNumber", roles = [Owner], response = (), kind = write)]
pub struct DeactivatePhoneNumber {
    /// The phone numbers.
    #[param(one_of)]
    pub phone: PhonesOrAll,
}
