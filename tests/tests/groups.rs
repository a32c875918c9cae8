//! Rules of one-of groups as parts of a method: any-of groups of groups, defaults, and what members need.

use serde_json::json;
use vox_accounts::vox_core::error::ViolationKind;
use vox_accounts::vox_core::meta::{DefaultValue, ParamEntry};
use vox_accounts::vox_core::rules::RequestRule;
use vox_accounts::vox_core::server::{Form, ServerMethod};
use vox_core::prelude::*;

/// Binds users, queues, or all of a kind to a rule.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindRule", response = (), kind = write)]
pub struct BindRule {
    /// The rule.
    #[param(one_of)]
    pub rule: Option<Rule>,
    /// The users.
    #[param(one_of, any_of = "target")]
    pub user: Option<User>,
    /// The queues.
    #[param(one_of, any_of = "target")]
    pub queue: Option<Queue>,
    /// Everything of this kind.
    #[param(any_of = "target")]
    pub kind: Option<String>,
    /// The application of the names.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The region of the names.
    pub region: Option<String>,
    /// For how long.
    #[param(one_of)]
    pub expiry: Option<Expiry>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Rule {
    /// By id.
    Id(u64),
    /// By name, which is unique in an application.
    #[param(needs = application)]
    Name(String),
}

/// A user.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum User {
    /// By id.
    Id(IdList),
    /// By name, which is unique in an application and a region.
    Name {
        /// The name.
        #[param(needs = [application, region])]
        user_name: String,
        /// Whether the case matters.
        is_exact: Option<bool>,
    },
}

/// A queue.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Queue {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// An application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// When it ends.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Expiry {
    /// After this many seconds.
    #[param(name = "ttl", max = 7776000, default = 2592000)]
    After(u64),
    /// At a moment.
    #[param(name = "expires_at")]
    At(UnixTime),
}

fn violations(request: &BindRule) -> String {
    request.validate().map_or_else(|violations| violations.to_string(), |()| "none".to_owned())
}

#[test]
fn a_member_of_any_group_of_an_any_of_group_is_enough() {
    let none = BindRule { rule: Some(Rule::Id(1)), ..BindRule::default() };
    let found = none.validate().unwrap_err();
    let members = ["user_id", "user_name", "queue_id", "queue_name", "kind"];
    assert_eq!(
        found.to_string(),
        "- `target` is required: give at least one of `user_id`, `user_name`, `queue_id`, `queue_name`, `kind`"
    );
    let kind = &found.iter().next().unwrap().kind;
    assert!(matches!(kind, ViolationKind::MissingAnyOf(names) if *names == members), "{kind:?}");
    for request in [
        BindRule { user: Some(User::Id(IdList::All)), ..none.clone() },
        BindRule { queue: Some(Queue::Name("sales".into())), ..none.clone() },
        BindRule { kind: Some("all".into()), ..none.clone() },
        BindRule { user: Some(User::Id(7.into())), queue: Some(Queue::Id(8)), ..none },
    ] {
        assert_eq!(violations(&request), "none");
        let form = Form::parse(request.to_form().as_bytes()).unwrap();
        assert_eq!(BindRule::decode(&form).unwrap(), request);
    }
}

#[test]
fn the_metadata_has_both_groups_of_a_member() {
    let groups: Vec<_> = BindRule::META
        .flat_params()
        .filter(|param| param.any_of.is_some())
        .map(|param| (param.meta.name, param.one_of, param.any_of))
        .collect();
    assert_eq!(
        groups,
        [
            ("user_id", Some("user"), Some("target")),
            ("user_name", Some("user"), Some("target")),
            ("queue_id", Some("queue"), Some("target")),
            ("queue_name", Some("queue"), Some("target")),
            ("kind", None, Some("target")),
        ]
    );
    // A companion is not enough.
    assert_eq!(BindRule::META.param("is_exact").unwrap().any_of, None);
    let json = serde_json::to_value(BindRule::META).unwrap();
    assert_eq!(
        (&json["params"][2]["one_of"], &json["params"][2]["any_of"]),
        (&json!("user"), &json!("target"))
    );
}

#[test]
fn members_of_several_groups_may_need_one_parameter() {
    let by_name = BindRule {
        rule: Some(Rule::Name("incoming".into())),
        user: Some(User::Name { user_name: "ann".into(), is_exact: Some(true) }),
        ..BindRule::default()
    };
    assert_eq!(
        violations(&by_name),
        "- `rule_name` is given without `application`, which it needs\n\
         - `user_name` is given without `application`, `region`, which it needs"
    );
    let in_application = BindRule { application: Some(Application::Name("app".into())), ..by_name };
    assert_eq!(violations(&in_application), "- `user_name` is given without `region`, which it needs");
    let complete = BindRule { region: Some("eu".into()), ..in_application.clone() };
    assert_eq!(violations(&complete), "none");
    let expected = "rule_name=incoming&user_name=ann&is_exact=true&application_name=app&region=eu";
    assert_eq!(complete.to_form().as_bytes(), expected.as_bytes());
    // The application may also be given with ids, which do not need it.
    let by_id = BindRule { rule: Some(Rule::Id(1)), user: Some(User::Id(2.into())), ..in_application };
    assert_eq!(violations(&by_id), "none");
    assert_eq!(violations(&BindRule { application: None, ..by_id }), "none");
}

#[test]
fn what_members_need_is_in_the_metadata() {
    let expected = [
        RequestRule::Needs { param: "rule_name", needs: &["application"] },
        RequestRule::Needs { param: "user_name", needs: &["application", "region"] },
    ];
    assert!(BindRule::META.rules.is_empty());
    assert_eq!(BindRule::META.all_rules().collect::<Vec<_>>(), expected);
    let json = serde_json::to_value(BindRule::META).unwrap();
    assert_eq!(json["rules"][0], json!({"rule": "needs", "param": "rule_name", "needs": ["application"]}));
    let Some(ParamEntry::OneOf(group)) = BindRule::META.params.first() else { panic!("a group") };
    assert_eq!(group.choice.rules, &expected[..1]);
}

#[test]
fn a_member_may_have_a_default_which_is_not_sent() {
    let ttl = BindRule::META.param("ttl").unwrap();
    assert_eq!((ttl.meta.default, ttl.required), (Some(DefaultValue::Number("2592000")), false));
    assert_eq!(BindRule::META.param("expires_at").unwrap().meta.default, None);
    let json = serde_json::to_value(BindRule::META).unwrap();
    let params = json["params"].as_array().unwrap();
    assert_eq!(params.iter().find(|param| param["name"] == "ttl").unwrap()["default"], 2_592_000);
    let request = BindRule { queue: Some(Queue::Id(1)), ..BindRule::default() };
    assert_eq!(request.to_form().as_bytes(), b"queue_id=1");
}
