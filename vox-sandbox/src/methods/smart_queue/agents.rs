//! `SQ_GetAgents` and `SQ_SetAgentInfo`.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use vox_api::smart_queue::{
    GetSqAgentsResult, SqAgentStatusFilter, SqGetAgents, SqGetAgentsResponse, SqSetAgentInfo,
    SqSkillLevelRange, SqTaskType,
};
use vox_core::Record as _;

use super::selection::{has_part, select, select_if_given, skill_in_json};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::{check_known, page};
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler, lookup};
use crate::records::smart_queue::{STATUS, agent_queues_json, agent_skills_json, agent_status};
use crate::state::account::Account;
use crate::state::resources::smart_queue::{Agent, Skill, SmartQueue};
use crate::state::resources::user::User;
use crate::state::table::Table;

impl Handler for SqGetAgents {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        &["sq_statuses"]
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let filter = Filter::new(&self, account)?;
        let resources = &account.resources;
        let agents = resources.users.iter().map(|(id, user)| (id, user, resources.smart_queue.agent(id)));
        let found: Vec<_> = agents.filter(|(id, user, agent)| filter.matches(*id, user, agent)).collect();
        let mut response = SqGetAgentsResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, user, agent)| record(&self, *id, user, agent, &resources.smart_queue))
            .collect();
        Ok(response)
    }
}

fn record(
    request: &SqGetAgents,
    id: u64,
    user: &User,
    agent: &Agent,
    smart_queue: &SmartQueue,
) -> GetSqAgentsResult {
    let mut record = GetSqAgentsResult::blank();
    record.user_id = Some(id);
    record.user_name = Some(user.name.clone());
    record.user_display_name = Some(user.display_name.clone());
    record.max_simultaneous_conversations = agent.max_simultaneous_conversations;
    if request.with_sq_statuses.unwrap_or(false) {
        record.sq_statuses.push(agent_status(user.created, &TimeZone::UTC));
    }
    if request.with_sq_queues.unwrap_or(false) {
        record.sq_queues = Some(agent_queues_json(agent, smart_queue));
    }
    if request.with_sq_skills.unwrap_or(false) {
        record.sq_skills = Some(agent_skills_json(agent, smart_queue));
    }
    record
}

/// Which agents are listed. Without a filter all of the application are.
struct Filter<'r> {
    application: u64,
    users: Option<BTreeSet<u64>>,
    name_part: Option<&'r String>,
    handle_calls: Option<bool>,
    /// The agent has one of these queues.
    queues: Option<BTreeSet<u64>>,
    /// The agent has none of these queues.
    excluded_queues: BTreeSet<u64>,
    /// The agent has all of these skills, with a level from the first to the last.
    skills: Vec<(u64, u8, u8)>,
    /// Whether one of the requested statuses is the one that every agent has.
    has_status: bool,
}

impl<'r> Filter<'r> {
    fn new(request: &'r SqGetAgents, account: &Account) -> Result<Self, ApiError> {
        let application = lookup::application(&request.application, account)?;
        let smart_queue = &account.resources.smart_queue;
        let excluded = request.excluded_sq_queue.as_ref();
        let skills = request.sq_skills.as_ref().map_or(&[][..], |skills| &skills.0);
        let statuses = request.sq_statuses.as_ref().map_or(&[][..], |statuses| &statuses.0);
        Ok(Self {
            application,
            users: select_if_given(request.user.as_ref(), application, &account.resources.users)?,
            name_part: request.user_name_template.as_ref(),
            handle_calls: request.handle_calls,
            queues: select_if_given(request.sq_queue.as_ref(), application, &smart_queue.queues)?,
            excluded_queues: select_if_given(excluded, application, &smart_queue.queues)?.unwrap_or_default(),
            skills: skill_ranges(skills, application, &smart_queue.skills)?,
            has_status: has_status(statuses)?,
        })
    }

    fn matches(&self, id: u64, user: &User, agent: &Agent) -> bool {
        let has_skill = |(skill, min, max): &(u64, u8, u8)| {
            agent.skills.get(skill).is_some_and(|level| (min..=max).contains(&level))
        };
        self.has_status
            && user.application == self.application
            && self.users.as_ref().is_none_or(|users| users.contains(&id))
            && has_part(&user.name, self.name_part)
            && self.handle_calls.is_none_or(|handle_calls| agent.handle_calls == handle_calls)
            && self.queues.as_ref().is_none_or(|queues| !queues.is_disjoint(&agent.queues))
            && self.excluded_queues.is_disjoint(&agent.queues)
            && self.skills.iter().all(has_skill)
    }
}

fn skill_ranges(
    ranges: &[SqSkillLevelRange],
    application: u64,
    skills: &Table<Skill>,
) -> Result<Vec<(u64, u8, u8)>, ApiError> {
    let range = |range: &SqSkillLevelRange| {
        let skill = skill_in_json(&range.skill, application, skills)?;
        Ok((skill, range.min_sq_skill_level.unwrap_or(1), range.max_sq_skill_level.unwrap_or(5)))
    };
    ranges.iter().map(range).collect()
}

/// Whether one of the statuses is that of the agents. Every agent has the same one, for both types of tasks.
fn has_status(wanted: &[SqAgentStatusFilter]) -> Result<bool, ApiError> {
    let types: Vec<&SqTaskType> = wanted.iter().map(|status| &status.sq_status_type).collect();
    check_known(types, ApiError::invalid_value("sq_statuses"))?;
    Ok(wanted.is_empty() || wanted.iter().any(|status| status.sq_status_name == STATUS))
}

impl Handler for SqSetAgentInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        for user in select(&self.user, application, &account.resources.users)? {
            let agent = account.resources.smart_queue.agent_mut(user);
            set(&mut agent.handle_calls, self.handle_calls);
            set_some(&mut agent.max_simultaneous_conversations, self.max_simultaneous_conversations);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;
    use vox_api::smart_queue::{
        SqBindSkill, SqExcludedQueues, SqQueuesOrAll, SqSkillKey, SqSkillLevel, SqStatusName,
    };
    use vox_api::types::{Application, Users, UsersOrAll};
    use vox_core::{IdList, Json};

    use super::*;
    use crate::methods::smart_queue::tests::{
        ANN, BOB, EVE, SHOP, STRANGE_SHOP, STRANGER, add_queue, add_skill, bind, with_users,
    };
    use crate::methods::tests::call_in;
    use crate::state::accounts::Accounts;

    fn all() -> SqGetAgents {
        SqGetAgents::builder().application(SHOP).build()
    }

    fn ids(accounts: &mut Accounts, request: SqGetAgents) -> Vec<u64> {
        let agents = call_in(accounts, request).unwrap().result;
        agents.iter().filter_map(|agent| agent.user_id).collect()
    }

    fn set_skill(accounts: &mut Accounts, user: u64, skill: u64, level: u8) {
        let levels = vec![SqSkillLevel { skill: SqSkillKey::Id(skill), sq_skill_level: level }];
        let request = SqBindSkill::builder().application(SHOP).user(UsersOrAll::Id(user.into()));
        call_in(accounts, request.sq_skills(levels).build()).unwrap();
    }

    #[test]
    fn every_user_of_the_application_is_an_agent() {
        let mut accounts = with_users();
        let agents = call_in(&mut accounts, all()).unwrap().result;
        let expected = [(ANN, "ann", "ANN"), (BOB, "bob", "BOB")].map(|(id, name, display_name)| {
            let mut agent = GetSqAgentsResult::blank();
            agent.user_id = Some(id);
            agent.user_name = Some(name.into());
            agent.user_display_name = Some(display_name.into());
            agent
        });
        assert_eq!(agents, expected);
        let bank = SqGetAgents { application: Application::Name("bank".into()), ..all() };
        assert_eq!(ids(&mut accounts, bank), [EVE]);
        let strange = SqGetAgents { application: Application::Id(STRANGE_SHOP), ..all() };
        assert_eq!(call_in(&mut accounts, strange), Err(116));
    }

    #[test]
    fn skills_queues_and_statuses_are_returned_on_request() {
        let mut accounts = with_users();
        let sales = add_queue(&mut accounts, "sales");
        let french = add_skill(&mut accounts, "French");
        bind(&mut accounts, ANN, sales);
        set_skill(&mut accounts, ANN, french, 4);
        let request = SqGetAgents {
            with_sq_skills: Some(true),
            with_sq_queues: Some(true),
            with_sq_statuses: Some(true),
            ..all()
        };
        let agents = call_in(&mut accounts, request).unwrap().result;
        let skill = json!([{"sq_skill_id": french, "sq_skill_name": "French", "sq_skill_level": 4}]);
        assert_eq!(agents[0].sq_skills, Some(skill));
        let queue = json!([{"sq_queue_id": sales, "sq_queue_name": "sales"}]);
        assert_eq!(agents[0].sq_queues, Some(queue));
        assert_eq!((&agents[1].sq_skills, &agents[1].sq_queues), (&Some(json!([])), &Some(json!([]))));
        let status = &agents[1].sq_statuses[0];
        for status in [&status.call, &status.im] {
            let status = status.as_ref().unwrap();
            assert_eq!(status.sq_status_name, Some(SqStatusName::Offline));
            assert_eq!(status.from_date, Some(date(2026, 1, 10).at(12, 0, 0, 0)));
        }
    }

    #[test]
    fn filters_and_pages_select_agents() {
        let mut accounts = with_users();
        let [sales, support] = ["sales", "support"].map(|name| add_queue(&mut accounts, name));
        let [french, dutch] = ["French", "Dutch"].map(|name| add_skill(&mut accounts, name));
        bind(&mut accounts, ANN, sales);
        set_skill(&mut accounts, ANN, french, 2);
        set_skill(&mut accounts, BOB, french, 4);
        set_skill(&mut accounts, BOB, dutch, 4);
        let range = |skill, min_sq_skill_level, max_sq_skill_level| SqSkillLevelRange {
            skill: SqSkillKey::Id(skill),
            min_sq_skill_level,
            max_sq_skill_level,
        };
        let with_skills = |ranges| SqGetAgents { sq_skills: Some(Json(ranges)), ..all() };
        let queue = |queue: SqQueuesOrAll| SqGetAgents { sq_queue: Some(queue), ..all() };
        let without = |queue| SqGetAgents { excluded_sq_queue: Some(queue), ..all() };
        for (request, expected) in [
            (queue(SqQueuesOrAll::Id([sales, support].into())), &[ANN][..]),
            (queue(SqQueuesOrAll::Name(vec!["support".into()])), &[]),
            (queue(SqQueuesOrAll::Id(IdList::All)), &[ANN]),
            (without(SqExcludedQueues::Name(vec!["sales".into()])), &[BOB]),
            (without(SqExcludedQueues::Id(support.into())), &[ANN, BOB]),
            (without(SqExcludedQueues::Id(IdList::All)), &[BOB]),
            (with_skills(vec![range(french, None, None)]), &[ANN, BOB]),
            (with_skills(vec![range(french, Some(4), None)]), &[BOB]),
            (with_skills(vec![range(french, Some(2), Some(3))]), &[ANN]),
            (with_skills(vec![range(french, None, Some(4)), range(dutch, None, None)]), &[BOB]),
            (SqGetAgents { user: Some(Users::Id(vec![BOB])), ..all() }, &[BOB]),
            (SqGetAgents { user: Some(Users::Name(vec!["ann".into()])), ..all() }, &[ANN]),
            (SqGetAgents { user_name_template: Some("O".into()), ..all() }, &[BOB]),
            (SqGetAgents { count: Some(1), ..all() }, &[ANN]),
            (SqGetAgents { offset: Some(1), ..all() }, &[BOB]),
        ] {
            let text = format!("{request:?}");
            assert_eq!(ids(&mut accounts, request), expected, "{text}");
        }
    }

    #[test]
    fn statuses_select_agents() {
        let mut accounts = with_users();
        let with = |statuses: &[(SqTaskType, SqStatusName)]| {
            let statuses = statuses.iter().cloned().map(|(sq_status_type, sq_status_name)| {
                SqAgentStatusFilter { sq_status_type, sq_status_name }
            });
            SqGetAgents { sq_statuses: Some(Json(statuses.collect())), ..all() }
        };
        let ready = (SqTaskType::Call, SqStatusName::Ready);
        let offline = (SqTaskType::Im, SqStatusName::Offline);
        assert_eq!(ids(&mut accounts, with(&[])), [ANN, BOB]);
        assert_eq!(ids(&mut accounts, with(std::slice::from_ref(&ready))), [0; 0]);
        assert_eq!(ids(&mut accounts, with(&[ready, offline])), [ANN, BOB]);
        let unknown = with(&[(SqTaskType::other("FAX"), SqStatusName::Offline)]);
        assert_eq!(call_in(&mut accounts, unknown), Err(496));
    }

    #[test]
    fn unknown_filters_are_rejected() {
        let mut accounts = with_users();
        let skill = SqSkillLevelRange {
            skill: SqSkillKey::Name("Greek".into()),
            min_sq_skill_level: None,
            max_sq_skill_level: None,
        };
        for (request, code) in [
            (SqGetAgents { user: Some(Users::Id(vec![ANN, STRANGER])), ..all() }, 117),
            (SqGetAgents { sq_queue: Some(SqQueuesOrAll::Id(99.into())), ..all() }, 496),
            (SqGetAgents { excluded_sq_queue: Some(SqExcludedQueues::Id(99.into())), ..all() }, 496),
            (SqGetAgents { sq_skills: Some(Json(vec![skill])), ..all() }, 496),
        ] {
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
    }

    #[test]
    fn settings_of_agents_are_changed() {
        let mut accounts = with_users();
        let set = |user, handle_calls, chats| SqSetAgentInfo {
            application: SHOP,
            user,
            handle_calls,
            max_simultaneous_conversations: chats,
        };
        let stranger = UsersOrAll::Id([ANN, STRANGER].into());
        assert_eq!(call_in(&mut accounts, set(stranger, Some(false), None)), Err(117));
        let taking_calls = |handle_calls| SqGetAgents { handle_calls: Some(handle_calls), ..all() };
        assert_eq!(ids(&mut accounts, taking_calls(true)), [ANN, BOB]);

        call_in(&mut accounts, set(UsersOrAll::Name(vec!["bob".into()]), Some(false), None)).unwrap();
        call_in(&mut accounts, set(UsersOrAll::Id(IdList::All), None, Some(3))).unwrap();
        assert_eq!(ids(&mut accounts, taking_calls(true)), [ANN]);
        assert_eq!(ids(&mut accounts, taking_calls(false)), [BOB]);
        let agents = call_in(&mut accounts, all()).unwrap().result;
        assert!(agents.iter().all(|agent| agent.max_simultaneous_conversations == Some(3)));
    }
}
