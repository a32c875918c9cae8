//! The method `GetPhoneNumbersAsync`.

use vox_core::prelude::*;

/// Orders a report of the account's phone numbers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetPhoneNumbersAsync",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, Support, Payer, PhoneNumberManager],
    response = GetPhoneNumbersAsyncResponse,
    kind = write,
    ack = none,
)]
pub struct GetPhoneNumbersAsync {
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
}

/// The response of [`GetPhoneNumbersAsync`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetPhoneNumbersAsyncResponse {
    /// The result.
    pub result: u64,
}
