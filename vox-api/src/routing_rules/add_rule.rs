//! `AddRule`: adds a routing rule to an application.
//!
//! Roles: Owner, Admin, Developer. Source: the method `AddRule` of the API's section Rules.

use vox_core::prelude::*;

use crate::types::{Application, Scenarios};

/// Adds a routing rule to an application.
///
/// The API rejects an invalid pattern (errors [148](vox_core::ErrorCode::INVALID_RULE_PATTERN) and
/// [149](vox_core::ErrorCode::INVALID_RULE_PATTERN_EXCLUDE)), and a name that another rule of the application has (error
/// [175](vox_core::ErrorCode::DUPLICATE_RULE_NAME)). If a response was lost, [`GetRules`](super::GetRules) shows whether the
/// rule was added.
///
/// Sources differ on the scenarios: the reference requires them, but the vendor's example has none.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::routing_rules::AddRule;
/// use vox_api::types::{Application, Scenarios};
///
/// let request = AddRule::builder()
///     .rule_name("moscow")
///     .rule_pattern("749[59].+")
///     .application(Application::Name("ivr".into()))
///     .scenario(Scenarios::Id(vec![3, 2]))
///     .build();
/// assert_eq!(
///     request.to_form().as_bytes(),
///     b"rule_name=moscow&rule_pattern=749%5B59%5D.%2B&application_name=ivr&scenario_id=3%3B2"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddRule", roles = [Owner, Admin, Developer], response = AddRuleResponse, kind = write)]
pub struct AddRule {
    /// The name, of at most 99 characters.
    #[param(max_len = 99)]
    pub rule_name: String,
    /// The pattern, a regular expression: the rule applies if it matches the whole called phone number or user name. Less than
    /// 64 KB; no source states whether bytes or characters are meant, so vox counts characters.
    #[param(max_len = 65_535)]
    pub rule_pattern: String,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The exclude pattern, a regular expression: the rule does not apply if it matches. Less than 64 KB, counted like the
    /// pattern.
    #[param(max_len = 65_535)]
    pub rule_pattern_exclude: Option<String>,
    /// Whether the rule is for video conferences, which fail without it. With it, phone calls by SDKs and softphones are billed
    /// as video conferences too.
    #[param(default = false)]
    pub video_conference: Option<bool>,
    /// The id of the service account's key with which the scenarios call the Management API.
    pub bind_key_id: Option<String>,
    /// The scenarios that the rule runs, in this order.
    #[param(one_of)]
    pub scenario: Option<Scenarios>,
}

/// The response of [`AddRule`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddRuleResponse {
    /// The new rule's id.
    pub rule_id: u64,
}
