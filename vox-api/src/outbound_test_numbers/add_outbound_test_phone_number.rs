//! `AddOutboundTestPhoneNumber`: adds the test number.
//!
//! Roles: any. Source: the method `AddOutboundTestPhoneNumber` of the API's section OutboundTestNumbers.

use vox_core::prelude::*;

/// Adds the test number.
///
/// [`VerifyOutboundTestPhoneNumber`](super::VerifyOutboundTestPhoneNumber) then calls it. An account has one test number at
/// most; [`DelOutboundTestPhoneNumber`](super::DelOutboundTestPhoneNumber) deletes it.
///
/// ```
/// use vox_api::outbound_test_numbers::AddOutboundTestPhoneNumber;
/// use vox_api::prelude::*;
///
/// let request = AddOutboundTestPhoneNumber { phone_number: "+79993330011".into() };
/// assert_eq!(request.to_form().as_bytes(), b"phone_number=%2B79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddOutboundTestPhoneNumber", response = (), kind = write)]
pub struct AddOutboundTestPhoneNumber {
    /// The phone number in the format E.164: the country's calling code and the rest, `+79993330011`. The plus sign may be
    /// missing.
    #[param(check = E164)]
    pub phone_number: String,
}

/// Digits. As the vendor writes phone numbers without the plus sign elsewhere, it may be missing.
const E164: rules::Check =
    rules::Check::new("E.164", "must be digits, with or without a plus sign before them", |text| {
        let digits = text.strip_prefix('+').unwrap_or(text);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });

#[cfg(test)]
mod tests {
    use super::AddOutboundTestPhoneNumber;
    use vox_core::MethodExt;

    #[test]
    fn a_phone_number_is_digits_with_or_without_a_plus_sign() {
        let add = |text: &str| AddOutboundTestPhoneNumber { phone_number: text.into() }.validate();
        for valid in ["+79993330011", "79993330011"] {
            assert_eq!(add(valid), Ok(()));
        }
        for invalid in ["", "+", "++7", "+7 999 333", "7-999", "seven"] {
            let violations = add(invalid).unwrap_err().to_string();
            let requirement = "must be digits, with or without a plus sign before them";
            assert_eq!(violations, format!("- `phone_number` {requirement}; found `{invalid}`"));
        }
    }
}
