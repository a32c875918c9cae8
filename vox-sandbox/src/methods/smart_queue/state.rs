//! `GetSQState`.

use jiff::tz::TimeZone;
use vox_api::smart_queue::{GetSqState, GetSqStateResponse, SmartQueueState, SmartQueueStateAgent};
use vox_core::Record as _;

use super::selection::select;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};
use crate::records::smart_queue::{agent_skills, agent_status};
use crate::state::account::Account;

impl Handler for GetSqState {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let time_zone = time_zone(self.timezone.as_deref(), account)?;
        let queues = &account.resources.smart_queue.queues;
        let selected = select(&self.sq_queue, application, queues)?;
        let mut response = GetSqStateResponse::blank();
        for (id, queue) in queues.iter().filter(|(id, _)| selected.contains(id)) {
            let mut state = SmartQueueState::blank();
            state.sq_queue_id = Some(id);
            state.sq_queue_name = Some(queue.name.clone());
            state.sq_agents = agents(id, account, &time_zone);
            response.result.push(state);
        }
        Ok(response)
    }
}

/// The agents of a queue, sorted by id.
fn agents(queue: u64, account: &Account, time_zone: &TimeZone) -> Vec<SmartQueueStateAgent> {
    let smart_queue = &account.resources.smart_queue;
    let agents = account.resources.users.iter().filter_map(|(id, user)| {
        let agent = smart_queue.agent(id);
        agent.queues.contains(&queue).then(|| {
            let mut record = SmartQueueStateAgent::blank();
            record.user_id = Some(id);
            record.user_name = Some(user.name.clone());
            record.user_display_name = Some(user.display_name.clone());
            record.sq_skills = agent_skills(&agent, smart_queue);
            record.sq_statuses = vec![agent_status(user.created, time_zone)];
            record
        })
    });
    agents.collect()
}

/// The time zone of the response: `auto` is the account's.
fn time_zone(name: Option<&str>, account: &Account) -> Result<TimeZone, ApiError> {
    let name = match name {
        None => return Ok(TimeZone::UTC),
        Some("auto") => &account.profile.location,
        Some(name) => name,
    };
    TimeZone::get(name).map_err(|_| ApiError::invalid_value("timezone"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{DateTime, date};
    use vox_api::smart_queue::{SmartQueueAgentSkill, SqBindSkill, SqQueuesOrAll, SqSkillKey, SqSkillLevel};
    use vox_api::types::{Application, UsersOrAll};
    use vox_core::IdList;

    use super::*;
    use crate::methods::smart_queue::tests::{
        ANN, BOB, SHOP, STRANGE_SHOP, add_queue, add_skill, bind, with_users,
    };
    use crate::methods::tests::{PARENT, call_in};

    fn state(sq_queue: SqQueuesOrAll) -> GetSqState {
        GetSqState { application: SHOP, sq_queue, timezone: None }
    }

    #[test]
    fn a_queue_has_its_agents_with_their_skills() {
        let mut accounts = with_users();
        let [sales, support] = ["sales", "support"].map(|name| add_queue(&mut accounts, name));
        let french = add_skill(&mut accounts, "French");
        bind(&mut accounts, ANN, sales);
        bind(&mut accounts, BOB, sales);
        let levels = vec![SqSkillLevel { skill: SqSkillKey::Id(french), sq_skill_level: 5 }];
        let request = SqBindSkill::builder().application(SHOP).user(UsersOrAll::Id(BOB.into()));
        call_in(&mut accounts, request.sq_skills(levels).build()).unwrap();

        let states = call_in(&mut accounts, state(SqQueuesOrAll::Id(IdList::All))).unwrap().result;
        let queues: Vec<_> =
            states.iter().map(|state| (state.sq_queue_id, state.sq_queue_name.clone())).collect();
        assert_eq!(queues, [(Some(sales), Some("sales".into())), (Some(support), Some("support".into()))]);
        let agents: Vec<_> = states[0].sq_agents.iter().map(|agent| agent.user_id).collect();
        assert_eq!(agents, [Some(ANN), Some(BOB)]);
        assert_eq!(states[0].sq_agents[0].sq_skills, []);
        let bob = &states[0].sq_agents[1];
        let names = (bob.user_name.as_deref(), bob.user_display_name.as_deref());
        assert_eq!(names, (Some("bob"), Some("BOB")));
        let mut skill = SmartQueueAgentSkill::blank();
        skill.sq_skill_id = Some(french);
        skill.sq_skill_name = Some("French".into());
        skill.sq_skill_level = Some(5);
        assert_eq!(bob.sq_skills, [skill]);
        assert!(states[1].sq_agents.is_empty() && states.iter().all(|state| state.tasks.is_empty()));

        let one = call_in(&mut accounts, state(SqQueuesOrAll::Name(vec!["support".into()]))).unwrap();
        assert_eq!(one.result, states[1..]);
    }

    #[test]
    fn times_are_in_the_requested_time_zone() {
        let mut accounts = with_users();
        let sales = add_queue(&mut accounts, "sales");
        bind(&mut accounts, ANN, sales);
        accounts.get_mut(PARENT).unwrap().profile.location = "America/New_York".into();
        let mut since = |timezone: Option<&str>| {
            let timezone = timezone.map(str::to_owned);
            let request = GetSqState { timezone, ..state(SqQueuesOrAll::Id(sales.into())) };
            let agent = call_in(&mut accounts, request)?.result.remove(0).sq_agents.remove(0);
            Ok::<_, u32>(agent.sq_statuses[0].call.as_ref().unwrap().from_date.unwrap())
        };
        let hour = |hour| Ok::<DateTime, u32>(date(2026, 1, 10).at(hour, 0, 0, 0));
        assert_eq!(since(None), hour(12));
        assert_eq!(since(Some("Etc/GMT-8")), hour(20));
        assert_eq!(since(Some("Europe/Berlin")), hour(13));
        assert_eq!(since(Some("auto")), hour(7));
        assert_eq!(since(Some("Europe/Atlantis")), Err(496));
    }

    #[test]
    fn only_queues_of_the_application_have_a_state() {
        let mut accounts = with_users();
        let sales = add_queue(&mut accounts, "sales");
        assert_eq!(call_in(&mut accounts, state(SqQueuesOrAll::Id([sales, 99].into()))), Err(496));
        let unknown = SqQueuesOrAll::Name(vec!["none".into()]);
        assert_eq!(call_in(&mut accounts, state(unknown)), Err(496));
        let strange = GetSqState {
            application: Application::Id(STRANGE_SHOP),
            ..state(SqQueuesOrAll::Id(IdList::All))
        };
        assert_eq!(call_in(&mut accounts, strange), Err(116));
    }
}
