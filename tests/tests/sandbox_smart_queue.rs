//! SmartQueue in the sandbox, over HTTP.

use serde_json::json;
use vox_api::applications::AddApplication;
use vox_api::prelude::*;
use vox_api::smart_queue::{
    GetSqState, SqAddQueue, SqAddSkill, SqAgentSelection, SqBindAgent, SqBindSkill, SqCallMaxWaitingTime,
    SqDelQueue, SqDelSkill, SqDeleteAgentCustomStatusMapping, SqGetAgentCustomStatusMapping, SqGetAgents,
    SqGetQueues, SqGetSkills, SqQueue, SqQueuesOrAll, SqQueuesToBind, SqSetAgentCustomStatusMapping,
    SqSetAgentInfo, SqSetQueueInfo, SqSetSkillInfo, SqSkill, SqSkillBindingMode, SqSkillKey, SqSkillLevel,
    SqSkillsOrAll, SqStatusName, SqTaskSelection, SqUnbindAgent, SqUnbindSkill,
};
use vox_api::types::{Application, Users, UsersOrAll};
use vox_api::users::AddUser;
use vox_core::{ErrorCode, Timestamp};
use vox_sandbox::{NewAccount, Sandbox};

const NOW: &str = "2026-01-31T12:00:00Z";

async fn sandbox() -> Sandbox {
    Sandbox::builder().clock(NOW.parse::<Timestamp>().unwrap()).start().await.unwrap()
}

/// Adds an application with the users `ann` and `bob`; the ids of the users.
async fn add_shop(client: &Client) -> (Application, [u64; 2]) {
    let added = AddApplication::builder().application_name("shop").send(client).await.unwrap();
    let shop = Application::Id(added.application_id);
    let mut ids = [0; 2];
    for (id, name) in ids.iter_mut().zip(["ann", "bob"]) {
        let user = AddUser::builder().user_name(name).user_display_name(name).user_password("Str0ng!pass");
        *id = user.application(shop.clone()).send(client).await.unwrap().user_id;
    }
    (shop, ids)
}

fn queue(application: &Application, name: &str) -> SqAddQueue {
    SqAddQueue::builder()
        .application(application.clone())
        .sq_queue_name(name)
        .call_agent_selection(SqAgentSelection::MostQualified)
        .call_task_selection(SqTaskSelection::MaxPriority)
        .call_max_waiting_time(SqCallMaxWaitingTime::Minutes(2))
        .build()
}

fn skill(application: &Application, name: &str) -> SqAddSkill {
    SqAddSkill { application: application.clone(), sq_skill_name: name.into(), description: None }
}

fn queues(application: &Application) -> SqGetQueues {
    SqGetQueues::builder().application(application.clone()).with_agentcount(true).build()
}

fn agents(application: &Application) -> SqGetAgents {
    SqGetAgents::builder().application(application.clone()).build()
}

fn bind_skills(application: &Application, user: UsersOrAll, levels: &[(u64, u8)]) -> SqBindSkill {
    let levels = levels
        .iter()
        .map(|(skill, level)| SqSkillLevel { skill: SqSkillKey::Id(*skill), sq_skill_level: *level });
    let levels: Vec<_> = levels.collect();
    SqBindSkill::builder().application(application.clone()).user(user).sq_skills(levels).build()
}

/// The code with which the API rejects a request.
async fn code<M: Method>(client: &Client, request: M) -> Option<u32> {
    let error = request.send(client).await.err()?;
    error.code().map(ErrorCode::code)
}

#[tokio::test]
async fn queues_are_added_changed_and_deleted() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let (shop, [ann, _]) = add_shop(&client).await;
    let sales = queue(&shop, "sales").send(&client).await.unwrap().result.sq_queue_id;
    queue(&shop, "support").send(&client).await.unwrap();
    assert_eq!(code(&client, queue(&shop, "sales")).await, Some(493));
    // By name, as the typed request is rejected before sending.
    let params = [
        ("application_name", "shop"),
        ("sq_queue_name", "returns"),
        ("call_agent_selection", "MOST_QUALIFIED"),
        ("call_task_selection", "MAX_PRIORITY"),
        ("priority", "101"),
    ];
    let error = client.call("SQ_AddQueue", params).await.unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::new(247)));

    let by_name = UsersOrAll::Name(vec!["ann".into()]);
    let bind = SqBindAgent::builder().application(shop.clone()).sq_queue(SqQueuesToBind::Id(sales.into()));
    bind.user(by_name).send(&client).await.unwrap();
    let set = SqSetQueueInfo::builder().application(shop.clone()).sq_queue(SqQueue::Id(sales));
    set.new_sq_queue_name("orders").description("all orders").send(&client).await.unwrap();
    let listed = queues(&shop).send(&client).await.unwrap().result;
    let names: Vec<_> = listed.iter().map(|queue| queue.sq_queue_name.as_deref().unwrap()).collect();
    assert_eq!(names, ["orders", "support"]);
    assert_eq!(listed[0].description.as_deref(), Some("all orders"));
    assert_eq!(listed[0].call_max_waiting_time_in_seconds, Some(120));
    assert_eq!((listed[0].agentcount, listed[1].agentcount), (Some(1), Some(0)));
    assert_eq!(listed[0].created.unwrap().to_string()[..10], NOW[..10]);
    let of_ann = SqGetQueues { user: Some(Users::Id(vec![ann])), ..queues(&shop) };
    let items: Vec<_> = of_ann.items(&client).try_collect().await.unwrap();
    assert_eq!(items.len(), 1);

    let delete = SqDelQueue { application: shop.clone(), sq_queue: SqQueuesOrAll::Id(IdList::All) };
    delete.send(&client).await.unwrap();
    assert_eq!(queues(&shop).send(&client).await.unwrap().result, []);
}

#[tokio::test]
async fn agents_have_queues_and_skills_with_levels() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let (shop, [ann, bob]) = add_shop(&client).await;
    let sales = queue(&shop, "sales").send(&client).await.unwrap().result.sq_queue_id;
    let mut skills = Vec::new();
    for name in ["french", "billing"] {
        skills.push(skill(&shop, name).send(&client).await.unwrap().result.sq_skill_id);
    }
    assert_eq!(code(&client, skill(&shop, "french")).await, Some(493));
    let everybody = || UsersOrAll::Id(IdList::All);
    let bind = SqBindAgent::builder().application(shop.clone()).sq_queue(SqQueuesToBind::Id(sales.into()));
    bind.user(everybody()).send(&client).await.unwrap();
    let levels = [(skills[0], 5), (skills[1], 2)];
    bind_skills(&shop, UsersOrAll::Id(ann.into()), &levels).send(&client).await.unwrap();

    let request = SqGetAgents {
        sq_queue: Some(SqQueuesOrAll::Name(vec!["sales".into()])),
        with_sq_skills: Some(true),
        with_sq_queues: Some(true),
        ..agents(&shop)
    };
    let listed = request.send(&client).await.unwrap().result;
    let ids: Vec<_> = listed.iter().map(|agent| agent.user_id).collect();
    assert_eq!(ids, [Some(ann), Some(bob)]);
    let expected = json!([
        {"sq_skill_id": skills[0], "sq_skill_name": "french", "sq_skill_level": 5},
        {"sq_skill_id": skills[1], "sq_skill_name": "billing", "sq_skill_level": 2},
    ]);
    assert_eq!(listed[0].sq_skills, Some(expected));
    assert_eq!(listed[1].sq_skills, Some(json!([])));
    assert_eq!(listed[1].sq_queues, Some(json!([{"sq_queue_id": sales, "sq_queue_name": "sales"}])));
    assert_eq!(listed[1].sq_statuses, []);

    let replace = Some(SqSkillBindingMode::ReplaceSkills);
    let request = bind_skills(&shop, UsersOrAll::Id(ann.into()), &[(skills[1], 3)]);
    SqBindSkill { bind_mode: replace, ..request }.send(&client).await.unwrap();
    let set = SqSetSkillInfo::builder().application(shop.clone()).sq_skill(SqSkill::Id(skills[1]));
    set.new_sq_skill_name("invoices").send(&client).await.unwrap();
    let state = GetSqState {
        application: shop.clone(),
        sq_queue: SqQueuesOrAll::Id(sales.into()),
        timezone: Some("Etc/GMT-3".into()),
    };
    let state = state.send(&client).await.unwrap().result.remove(0);
    assert_eq!((state.sq_agents.len(), state.tasks.len()), (2, 0));
    let agent = &state.sq_agents[0];
    assert_eq!(agent.user_name.as_deref(), Some("ann"));
    assert_eq!(agent.sq_skills[0].sq_skill_name.as_deref(), Some("invoices"));
    assert_eq!(agent.sq_skills[0].sq_skill_level, Some(3));
    let status = agent.sq_statuses[0].im.as_ref().unwrap();
    assert_eq!(status.sq_status_name, Some(SqStatusName::Offline));
    assert_eq!(status.from_date.unwrap().hour(), 15);

    let unbind = SqUnbindSkill {
        application: shop.clone(),
        user: everybody(),
        sq_skill: SqSkillsOrAll::Name(vec!["invoices".into()]),
    };
    unbind.send(&client).await.unwrap();
    let sq_queue = SqQueuesOrAll::Id(IdList::All);
    let unbind = SqUnbindAgent { application: shop.clone(), sq_queue, user: UsersOrAll::Id(bob.into()) };
    unbind.send(&client).await.unwrap();
    let request = SqGetAgents {
        sq_queue: Some(SqQueuesOrAll::Id(IdList::All)),
        with_sq_skills: Some(true),
        ..agents(&shop)
    };
    let listed = request.send(&client).await.unwrap().result;
    assert_eq!((listed.len(), listed[0].user_id), (1, Some(ann)));
    assert_eq!(listed[0].sq_skills, Some(json!([])));
    let settings = SqSetAgentInfo {
        application: shop.clone(),
        user: everybody(),
        handle_calls: Some(false),
        max_simultaneous_conversations: Some(4),
    };
    settings.send(&client).await.unwrap();
    let request = SqGetAgents { handle_calls: Some(false), ..agents(&shop) };
    let listed = request.send(&client).await.unwrap().result;
    let conversations: Vec<_> = listed.iter().map(|agent| agent.max_simultaneous_conversations).collect();
    assert_eq!(conversations, [Some(4), Some(4)]);

    let delete = SqDelSkill { application: shop.clone(), sq_skill: SqSkillsOrAll::Id(skills.clone().into()) };
    delete.send(&client).await.unwrap();
    let skills = SqGetSkills::builder().application(shop).send(&client).await.unwrap().result;
    assert_eq!(skills, []);
}

#[tokio::test]
async fn statuses_have_custom_names() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let (shop, _) = add_shop(&client).await;
    let set = |status: &str, name: &str| SqSetAgentCustomStatusMapping {
        sq_status_name: status.into(),
        custom_status_name: name.into(),
        application: shop.clone(),
    };
    set("DND", "Lunch").send(&client).await.unwrap();
    assert_eq!(code(&client, set("READY", "Lunch")).await, Some(559));
    let custom_names = async || {
        let request = SqGetAgentCustomStatusMapping { application: Some(shop.clone()) };
        let statuses = request.send(&client).await.unwrap().into_statuses();
        assert_eq!(statuses.len(), 6);
        statuses.into_iter().filter_map(|status| status.custom_status_name).collect::<Vec<_>>()
    };
    assert_eq!(custom_names().await, ["Lunch"]);
    let sq_status_name = Some("DND".into());
    let delete = SqDeleteAgentCustomStatusMapping { application: shop.clone(), sq_status_name };
    delete.send(&client).await.unwrap();
    assert_eq!(custom_names().await, [""; 0]);
}

#[tokio::test]
async fn accounts_do_not_see_each_others_queues_and_skills() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let (shop, _) = add_shop(&client).await;
    let sales = queue(&shop, "sales").send(&client).await.unwrap().result.sq_queue_id;
    let french = skill(&shop, "french").send(&client).await.unwrap().result.sq_skill_id;

    let added = sandbox.add_account(NewAccount::new("another")).unwrap();
    let credentials = ServiceAccount::from_json(added.credentials_json.expose()).unwrap();
    let clock = sandbox.clock().clone();
    let credentials = credentials.with_clock(move || clock.now());
    let other = Client::builder().credentials(credentials).base_url(sandbox.base_url()).build().unwrap();
    assert_eq!(code(&other, queues(&shop)).await, Some(116));
    let (other_shop, [other_ann, _]) = add_shop(&other).await;
    assert_eq!(queues(&other_shop).send(&other).await.unwrap().result, []);
    let by_id = SqDelQueue { application: other_shop.clone(), sq_queue: SqQueuesOrAll::Id(sales.into()) };
    assert_eq!(code(&other, by_id).await, Some(496));
    let levels = [(french, 1)];
    let bind = bind_skills(&other_shop, UsersOrAll::Id(other_ann.into()), &levels);
    assert_eq!(code(&other, bind).await, Some(496));
    let bind = bind_skills(&shop, UsersOrAll::Id(other_ann.into()), &levels);
    assert_eq!(code(&client, bind).await, Some(117));
    // The name is free in the application of the other account.
    queue(&other_shop, "sales").send(&other).await.unwrap();
    assert_eq!(queues(&shop).send(&client).await.unwrap().result.len(), 1);
}

#[tokio::test]
async fn a_reset_forgets_queues_and_skills() {
    let sandbox = sandbox().await;
    let client = sandbox.client().unwrap();
    let (shop, _) = add_shop(&client).await;
    let first = queue(&shop, "sales").send(&client).await.unwrap().result.sq_queue_id;
    sandbox.reset();
    assert_eq!(code(&client, queues(&shop)).await, Some(116));
    let (shop, _) = add_shop(&client).await;
    assert_eq!(queues(&shop).send(&client).await.unwrap().result, []);
    let again = queue(&shop, "sales").send(&client).await.unwrap().result.sq_queue_id;
    assert_eq!(again, first);
}
