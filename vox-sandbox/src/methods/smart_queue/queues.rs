//! `SQ_AddQueue`, `SQ_SetQueueInfo`, `SQ_DelQueue` and `SQ_GetQueues`.

use std::collections::BTreeSet;

use vox_api::smart_queue::{
    SqAddQueue, SqAddQueueResponse, SqAddQueueResult, SqAgentSelection, SqCallMaxWaitingTime, SqDelQueue,
    SqGetQueues, SqGetQueuesResponse, SqImMaxWaitingTime, SqSetQueueInfo, SqTaskSelection,
};
use vox_core::Record as _;

use super::selection::{check_unique, has_part, queue, select, select_if_given};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::{check_known, page};
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler, lookup};
use crate::records::smart_queue::queue_record;
use crate::state::account::Account;
use crate::state::resources::smart_queue::{Agent, Queue, Waiting};

impl Handler for SqAddQueue {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_selections(
            [Some(&self.call_agent_selection), self.im_agent_selection.as_ref()],
            [Some(&self.call_task_selection), self.im_task_selection.as_ref()],
        )?;
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let queues = &account.resources.smart_queue.queues;
        check_unique("sq_queue_name", &self.sq_queue_name, None, application, queues)?;
        let id = context.accounts.new_id();
        let queue = Queue {
            application,
            name: self.sq_queue_name,
            description: self.description,
            agent_selection: self.call_agent_selection,
            task_selection: self.call_task_selection,
            fallback_agent_selection: self.fallback_agent_selection,
            calls: Waiting {
                hold_if_inactive_agents: self.hold_calls_if_inactive_agents.unwrap_or(false),
                max_time: self.call_max_waiting_time.as_ref().map(call_seconds),
                max_size: self.call_max_queue_size,
            },
            chats: Waiting {
                hold_if_inactive_agents: self.hold_im_if_inactive_agents.unwrap_or(false),
                max_time: self.im_max_waiting_time.as_ref().map(chat_seconds),
                max_size: self.im_max_queue_size,
            },
            created: now,
            modified: now,
        };
        context.account(caller)?.resources.smart_queue.queues.insert(id, queue);
        let mut result = SqAddQueueResult::blank();
        result.sq_queue_id = id;
        let mut response = SqAddQueueResponse::blank();
        response.result = result;
        Ok(response)
    }
}

impl Handler for SqSetQueueInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_selections(
            [self.call_agent_selection.as_ref(), self.im_agent_selection.as_ref()],
            [self.call_task_selection.as_ref(), self.im_task_selection.as_ref()],
        )?;
        let now = context.now;
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let queues = &mut account.resources.smart_queue.queues;
        let id = queue(&self.sq_queue, application, queues)?;
        if let Some(name) = &self.new_sq_queue_name {
            check_unique("new_sq_queue_name", name, Some(id), application, queues)?;
        }
        if let Some(queue) = queues.get_mut(id) {
            change(queue, self);
            queue.modified = now;
        }
        Ok(())
    }
}

fn change(queue: &mut Queue, request: SqSetQueueInfo) {
    set(&mut queue.name, request.new_sq_queue_name);
    set_some(&mut queue.description, request.description);
    set(&mut queue.agent_selection, request.call_agent_selection);
    set(&mut queue.task_selection, request.call_task_selection);
    set_some(&mut queue.fallback_agent_selection, request.fallback_agent_selection);
    set(&mut queue.calls.hold_if_inactive_agents, request.hold_calls_if_inactive_agents);
    set_some(&mut queue.calls.max_time, request.call_max_waiting_time.as_ref().map(call_seconds));
    set_some(&mut queue.calls.max_size, request.call_max_queue_size);
    set(&mut queue.chats.hold_if_inactive_agents, request.hold_im_if_inactive_agents);
    set_some(&mut queue.chats.max_time, request.im_max_waiting_time.as_ref().map(chat_seconds));
    set_some(&mut queue.chats.max_size, request.im_max_queue_size);
}

/// For phone calls and for chats.
fn check_selections(
    agents: [Option<&SqAgentSelection>; 2],
    tasks: [Option<&SqTaskSelection>; 2],
) -> Result<(), ApiError> {
    for (index, kind) in ["call", "im"].into_iter().enumerate() {
        check_known(agents[index], ApiError::invalid_value(&format!("{kind}_agent_selection")))?;
        check_known(tasks[index], ApiError::invalid_value(&format!("{kind}_task_selection")))?;
    }
    Ok(())
}

fn call_seconds(time: &SqCallMaxWaitingTime) -> u64 {
    match time {
        SqCallMaxWaitingTime::Minutes(minutes) => minutes.saturating_mul(60),
        SqCallMaxWaitingTime::Seconds(seconds) => *seconds,
    }
}

fn chat_seconds(time: &SqImMaxWaitingTime) -> u64 {
    match time {
        SqImMaxWaitingTime::Minutes(minutes) => minutes.saturating_mul(60),
        SqImMaxWaitingTime::Seconds(seconds) => *seconds,
    }
}

impl Handler for SqDelQueue {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let smart_queue = &mut account.resources.smart_queue;
        let deleted = select(&self.sq_queue, application, &smart_queue.queues)?;
        smart_queue.queues.retain(|id, _| !deleted.contains(&id));
        for agent in smart_queue.agents.values_mut() {
            agent.queues.retain(|queue| !deleted.contains(queue));
        }
        Ok(())
    }
}

impl Handler for SqGetQueues {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let resources = &account.resources;
        let smart_queue = &resources.smart_queue;
        let listed = select_if_given(self.sq_queue.as_ref(), application, &smart_queue.queues)?;
        let users = select_if_given(self.user.as_ref(), application, &resources.users)?;
        let excluded_users = select_if_given(self.excluded_user.as_ref(), application, &resources.users)?;
        let bound = |users: &BTreeSet<u64>| -> BTreeSet<u64> {
            users.iter().flat_map(|user| smart_queue.agent(*user).queues).collect()
        };
        let (included, excluded) = (users.as_ref().map(bound), excluded_users.as_ref().map(bound));
        let matches = |(id, queue): &(u64, &Queue)| {
            queue.application == application
                && listed.as_ref().is_none_or(|listed| listed.contains(id))
                && included.as_ref().is_none_or(|included| included.contains(id))
                && excluded.as_ref().is_none_or(|excluded| !excluded.contains(id))
                && has_part(&queue.name, self.sq_queue_name_template.as_ref())
        };
        let found: Vec<_> = smart_queue.queues.iter().filter(matches).collect();
        let agents = agents(application, account);
        let mut response = SqGetQueuesResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, queue)| {
                let mut record = queue_record(*id, queue);
                if self.with_agentcount.unwrap_or(false) {
                    let count = agents.iter().filter(|agent| agent.queues.contains(id)).count();
                    record.agentcount = u64::try_from(count).ok();
                }
                record
            })
            .collect();
        Ok(response)
    }
}

/// All agents of an application.
fn agents(application: u64, account: &Account) -> Vec<Agent> {
    let users = account.resources.users.iter().filter(|(_, user)| user.application == application);
    users.map(|(id, _)| account.resources.smart_queue.agent(id)).collect()
}

#[cfg(test)]
mod tests {
    use vox_api::smart_queue::{GetSqQueuesResult, SqExcludedUsers, SqQueue, SqQueues, SqQueuesOrAll};
    use vox_api::types::{Application, Users};
    use vox_core::IdList;

    use super::*;
    use crate::methods::smart_queue::tests::{
        ANN, BOB, EVE, FIRST, SHOP, STRANGE_SHOP, STRANGER, add_queue, bind, queue, with_users,
    };
    use crate::methods::tests::{CHILD, call_in};
    use crate::state::accounts::Accounts;

    fn list(accounts: &mut Accounts, request: SqGetQueues) -> Vec<GetSqQueuesResult> {
        call_in(accounts, request).unwrap().result
    }

    fn all() -> SqGetQueues {
        SqGetQueues::builder().application(SHOP).build()
    }

    fn names(accounts: &mut Accounts, request: SqGetQueues) -> Vec<String> {
        list(accounts, request).into_iter().filter_map(|queue| queue.sq_queue_name).collect()
    }

    #[test]
    fn a_queue_has_the_settings_that_it_was_added_with() {
        let mut accounts = with_users();
        let request = SqAddQueue {
            application: Application::Name("shop".into()),
            hold_calls_if_inactive_agents: Some(true),
            description: Some("the first".into()),
            call_max_waiting_time: Some(SqCallMaxWaitingTime::Seconds(90)),
            im_max_waiting_time: Some(SqImMaxWaitingTime::Minutes(3)),
            call_max_queue_size: Some(10),
            im_max_queue_size: Some(20),
            fallback_agent_selection: Some("ANY".into()),
            ..queue("sales")
        };
        assert_eq!(call_in(&mut accounts, request).unwrap().result.sq_queue_id, FIRST);
        let mut expected = GetSqQueuesResult::blank();
        expected.sq_queue_id = Some(FIRST);
        expected.sq_queue_name = Some("sales".into());
        expected.hold_im_if_inactive_agents = Some(false);
        expected.hold_calls_if_inactive_agents = Some(true);
        expected.agent_selection = Some(SqAgentSelection::MostQualified);
        expected.task_selection = Some(SqTaskSelection::MaxPriority);
        expected.description = Some("the first".into());
        expected.created = "2026-01-10T12:00:00Z".parse().ok();
        expected.modified = expected.created;
        expected.call_max_waiting_time = Some(2);
        expected.call_max_waiting_time_in_seconds = Some(90);
        expected.im_max_waiting_time = Some(3);
        expected.im_max_waiting_time_in_seconds = Some(180);
        expected.call_max_queue_size = Some(10);
        expected.im_max_queue_size = Some(20);
        expected.fallback_agent_selection = Some("ANY".into());
        assert_eq!(list(&mut accounts, all()), [expected]);
    }

    #[test]
    fn names_are_unique_in_an_application() {
        let mut accounts = with_users();
        add_queue(&mut accounts, "sales");
        let support = add_queue(&mut accounts, "support");
        assert_eq!(call_in(&mut accounts, queue("sales")), Err(493));
        let in_bank = SqAddQueue { application: Application::Name("bank".into()), ..queue("sales") };
        assert!(call_in(&mut accounts, in_bank).is_ok());
        let rename = |name: &str| {
            let request = SqSetQueueInfo::builder().application(SHOP).sq_queue(SqQueue::Id(support));
            request.new_sq_queue_name(name).description("changed").build()
        };
        assert_eq!(call_in(&mut accounts, rename("sales")), Err(493));
        assert_eq!(list(&mut accounts, all())[1].description, None);
        assert_eq!(call_in(&mut accounts, rename("support")), Ok(()));
        assert_eq!(names(&mut accounts, all()), ["sales", "support"]);
    }

    #[test]
    fn a_change_keeps_what_it_does_not_name() {
        let mut accounts = with_users();
        let request = SqAddQueue {
            description: Some("the first".into()),
            call_max_waiting_time: Some(SqCallMaxWaitingTime::Minutes(2)),
            ..queue("sales")
        };
        call_in(&mut accounts, request).unwrap();
        let parent = accounts.get_mut(crate::methods::tests::PARENT).unwrap();
        for (_, queue) in parent.resources.smart_queue.queues.iter_mut() {
            queue.created = jiff::Timestamp::UNIX_EPOCH;
            queue.modified = jiff::Timestamp::UNIX_EPOCH;
        }
        let before = list(&mut accounts, all()).remove(0);
        let request = SqSetQueueInfo::builder()
            .application(SHOP)
            .sq_queue(SqQueue::Name("sales".into()))
            .new_sq_queue_name("orders")
            .call_agent_selection(SqAgentSelection::LeastQualified)
            .call_task_selection(SqTaskSelection::MaxWaitingTime)
            .hold_calls_if_inactive_agents(true)
            .hold_im_if_inactive_agents(true)
            .im_max_waiting_time(SqImMaxWaitingTime::Seconds(61))
            .call_max_queue_size(5)
            .im_max_queue_size(6)
            .fallback_agent_selection("ANY");
        call_in(&mut accounts, request.build()).unwrap();
        let mut expected = before;
        expected.sq_queue_name = Some("orders".into());
        expected.agent_selection = Some(SqAgentSelection::LeastQualified);
        expected.task_selection = Some(SqTaskSelection::MaxWaitingTime);
        expected.hold_calls_if_inactive_agents = Some(true);
        expected.hold_im_if_inactive_agents = Some(true);
        expected.im_max_waiting_time = Some(2);
        expected.im_max_waiting_time_in_seconds = Some(61);
        expected.call_max_queue_size = Some(5);
        expected.im_max_queue_size = Some(6);
        expected.fallback_agent_selection = Some("ANY".into());
        expected.modified = "2026-01-10T12:00:00Z".parse().ok();
        assert_eq!(list(&mut accounts, all()), [expected]);
    }

    #[test]
    fn unknown_selections_are_rejected() {
        let mut accounts = with_users();
        let agents = SqAgentSelection::other("TALLEST");
        let tasks = SqTaskSelection::other("SHORTEST");
        for request in [
            SqAddQueue { call_agent_selection: agents.clone(), ..queue("a") },
            SqAddQueue { im_agent_selection: Some(agents.clone()), ..queue("a") },
            SqAddQueue { call_task_selection: tasks.clone(), ..queue("a") },
            SqAddQueue { im_task_selection: Some(tasks.clone()), ..queue("a") },
        ] {
            assert_eq!(call_in(&mut accounts, request), Err(496));
        }
        let sales = SqQueue::Id(add_queue(&mut accounts, "sales"));
        let set = SqSetQueueInfo::builder().application(SHOP).sq_queue(sales).build();
        for request in [
            SqSetQueueInfo { call_agent_selection: Some(agents.clone()), ..set.clone() },
            SqSetQueueInfo { im_agent_selection: Some(agents), ..set.clone() },
            SqSetQueueInfo { call_task_selection: Some(tasks.clone()), ..set.clone() },
            SqSetQueueInfo { im_task_selection: Some(tasks), ..set },
        ] {
            assert_eq!(call_in(&mut accounts, request), Err(496));
        }
    }

    #[test]
    fn filters_and_pages_select_queues() {
        let mut accounts = with_users();
        let sales = add_queue(&mut accounts, "Sales");
        let support = add_queue(&mut accounts, "support");
        add_queue(&mut accounts, "returns");
        bind(&mut accounts, ANN, sales);
        bind(&mut accounts, BOB, sales);
        bind(&mut accounts, BOB, support);
        let some_names = SqQueues::Name(vec!["support".into(), "Sales".into()]);
        for (request, expected) in [
            (SqGetQueues { sq_queue: Some(SqQueues::Id(vec![support])), ..all() }, &["support"][..]),
            (SqGetQueues { sq_queue: Some(some_names), ..all() }, &["Sales", "support"]),
            (
                SqGetQueues { sq_queue_name_template: Some("S".into()), ..all() },
                &["Sales", "support", "returns"],
            ),
            (SqGetQueues { sq_queue_name_template: Some("sal".into()), ..all() }, &["Sales"]),
            (SqGetQueues { user: Some(Users::Id(vec![ANN])), ..all() }, &["Sales"]),
            (SqGetQueues { user: Some(Users::Id(vec![ANN, BOB])), ..all() }, &["Sales", "support"]),
            (
                SqGetQueues { excluded_user: Some(SqExcludedUsers::Name(vec!["ann".into()])), ..all() },
                &["support", "returns"],
            ),
            (SqGetQueues { excluded_user: Some(SqExcludedUsers::Id(vec![ANN, BOB])), ..all() }, &["returns"]),
            (SqGetQueues { count: Some(1), offset: Some(1), ..all() }, &["support"]),
            (SqGetQueues { offset: Some(3), ..all() }, &[]),
        ] {
            let text = format!("{request:?}");
            assert_eq!(names(&mut accounts, request), expected, "{text}");
        }
        let counted = list(&mut accounts, SqGetQueues { with_agentcount: Some(true), ..all() });
        let counts: Vec<_> = counted.iter().map(|queue| queue.agentcount).collect();
        assert_eq!(counts, [Some(2), Some(1), Some(0)]);
    }

    #[test]
    fn a_deleted_queue_has_no_agents_any_more() {
        let mut accounts = with_users();
        let queues = ["a", "b", "c"].map(|name| add_queue(&mut accounts, name));
        bind(&mut accounts, ANN, queues[0]);
        bind(&mut accounts, ANN, queues[1]);
        let delete = |sq_queue| SqDelQueue { application: SHOP, sq_queue };
        let unknown = SqQueuesOrAll::Id([queues[0], 99].into());
        assert_eq!(call_in(&mut accounts, delete(unknown)), Err(496));
        call_in(&mut accounts, delete(SqQueuesOrAll::Name(vec!["a".into()]))).unwrap();
        assert_eq!(names(&mut accounts, all()), ["b", "c"]);
        let parent = accounts.get(crate::methods::tests::PARENT).unwrap();
        assert_eq!(parent.resources.smart_queue.agent(ANN).queues, [queues[1]].into());
        call_in(&mut accounts, delete(SqQueuesOrAll::Id(IdList::All))).unwrap();
        assert_eq!(names(&mut accounts, all()), [""; 0]);
    }

    #[test]
    fn only_what_belongs_to_the_application_can_be_named() {
        let mut accounts = with_users();
        let sales = add_queue(&mut accounts, "sales");
        for (application, code) in
            [(Application::Id(STRANGE_SHOP), 116), (Application::Name("none".into()), 107)]
        {
            assert_eq!(call_in(&mut accounts, SqGetQueues { application, ..all() }), Err(code));
        }
        for user in [EVE, STRANGER, 99] {
            let request = SqGetQueues { user: Some(Users::Id(vec![ANN, user])), ..all() };
            assert_eq!(call_in(&mut accounts, request), Err(117));
            let request = SqGetQueues { excluded_user: Some(SqExcludedUsers::Id(vec![user])), ..all() };
            assert_eq!(call_in(&mut accounts, request), Err(180));
        }
        let in_bank = |sq_queue| SqDelQueue { application: Application::Name("bank".into()), sq_queue };
        for queues in [SqQueuesOrAll::Id(sales.into()), SqQueuesOrAll::Name(vec!["sales".into()])] {
            assert_eq!(call_in(&mut accounts, in_bank(queues)), Err(496));
        }
        call_in(&mut accounts, in_bank(SqQueuesOrAll::Id(IdList::All))).unwrap();
        assert_eq!(names(&mut accounts, all()), ["sales"]);
        let full_name = Application::Name("shop.parent.voximplant.com".into());
        assert_eq!(names(&mut accounts, SqGetQueues { application: full_name, ..all() }), ["sales"]);
        let child = accounts.get(CHILD).unwrap();
        assert_eq!(child.resources.smart_queue.queues.iter().count(), 0);
    }
}
