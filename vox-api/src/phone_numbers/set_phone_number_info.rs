//! `SetPhoneNumberInfo`: changes the settings of phone numbers.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `SetPhoneNumberInfo` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use super::PhonesOrAll;

/// Changes where the incoming text messages of phone numbers are sent, and whether the phone numbers are paid automatically.
///
/// `IdList::All` means all phone numbers of the account.
///
/// ```
/// use vox_api::phone_numbers::{PhonesOrAll, SetPhoneNumberInfo};
/// use vox_api::prelude::*;
///
/// let request = SetPhoneNumberInfo::builder()
///     .phone(PhonesOrAll::Id(7.into()))
///     .incoming_sms_callback_url("https://example.com/sms")
///     .build();
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetPhoneNumberInfo", roles = [Owner, Admin, Accountant], response = (), kind = write)]
pub struct SetPhoneNumberInfo {
    /// The phone numbers.
    #[param(one_of)]
    pub phone: PhonesOrAll,
    /// The URL that incoming text messages are sent to.
    #[param(check = rules::URL)]
    pub incoming_sms_callback_url: Option<String>,
    /// Whether the phone numbers are paid automatically. Older sources of the vendor require it, newer ones no longer have it.
    pub auto_charge: Option<bool>,
}
