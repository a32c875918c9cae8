//! Requests and responses in logs: everything is shown except secrets.

use std::fmt::Debug;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use vox_accounts::METHODS;
use vox_accounts::prelude::*;
use vox_core::meta::{
    ChoiceMeta, FieldMeta, FieldType, MethodMeta, ParamEntry, ParamMeta, ParamType, RecordMeta, ResponseMeta,
};
use vox_core::server::{Form, ServerMethod};
use vox_core::{Maskable, Record, masked};

/// A part of every secret, and of nothing else.
const SECRET: &str = "S3cret-Zq9!";

/// A check of one method with random values.
type Check = fn(&mut Numbers);

/// The checks of every method's requests and responses.
const CHECKS: [(&str, Check, Check); 16] = [
    checks::<AddAccount>(),
    checks::<CloneAccount>(),
    checks::<GetAccountInfo>(),
    checks::<SetAccountInfo>(),
    checks::<SetChildAccountInfo>(),
    checks::<GetCurrencyRate>(),
    checks::<GetResourcePrice>(),
    checks::<GetSubscriptionPrice>(),
    checks::<GetChildrenAccounts>(),
    checks::<GetMoneyAmountToCharge>(),
    checks::<ChargeAccount>(),
    checks::<ChangeAccountPlan>(),
    checks::<GetAccountPlans>(),
    checks::<GetAvailablePlans>(),
    checks::<GetAccountDocuments>(),
    checks::<GetAccountVerifications>(),
];

const fn checks<M>() -> (&'static str, Check, Check)
where
    M: ServerMethod<Response: PartialEq + Debug> + PartialEq + Debug,
{
    (M::META.name, check_request::<M>, check_response::<M>)
}

#[test]
fn every_method_is_checked() {
    assert!(CHECKS.iter().map(|check| check.0).eq(METHODS.iter().map(|method| method.name)));
}

proptest! {
    #[test]
    fn requests_show_all_parameters_except_secrets(seed in any::<u64>()) {
        for (_, check, _) in CHECKS {
            check(&mut Numbers::from_seed(seed));
        }
    }

    #[test]
    fn responses_show_all_fields_except_secrets(seed in any::<u64>()) {
        for (.., check) in CHECKS {
            check(&mut Numbers::from_seed(seed));
        }
    }
}

/// Without secrets, the properties above prove nothing.
#[test]
fn some_requests_and_responses_have_secrets() {
    let requests = METHODS.iter().filter(|method| method.flat_params().any(|param| param.meta.is_secret()));
    assert_eq!(requests.count(), 4);
    let responses: Vec<_> = METHODS
        .iter()
        .filter(|method| method.response.record().is_some_and(holds_secret))
        .map(|method| method.name)
        .collect();
    assert_eq!(responses, ["AddAccount", "CloneAccount", "GetAccountInfo", "GetChildrenAccounts"]);
}

fn holds_secret(record: &RecordMeta) -> bool {
    fn is_secret(value: &FieldType) -> bool {
        match value {
            FieldType::Secret => true,
            FieldType::List(item) => is_secret(item),
            FieldType::Record(record) => holds_secret(record),
            _ => false,
        }
    }
    record.fields.iter().any(|field| field.secret || is_secret(&(field.value)()))
}

fn check_request<M: ServerMethod + PartialEq + Debug>(numbers: &mut Numbers) {
    let form = numbers.form(M::META);
    let request = M::decode(&form).unwrap();
    let expected: Map<_, _> = form
        .iter()
        .map(|(name, text)| {
            let is_secret = M::META.param(name).unwrap().meta.is_secret();
            (name.to_owned(), json!(if is_secret { "***" } else { text }))
        })
        .collect();
    shows(&request, &Value::Object(expected));
    assert_eq!(request, M::decode(&form).unwrap());
}

fn check_response<M: ServerMethod<Response: PartialEq + Debug>>(numbers: &mut Numbers) {
    let (mut json, expected) = match M::META.response {
        ResponseMeta::Record(record) => numbers.record(record),
        _ => (json!({}), Value::Null),
    };
    if let Some(ack) = M::META.ack {
        json[ack.name] = json!(1);
    }
    let decode = || M::from_http(http::Response::new(json.to_string())).unwrap();
    shows(&decode(), &expected);
    assert_eq!(decode(), decode());
}

/// Checks both ways to serialize a masked value.
#[track_caller]
fn shows<Meta>(value: &impl Maskable<Meta>, expected: &Value) {
    assert_eq!(&serde_json::to_value(masked(value)).unwrap(), expected);
    let text = masked(value).to_string();
    assert_eq!(text, serde_json::to_string(&masked(value)).unwrap());
    assert_eq!(text, format!("{:?}", masked(value)));
    assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), expected);
    assert!(!text.contains("S3cret") && !text.contains("Zq9"), "{text}");
}

/// A source of random values.
struct Numbers(fastrand::Rng);

impl Numbers {
    fn from_seed(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    fn text(&mut self) -> String {
        const CHARACTERS: [char; 12] =
            ['a', '0', '-', ':', '"', '\\', '&', '=', '+', '%', '\u{1b}', '\u{1f600}'];
        (0..self.0.usize(1..12)).map(|_| CHARACTERS[self.0.usize(..CHARACTERS.len())]).collect()
    }

    fn secret(&mut self) -> String {
        format!("{}{SECRET}{}", self.text(), self.text())
    }

    fn decimal(&mut self) -> String {
        Decimal::new(self.0.i64(..), self.0.u32(0..=12)).to_string()
    }

    fn date(&mut self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.u16(1000..3000), self.0.u8(1..=12), self.0.u8(1..=28))
    }

    fn time(&mut self) -> String {
        let time = [self.0.u8(0..24), self.0.u8(0..60), self.0.u8(0..60)];
        format!("{} {:02}:{:02}:{:02}", self.date(), time[0], time[1], time[2])
    }

    /// Any of the optional parameters, all required ones, and one member of each group.
    fn form(&mut self, method: &'static MethodMeta) -> Form {
        let mut form = Form::default();
        for entry in method.params {
            let (required, param) = match entry {
                ParamEntry::Param(param) => (param.required, param),
                ParamEntry::OneOf(group) => (group.required, self.member(group.choice)),
            };
            if required || self.0.bool() {
                form.push(param.name, self.param(param));
            }
        }
        form
    }

    fn member(&mut self, choice: &'static ChoiceMeta) -> &'static ParamMeta {
        &choice.members[self.0.usize(..choice.members.len())]
    }

    fn param(&mut self, param: &ParamMeta) -> String {
        if param.is_secret() {
            return self.secret();
        }
        match param.value().kind {
            ParamType::Number => self.0.u8(..128).to_string(),
            ParamType::Boolean => self.0.bool().to_string(),
            ParamType::Decimal => self.decimal(),
            ParamType::Date => self.date(),
            ParamType::IntList => format!("{};{}", self.0.u64(..), self.0.u64(..)),
            ParamType::StringList => format!("{};{}", self.text(), self.text()),
            _ => self.text(),
        }
    }

    /// A record as JSON, and its masked form. It has at least one field, as an empty record counts as absent.
    fn record(&mut self, record: &RecordMeta) -> (Value, Value) {
        let (mut json, mut shown) = (Map::new(), Map::new());
        for (index, field) in record.fields.iter().enumerate() {
            let value = (field.value)();
            let is_list = matches!(value, FieldType::List(_));
            if index == 0 || field.required || self.0.u8(0..4) > 0 {
                let (given, expected) = self.field(field, &value);
                json.insert(field.name.to_owned(), given);
                shown.insert(field.name.to_owned(), expected);
            } else if is_list {
                shown.insert(field.name.to_owned(), if field.secret { json!("***") } else { json!([]) });
            }
        }
        (Value::Object(json), Value::Object(shown))
    }

    fn field(&mut self, field: &FieldMeta, value: &FieldType) -> (Value, Value) {
        let (given, shown) = self.value(value);
        (given, if field.secret { json!("***") } else { shown })
    }

    fn value(&mut self, value: &FieldType) -> (Value, Value) {
        let value = match value {
            FieldType::Secret => return (json!(self.secret()), json!("***")),
            FieldType::Record(record) => return self.record(record),
            FieldType::List(item) => {
                let items = 0..self.0.usize(0..3);
                let (given, shown): (Vec<_>, Vec<_>) = items.map(|_| self.value(item)).unzip();
                return (json!(given), json!(shown));
            }
            FieldType::Number => json!(self.0.u8(..128)),
            FieldType::Decimal => json!(self.decimal()),
            FieldType::Boolean => json!(self.0.bool()),
            FieldType::Date => json!(self.date()),
            FieldType::DateTime | FieldType::Timestamp => json!(self.time()),
            FieldType::Time => json!("18:05:07"),
            FieldType::UnixTime => json!(self.0.u32(..)),
            FieldType::Any => json!({"any": [self.text(), null, self.0.u64(..)]}),
            _ => json!(self.text()),
        };
        (value.clone(), value)
    }
}

/// Declarations with `vox-core` alone.
mod custom {
    use vox_core::error::DecodeError;
    use vox_core::meta::FieldType;
    use vox_core::prelude::*;
    use vox_core::value::{FieldContent, FieldValue, ValueReader};

    /// Adds a device.
    #[derive(Debug, Clone, PartialEq, VoxMethod)]
    #[vox_method(name = "AddDevice", response = AddDeviceResponse, kind = write)]
    pub(super) struct AddDevice {
        /// The owner.
        #[param(one_of)]
        pub(super) owner: Owner,
        /// Its name.
        #[param(name = "label")]
        pub(super) device_name: String,
        /// A secret.
        pub(super) pin: Secret,
        /// The price.
        pub(super) price: Option<Decimal>,
        /// The first day.
        pub(super) since: Option<Date>,
        /// Its groups.
        pub(super) groups: Option<IdList>,
        /// Its state.
        pub(super) state: Option<State>,
    }

    /// The owner.
    #[derive(Debug, Clone, PartialEq, VoxChoice)]
    pub(super) enum Owner {
        /// `owner_id`
        Id(u64),
        /// `owner_token`
        Token(Secret),
    }

    /// A state.
    #[derive(VoxEnum)]
    pub(super) enum State {
        /// `ACTIVE`
        Active,
        /// Another.
        Other(String),
    }

    /// The response of `AddDevice`.
    #[derive(Debug, Clone, PartialEq, VoxRecord)]
    #[non_exhaustive]
    pub(super) struct AddDeviceResponse {
        /// The id.
        pub(super) device_id: u64,
        /// A number below 0.
        pub(super) offset: i64,
        /// A secret.
        pub(super) pin: Option<Secret>,
        /// Keys.
        pub(super) api_keys: Vec<Secret>,
        /// The price.
        pub(super) price: Option<Decimal>,
        /// The time of adding it.
        #[field(name = "createdAt")]
        pub(super) created: Option<Timestamp>,
        /// The time of its last use.
        pub(super) used: Option<DateTime>,
        /// Its state.
        pub(super) state: State,
        /// A custom type.
        pub(super) color: Option<Color>,
        /// Optional numbers.
        pub(super) signals: Option<Vec<Option<u8>>>,
        /// Its parts.
        pub(super) parts: Vec<AddDeviceResponse>,
        /// Anything.
        pub(super) extra: Option<serde_json::Value>,
        /// A secret.
        #[field(secret = true)]
        pub(super) inner: Option<Inner>,
    }

    /// A record.
    #[derive(Debug, Clone, PartialEq, VoxRecord)]
    pub(super) struct Inner {
        /// A string.
        pub(super) text: String,
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Color(pub(super) String);

    impl FieldValue for Color {
        fn blank() -> Self {
            Self(String::new())
        }

        fn field_type() -> FieldType {
            FieldType::Text
        }

        fn read(json: ValueReader<'_>) -> Result<Option<Self>, DecodeError> {
            Ok(<String as FieldValue>::read(json)?.map(Self))
        }

        fn content(&self) -> FieldContent<'_> {
            FieldContent::text(&self.0)
        }
    }
}

fn custom_response() -> custom::AddDeviceResponse {
    let mut part = custom::AddDeviceResponse::blank();
    part.api_keys = vec![SECRET.into()];
    part.state = custom::State::Active;
    let mut response = custom::AddDeviceResponse::blank();
    response.device_id = u64::MAX;
    response.offset = i64::MIN;
    response.pin = Some("4711".into());
    response.api_keys = vec![SECRET.into(), SECRET.into()];
    response.price = Some("12345678901234567890.10".parse().unwrap());
    response.created = Some("2026-01-31T18:05:00Z".parse().unwrap());
    response.used = Some("2026-01-31T18:05:00.5".parse().unwrap());
    response.state = custom::State::Active;
    response.color = Some(custom::Color("red".into()));
    response.signals = Some(vec![Some(1), None]);
    response.parts = vec![part];
    response.extra = Some(json!({"a": [1.5, null]}));
    response.inner = Some(custom::Inner { text: SECRET.into() });
    response
}

#[test]
fn custom_requests_are_masked_by_their_declaration() {
    let request = custom::AddDevice {
        owner: custom::Owner::Token(SECRET.into()),
        device_name: "a & b".into(),
        pin: "4711".into(),
        price: Some(Decimal::new(150, 2)),
        since: Some("2026-01-31".parse().unwrap()),
        groups: Some([17, 18].into()),
        state: Some("NEW".into()),
    };
    shows(
        &request,
        &json!({
            "owner_token": "***", "label": "a & b", "pin": "***", "price": "1.50", "since": "2026-01-31",
            "groups": "17;18", "state": "NEW",
        }),
    );
    let request = custom::AddDevice { owner: custom::Owner::Id(7), groups: Some(IdList::All), ..request };
    let text = masked(&request).to_string();
    assert!(text.starts_with(r#"{"owner_id":"7","label":"a & b","pin":"***","#), "{text}");
    assert!(text.contains(r#""groups":"all""#), "{text}");
}

#[test]
fn custom_responses_are_masked_by_their_declaration() {
    let expected = concat!(
        r#"{"device_id":18446744073709551615,"offset":-9223372036854775808,"pin":"***","api_keys":"***","#,
        r#""price":"12345678901234567890.10","createdAt":"2026-01-31 18:05:00","used":"2026-01-31 18:05:00.5","#,
        r#""state":"ACTIVE","color":"red","signals":[1,null],"parts":[{"device_id":0,"offset":0,"#,
        r#""api_keys":"***","state":"ACTIVE","parts":[]}],"extra":{"a":[1.5,null]},"inner":"***"}"#,
    );
    assert_eq!(masked(&custom_response()).to_string(), expected);
}

#[test]
fn responses_without_a_record_are_masked() {
    shows(&(), &Value::Null);
    shows(&json!({"api_key": SECRET}), &json!("***"));
}

#[test]
fn one_generic_function_logs_all_methods() {
    fn audit<M: Method>(request: &M, response: &M::Response) -> Value {
        json!({"method": M::META.name, "request": masked(request), "response": masked(response)})
    }
    let request = SetAccountInfo { callback_salt: Some(SECRET.into()), ..Default::default() };
    assert_eq!(
        audit(&request, &()),
        json!({"method": "SetAccountInfo", "request": {"callback_salt": "***"}, "response": null})
    );
}

/// A server serializes responses without masking.
#[test]
fn serialized_responses_decode_to_the_same_values() {
    let response = custom_response();
    let json = response.to_json();
    assert_eq!(custom::AddDeviceResponse::from_json(json.as_bytes()).unwrap(), response);
    assert!(json.contains(r#""price":12345678901234567890.10,"#), "{json}");
    assert!(json.contains(&format!(r#""api_keys":["{SECRET}","{SECRET}"]"#)), "{json}");
}
