//! `UpdateSipRegistration`: changes a SIP registration.
//!
//! Roles: Owner, Admin, Developer. Source: the method `UpdateSipRegistration` of the API's section SIPRegistration.

use vox_core::prelude::*;

use crate::types::{Application, RuleInApplication, User};

/// Changes a SIP registration: its data for the SIP server, and what it is bound to.
///
/// A user has one SIP registration: an earlier one is unbound.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sip_registration::UpdateSipRegistration;
/// use vox_api::types::{Application, RuleInApplication};
///
/// let request = UpdateSipRegistration::builder()
///     .sip_registration_id(7)
///     .proxy("sip2.example.com")
///     .application(Application::Id(3))
///     .rule(RuleInApplication::Name("in".into()))
///     .build();
/// let form = "sip_registration_id=7&proxy=sip2.example.com&application_id=3&rule_name=in";
/// assert_eq!(request.to_form().as_bytes(), form.as_bytes());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "UpdateSipRegistration", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct UpdateSipRegistration {
    /// The SIP registration's id, from [`GetSipRegistrations`](super::GetSipRegistrations).
    pub sip_registration_id: u64,
    /// The user name at the SIP server.
    pub sip_username: Option<String>,
    /// The host of the SIP server: `sip.example.com`.
    pub proxy: Option<String>,
    /// The user name for the authentication.
    pub auth_user: Option<String>,
    /// The SIP server that outgoing requests are sent through.
    pub outbound_proxy: Option<String>,
    /// The password at the SIP server.
    pub password: Option<Secret>,
    /// The application that the SIP registration is bound to.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The routing rule of the application.
    #[param(one_of)]
    pub rule: Option<RuleInApplication>,
    /// The user of the application that the SIP registration is bound to.
    #[param(one_of, needs = application)]
    pub user: Option<User>,
}

#[cfg(test)]
mod tests {
    use super::UpdateSipRegistration;
    use crate::types::{Application, RuleInApplication, User};
    use vox_core::MethodExt;

    #[test]
    fn a_user_and_the_name_of_a_rule_need_the_application() {
        let update = |application, rule, user| {
            let request = UpdateSipRegistration {
                sip_registration_id: 7,
                sip_username: None,
                proxy: None,
                auth_user: None,
                outbound_proxy: None,
                password: None,
                application,
                rule,
                user,
            };
            request.validate().map_err(|violations| violations.to_string())
        };
        let application = || Some(Application::Id(3));
        let rule = || Some(RuleInApplication::Name("in".into()));
        assert_eq!(update(application(), rule(), Some(User::Id(5))), Ok(()));
        assert_eq!(update(None, Some(RuleInApplication::Id(4)), None), Ok(()));
        let without = |name| format!("- `{name}` is given without `application`, which it needs");
        assert_eq!(update(None, rule(), None), Err(without("rule_name")));
        for user in [User::Id(5), User::Name("ann".into())] {
            assert_eq!(update(None, None, Some(user)), Err(without("user")));
        }
    }
}
