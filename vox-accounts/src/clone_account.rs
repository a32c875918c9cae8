//! `CloneAccount`: copies a child account into a new one.
//!
//! Roles: Admin. Source: the method `CloneAccount` of the API's section Accounts.

use vox_core::{Secret, VoxChoice, VoxMethod, VoxRecord, rules};

use crate::{LanguageCode, ParentAuth};

/// Copies a child account into a new one: its users, scenarios, applications, queues, skills and administrators.
///
/// The parent's credential travels as a parameter. It is not said how the API finds the parent, as there is no
/// parameter for its id.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = CloneAccount::builder()
///     .template(TemplateAccount::Name("child-one".into()))
///     .parent_auth(ParentAuth::ApiKey("the parent's key".into()))
///     .new_account_name("child-two")
///     .new_account_email("two@example.com")
///     .new_account_password("Str0ng!pass")
///     .build();
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CloneAccount",
    roles = [Admin],
    response = CloneAccountResponse,
    kind = write,
    ack = none,
    credentials = in_request,
)]
pub struct CloneAccount {
    /// The account that is copied.
    #[param(one_of)]
    pub template: TemplateAccount,
    /// The parent account's credential.
    #[param(one_of)]
    pub parent_auth: ParentAuth,
    /// The new account's name: begins with a lower-case Latin letter, then also digits and hyphens. Unique in the
    /// whole platform.
    #[param(min_len = 5, max_len = 20, pattern = "[a-z][a-z0-9-]*")]
    pub new_account_name: String,
    /// The new account's e-mail address. Unique in the whole platform.
    #[param(check = rules::EMAIL)]
    pub new_account_email: String,
    /// The new account's password.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub new_account_password: Secret,
    /// The language of notifications.
    #[param(min_len = 2, max_len = 2, default = "en")]
    pub language_code: Option<LanguageCode>,
    /// The time zone: `America/Los_Angeles`, `Etc/GMT-8`.
    #[param(default = "Etc/GMT")]
    pub location: Option<String>,
    /// Any text of the owner.
    #[param(max_len = 8191)]
    pub account_custom_data: Option<String>,
    /// The owner's first name.
    #[param(max_len = 49)]
    pub account_first_name: Option<String>,
    /// The owner's last name.
    #[param(max_len = 49)]
    pub account_last_name: Option<String>,
}

/// The account that is copied.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "account")]
pub enum TemplateAccount {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
    /// By e-mail address.
    Email(String),
}

/// The response of [`CloneAccount`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CloneAccountResponse {
    /// The new account.
    pub result: ClonedAccount,
}

/// A new account and what was copied into it.
///
/// Source: the structure `ClonedAccountType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedAccount {
    /// The new account's id.
    pub account_id: u64,
    /// The new account's name.
    pub account_name: Option<String>,
    /// The new account's e-mail address.
    pub account_email: Option<String>,
    /// Whether the new account is active.
    pub active: Option<bool>,
    /// The new account's API key.
    pub api_key: Option<Secret>,
    /// The copied users.
    pub users: Vec<ClonedUser>,
    /// The copied scenarios.
    pub scenarios: Vec<ClonedScenario>,
    /// The copied applications.
    pub applications: Vec<ClonedApplication>,
    /// The copied queues of the contact centre.
    pub acd_queues: Vec<ClonedAcdQueue>,
    /// The copied skills of the contact centre.
    pub acd_skills: Vec<ClonedAcdSkill>,
    /// The copied roles of administrators.
    pub admin_roles: Vec<ClonedAdminRole>,
    /// The copied administrators.
    pub admin_users: Vec<ClonedAdminUser>,
}

/// A copied user.
///
/// Source: the structure `ClonedUserType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedUser {
    /// The new user's id.
    pub user_id: u64,
    /// The user's name.
    pub user_name: Option<String>,
}

/// A copied scenario.
///
/// Source: the structure `ClonedScenarioType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedScenario {
    /// The new scenario's id.
    pub scenario_id: u64,
    /// The scenario's name.
    pub scenario_name: Option<String>,
}

/// A copied application.
///
/// Source: the structure `ClonedApplicationType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedApplication {
    /// The new application's id.
    pub application_id: u64,
    /// The application's full name.
    pub application_name: Option<String>,
    /// The copied rules. Every source gives them the name `users`.
    pub users: Vec<ClonedRule>,
}

/// A copied rule of an application.
///
/// Source: the structure `ClonedRuleType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedRule {
    /// The new rule's id.
    pub rule_id: u64,
    /// The rule's name.
    pub rule_name: Option<String>,
}

/// A copied queue of the contact centre.
///
/// Source: the structure `ClonedACDQueueType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedAcdQueue {
    /// The new queue's id.
    pub acd_queue_id: u64,
    /// The queue's name.
    pub acd_queue_name: Option<String>,
}

/// A copied skill of the contact centre.
///
/// Source: the structure `ClonedACDSkillType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedAcdSkill {
    /// The new skill's id.
    pub skill_id: u64,
    /// The skill's name.
    pub skill_name: Option<String>,
}

/// A copied role of administrators.
///
/// Source: the structure `ClonedAdminRoleType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedAdminRole {
    /// The new role's id.
    pub admin_role_id: u64,
    /// The role's name.
    pub admin_role_name: Option<String>,
}

/// A copied administrator.
///
/// Source: the structure `ClonedAdminUserType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ClonedAdminUser {
    /// The new administrator's id.
    pub admin_user_id: u64,
    /// The administrator's name.
    pub admin_user_name: Option<String>,
    /// The new administrator's API key.
    pub admin_user_api_key: Option<Secret>,
}

#[cfg(test)]
mod tests {
    use super::{CloneAccount, TemplateAccount};
    use crate::ParentAuth;
    use vox_core::meta::CredentialsIn;
    use vox_core::{Method, MethodExt};

    fn minimal() -> CloneAccount {
        CloneAccount::builder()
            .template(TemplateAccount::Id(7))
            .parent_auth(ParentAuth::Password("pass".into()))
            .new_account_name("child-two")
            .new_account_email("two@example.com")
            .new_account_password("Str0ng!pass")
            .build()
    }

    #[test]
    fn a_minimal_request_encodes_what_was_given() {
        assert_eq!(
            std::str::from_utf8(minimal().to_form().as_bytes()),
            Ok("account_id=7&parent_account_password=pass&new_account_name=child-two\
                &new_account_email=two%40example.com&new_account_password=Str0ng%21pass")
        );
    }

    #[test]
    fn the_templates_name_and_the_names_of_the_new_account_do_not_collide() {
        let request = CloneAccount { template: TemplateAccount::Name("child-one".into()), ..minimal() };
        let form = request.to_form();
        assert!(form.as_bytes().starts_with(b"account_name=child-one&"));
        assert_eq!(CloneAccount::META.credentials, CredentialsIn::Request);
    }

    #[test]
    fn the_new_name_is_checked() {
        let request = CloneAccount { new_account_name: "Child two".into(), ..minimal() };
        assert!(request.validate().is_err());
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": {"account_id": 8, "account_name": "child-two", "active": true, "api_key": "k",
            "users": [{"user_id": 1, "user_name": "u"}], "scenarios": [],
            "applications": [{"application_id": 2, "application_name": "a.child-two.voximplant.com",
                "users": [{"rule_id": 3, "rule_name": "r"}]}],
            "admin_users": [{"admin_user_id": 4, "admin_user_api_key": "a"}]}}"#;
        let account = CloneAccount::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!((account.account_id, account.active), (8, Some(true)));
        assert_eq!(account.api_key.unwrap().expose(), "k");
        assert_eq!(account.users[0].user_name.as_deref(), Some("u"));
        assert_eq!(account.applications[0].users[0].rule_id, 3);
        assert_eq!(account.admin_users[0].admin_user_api_key.as_ref().unwrap().expose(), "a");
        assert!(account.scenarios.is_empty() && account.acd_queues.is_empty());
    }
}
