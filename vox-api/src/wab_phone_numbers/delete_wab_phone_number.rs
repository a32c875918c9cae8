//! `DeleteWABPhoneNumber`: deletes a WhatsApp Business phone number.
//!
//! Roles: Owner. Source: the method `DeleteWABPhoneNumber` of the API's section WABPhoneNumbers.

use vox_core::prelude::*;

/// Deletes a WhatsApp Business phone number from the account.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::wab_phone_numbers::DeleteWabPhoneNumber;
///
/// let request = DeleteWabPhoneNumber { wab_phone_number: "79993330011".into() };
/// assert_eq!(request.to_form().as_bytes(), b"wab_phone_number=79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DeleteWABPhoneNumber", roles = [Owner], response = (), kind = write)]
#[doc(alias = "DeleteWABPhoneNumber")]
pub struct DeleteWabPhoneNumber {
    /// The phone number, from [`GetWabPhoneNumbers`](super::GetWabPhoneNumbers).
    pub wab_phone_number: String,
}
