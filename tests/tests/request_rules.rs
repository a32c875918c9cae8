//! Rules across the parameters of a request.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;
use vox_accounts::vox_core::error::ViolationKind;
use vox_accounts::vox_core::rules::{RequestCheck, RequestRule};
use vox_accounts::vox_core::transport::from_fn;
use vox_core::prelude::*;

/// The application of a user.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By its id.
    Id(u64),
    /// By its name.
    Name(String),
}

type Maybe<T> = Option<T>;

/// Edits a task.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "EditTask", response = (), kind = write, checks = [PERSONAL])]
pub struct EditTask {
    /// The user, whose name is unique in an application.
    #[param(needs = application)]
    pub user_name: Option<String>,
    /// The application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The earliest time, in seconds since midnight.
    #[param(all_of = "execution_time", at_most = latest)]
    pub earliest: Option<u64>,
    /// The latest time, in seconds since midnight.
    #[param(name = "latest_time", all_of = "execution_time")]
    pub latest: Option<u64>,
    /// The first day.
    #[param(at_most = to_date)]
    pub from_date: Maybe<Date>,
    /// The last day.
    pub to_date: Maybe<Date>,
    /// The kind of campaign.
    #[param(needs = [is_personal, user_name])]
    pub campaign_type: Option<String>,
    /// Whether the campaign is a personal one.
    pub is_personal: Option<bool>,
}

const PERSONAL: RequestCheck<EditTask> = RequestCheck::new(
    "personal_campaign",
    "must be true for a campaign of the type `smart`",
    &["is_personal", "campaign_type"],
    |task| task.campaign_type.as_deref() != Some("smart") || task.is_personal == Some(true),
);

#[expect(clippy::unnecessary_wraps, reason = "the parameters are optional")]
fn day(day: i8) -> Option<Date> {
    Some(Date::constant(2026, 1, day))
}

fn violations(task: &EditTask) -> Vec<String> {
    match task.validate() {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().map(ToString::to_string).collect(),
    }
}

fn empty() -> EditTask {
    EditTask {
        user_name: None,
        application: None,
        earliest: None,
        latest: None,
        from_date: None,
        to_date: None,
        campaign_type: None,
        is_personal: None,
    }
}

#[test]
fn a_request_without_any_of_them_is_valid() {
    assert!(violations(&empty()).is_empty());
}

#[test]
fn a_parameter_is_given_only_with_what_it_needs() {
    let alone = EditTask { user_name: Some("ann".into()), ..empty() };
    assert_eq!(violations(&alone), ["`user_name` is given without `application`, which it needs"]);
    let both = EditTask { application: Some(Application::Id(7)), ..alone };
    assert!(violations(&both).is_empty());
    assert!(violations(&EditTask { user_name: None, ..both }).is_empty());
    let several = EditTask { campaign_type: Some("other".into()), ..empty() };
    assert_eq!(
        violations(&several),
        ["`campaign_type` is given without `is_personal`, `user_name`, which it needs"]
    );
}

#[test]
fn all_of_a_group_are_given_or_none() {
    let first = EditTask { earliest: Some(1), ..empty() };
    assert_eq!(violations(&first), ["`earliest` is given without `latest_time`: give all of them or none"]);
    let second = EditTask { latest: Some(1), ..empty() };
    assert_eq!(violations(&second), ["`latest_time` is given without `earliest`: give all of them or none"]);
    assert!(violations(&EditTask { earliest: Some(1), latest: Some(1), ..empty() }).is_empty());
}

#[test]
fn a_value_is_at_most_another_one() {
    let reversed = EditTask { earliest: Some(2), latest: Some(1), ..empty() };
    assert_eq!(violations(&reversed), ["`earliest` must be at most `latest_time`"]);
    // The types are aliases of `Option`.
    assert_eq!(
        violations(&EditTask { from_date: day(2), to_date: day(1), ..empty() }),
        ["`from_date` must be at most `to_date`"]
    );
    for (from_date, to_date) in [(day(1), day(2)), (day(1), day(1)), (day(1), None), (None, day(1))] {
        assert!(violations(&EditTask { from_date, to_date, ..empty() }).is_empty());
    }
}

#[test]
fn a_function_decides_the_rest() {
    let mut task = EditTask {
        user_name: Some("ann".into()),
        application: Some(Application::Name("a".into())),
        campaign_type: Some("smart".into()),
        is_personal: Some(false),
        ..empty()
    };
    let found = task.validate().unwrap_err();
    assert_eq!(found.to_string(), "- `is_personal` must be true for a campaign of the type `smart`");
    let violation = found.iter().next().unwrap();
    assert!(
        matches!(violation.kind, ViolationKind::Request { params: ["is_personal", "campaign_type"], .. }),
        "{violation:?}"
    );
    assert_eq!(violation.kind.rule(), "personal_campaign");
    task.is_personal = Some(true);
    task.validate().unwrap();
}

/// Orders two checks, one of them with the name that generated code uses.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetOrder", response = (), kind = write, checks = [FIRST, __VOX_CHECK_0])]
pub struct SetOrder {
    /// The beginning.
    #[param(at_most = to)]
    pub from: Option<DateTime>,
    /// The end.
    pub to: Option<DateTime>,
}

const FIRST: RequestCheck<SetOrder> = RequestCheck::new("first", "must be first", &["from"], |_| true);
const __VOX_CHECK_0: RequestCheck<SetOrder> =
    RequestCheck::new("second", "must be second", &["to"], |order| order.to.is_some());

#[test]
fn each_check_is_made_whatever_its_name() {
    let order = SetOrder { from: None, to: None };
    assert_eq!(order.validate().unwrap_err().to_string(), "- `to` must be second");
}

#[test]
fn times_are_compared_as_they_are_sent() {
    let time = |text: &str| Some(text.parse().unwrap());
    let order = |from, to| SetOrder { from: time(from), to: time(to) };
    order("2026-01-31 18:05:00.9", "2026-01-31 18:05:00.1").validate().unwrap();
    order("2026-01-31 18:05:01", "2026-01-31 18:05:00.9").validate().unwrap_err();
}

#[tokio::test]
async fn all_violations_are_found_at_once_and_nothing_is_sent() {
    let sent = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&sent);
    let transport = from_fn(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
        async { Ok(http::Response::new(r#"{"result": 1}"#)) }
    });
    let client = Client::builder().credentials(Credentials::None).transport(transport).build().unwrap();
    let task = EditTask {
        user_name: Some("ann".into()),
        earliest: Some(1),
        from_date: day(2),
        to_date: day(1),
        campaign_type: Some("smart".into()),
        ..empty()
    };
    let error = task.send(&client).await.unwrap_err();
    let rules: Vec<_> = error.violations().unwrap().iter().map(|violation| violation.kind.rule()).collect();
    assert_eq!(rules, ["needs", "needs", "all_of", "at_most", "personal_campaign"]);
    assert_eq!((error.effect(), sent.load(Ordering::Relaxed)), (Effect::None, 0));
    empty().send(&client).await.unwrap();
    assert_eq!(sent.load(Ordering::Relaxed), 1);
}

#[test]
fn the_rules_are_metadata() {
    let rules = EditTask::META.rules;
    assert_eq!(rules[0], RequestRule::Needs { param: "user_name", needs: &["application"] });
    assert_eq!(
        serde_json::to_value(EditTask::META).unwrap()["rules"],
        json!([
            {"rule": "needs", "param": "user_name", "needs": ["application"]},
            {"rule": "at_most", "param": "earliest", "other": "latest_time"},
            {"rule": "at_most", "param": "from_date", "other": "to_date"},
            {"rule": "needs", "param": "campaign_type", "needs": ["is_personal", "user_name"]},
            {"rule": "all_of", "group": "execution_time", "params": ["earliest", "latest_time"]},
            {
                "rule": "personal_campaign",
                "requirement": "must be true for a campaign of the type `smart`",
                "params": ["is_personal", "campaign_type"],
            },
        ])
    );
}

type MaybeId = Option<u64>;
type MaybeUser = Option<User>;

/// Rules about parameters whose types are aliases of an `Option`.
#[derive(Debug, Clone, PartialEq, Default, VoxMethod)]
#[vox_method(name = "FindThings", response = (), kind = write)]
struct FindThings {
    /// The id.
    #[param(any_of = "filter", default = 5)]
    id: MaybeId,
    /// The group.
    #[param(any_of = "filter", needs = user)]
    group: MaybeId,
    /// The user.
    #[param(one_of, all_of = "pair")]
    user: MaybeUser,
    /// The page.
    #[param(all_of = "pair")]
    page: MaybeId,
}

/// A user.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
enum User {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

#[test]
fn rules_apply_to_aliases_of_options() {
    let of = |request: FindThings| request.validate().map_err(|violations| violations.to_string());
    let some = || FindThings { id: Some(1), ..FindThings::default() };
    assert_eq!(of(some()), Ok(()));
    assert_eq!(
        of(FindThings::default()),
        Err("- `filter` is required: give at least one of `id`, `group`".to_owned())
    );
    assert_eq!(
        of(FindThings { group: Some(1), page: Some(2), ..FindThings::default() }),
        Err("- `group` is given without `user`, which it needs\n- `page` is given without `user`: give all of them or none"
            .to_owned())
    );
    let whole = FindThings { user: Some(User::Id(7)), page: Some(2), group: Some(1), ..some() };
    assert_eq!(of(whole), Ok(()));
    assert!(FindThings::META.param("id").is_some_and(|id| !id.meta.required));
}
