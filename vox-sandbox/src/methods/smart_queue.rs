//! The methods of the section `SmartQueue`, except for metrics and their history.

mod agents;
mod bind_agents;
mod bind_skills;
mod custom_statuses;
mod queues;
mod selection;
mod skills;
mod state;

use vox_api::smart_queue::{
    GetSqState, SqAddQueue, SqAddSkill, SqBindAgent, SqBindSkill, SqDelQueue, SqDelSkill,
    SqDeleteAgentCustomStatusMapping, SqGetAgentCustomStatusMapping, SqGetAgents, SqGetQueues, SqGetSkills,
    SqSetAgentCustomStatusMapping, SqSetAgentInfo, SqSetQueueInfo, SqSetSkillInfo, SqUnbindAgent,
    SqUnbindSkill,
};

use super::{Endpoint, endpoint};

pub(super) fn endpoints() -> [Endpoint; 18] {
    [
        endpoint::<GetSqState>(),
        endpoint::<SqSetAgentCustomStatusMapping>(),
        endpoint::<SqGetAgentCustomStatusMapping>(),
        endpoint::<SqDeleteAgentCustomStatusMapping>(),
        endpoint::<SqAddQueue>(),
        endpoint::<SqSetQueueInfo>(),
        endpoint::<SqDelQueue>(),
        endpoint::<SqGetQueues>(),
        endpoint::<SqAddSkill>(),
        endpoint::<SqDelSkill>(),
        endpoint::<SqSetSkillInfo>(),
        endpoint::<SqBindSkill>(),
        endpoint::<SqUnbindSkill>(),
        endpoint::<SqGetSkills>(),
        endpoint::<SqBindAgent>(),
        endpoint::<SqUnbindAgent>(),
        endpoint::<SqGetAgents>(),
        endpoint::<SqSetAgentInfo>(),
    ]
}

#[cfg(test)]
mod tests {
    use vox_api::smart_queue::{
        SqAddQueue, SqAddSkill, SqAgentSelection, SqBindAgent, SqQueuesToBind, SqTaskSelection,
    };
    use vox_api::types::{Application, UsersOrAll};

    use crate::level::Level;
    use crate::methods::tests::{CHILD, PARENT, accounts, call_in};
    use crate::methods::{Endpoint, Methods};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application as AccountApplication;
    use crate::state::resources::user::User;

    /// The application of the parent.
    pub(super) const SHOP: Application = Application::Id(1);
    /// Users of that application.
    pub(super) const ANN: u64 = 2;
    pub(super) const BOB: u64 = 3;
    /// A user of another application of the parent.
    pub(super) const EVE: u64 = 5;
    /// An application and a user of another account.
    pub(super) const STRANGE_SHOP: u64 = 6;
    pub(super) const STRANGER: u64 = 7;
    /// The first id of what a test adds.
    pub(super) const FIRST: u64 = 8;

    /// The parent has the applications `shop`, with the users `ann` and `bob`, and `bank`, with `eve`. Another account has an
    /// application with the user `ann`.
    pub(super) fn with_users() -> Accounts {
        let mut accounts = accounts();
        add(&mut accounts, PARENT, "shop", &["ann", "bob"]);
        add(&mut accounts, PARENT, "bank", &["eve"]);
        add(&mut accounts, CHILD, "shop", &["ann"]);
        accounts
    }

    fn add(accounts: &mut Accounts, account: u64, name: &str, users: &[&str]) {
        let application = accounts.new_id();
        let user_ids: Vec<_> = users.iter().map(|_| accounts.new_id()).collect();
        let account = accounts.get_mut(account).unwrap();
        let created = account.created;
        let new = AccountApplication { name: name.into(), modified: created, secure_record_storage: false };
        account.resources.applications.insert(application, new);
        for (id, name) in user_ids.into_iter().zip(users) {
            let display_name = name.to_uppercase();
            let user = User {
                application,
                name: (*name).into(),
                display_name,
                active: true,
                parent_accounting: true,
                custom_data: None,
                mobile_phone: None,
                created,
                modified: created,
            };
            account.resources.users.insert(id, user);
        }
    }

    pub(super) fn queue(name: &str) -> SqAddQueue {
        SqAddQueue::builder()
            .application(SHOP)
            .sq_queue_name(name)
            .call_agent_selection(SqAgentSelection::MostQualified)
            .call_task_selection(SqTaskSelection::MaxPriority)
            .build()
    }

    pub(super) fn add_queue(accounts: &mut Accounts, name: &str) -> u64 {
        call_in(accounts, queue(name)).unwrap().result.sq_queue_id
    }

    pub(super) fn add_skill(accounts: &mut Accounts, name: &str) -> u64 {
        let request = SqAddSkill { application: SHOP, sq_skill_name: name.into(), description: None };
        call_in(accounts, request).unwrap().result.sq_skill_id
    }

    pub(super) fn bind(accounts: &mut Accounts, user: u64, queue: u64) {
        let request = SqBindAgent::builder().application(SHOP).sq_queue(SqQueuesToBind::Id(queue.into()));
        call_in(accounts, request.user(UsersOrAll::Id(user.into())).build()).unwrap();
    }

    #[test]
    fn all_methods_except_those_of_metrics_have_handlers() {
        const METRICS: [&str; 3] =
            ["GetSmartQueueRealtimeMetrics", "GetSmartQueueDayHistory", "RequestSmartQueueHistory"];
        let methods = Methods::default();
        for method in vox_api::smart_queue::METHODS {
            let expected = if METRICS.contains(&method.name) { Level::Sample } else { Level::Stateful };
            assert_eq!(methods.find(method.name).map(Endpoint::level), Some(expected), "{}", method.name);
        }
    }
}
