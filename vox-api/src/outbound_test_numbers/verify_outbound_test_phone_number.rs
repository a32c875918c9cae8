//! `VerifyOutboundTestPhoneNumber`: calls the test number and speaks a code.
//!
//! Roles: any. Source: the method `VerifyOutboundTestPhoneNumber` of the API's section OutboundTestNumbers.

use vox_core::prelude::*;

/// Calls the test number and speaks a code.
///
/// [`ActivateOutboundTestPhoneNumber`](super::ActivateOutboundTestPhoneNumber) takes the code. No source states whether the
/// phone call costs money. There are at most five phone calls a day and 100 in all, at least a minute apart. The error codes
/// [553](vox_core::ErrorCode::TEST_NUMBER_VERIFICATION_LIMIT) and
/// [554](vox_core::ErrorCode::TEST_NUMBER_VERIFICATION_DAILY_LIMIT) mean that none is left in all or for the day.
///
/// ```
/// use vox_api::outbound_test_numbers::VerifyOutboundTestPhoneNumber;
/// use vox_api::prelude::*;
///
/// let response = http::Response::new(r#"{"daily_attempts_left": 4}"#);
/// assert_eq!(VerifyOutboundTestPhoneNumber::from_http(response)?.daily_attempts_left, Some(4));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "VerifyOutboundTestPhoneNumber",
    response = VerifyOutboundTestPhoneNumberResponse,
    kind = write,
    ack = none,
    money = true,
)]
pub struct VerifyOutboundTestPhoneNumber {}

/// The response of [`VerifyOutboundTestPhoneNumber`], which has no `result`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct VerifyOutboundTestPhoneNumberResponse {
    /// How many phone calls are left for the day, which ends at 00:00 UTC.
    pub daily_attempts_left: Option<u64>,
}
