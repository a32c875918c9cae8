//! One-of groups whose members have companions.

use vox_accounts::vox_core::meta::ParamEntry;
use vox_accounts::vox_core::server::{Form, ServerMethod};
use vox_core::prelude::*;

/// An application.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Application {
    /// By its id.
    Id(u64),
    /// By its name.
    Name(String),
}

/// A user.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum User {
    /// By id.
    Id(u64),
    /// By name, which is unique in an application.
    Name {
        /// The name.
        #[param(max_len = 5)]
        user_name: String,
        /// The application.
        #[param(one_of)]
        application: Application,
        /// A secret of the application.
        #[param(name = "application_key", min_len = 3)]
        key: Option<Secret>,
        /// The limits.
        #[param(max_items = 2)]
        limits: Option<Vec<u64>>,
    },
}

/// Deletes a user.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelUser", response = (), kind = write)]
pub struct DelUser {
    /// The user.
    #[param(one_of)]
    pub user: User,
    /// Another parameter.
    pub force: Option<bool>,
}

fn by_name(application: Application) -> DelUser {
    let user = User::Name {
        user_name: "ann".into(),
        application,
        key: Some("hunter2".into()),
        limits: Some(vec![1, 2]),
    };
    DelUser { user, force: Some(true) }
}

fn form(request: &DelUser) -> String {
    String::from_utf8(request.to_form().into_bytes().to_vec()).unwrap()
}

fn decode(form: &str) -> Result<DelUser, String> {
    DelUser::decode(&Form::parse(form.as_bytes()).unwrap()).map_err(|violations| violations.to_string())
}

#[test]
fn a_member_is_sent_with_its_companions_and_read_back() {
    for (request, expected) in [
        (DelUser { user: User::Id(7), force: None }, "user_id=7"),
        (
            by_name(Application::Id(3)),
            "user_name=ann&application_id=3&application_key=hunter2&limits=1%3B2&force=true",
        ),
        (
            by_name(Application::Name("app".into())),
            "user_name=ann&application_name=app&application_key=hunter2&limits=1%3B2&force=true",
        ),
    ] {
        request.validate().unwrap();
        assert_eq!(form(&request), expected);
        assert_eq!(decode(expected).unwrap(), request);
    }
    let request = DelUser::builder().user(User::Id(7)).build();
    assert_eq!(form(&request), "user_id=7");
}

#[test]
fn companions_have_rules() {
    let user = User::Name {
        user_name: "too long".into(),
        application: Application::Id(1),
        key: Some("x".into()),
        limits: Some(vec![1, 2, 3]),
    };
    let violations = DelUser { user, force: None }.validate().unwrap_err().to_string();
    assert_eq!(
        violations,
        "- `user_name` must have at most 5 characters; it has 8\n\
         - `application_key` must have at least 3 characters; it has 1\n\
         - `limits` must have at most 2 items; it has 3"
    );
}

#[test]
fn a_server_finds_everything_that_is_missing_or_wrong() {
    assert_eq!(
        decode("user_id=1&user_name=ann").unwrap_err(),
        "- `user` is given several times: give only one of `user_id`, `user_name`"
    );
    assert_eq!(decode("force=1").unwrap_err(), "- `user` is required: give one of `user_id`, `user_name`");
    let errors = decode("user_name=ann&limits=x&force=maybe").unwrap_err();
    for part in ["`application` is required", "`limits` must be a whole number", "`force` must be"] {
        assert!(errors.contains(part), "{errors}");
    }
}

#[test]
fn the_metadata_has_the_companions_and_their_member() {
    let flat: Vec<_> = DelUser::META
        .flat_params()
        .map(|param| (param.meta.name, param.required, param.one_of, param.with))
        .collect();
    assert_eq!(
        flat,
        [
            ("user_id", true, Some("user"), None),
            ("user_name", true, Some("user"), None),
            ("application_id", true, Some("application"), Some("user_name")),
            ("application_name", true, Some("application"), Some("user_name")),
            ("application_key", false, None, Some("user_name")),
            ("limits", false, None, Some("user_name")),
            ("force", false, None, None),
        ]
    );
    let Some(ParamEntry::OneOf(group)) = DelUser::META.params.first() else { panic!("a group") };
    assert_eq!((group.choice.members.len(), group.choice.companions.len()), (2, 3));
    assert_eq!(serde_json::to_value(DelUser::META).unwrap()["params"][2]["with"], "user_name");
}

/// Binds an agent, by one of two names, each of which needs the application.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindAgent", response = (), kind = write)]
pub struct BindAgent {
    /// The agent.
    #[param(one_of)]
    pub agent: Agent,
}

/// An agent.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum Agent {
    /// By name.
    Name {
        /// The name.
        agent_name: String,
        /// The application.
        application_id: u64,
    },
    /// By nickname.
    Nickname {
        /// The nickname.
        agent_nickname: String,
        /// The application.
        application_id: u64,
    },
}

#[test]
fn members_may_have_companions_of_one_name() {
    for agent in [
        Agent::Name { agent_name: "ann".into(), application_id: 1 },
        Agent::Nickname { agent_nickname: "a".into(), application_id: 2 },
    ] {
        let request = BindAgent { agent };
        let form = Form::parse(request.to_form().as_bytes()).unwrap();
        assert_eq!(BindAgent::decode(&form).unwrap(), request);
    }
}

#[test]
fn no_secret_shows() {
    let request = by_name(Application::Id(3));
    let masked = serde_json::to_string(&masked(&request)).unwrap();
    assert!(masked.contains("ann") && !masked.contains("hunter2"), "{masked}");
    assert!(!format!("{request:?}").contains("hunter2"));
}
