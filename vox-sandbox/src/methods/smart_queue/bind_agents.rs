//! `SQ_BindAgent` and `SQ_UnbindAgent`.

use vox_api::smart_queue::{SqAgentBindingMode, SqBindAgent, SqUnbindAgent};

use super::selection::select;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};

impl Handler for SqBindAgent {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let (replaces_queues, replaces_agents) = match self.bind_mode.unwrap_or(SqAgentBindingMode::AddQueues)
        {
            SqAgentBindingMode::AddQueues => (false, false),
            SqAgentBindingMode::ReplaceAgents => (false, true),
            SqAgentBindingMode::Add => (true, false),
            SqAgentBindingMode::Replace => (true, true),
            _ => return Err(ApiError::invalid_value("bind_mode").into()),
        };
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let smart_queue = &mut account.resources.smart_queue;
        let queues = select(&self.sq_queue, application, &smart_queue.queues)?;
        let users = select(&self.user, application, &account.resources.users)?;
        if replaces_agents {
            for agent in smart_queue.agents.values_mut() {
                agent.queues.retain(|queue| !queues.contains(queue));
            }
        }
        for user in users {
            let agent = smart_queue.agent_mut(user);
            if replaces_queues {
                agent.queues.clear();
            }
            agent.queues.extend(&queues);
        }
        Ok(())
    }
}

impl Handler for SqUnbindAgent {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let smart_queue = &mut account.resources.smart_queue;
        let queues = select(&self.sq_queue, application, &smart_queue.queues)?;
        for user in select(&self.user, application, &account.resources.users)? {
            smart_queue.agent_mut(user).queues.retain(|queue| !queues.contains(queue));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::smart_queue::{SqQueuesOrAll, SqQueuesToBind};
    use vox_api::types::{Application, UsersOrAll};
    use vox_core::{IdList, TextList};

    use super::*;
    use crate::methods::smart_queue::tests::{ANN, BOB, EVE, SHOP, STRANGER, add_queue, bind, with_users};
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    /// The queues of `ann` and of `bob`.
    fn bound(accounts: &Accounts) -> [Vec<u64>; 2] {
        let smart_queue = &accounts.get(PARENT).unwrap().resources.smart_queue;
        [ANN, BOB].map(|user| smart_queue.agent(user).queues.into_iter().collect())
    }

    /// `ann` has the first two queues, `bob` the last two.
    fn with_bound() -> (Accounts, [u64; 3]) {
        let mut accounts = with_users();
        let queues = ["a", "b", "c"].map(|name| add_queue(&mut accounts, name));
        for (user, queue) in [(ANN, queues[0]), (ANN, queues[1]), (BOB, queues[1]), (BOB, queues[2])] {
            bind(&mut accounts, user, queue);
        }
        (accounts, queues)
    }

    fn request(user: impl Into<IdList>, queue: SqQueuesToBind) -> SqBindAgent {
        let request = SqBindAgent::builder().application(SHOP).sq_queue(queue);
        request.user(UsersOrAll::Id(user.into())).build()
    }

    #[test]
    fn the_mode_decides_about_earlier_bindings() {
        let (accounts, [a, b, c]) = with_bound();
        for (mode, expected) in [
            (None, [vec![a, b, c], vec![b, c]]),
            (Some(SqAgentBindingMode::AddQueues), [vec![a, b, c], vec![b, c]]),
            (Some(SqAgentBindingMode::ReplaceAgents), [vec![a, b, c], vec![b]]),
            (Some(SqAgentBindingMode::Add), [vec![c], vec![b, c]]),
            (Some(SqAgentBindingMode::Replace), [vec![c], vec![b]]),
        ] {
            let mut accounts = accounts.clone();
            let bind = SqBindAgent { bind_mode: mode.clone(), ..request(ANN, SqQueuesToBind::Id(c.into())) };
            call_in(&mut accounts, bind).unwrap();
            assert_eq!(bound(&accounts), expected, "{mode:?}");
        }
    }

    #[test]
    fn all_agents_and_all_queues_can_be_bound() {
        let (mut accounts, [a, b, c]) = with_bound();
        call_in(&mut accounts, request(IdList::All, SqQueuesToBind::Id(a.into()))).unwrap();
        assert_eq!(bound(&accounts), [vec![a, b], vec![a, b, c]]);
        call_in(&mut accounts, request(ANN, SqQueuesToBind::Name(TextList::All))).unwrap();
        assert_eq!(bound(&accounts), [vec![a, b, c], vec![a, b, c]]);
        let smart_queue = &accounts.get(PARENT).unwrap().resources.smart_queue;
        assert_eq!(smart_queue.agent(EVE).queues, [].into());
    }

    #[test]
    fn a_rejected_binding_changes_nothing() {
        let (mut accounts, [a, _, c]) = with_bound();
        let before = bound(&accounts);
        let replace = |request| SqBindAgent { bind_mode: Some(SqAgentBindingMode::Replace), ..request };
        let unknown_mode = Some(SqAgentBindingMode::other("swap"));
        for (request, code) in [
            (replace(request([ANN, STRANGER], SqQueuesToBind::Id(c.into()))), 117),
            (replace(request([ANN, EVE], SqQueuesToBind::Id(c.into()))), 117),
            (replace(request(ANN, SqQueuesToBind::Id([c, 99].into()))), 496),
            (replace(request(ANN, SqQueuesToBind::Name(["c".into(), "d".into()].into()))), 496),
            (SqBindAgent { bind_mode: unknown_mode, ..request(ANN, SqQueuesToBind::Id(c.into())) }, 496),
            (
                SqBindAgent {
                    application: Application::Id(99),
                    ..request(ANN, SqQueuesToBind::Id(a.into()))
                },
                116,
            ),
        ] {
            assert_eq!(call_in(&mut accounts, request), Err(code));
            assert_eq!(bound(&accounts), before);
        }
    }

    #[test]
    fn agents_are_unbound() {
        let (mut accounts, [a, b, c]) = with_bound();
        let unbind = |sq_queue, user| SqUnbindAgent { application: SHOP, sq_queue, user };
        // Not all of them are bound.
        let both = SqQueuesOrAll::Name(vec!["a".into(), "c".into()]);
        call_in(&mut accounts, unbind(both, UsersOrAll::Name(vec!["ann".into()]))).unwrap();
        assert_eq!(bound(&accounts), [vec![b], vec![b, c]]);
        let unknown = SqQueuesOrAll::Id([b, 99].into());
        assert_eq!(call_in(&mut accounts, unbind(unknown, UsersOrAll::Id(IdList::All))), Err(496));
        let stranger = UsersOrAll::Id([ANN, STRANGER].into());
        assert_eq!(call_in(&mut accounts, unbind(SqQueuesOrAll::Id(a.into()), stranger)), Err(117));
        assert_eq!(bound(&accounts), [vec![b], vec![b, c]]);
        let all = unbind(SqQueuesOrAll::Id(IdList::All), UsersOrAll::Id(BOB.into()));
        call_in(&mut accounts, all).unwrap();
        assert_eq!(bound(&accounts), [vec![b], vec![]]);
        call_in(&mut accounts, unbind(SqQueuesOrAll::Id(b.into()), UsersOrAll::Id(IdList::All))).unwrap();
        assert_eq!(bound(&accounts), [[0; 0], []]);
    }
}
