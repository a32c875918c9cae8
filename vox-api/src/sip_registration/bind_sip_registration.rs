//! `BindSipRegistration`: binds a SIP registration to an application or a user.
//!
//! Roles: Owner, Admin, Developer. Source: the method `BindSipRegistration` of the API's section SIPRegistration.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use crate::types::{Application, RuleInApplication, User};

/// Binds a SIP registration to an application, which then receives its phone calls, or to a user, or unbinds it.
///
/// A user has one SIP registration: an earlier one is unbound. `sip_registration_id` is required unless `bind` is false. No
/// source states what is unbound without it; presumably what is bound to the application or the user.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_registration::BindSipRegistration;
/// use vox_api::types::{Application, User};
///
/// let request = BindSipRegistration {
///     sip_registration_id: Some(7),
///     application: Some(Application::Name("ivr".into())),
///     user: Some(User::Name("ann".into())),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"sip_registration_id=7&application_name=ivr&user_name=ann");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "BindSipRegistration",
    roles = [Owner, Admin, Developer],
    response = (),
    kind = write,
    checks = [REGISTRATION],
)]
pub struct BindSipRegistration {
    /// The SIP registration's id, from [`GetSipRegistrations`](super::GetSipRegistrations).
    pub sip_registration_id: Option<u64>,
    /// The application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The routing rule of the application. Without it, the rules decide by their patterns.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// The user of the application.
    #[param(one_of, needs = application)]
    pub user: Option<User>,
    /// Whether the SIP registration is bound, not unbound.
    #[param(default = true)]
    pub bind: Option<bool>,
}

const REGISTRATION: RequestCheck<BindSipRegistration> = RequestCheck::new(
    "registration",
    "must be given unless `bind` is false",
    &["sip_registration_id", "bind"],
    |request| request.sip_registration_id.is_some() || request.bind == Some(false),
);

#[cfg(test)]
mod tests {
    use super::BindSipRegistration;
    use crate::types::Application;
    use vox_core::MethodExt;

    #[test]
    fn the_registration_is_required_unless_it_is_unbound() {
        let bind =
            |bind| BindSipRegistration { application: Some(Application::Id(3)), bind, ..Default::default() };
        for request in [bind(None), bind(Some(true))] {
            let violations = request.validate().unwrap_err();
            assert_eq!(
                violations.to_string(),
                "- `sip_registration_id` must be given unless `bind` is false"
            );
        }
        assert!(bind(Some(false)).validate().is_ok());
        assert!(BindSipRegistration { sip_registration_id: Some(7), ..bind(None) }.validate().is_ok());
    }
}
