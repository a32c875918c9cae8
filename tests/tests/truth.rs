//! vox reports exactly what a response proves, even for misleading bodies: unusual errors, mixtures of errors and results,
//! truncated responses, foreign objects. `vox_tests::reference` judges the same responses independently.

use std::fmt;
use std::sync::LazyLock;

use http::{HeaderMap, StatusCode};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use serde::de::IgnoredAny;
use serde_json::Value;
use vox_accounts::prelude::*;
use vox_accounts::vox_core::meta::MethodMeta;
use vox_accounts::vox_core::methods::DeclaredMethod;
use vox_accounts::vox_core::{Time, UnixTime, VoxMethod, VoxRecord};
use vox_tests::reference;
use vox_tests::targets::{Decoder, RESPONSES, chosen_headers, decoder};

/// A method that returns only a truthy acknowledgment.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SetTruthy", response = (), kind = write, ack = truthy)]
struct SetTruthy {}

/// A method that returns a record with a truthy acknowledgment.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "AddTruthy", response = Entry, kind = write, ack = truthy)]
struct AddTruthy {}

/// A method that returns a record with the acknowledgment 1.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "AddEntry", response = Entry, kind = write)]
struct AddEntry {}

/// An entry.
#[derive(Debug, VoxRecord)]
struct Entry {
    /// Its id.
    entry_id: Option<u64>,
}

/// A method that returns any JSON.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "RunAny", response = Value, kind = write, ack = none)]
struct RunAny {}

/// A method that may succeed partially, and lists the failures.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "SendBatch", response = Batch, kind = write, ack = none)]
struct SendBatch {}

/// The result of a batch.
#[derive(Debug, VoxRecord)]
struct Batch {
    /// The number of sent items.
    result: Option<u64>,
    /// The failures.
    errors: Vec<Failure>,
}

/// An item that was not sent.
#[derive(Debug, VoxRecord)]
struct Failure {
    /// The code.
    code: Option<u32>,
}

/// A method that returns one field of each type.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "RunAllTypes", response = AllTypes, kind = write, ack = none)]
struct RunAllTypes {}

/// One field of each type.
#[derive(Debug, VoxRecord)]
struct AllTypes {
    /// A number.
    number: Option<u64>,
    /// Numbers by name.
    map: std::collections::BTreeMap<String, u64>,
    /// Under several names.
    #[field(alias = "results")]
    aliased: Option<u64>,
    /// Money.
    decimal: Option<Decimal>,
    /// A string.
    text: Option<String>,
    /// A flag.
    flag: Option<bool>,
    /// A day.
    date: Option<Date>,
    /// A civil time.
    civil: Option<DateTime>,
    /// A timestamp.
    moment: Option<Timestamp>,
    /// A time of day.
    time: Option<Time>,
    /// A timestamp as a number.
    unix: Option<UnixTime>,
    /// Any JSON.
    any: Option<Value>,
    /// A list.
    list: Vec<u64>,
    /// A nested record.
    result: Vec<AllTypes>,
}

/// All methods: those of the Accounts section, and those above with other declarations.
static METHODS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let section = vox_accounts::METHODS.iter().map(DeclaredMethod::meta).zip(RESPONSES);
    section
        .chain([
            (SetTruthy::META, decoder::<SetTruthy>()),
            (AddTruthy::META, decoder::<AddTruthy>()),
            (AddEntry::META, decoder::<AddEntry>()),
            (RunAny::META, decoder::<RunAny>()),
            (SendBatch::META, decoder::<SendBatch>()),
            (RunAllTypes::META, decoder::<RunAllTypes>()),
        ])
        .map(|(meta, decoder)| Subject::new(meta, decoder))
        .collect()
});

struct Subject {
    meta: &'static MethodMeta,
    decoder: Decoder,
    /// The members of a good response with every field.
    good: Vec<(String, String)>,
}

impl Subject {
    fn new(meta: &'static MethodMeta, decoder: Decoder) -> Self {
        assert_eq!(meta.name, decoder.name);
        let Value::Object(sample) = (decoder.sample)() else { panic!("a response is an object") };
        let mut good: Vec<_> = sample.into_iter().map(|(name, value)| (name, value.to_string())).collect();
        if good.is_empty() {
            // The response is any JSON.
            good.push(("result".to_owned(), "1".to_owned()));
        }
        Self { meta, decoder, good }
    }

    fn read(&self, status: u16, headers: u8, body: &[u8]) {
        (self.decoder.read)(StatusCode::from_u16(status).unwrap(), &chosen_headers(headers), body);
    }
}

/// JSON that is nested more deeply than `serde_json` supports.
fn deep() -> String {
    format!("{}1{}", "[".repeat(130), "]".repeat(130))
}

/// Values of members of errors, and of other members.
const SCALARS: &[&str] = &[
    "null",
    "false",
    "true",
    "0",
    "0.0",
    "-0",
    "0e5",
    "1",
    "-1",
    "2",
    "99",
    "100",
    "127",
    "127.0",
    "1.27e2",
    "340",
    "456",
    "1000000",
    "4294967295",
    "4294967296",
    "1e999",
    "-1e999",
    "1e-99",
    "1.5",
    "12345678901234567890123",
    "\"\"",
    "\" \"",
    "\"0\"",
    "\"1\"",
    "\"2\"",
    "\"127\"",
    "\" 127 \"",
    "\"+127\"",
    "\"127x\"",
    "\"false\"",
    "\"False\"",
    "\"true\"",
    "\"OK\"",
    "\"null\"",
    "\"No \\ud83d\"",
    "\"\\ude00\\ud83d\\ude00\"",
    "\"line\\nbreak\\u0000\\u001b[31m\\u202e\"",
    "\"\\u0031\"",
    "\"2026-01-31\"",
    "\"2026-01-31 18:05:00\"",
    "\"18:05:00\"",
    "\"25:00\"",
    "1769882700",
    "99999999999999",
    "\"0000-00-00\"",
    "\"0000-00-00 00:00:00\"",
    "\"2026-02-30\"",
    "\"n/a\"",
    "[]",
    "{}",
    "[ ]",
    "{ }",
    "[0]",
    "[null]",
    "[[]]",
    "[{}]",
    "[\"\"]",
    "{\"a\":null}",
    "{\"message\":\"Forbidden\"}",
    "{\"code\":0,\"msg\":\"OK\"}",
    "{\"error\":{\"code\":127,\"msg\":\"nested\"}}",
    "{\"errors\":[]}",
];

/// Bodies that are not objects.
const BODIES: &[&str] = &[
    "",
    " ",
    "null",
    "true",
    "1",
    "\"ok\"",
    "[]",
    "[{\"error\":{\"code\":127}}]",
    "{}",
    "{",
    "{\"",
    "OK",
    "503 Service Temporarily Unavailable",
    "<html>Forbidden</html>",
    "{\"message\":\"Forbidden\"}",
    "{\"data\":{\"charged\":true}}",
    "{\"result\":1}{\"error\":{\"code\":127}}",
    "{\"error\":{\"code\":127}}{\"result\":1}",
    "{\"result\":1} x",
    "{\"result\":1},",
    "{'result':1}",
    "\u{feff}\u{feff}{\"result\":1}",
    "{\"result\":1,}",
    "{result:1}",
    "NaN",
];

/// The members of an error.
fn any_error() -> impl Strategy<Value = String> {
    let member = prop_oneof![
        3 => (select(&["code", "\\u0063ode"][..]), any_scalar()),
        3 => (Just("code"), select(&["2", "100", "127", "340", "456", "\"127\"", "\"2\"", "0"][..]).prop_map(str::to_owned)),
        2 => (select(&["msg", "message", "field_name", "errors"][..]), any_scalar()),
        1 => (Just("trace"), Just(deep())),
    ];
    vec(member, 0..4).prop_map(|members| object(&members))
}

fn any_scalar() -> impl Strategy<Value = String> {
    prop_oneof![60 => select(SCALARS).prop_map(str::to_owned), 1 => Just(deep())]
}

fn object(members: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    let members = members.iter().map(|(name, value)| format!("\"{}\":{}", name.as_ref(), value.as_ref()));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// A member of the body.
#[derive(Debug, Clone)]
enum Member {
    Named(&'static str, String),
    /// A member of the good response.
    Good(Index),
    /// A member of the good response with another value.
    Odd(Index, String),
}

fn any_member() -> impl Strategy<Value = Member> {
    let error = select(&["error", "errors", "\\u0065rror", "err\\u006Frs", "Error"][..]);
    let faults = prop_oneof![
        4 => any_error(),
        2 => vec(prop_oneof![3 => any_error(), 1 => any_scalar()], 0..4)
            .prop_map(|faults| format!("[{}]", faults.join(","))),
        2 => any_scalar(),
    ];
    let other =
        select(&["result", "results", "r\\u0065sult", "entry_id", "message", "data", "account_id"][..]);
    let value = prop_oneof![4 => any_scalar(), 1 => any_error()];
    prop_oneof![
        3 => (error, faults).prop_map(|(name, value)| Member::Named(name, value)),
        2 => (other, value.clone()).prop_map(|(name, value)| Member::Named(name, value)),
        2 => any::<Index>().prop_map(Member::Good),
        2 => (any::<Index>(), value).prop_map(|(index, value)| Member::Odd(index, value)),
    ]
}

/// A damage to the body.
#[derive(Debug, Clone)]
enum Damage {
    None,
    Cut(Index),
    ByteOrderMark,
    InvalidUtf8(Index),
    Behind(&'static str),
    Inside(&'static str),
}

fn any_damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => Just(Damage::None),
        2 => any::<Index>().prop_map(Damage::Cut),
        1 => Just(Damage::ByteOrderMark),
        1 => any::<Index>().prop_map(Damage::InvalidUtf8),
        1 => select(&["{}", "null", " \n", "7", "{\"error\":{\"code\":127}}", "\0", "}"][..]).prop_map(Damage::Behind),
        1 => select(&["result", "data", "error"][..]).prop_map(Damage::Inside),
    ]
}

struct Case {
    method: usize,
    status: u16,
    headers: u8,
    body: Vec<u8>,
}

/// Shows the body as a string.
impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, headers, body, .. } = self;
        let name = METHODS[self.method].decoder.name;
        write!(f, "{name}, HTTP {status}, headers {headers}: {}", body.escape_ascii())
    }
}

fn any_case() -> impl Strategy<Value = Case> {
    let status = prop_oneof![
        4 => Just(200_u16),
        1 => select(&[204_u16, 400, 403, 404, 408, 429, 499, 500, 503][..]),
        1 => 200..600_u16,
    ];
    (0..METHODS.len(), status, any::<u8>(), vec(any_member(), 0..5), any_damage()).prop_map(
        |(method, status, headers, members, damage)| {
            let body = damaged(body_of(&METHODS[method], &members), &damage);
            Case { method, status, headers, body }
        },
    )
}

fn body_of(method: &Subject, members: &[Member]) -> String {
    let good = |index: &Index| (!method.good.is_empty()).then(|| index.get(&method.good));
    let members = members.iter().filter_map(|member| match member {
        Member::Named(name, value) => Some(((*name).to_owned(), value.clone())),
        Member::Good(index) => good(index).cloned(),
        Member::Odd(index, value) => good(index).map(|(name, _)| (name.clone(), value.clone())),
    });
    object(&members.collect::<Vec<_>>())
}

fn damaged(body: String, damage: &Damage) -> Vec<u8> {
    let mut bytes = match damage {
        Damage::Inside(name) => object(&[(name, body)]).into_bytes(),
        _ => body.into_bytes(),
    };
    match damage {
        Damage::None | Damage::Inside(_) => {}
        Damage::Cut(at) => bytes.truncate(at.index(bytes.len())),
        Damage::ByteOrderMark => drop(bytes.splice(0..0, *b"\xef\xbb\xbf")),
        Damage::InvalidUtf8(at) => bytes.insert(at.index(bytes.len()), 0xff),
        Damage::Behind(text) => bytes.extend_from_slice(text.as_bytes()),
    }
    bytes
}

#[test]
fn nothing_is_reported_that_the_response_does_not_prove() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12_000) };
    let outcome = TestRunner::new(config).run(&any_case(), |case| {
        METHODS[case.method].read(case.status, case.headers, &case.body);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// Each unusual value as the error, as the list of errors, as a code, and as the result, alone and with other members.
fn unusual_bodies() -> Vec<String> {
    let mut bodies: Vec<_> = BODIES.iter().map(|&body| body.to_owned()).collect();
    for value in SCALARS.iter().copied().chain([deep().as_str()]) {
        for name in ["error", "errors", "\\u0065rror"] {
            for result in ["", ",\"result\":1", ",\"result\":{\"charged_amount\":1.18}", ",\"result\":null"] {
                bodies.push(format!("{{\"{name}\":{value}{result}}}"));
                bodies.push(format!("{{\"{name}\":{{\"code\":{value},\"msg\":\"x\"}}{result}}}"));
            }
            bodies.push(format!("{{\"{name}\":[{{\"code\":127}},{{\"code\":{value}}}]}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":127,\"msg\":{value}}}}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":127,\"code\":{value}}}}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":{value},\"code\":127}}}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":127}},\"{name}\":{value}}}"));
            bodies.push(format!("{{\"{name}\":{value},\"{name}\":{{\"code\":127}}}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":127}},\"result\":{value}}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":127}},\"error\":{{\"code\":{value}}}}}"));
            bodies.push(format!("{{\"{name}\":{{\"code\":127}},\"errors\":[{{\"code\":{value}}}]}}"));
        }
        for name in [
            "result",
            "results",
            "account_id",
            "entry_id",
            "number",
            "decimal",
            "flag",
            "date",
            "civil",
            "moment",
            "time",
            "unix",
            "list",
            "any",
        ] {
            bodies.push(format!("{{\"{name}\":{value}}}"));
            bodies.push(format!("{{\"result\":{{\"{name}\":{value}}}}}"));
            bodies.push(format!("{{\"{name}\":{value},\"{name}\":1}}"));
            bodies.push(format!("{{\"{name}\":1,\"{name}\":{value}}}"));
        }
    }
    bodies
}

#[test]
fn unusual_bodies_are_judged_correctly() {
    // One method of each kind. The status matters if there is no success.
    let sorts = [
        "ChargeAccount",
        "AddAccount",
        "SetAccountInfo",
        "GetChildrenAccounts",
        "SetTruthy",
        "AddTruthy",
        "RunAny",
        "SendBatch",
        "RunAllTypes",
    ];
    let methods: Vec<_> = METHODS.iter().filter(|method| sorts.contains(&method.meta.name)).collect();
    assert_eq!(methods.len(), sorts.len());
    for body in unusual_bodies() {
        for method in &methods {
            method.read(200, 0, body.as_bytes());
        }
        for status in [400, 429, 500] {
            methods[0].read(status, 0, body.as_bytes());
            methods[1].read(status, 0, body.as_bytes());
        }
    }
}

#[test]
fn truncated_responses_and_trailing_data_prove_nothing() {
    let bodies = [
        r#"{"error":{"code":1000000,"msg":"No \ud83d\ude00"},"errors":[{"code":127,"msg":"x"},{"code":2}],"result":0}"#,
        r#"{"result":{"charged_amount":1.18,"phones":[{"phone_id":1}]},"account_info":{"account_id":7}}"#,
        r#"{"errors":[{"code":340}],"result":12345}"#,
        r#"{"result":1,"account_id":12345,"api_key":"k"}"#,
        r#"{"result":[{"account_id":12345}],"total_count":100,"count":1}"#,
        r#"{"error":1270,"result":null}"#,
    ];
    for body in bodies {
        for behind in ["7", " 7", "18446744073709551616", "-", "}", "null", "{}"] {
            for method in METHODS.iter() {
                method.read(200, 0, format!("{body}{behind}").as_bytes());
                method.read(429, 0, format!("{body}{behind}").as_bytes());
            }
        }
        for end in 0..body.len() {
            let cut = &body.as_bytes()[..end];
            for method in METHODS.iter() {
                for status in [200, 400, 429, 500] {
                    method.read(status, 0, cut);
                }
            }
        }
    }
}

/// The tests above cannot detect a lost success if no good response is one.
#[test]
fn good_responses_are_successes() {
    for method in METHODS.iter() {
        let body = object(&method.good);
        let truth = reference::Truth::of(method.meta, StatusCode::OK, body.as_bytes()).unwrap();
        assert_eq!(truth.is_success, reference::Certainty::Yes, "{body}");
        (method.decoder.read)(StatusCode::OK, &HeaderMap::new(), body.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    /// The parser of the reference accepts the same JSON as another parser.
    #[test]
    fn the_reference_accepts_the_same_json_as_serde_json(case in any_case()) {
        let body = case.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&case.body);
        let text = String::from_utf8_lossy(body);
        let is_json = serde_json::from_str::<IgnoredAny>(&text).is_ok();
        prop_assert_eq!(reference::parse(&case.body).unwrap().is_complete, is_json, "{}", text);
    }
}
