//! `GetOutboundTestPhoneNumbers`: returns the test number.
//!
//! Roles: any. Source: the method `GetOutboundTestPhoneNumbers` of the API's section OutboundTestNumbers.

use vox_core::prelude::*;

/// Returns the test number, and whether it is verified.
///
/// ```
/// use vox_api::outbound_test_numbers::GetOutboundTestPhoneNumbers;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// for number in (GetOutboundTestPhoneNumbers {}).send(&client).await?.result {
///     println!("{:?}: {:?}", number.phone_number, number.is_verified);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetOutboundTestPhoneNumbers", response = GetOutboundTestPhoneNumbersResponse, kind = read)]
pub struct GetOutboundTestPhoneNumbers {}

/// The response of [`GetOutboundTestPhoneNumbers`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetOutboundTestPhoneNumbersResponse {
    /// The test number: a list of one, or an empty list.
    pub result: Vec<OutboundTestPhonenumberInfo>,
}

/// A test number.
///
/// Source: the structure `OutboundTestPhonenumberInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct OutboundTestPhonenumberInfo {
    /// The phone number.
    pub phone_number: Option<String>,
    /// Whether it is verified.
    pub is_verified: Option<bool>,
    /// The country: two letters.
    pub country_code: Option<String>,
}
