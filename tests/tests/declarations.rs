//! Declarations of kinds that the methods of `vox-accounts` do not need.

use vox_core::meta::{DefaultValue, ParamEntry};
use vox_core::prelude::*;
use vox_core::server::{Form, ServerMethod};

type RuleId = u64;
type Maybe<T> = Option<T>;
type Text = String;

/// A color.
#[derive(VoxEnum)]
pub enum Color {
    #[doc = concat!("The first", " color.")]
    Red,
    /// The second.
    Blue,
    /// Another.
    Other(String),
}

/// A user.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum User {
    #[doc = include_str!("../data/user.md")]
    Id(u64),
    /// By name.
    Name(String),
}

/// Paints a thing.
#[doc = include_str!("../data/user.md")]
/// Then dries it.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_Paint", response = (), kind = write)]
pub struct Paint {
    /// An alias of a number.
    pub rule_id: RuleId,
    /// An alias of an `Option`.
    pub other_id: Maybe<RuleId>,
    /// An alias of an `Option` of a string.
    pub note: Maybe<Text>,
    #[doc = concat!("A ", "color.")]
    pub color: Color,
    /// An alias of an `Option` of a choice.
    #[param(one_of)]
    pub user: Maybe<User>,
    /// The default is one of the values.
    #[param(default = "BLUE")]
    pub second: Option<Color>,
    /// Colors.
    #[param(default = "RED;BLUE")]
    pub colors: Option<Vec<Color>>,
}

fn form(request: &impl Method) -> String {
    String::from_utf8(request.to_form().into()).unwrap()
}

fn required(request: &impl Method) -> Vec<&'static str> {
    fn names<M: Method>(_: &M) -> Vec<&'static str> {
        M::META.flat_params().filter(|param| param.required).map(|param| param.meta.name).collect()
    }
    names(request)
}

#[test]
fn setters_of_aliases_take_what_those_of_the_types_take() {
    let request = Paint::builder()
        .rule_id(7)
        .other_id(8)
        .note("wet")
        .color("RED")
        .user(User::Id(1))
        .second(Color::Red)
        .colors([Color::Red])
        .build();
    assert_eq!(form(&request), "rule_id=7&other_id=8&note=wet&color=RED&user_id=1&second=RED&colors=RED");
    let number: u32 = 9;
    let request = Paint::builder().rule_id(number.into()).color(Color::Blue).build();
    assert_eq!(form(&request), "rule_id=9&color=BLUE");
    let request = Paint::builder().rule_id("9".parse().unwrap()).note('x').color("BLUE").build();
    assert_eq!(form(&request), "rule_id=9&note=x&color=BLUE");
}

#[test]
fn the_type_decides_whether_a_parameter_is_required() {
    let request = Paint::builder().rule_id(7).color("RED").build();
    assert_eq!(required(&request), ["rule_id", "color"]);
    let parsed = Paint::decode(&Form::parse(b"rule_id=7&color=RED").unwrap()).unwrap();
    assert_eq!(parsed, request);
    let parsed =
        Paint::decode(&Form::parse(b"rule_id=7&color=RED&other_id=8&user_name=ann").unwrap()).unwrap();
    assert_eq!((parsed.other_id, parsed.user), (Some(8), Some(User::Name("ann".into()))));
}

#[test]
fn documentation_by_macros_is_kept() {
    assert_eq!(Paint::META.doc, "Paints a thing.\nWho is called.\n\nThen dries it.");
    assert_eq!(Paint::META.param("color").unwrap().meta.doc, "A color.");
    assert_eq!(Paint::META.param("user_id").unwrap().meta.doc, "Who is called.\n");
    let values = Paint::META.param("color").unwrap().meta.value().values.unwrap();
    assert_eq!(values.labels, ["The first color.", "The second."]);
    assert_eq!(Paint::META.param("colors").unwrap().meta.default, Some(DefaultValue::Text("RED;BLUE")));
}

/// A record.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
pub struct Painted {
    /// Required.
    pub rule_id: RuleId,
    /// An alias of an `Option`.
    pub other_id: Maybe<RuleId>,
    /// An alias of a `Vec`.
    pub colors: Colors,
}

type Colors = Vec<Color>;

#[test]
fn the_type_decides_whether_a_field_is_required() {
    use vox_core::Record;

    let painted = Painted::from_json(br#"{"rule_id": 7}"#).unwrap();
    assert_eq!(painted, Painted { rule_id: 7, other_id: None, colors: Vec::new() });
    let required: Vec<_> =
        Painted::META.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    assert_eq!(required, ["rule_id"]);
    let error = Painted::from_json(br#"{"other_id": 7}"#).unwrap_err();
    assert_eq!(error.reason(), "the field `rule_id` is missing");
}

/// A method with any-of groups.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SQ_SetAgentInfo", response = (), kind = write)]
pub struct SetAgentInfo {
    /// Whether the agent handles calls.
    #[param(any_of = "setting")]
    pub handle_calls: Option<bool>,
    /// The most conversations at a time.
    #[param(any_of = "setting", max = 10)]
    pub max_conversations: Option<u64>,
    /// By id.
    #[param(any_of = "agent", name = "user_id")]
    pub id: Option<u64>,
    /// By name.
    #[param(any_of = "agent", name = "user_name")]
    pub user: Option<String>,
}

#[test]
fn a_request_without_a_member_of_an_any_of_group_is_invalid() {
    let request = SetAgentInfo::default();
    assert_eq!(
        request.validate().unwrap_err().to_string(),
        "- `setting` is required: give at least one of `handle_calls`, `max_conversations`\n- `agent` is required: give \
         at least one of `user_id`, `user_name`"
    );
    let violations = SetAgentInfo { id: Some(1), max_conversations: Some(11), ..request.clone() }.validate();
    assert_eq!(violations.unwrap_err().to_string(), "- `max_conversations` must be at most 10; found `11`");
    let one = SetAgentInfo { id: Some(1), handle_calls: Some(true), ..request };
    assert!(one.validate().is_ok());
    let all = SetAgentInfo { user: Some("ann".into()), max_conversations: Some(1), ..one };
    assert!(all.validate().is_ok());
    let group = SetAgentInfo::META.params.iter().filter_map(|entry| match entry {
        ParamEntry::Param(param) => param.any_of,
        ParamEntry::OneOf(_) => None,
    });
    assert_eq!(group.collect::<Vec<_>>(), ["setting", "setting", "agent", "agent"]);
}

mod names {
    //! Names that generated code could use.

    use vox_core::prelude::*;

    /// Two structs that differ in case only.
    #[derive(Debug, VoxMethod)]
    #[vox_method(name = "GetSQState", response = (), kind = write)]
    pub(crate) struct GetSQState {
        /// A parameter.
        pub(crate) id: u64,
    }

    /// The other.
    #[derive(Debug, VoxMethod)]
    #[vox_method(name = "GetSqState", response = (), kind = write)]
    pub(crate) struct GetSqState {
        /// A parameter.
        pub(crate) id: u64,
        /// A name.
        pub(crate) name: Option<String>,
    }

    /// A method with a type of the user's that is named like its builder.
    #[derive(Debug, VoxMethod)]
    #[vox_method(name = "SetThing", response = (), kind = write)]
    pub(crate) struct SetThing {
        /// Names of functions of the builder, and of their setters.
        pub(crate) send: u64,
        /// Another.
        pub(crate) field_send: u64,
        /// Another.
        pub(crate) build: Option<u64>,
        /// Another.
        pub(crate) field_build: Option<u64>,
    }

    /// A type of the user's.
    #[derive(Debug, PartialEq)]
    pub(crate) struct SetThingBuilder {
        /// A field.
        pub(crate) tool: &'static str,
    }
}

#[test]
fn generated_names_clash_with_no_others() {
    use names::{GetSQState, GetSqState, SetThing, SetThingBuilder};

    assert_eq!(form(&GetSQState::builder().id(1).build()), "id=1");
    assert_eq!(form(&GetSqState::builder().id(1).name("a").build()), "id=1&name=a");
    let request = SetThing::builder().field_field_send(1).field_send(2).field_field_build(3).field_build(4);
    assert_eq!(form(&request.build()), "send=1&field_send=2&build=3&field_build=4");
    assert_eq!(SetThingBuilder { tool: "saw" }.tool, "saw");
}

#[test]
fn builders_can_be_named() {
    fn half(builder: names::GetSqStateBuilder) -> names::GetSqStateBuilder {
        builder.name("a")
    }
    assert_eq!(form(&half(names::GetSqState::builder()).id(1).build()), "id=1&name=a");
}

mod values {
    //! Enums whose known values are numbers, and secrets that are JSON.

    use vox_accounts::vox_core::meta::ParamType;
    use vox_core::prelude::*;

    /// A provider.
    #[derive(VoxEnum)]
    #[non_exhaustive]
    pub(crate) enum Provider {
        /// Apple.
        #[value(name = "1")]
        Apple,
        /// Google.
        #[value(name = "2")]
        Google,
        /// Another.
        Other(String),
    }

    /// A provider by its name.
    #[derive(VoxEnum)]
    #[non_exhaustive]
    pub(crate) enum ProviderName {
        /// Apple.
        Apple,
        /// The second.
        #[value(name = "2")]
        Second,
        /// Another.
        Other(String),
    }

    /// A method.
    #[derive(Debug, PartialEq, VoxMethod)]
    #[vox_method(name = "AddKey", response = (), kind = write)]
    pub(crate) struct AddKey {
        /// The provider.
        pub(crate) provider: Option<Provider>,
        /// Others.
        pub(crate) others: Option<Vec<Provider>>,
        /// Its name.
        pub(crate) provider_name: Option<ProviderName>,
        /// Other names.
        pub(crate) other_names: Option<Vec<ProviderName>>,
        /// The content of the key's file.
        #[param(check = rules::JSON)]
        pub(crate) file: Option<Secret>,
    }

    #[test]
    fn an_enum_of_numbers_is_a_number() {
        let kind = |name| AddKey::META.param(name).unwrap().meta.value().kind;
        assert_eq!((kind("provider"), kind("others")), (ParamType::Number, ParamType::IntList));
        assert_eq!((kind("provider_name"), kind("other_names")), (ParamType::String, ParamType::StringList));
        let known = AddKey::META.param("provider").unwrap().meta.value().values.unwrap();
        assert_eq!(known.values, ["1", "2"]);
        let request =
            AddKey { provider: Some(Provider::Google), others: Some(vec!["9".into()]), ..Default::default() };
        assert_eq!(request.to_form().as_bytes(), b"provider=2&others=9");
    }

    #[test]
    fn a_secret_may_have_to_be_json() {
        let with = |file: &str| AddKey { file: Some(file.into()), ..Default::default() }.validate();
        for good in ["{}", r#"{"private_key":"k"}"#, " [1] ", "null"] {
            assert!(with(good).is_ok(), "{good}");
        }
        for wrong in ["", "hunter2", "{\"a\":1", "{} {}", "{a: 1}"] {
            assert_eq!(with(wrong).unwrap_err().to_string(), "- `file` must be JSON", "{wrong}");
        }
    }
}
