//! `AddWABPhoneNumber`: adds a WhatsApp Business phone number.
//!
//! Roles: Owner, Admin, Accountant. Source: the method `AddWABPhoneNumber` of the API's section WABPhoneNumbers.

use vox_core::prelude::*;

use crate::types::{Application, Rule};

/// Adds a WhatsApp Business phone number to the account, and binds it to an application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::{Application, Rule};
/// use vox_api::wab_phone_numbers::AddWabPhoneNumber;
///
/// let request = AddWabPhoneNumber::builder()
///     .wab_phone_number("79993330011")
///     .voice_password("a password")
///     .application(Application::Name("ivr".into()))
///     .rule(Rule::Name("in".into()))
///     .build();
/// let form = "wab_phone_number=79993330011&voice_password=a+password&application_name=ivr&rule_name=in";
/// assert_eq!(request.to_form().as_bytes(), form.as_bytes());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddWABPhoneNumber", roles = [Owner, Admin, Accountant], response = (), kind = write)]
#[doc(alias = "AddWABPhoneNumber")]
pub struct AddWabPhoneNumber {
    /// The phone number.
    pub wab_phone_number: String,
    /// The SIP password of the phone number at WhatsApp Business.
    pub voice_password: Secret,
    /// A description of the phone number.
    pub description: Option<String>,
    /// The application that receives the calls.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The routing rule of the application.
    #[param(one_of)]
    pub rule: Option<Rule>,
}
