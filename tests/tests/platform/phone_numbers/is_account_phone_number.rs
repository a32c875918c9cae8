//! The method `IsAccountPhoneNumber`.

use vox_core::prelude::*;

/// States whether a phone number belongs to the account.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "IsAccountPhoneNumber",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer],
    response = IsAccountPhoneNumberResponse,
    kind = read,
)]
pub struct IsAccountPhoneNumber {
    /// The phone number.
    pub phone_number: String,
}

/// The response of [`IsAccountPhoneNumber`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct IsAccountPhoneNumberResponse {
    /// The result.
    pub result: bool,
}
