//! `IsAccountPhoneNumber`: states whether a phone number belongs to the account.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, Support, Payer. Source: the method `IsAccountPhoneNumber` of the API's
//! section PhoneNumbers.

use vox_core::prelude::*;

/// States whether a phone number belongs to the account.
///
/// ```
/// use vox_api::phone_numbers::IsAccountPhoneNumber;
/// use vox_api::prelude::*;
///
/// let request = IsAccountPhoneNumber { phone_number: "79993330011".into() };
/// assert_eq!(request.to_form().as_bytes(), b"phone_number=79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "IsAccountPhoneNumber",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = IsAccountPhoneNumberResponse,
    kind = read,
)]
pub struct IsAccountPhoneNumber {
    /// The phone number in the international format, without a plus sign.
    pub phone_number: String,
}

/// The response of [`IsAccountPhoneNumber`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct IsAccountPhoneNumberResponse {
    /// Whether it belongs to the account.
    pub result: bool,
}
