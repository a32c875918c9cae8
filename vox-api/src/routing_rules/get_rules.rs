//! `GetRules`: lists the routing rules of an application.
//!
//! Roles: Owner, Admin, Developer, Supervisor, CallListManager, Support. Source: the method `GetRules` of the API's section
//! Rules.

use vox_core::prelude::*;

use crate::types::{Application, ScenarioInfo};

/// Lists the routing rules of an application.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::routing_rules::GetRules;
/// use vox_api::types::Application;
///
/// // The rule that a phone call to this number runs.
/// let request = GetRules::builder()
///     .application(Application::Name("ivr".into()))
///     .template("74951234567")
///     .with_scenarios(true)
///     .count(1)
///     .build();
/// assert_eq!(
///     request.to_form().as_bytes(),
///     b"application_name=ivr&template=74951234567&with_scenarios=true&count=1"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetRules",
    roles = [Owner, Admin, Developer, Supervisor, CallListManager, Support],
    response = GetRulesResponse,
    kind = read,
)]
pub struct GetRules {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The routing rule's id.
    pub rule_id: Option<u64>,
    /// A part of the rules' names.
    pub rule_name: Option<String>,
    /// Only rules for video conferences, or only those that are not.
    pub video_conference: Option<bool>,
    /// The id of the service account's key with which the scenarios call the Management API: the parameter `bind_key_id` of
    /// [`AddRule`](super::AddRule).
    pub attached_key_id: Option<String>,
    /// A phone number or the name of a user that the patterns match.
    pub template: Option<String>,
    /// Whether the scenarios of each rule are returned.
    pub with_scenarios: Option<bool>,
    /// The most rules to return.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many rules are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
}

/// The response of [`GetRules`]: one page of routing rules.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetRulesResponse {
    /// The rules of this page.
    pub result: Vec<RuleInfo>,
    /// How many rules there are in all.
    pub total_count: Option<u64>,
    /// How many rules this page holds.
    pub count: Option<u64>,
}

/// A routing rule.
///
/// Source: the structure `RuleInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RuleInfo {
    /// The rule's id.
    pub rule_id: Option<u64>,
    /// The application's id.
    pub application_id: Option<u64>,
    /// The rule's name.
    pub rule_name: Option<String>,
    /// The pattern, a regular expression: the rule applies if it matches the whole called phone number or user name.
    pub rule_pattern: Option<String>,
    /// The exclude pattern, a regular expression: the rule does not apply if it matches.
    pub rule_pattern_exclude: Option<String>,
    /// Whether the rule is for video conferences.
    pub video_conference: Option<bool>,
    /// The scenarios that the rule runs, in this order, if the request has `with_scenarios`.
    pub scenarios: Vec<ScenarioInfo>,
    /// When the rule was last changed, UTC.
    pub modified: Option<Timestamp>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetRules {
    type Item = RuleInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetRulesResponse) -> (Vec<RuleInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
