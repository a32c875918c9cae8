//! `SetRuleInfo`: changes a routing rule.
//!
//! Roles: Owner, Admin, Developer. Source: the method `SetRuleInfo` of the API's section Rules.

use vox_core::prelude::*;

/// Changes the name, the patterns or the settings of a routing rule.
///
/// `BindScenario` of the section Scenarios changes the scenarios of a rule.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::routing_rules::SetRuleInfo;
///
/// let request = SetRuleInfo::builder().rule_id(1).rule_name("moscow").rule_pattern("749[59].+").build();
/// assert_eq!(request.to_form().as_bytes(), b"rule_id=1&rule_name=moscow&rule_pattern=749%5B59%5D.%2B");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetRuleInfo", roles = [Owner, Admin, Developer], response = (), kind = write)]
pub struct SetRuleInfo {
    /// The routing rule's id.
    pub rule_id: u64,
    /// The new name, of at most 99 characters.
    #[param(max_len = 99)]
    pub rule_name: Option<String>,
    /// The new pattern, a regular expression: the rule applies if it matches the whole called phone number or user name. Less
    /// than 64 KB; no source states whether bytes or characters are meant, so vox counts characters.
    #[param(max_len = 65_535)]
    pub rule_pattern: Option<String>,
    /// The new exclude pattern, a regular expression: the rule does not apply if it matches. Less than 64 KB, counted like the
    /// pattern.
    #[param(max_len = 65_535)]
    pub rule_pattern_exclude: Option<String>,
    /// Whether the rule is for video conferences, which fail without it. With it, phone calls by SDKs and softphones are billed
    /// as video conferences too.
    pub video_conference: Option<bool>,
    /// The id of the service account's key with which the scenarios call the Management API.
    pub bind_key_id: Option<String>,
}
