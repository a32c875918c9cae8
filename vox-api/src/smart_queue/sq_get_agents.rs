//! `SQ_GetAgents`: lists agents.
//!
//! Roles: any. Source: the method `SQ_GetAgents` of the API's section SmartQueue.

use serde::{Deserialize, Serialize, Serializer};
use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::{SmartQueueStateAgentStatus, SqQueuesOrAll, SqSkillKey, SqStatusName, SqTaskType};
use crate::types::{Application, Users};

/// Lists the agents of an application: by default without their skills, queues and statuses.
///
/// The response has no total: `items` and `pages` end with an empty page.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{SqAgentStatusFilter, SqGetAgents, SqQueuesOrAll, SqStatusName, SqTaskType};
/// use vox_api::types::Application;
///
/// let ready = SqAgentStatusFilter { sq_status_type: SqTaskType::Call, sq_status_name: SqStatusName::Ready };
/// let request = SqGetAgents::builder()
///     .application(Application::Id(7))
///     .sq_queue(SqQueuesOrAll::Name(vec!["sales".into()]))
///     .sq_statuses(vec![ready])
///     .with_sq_skills(true)
///     .build();
/// let expected = concat!(
///     r#"{"application_id":"7","sq_queue_name":"sales","#,
///     r#""sq_statuses":"[{\"sq_status_type\":\"CALL\",\"sq_status_name\":\"READY\"}]","with_sq_skills":"true"}"#,
/// );
/// assert_eq!(masked(&request).to_string(), expected);
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_GetAgents", response = SqGetAgentsResponse, kind = read, checks = [LEVELS])]
#[doc(alias = "SQ_GetAgents")]
pub struct SqGetAgents {
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// Only agents who take phone calls, or only those who do not, presumably. Older sources of the vendor require it, newer
    /// ones no longer have it.
    pub handle_calls: Option<bool>,
    /// The queues of the agents.
    #[param(one_of)]
    pub sq_queue: Option<SqQueuesOrAll>,
    /// Queues: only agents who are not assigned to them.
    #[param(one_of)]
    pub excluded_sq_queue: Option<SqExcludedQueues>,
    /// The skills of the agents, with ranges of levels.
    pub sq_skills: Option<Json<Vec<SqSkillLevelRange>>>,
    /// The agents, as users of the application.
    #[param(one_of)]
    pub user: Option<Users>,
    /// A part of the names of the users.
    pub user_name_template: Option<String>,
    /// The statuses of the agents.
    pub sq_statuses: Option<Json<Vec<SqAgentStatusFilter>>>,
    /// Whether the skills of each agent are returned.
    pub with_sq_skills: Option<bool>,
    /// Whether the queues of each agent are returned.
    pub with_sq_queues: Option<bool>,
    /// Whether the statuses of each agent are returned.
    pub with_sq_statuses: Option<bool>,
    /// The most agents to return.
    pub count: Option<u64>,
    /// How many agents are skipped.
    pub offset: Option<u64>,
}

/// Queues whose agents are left out, or all.
///
/// The newest sources take several; older ones take one.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "excluded_sq_queue")]
pub enum SqExcludedQueues {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
}

/// A skill with a range of levels. Both ends are part of it.
///
/// Source: `sq_skills` of `SQ_GetAgents`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SqSkillLevelRange {
    /// The skill.
    #[serde(flatten)]
    pub skill: SqSkillKey,
    /// The lowest level, from 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_sq_skill_level: Option<u8>,
    /// The highest level, from 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_sq_skill_level: Option<u8>,
}

/// A status for a type of task.
///
/// Source: `sq_statuses` of `SQ_GetAgents`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SqAgentStatusFilter {
    /// The type of task.
    #[serde(serialize_with = "text")]
    pub sq_status_type: SqTaskType,
    /// The status.
    #[serde(serialize_with = "text")]
    pub sq_status_name: SqStatusName,
}

/// Writes a value of an enum as it is on the wire.
fn text<S: Serializer>(value: &impl AsRef<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_ref())
}

/// The response of [`SqGetAgents`]: one page of agents.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqGetAgentsResponse {
    /// The agents of this page. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<GetSqAgentsResult>,
}

/// An agent, as lists return it.
///
/// Source: the structure `GetSQAgentsResult`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSqAgentsResult {
    /// The id of the agent's user.
    pub user_id: Option<u64>,
    /// The name of the agent's user.
    pub user_name: Option<String>,
    /// The agent's name as others see it.
    pub user_display_name: Option<String>,
    /// The most chats at a time.
    pub max_simultaneous_conversations: Option<u64>,
    /// The statuses, if the request has `with_sq_statuses`.
    pub sq_statuses: Vec<SmartQueueStateAgentStatus>,
    /// The queues, if the request has `with_sq_queues`: a list, whose items no source describes.
    pub sq_queues: Option<Value>,
    /// The skills, if the request has `with_sq_skills`: a list, whose items no source describes.
    pub sq_skills: Option<Value>,
}

const LEVELS: RequestCheck<SqGetAgents> =
    RequestCheck::new("levels", "must have levels from 1 to 5", &["sq_skills"], |request| {
        request.sq_skills.iter().flat_map(|skills| &skills.0).all(|skill| {
            let levels = [skill.min_sq_skill_level, skill.max_sq_skill_level];
            levels.into_iter().flatten().all(|level| (1..=5).contains(&level))
        })
    });

#[cfg(feature = "client")]
impl vox_core::Paged for SqGetAgents {
    type Item = GetSqAgentsResult;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: SqGetAgentsResponse) -> (Vec<GetSqAgentsResult>, Option<u64>) {
        (response.result, None)
    }
}

#[cfg(test)]
mod tests {
    use vox_core::{Json, MethodExt, masked};

    use super::super::SqSkillKey;
    use super::{SqGetAgents, SqSkillLevelRange};
    use crate::types::Application;

    #[test]
    fn levels_are_from_1_to_5() {
        let request = |min, max| {
            let range = SqSkillLevelRange {
                skill: SqSkillKey::Id(1),
                min_sq_skill_level: min,
                max_sq_skill_level: max,
            };
            SqGetAgents::builder().application(Application::Id(7)).sq_skills(Json(vec![range])).build()
        };
        let from_two = request(Some(2), None);
        assert!(from_two.validate().is_ok());
        assert_eq!(
            masked(&from_two).to_string(),
            r#"{"application_id":"7","sq_skills":"[{\"sq_skill_id\":1,\"min_sq_skill_level\":2}]"}"#
        );
        for invalid in [request(Some(0), None), request(Some(1), Some(6))] {
            let violations = invalid.validate().unwrap_err().to_string();
            assert_eq!(violations, "- `sq_skills` must have levels from 1 to 5");
        }
    }
}
