//! `SetWABPhoneNumberInfo`: changes a WhatsApp Business phone number.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `SetWABPhoneNumberInfo` of the API's section WABPhoneNumbers.

use vox_core::prelude::*;

use crate::types::{Application, Rule};

/// Changes the password and the description of a WhatsApp Business phone number, and the application that it is bound to.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::Application;
/// use vox_api::wab_phone_numbers::SetWabPhoneNumberInfo;
///
/// let request = SetWabPhoneNumberInfo::builder()
///     .wab_phone_number("79993330011")
///     .description("Sales")
///     .application(Application::Id(3))
///     .build();
/// let form = "wab_phone_number=79993330011&description=Sales&application_id=3";
/// assert_eq!(request.to_form().as_bytes(), form.as_bytes());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetWABPhoneNumberInfo", roles = [Owner, Admin, Accountant], response = (), kind = write)]
#[doc(alias = "SetWABPhoneNumberInfo")]
pub struct SetWabPhoneNumberInfo {
    /// The phone number, from [`GetWabPhoneNumbers`](super::GetWabPhoneNumbers).
    pub wab_phone_number: String,
    /// The SIP password of the phone number at WhatsApp Business.
    pub voice_password: Option<Secret>,
    /// A description of the phone number.
    pub description: Option<String>,
    /// The application that receives the calls.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The routing rule of the application.
    #[param(one_of)]
    pub rule: Option<Rule>,
}
