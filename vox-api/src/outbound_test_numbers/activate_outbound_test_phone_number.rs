//! `ActivateOutboundTestPhoneNumber`: verifies the test number by a code.
//!
//! Roles: any. Source: the method `ActivateOutboundTestPhoneNumber` of the API's section OutboundTestNumbers.

use vox_core::prelude::*;

/// Verifies the test number by the code that was spoken.
///
/// [`VerifyOutboundTestPhoneNumber`](super::VerifyOutboundTestPhoneNumber) makes the phone call. The error code
/// [555](vox_core::ErrorCode::INVALID_TEST_NUMBER_VERIFICATION_CODE) means that the code is wrong.
///
/// ```
/// use vox_api::outbound_test_numbers::ActivateOutboundTestPhoneNumber;
/// use vox_api::prelude::*;
///
/// let request = ActivateOutboundTestPhoneNumber { verification_code: "12345".into() };
/// assert_eq!(request.to_form().as_bytes(), b"verification_code=12345");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "ActivateOutboundTestPhoneNumber", response = (), kind = write)]
pub struct ActivateOutboundTestPhoneNumber {
    /// The code from the phone call.
    pub verification_code: Secret,
}
