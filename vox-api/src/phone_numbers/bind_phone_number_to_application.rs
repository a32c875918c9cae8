//! `BindPhoneNumberToApplication`: binds phone numbers to an application.
//!
//! Roles: Owner, Admin, Developer. Source: the method `BindPhoneNumberToApplication` of the API's section PhoneNumbers.

use vox_core::prelude::*;

use super::PhonesOrAll;
use crate::types::{Application, RuleInApplication};

/// Binds phone numbers to an application, which then receives their phone calls, or unbinds them.
///
/// `IdList::All` means all phone numbers of the account.
///
/// ```
/// use vox_api::phone_numbers::{BindPhoneNumberToApplication, PhonesOrAll};
/// use vox_api::prelude::*;
/// use vox_api::types::{Application, RuleInApplication};
///
/// let request = BindPhoneNumberToApplication::builder()
///     .phone(PhonesOrAll::Number(vec!["79993330011".into()]))
///     .application(Application::Name("ivr".into()))
///     .rule(RuleInApplication::Name("in".into()))
///     .build();
/// assert_eq!(request.to_form().as_bytes(), b"phone_number=79993330011&application_name=ivr&rule_name=in");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindPhoneNumberToApplication",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
)]
pub struct BindPhoneNumberToApplication {
    /// The phone numbers.
    #[param(one_of)]
    pub phone: PhonesOrAll,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The routing rule of the application. Without it, the rules decide by their patterns.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// Whether the phone numbers are bound, not unbound.
    #[param(default = true)]
    pub bind: Option<bool>,
}
