//! The outcome of every kind of response, in one table for all ways to call a method.
//!
//! A row is a response and its outcome for methods of several kinds. `from_http`, `send` and `send_raw` read each of them,
//! and `client.call` and `client.call_read` read it as the response of an undeclared method.

mod scripted;

use http::Response;
use scripted::{ScriptedServer, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::ErrorCode;
use vox_accounts::vox_core::meta::Kind;

/// The outcome of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Success,
    /// Rejected with this code, 0 if it cannot be read.
    Rejected(u32, Effect),
    Unexpected(Effect),
    Undecodable(Effect),
}

use Verdict::{Rejected, Success, Undecodable, Unexpected};

/// A rejection that certainly had no effect.
const fn none(code: u32) -> Verdict {
    Rejected(code, Effect::None)
}

/// A rejection whose effect is unknown.
const fn unknown(code: u32) -> Verdict {
    Rejected(code, Effect::Unknown)
}

const LOST: Verdict = Unexpected(Effect::Unknown);
const UNPROCESSED: Verdict = Unexpected(Effect::None);

impl Verdict {
    fn of<T>(result: Result<T, Error>) -> Self {
        let Err(error) = result else { return Success };
        let effect = error.effect();
        assert!(!error.is_retryable() || effect == Effect::None, "{error}");
        let text = error.to_string();
        let warns = text.contains("the operation may have taken effect, so check before you retry");
        assert_eq!(warns, effect == Effect::Unknown, "{text}");
        assert_eq!(text.contains("succeeded, but"), effect == Effect::Done, "{text}");
        match error.kind() {
            ErrorKind::Rejected(_) => Rejected(error.code().map_or(0, ErrorCode::code), effect),
            ErrorKind::Unexpected(_) => Unexpected(effect),
            ErrorKind::Decode(_) => Undecodable(effect),
            _ => panic!("{error}"),
        }
    }

    /// The outcome for a read, which never has an effect.
    fn without_effect(self) -> Self {
        match self {
            Success => Success,
            Rejected(code, _) => none(code),
            Unexpected(_) => UNPROCESSED,
            Undecodable(_) => Undecodable(Effect::None),
        }
    }
}

/// A method of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TestMethod {
    /// A write that returns a record: `ChargeAccount`.
    Charge,
    /// A write with an acknowledgment and a required field: `AddAccount`.
    Add,
    /// A write that returns nothing but its acknowledgment: `SetAccountInfo`.
    Set,
    /// A read that returns a record with a required field: `GetAccountInfo`.
    Info,
    /// A read that returns a list: `GetChildrenAccounts`.
    List,
    /// An undeclared write.
    Call,
    /// An undeclared read.
    CallRead,
}

const DECLARED_WRITES: [TestMethod; 3] = [TestMethod::Charge, TestMethod::Add, TestMethod::Set];
const WRITES: [TestMethod; 4] = [TestMethod::Charge, TestMethod::Add, TestMethod::Set, TestMethod::Call];
const READS: [TestMethod; 3] = [TestMethod::Info, TestMethod::List, TestMethod::CallRead];
const ALL: [TestMethod; 7] = [
    TestMethod::Charge,
    TestMethod::Add,
    TestMethod::Set,
    TestMethod::Call,
    TestMethod::Info,
    TestMethod::List,
    TestMethod::CallRead,
];

struct Row {
    status: u16,
    headers: &'static str,
    body: String,
    expected: Vec<(TestMethod, Verdict)>,
}

/// Begins a row with HTTP 200 and `application/json`.
fn row(body: impl Into<String>) -> Row {
    Row {
        status: 200,
        headers: "content-type: application/json\r\n",
        body: body.into(),
        expected: Vec::new(),
    }
}

impl Row {
    fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    fn headers(self, headers: &'static str) -> Self {
        Self { headers, ..self }
    }

    fn is(mut self, methods: impl IntoIterator<Item = TestMethod>, verdict: Verdict) -> Self {
        self.expected.extend(methods.into_iter().map(|method| (method, verdict)));
        self
    }

    /// The same outcome for all methods; a read has no effect.
    fn all(self, verdict: Verdict) -> Self {
        self.is(WRITES, verdict).is(READS, verdict.without_effect())
    }
}

/// The verdict of `from_http`.
fn from_http<M: Method>(row: &Row) -> Verdict {
    let mut response = Response::builder().status(row.status);
    for line in row.headers.lines() {
        let (name, value) = line.split_once(": ").unwrap();
        response = response.header(name, value);
    }
    Verdict::of(M::from_http(response.body(&row.body).unwrap()))
}

fn add() -> AddAccount {
    AddAccount::builder()
        .parent(ParentAccount::Id(1))
        .parent_auth(ParentAuth::ApiKey("key".into()))
        .account_name("child-one")
        .account_email("child@example.com")
        .account_password("Str0ng!pass")
        .build()
}

async fn sent<M: Method>(row: &Row, request: M, client: &Client) -> Verdict {
    let typed = Verdict::of(request.send(client).await);
    assert_eq!(from_http::<M>(row), typed, "from_http and send differ");
    // A raw response is a success even if it would not decode.
    let raw = Verdict::of(request.send_raw(client).await);
    assert!(
        raw == typed || matches!((raw, typed), (Success, Undecodable(_))),
        "send {typed:?}, send_raw {raw:?}"
    );
    typed
}

async fn found(row: &Row, method: TestMethod, client: &Client) -> Verdict {
    let server = ScriptedServer::start([Step::Respond(row.status, row.headers, row.body.clone())]).await;
    let client = client.with(CallOptions::new().base_url(&server.url).unwrap());
    let no_params: [(&str, &str); 0] = [];
    match method {
        TestMethod::Charge => sent(row, ChargeAccount { phone: Phones::Number("1".into()) }, &client).await,
        TestMethod::Add => sent(row, add(), &client).await,
        TestMethod::Set => sent(row, SetAccountInfo::default(), &client).await,
        TestMethod::Info => sent(row, GetAccountInfo::default(), &client).await,
        TestMethod::List => sent(row, GetChildrenAccounts::default(), &client).await,
        TestMethod::Call => Verdict::of(client.call("DoSomething", no_params).await),
        TestMethod::CallRead => Verdict::of(client.call_read("GetSomething", no_params).await),
    }
}

async fn check(rows: Vec<Row>) {
    // One client for all rows, as building one takes a while.
    let client = Client::builder().credentials(Credentials::Token("t".into())).base_url("http://127.0.0.1");
    let client = client.retry(Retry::never()).build().unwrap();
    let mut wrong = Vec::new();
    for row in &rows {
        assert!(!row.expected.is_empty(), "{}", row.body);
        for &(method, expected) in &row.expected {
            let found = found(row, method, &client).await;
            if found != expected {
                let body: String = row.body.chars().take(160).collect();
                wrong.push(format!(
                    "{} {body}\n  {method:?}: expected {expected:?}, found {found:?}",
                    row.status
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An error of the API with this code, as JSON, and this message.
fn error(code: &str, message: &str) -> String {
    format!(r#"{{"error":{{"code":{code},"msg":"{message}"}}}}"#)
}

#[tokio::test]
async fn an_error_is_an_error_even_with_unusual_members() {
    let deep = format!("{}{}", "[".repeat(130), "]".repeat(130));
    let mut rows = Vec::new();
    for code in [100, 127, 340, 456, 514, 999_999] {
        for body in [
            error(&code.to_string(), r"Not enough money \ud83d"),
            error(&code.to_string(), r"\ude00 \uD83D\uD83D\ude00 it's"),
            error(&format!("\"{code}\""), ""),
            error(&format!("\" {code} \""), "x"),
            format!(r#"{{"error":{{"code":{code},"msg":"x","limit":1e999}}}}"#),
            format!(r#"{{"error":{{"code":{code},"msg":"x","trace":{deep}}}}}"#),
            format!(r#"{{"error":{{"trace":{deep},"msg":["x"],"code":{code}}}}}"#),
            format!(r#"{{"error":{{"code":{code},"msg":"x"}},"error":null}}"#),
            format!(r#"{{"error":null,"error":{{"code":{code},"msg":"x"}}}}"#),
            format!(r#"{{"error":{{"code":{code},"msg":"x"}},"error":{{}}}}"#),
            format!(r#"{{"error":{{"message":"x","code":{code}}},"request_id":"7f"}}"#),
            format!(r#"{{"\u0065rror":{{"\u0063ode":{code},"msg":"x"}}}}"#),
            format!(r#"{{"errors":[{{"code":{code},"msg":"x"}}],"result":null}}"#),
            format!(r#"{{"errors":[{{"code":{code},"msg":"x"}}],"result":""}}"#),
            format!(r#"{{"errors":[null,{{"code":{code},"msg":"x"}}]}}"#),
            format!(r#"{{"errors":{{"code":{code},"msg":"x"}}}}"#),
            format!(r#"{{"error":[{{"code":{code},"msg":"x"}}]}}"#),
            format!(r#"{{"result":0,"error":{{"code":{code}}}}}"#),
            format!(r#"{{"result":false,"errors":[{{"code":{code}}}]}}"#),
            format!(r#"{{"result":{{}},"error":{{"code":{code}}}}}"#),
            format!("\u{feff}{{\"error\":{{\"code\":{code}}}}}"),
            format!(" \r\n{{ \"error\" : {{ \"code\" : {code} }} }}\n"),
        ] {
            rows.push(row(body).all(none(code)));
        }
    }
    check(rows).await;
}

#[tokio::test]
async fn a_status_does_not_change_what_a_code_proves() {
    let mut rows = Vec::new();
    for status in [200, 201, 302, 400, 401, 403, 404, 429, 499, 500, 502, 503] {
        rows.push(row(error("127", "x")).status(status).all(none(127)));
        rows.push(row(error("484", "x")).status(status).all(unknown(484)));
        rows.push(row(error("447", "x")).status(status).all(none(447)));
        rows.push(row(error("2", "x")).status(status).all(unknown(2)));
        rows.push(row(error("12", "x")).status(status).all(unknown(12)));
        let unreadable = if status == 429 { none(0) } else { unknown(0) };
        rows.push(row(error("null", "Too many")).status(status).all(unreadable));
    }
    check(rows).await;
}

#[tokio::test]
async fn an_error_without_proof_has_an_unknown_effect() {
    let mut rows = Vec::new();
    for code in [1, 2, 4, 5, 9, 12, 23, 99] {
        rows.push(row(error(&code.to_string(), "Oops")).all(unknown(code)));
    }
    for body in [
        r#"{"error":"Internal server error"}"#,
        r#"{"error":{"code":null}}"#,
        r#"{"error":{"code":-127,"msg":"x"}}"#,
        r#"{"error":{"code":127.5,"msg":"x"}}"#,
        r#"{"error":{"code":4294967296,"msg":"x"}}"#,
        r#"{"error":{"code":{"code":127},"msg":"x"}}"#,
        r#"{"error":{"code":"","msg":"x"}}"#,
        r#"{"error":{"msg":"x"}}"#,
        r#"{"error":true}"#,
        r#"{"error":5}"#,
        r#"{"error":1e999}"#,
        r#"{"errors":"Not enough money"}"#,
        r#"{"errors":["Not enough money"]}"#,
        r#"{"errors":[{"msg":"x"}]}"#,
    ] {
        rows.push(row(body).all(unknown(0)));
    }
    // A code below 100 anywhere means that the API failed.
    rows.push(row(r#"{"error":{"code":127},"errors":[{"code":127},{"code":2}]}"#).all(unknown(127)));
    rows.push(row(r#"{"errors":[{"code":127},{"msg":"x"}]}"#).all(unknown(127)));
    // A truncated response may continue with anything.
    for body in [
        r#"{"error":{"code":127,"msg":"No"#,
        r#"{"error":{"code":127,"msg":"No"}"#,
        r#"{"error":{"code":127,"trace":[[["#,
        r#"{"error":{"code":127}} trailing"#,
        r#"{"error":{"code":127}}{"result":1}"#,
    ] {
        rows.push(row(body).all(unknown(127)));
    }
    rows.push(row(r#"{"error":{"msg":"No"#).all(unknown(0)));
    rows.push(row(r#"{"error":"#).all(unknown(0)));
    check(rows).await;
}

#[tokio::test]
async fn a_result_next_to_an_error_makes_the_effect_unknown() {
    let mut rows = Vec::new();
    for error in [r#""error":{"code":340,"msg":"x"}"#, r#""errors":[{"code":340}]"#] {
        for result in ["1", "true", "\"1\"", "\"ok\"", r#"{"charged_amount":1.18}"#, r#"{"id":1}"#, "[1]"] {
            rows.push(row(format!(r#"{{{error},"result":{result}}}"#)).all(unknown(340)));
            rows.push(row(format!(r#"{{"result":{result},{error}}}"#)).all(unknown(340)));
        }
    }
    rows.push(
        row(r#"{"account_id":7,"error":{"code":340}}"#)
            .is([TestMethod::Add], unknown(340))
            .is([TestMethod::Charge, TestMethod::Set], none(340)),
    );
    check(rows).await;
}

#[tokio::test]
async fn an_error_with_code_0_or_without_content_is_ignored_next_to_a_result() {
    let mut rows = Vec::new();
    for denied in [
        r#""error":false"#,
        r#""error":0"#,
        r#""error":"""#,
        r#""error":[]"#,
        r#""error":{}"#,
        r#""error":null"#,
        r#""errors":[]"#,
        r#""errors":{}"#,
        r#""errors":false"#,
        r#""errors":"""#,
    ] {
        rows.push(
            row(format!(r#"{{{denied},"result":{{"charged_amount":1.18,"phones":[]}}}}"#))
                .is([TestMethod::Charge], Success),
        );
        rows.push(
            row(format!(r#"{{{denied},"result":1}}"#)).is([TestMethod::Set, TestMethod::Call], Success),
        );
        rows.push(
            row(format!(r#"{{{denied},"result":[{{"account_id":1}}]}}"#))
                .is([TestMethod::List, TestMethod::CallRead], Success),
        );
        rows.push(row(format!("{{{denied}}}")).all(LOST));
    }
    for denied in [r#""error":{"code":0,"msg":"OK"}"#, r#""error":{"code":"0"}"#] {
        rows.push(
            row(format!(r#"{{"result":{{"charged_amount":1.18}},{denied}}}"#))
                .is([TestMethod::Charge], Success),
        );
        rows.push(
            row(format!(r#"{{"result":1,{denied}}}"#)).is([TestMethod::Set, TestMethod::Call], Success),
        );
        rows.push(row(format!("{{{denied}}}")).all(unknown(0)));
    }
    check(rows).await;
}

#[tokio::test]
async fn nothing_is_a_success_without_evidence() {
    let mut rows = Vec::new();
    for body in [
        "{}",
        r#"{"message":"Forbidden"}"#,
        r#"{"data":{"charged":true}}"#,
        r#"{"result":null}"#,
        r#"{"result":""}"#,
        r#"{"Result":1,"RESULT":1,"result ":1}"#,
        "[]",
        "null",
        r#""ok""#,
        "true",
        "1",
        "503 Service Temporarily Unavailable",
        "<h1>Welcome</h1>",
        "",
        " ",
        "{",
        r#"{"result":"#,
        r#"{"result":1"#,
        r#"[{"result":1}]"#,
        r#"{"data":{"result":1,"account_id":1}}"#,
        r#"{"result":1} trailing"#,
        r#"{"result":1}{"result":1}"#,
        "\0",
        "callback({\"result\":1})",
    ] {
        rows.push(row(body).all(LOST));
    }
    rows.push(row("").status(204).all(LOST));
    // Objects and lists without any field of the method.
    for result in [
        r"{}",
        r#"{"foo":1}"#,
        r#"{"error":{"code":127}}"#,
        r#""done""#,
        "1",
        "[1]",
        "[]",
        r#"{"charged_amount":null}"#,
    ] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([TestMethod::Charge], LOST));
    }
    for result in ["{}", r#""done""#, "1", "true", r#"["a"]"#, "[[]]", r#"[{"foo":1}]"#] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([TestMethod::List], LOST.without_effect()));
    }
    for result in ["{}", "[]", "1", r#"{"foo":1}"#] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([TestMethod::Info], LOST.without_effect()));
    }
    for result in ["0", "false", "\"0\"", "[]", "{}", "0.0", "-0", "\"false\""] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([TestMethod::Call], LOST));
    }
    check(rows).await;
}

#[tokio::test]
async fn only_a_positive_acknowledgment_is_a_success() {
    let mut rows = Vec::new();
    for result in ["1", "true", "\"1\""] {
        rows.push(
            row(format!(r#"{{"result":{result}}}"#))
                .is([TestMethod::Set], Success)
                .is([TestMethod::Add], Undecodable(Effect::Done)),
        );
        rows.push(row(format!(r#"{{"account_id":7,"result":{result}}}"#)).is([TestMethod::Add], Success));
    }
    for result in ["0", "false", "\"0\"", "2", "-1", "\"ok\"", "[]", "{}", "[1]", r#"{"a":1}"#, "1.5"] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([TestMethod::Set, TestMethod::Add], LOST));
        rows.push(row(format!(r#"{{"account_id":7,"result":{result}}}"#)).is([TestMethod::Add], LOST));
        rows.push(row(format!(r#"{{"result":1,"result":{result}}}"#)).is([TestMethod::Set], LOST));
        rows.push(row(format!(r#"{{"result":{result},"result":1}}"#)).is([TestMethod::Set], LOST));
    }
    // Without it, other evidence is required.
    rows.push(
        row(r#"{"account_id":7,"api_key":"k"}"#).is([TestMethod::Add], Success).is([TestMethod::Set], LOST),
    );
    rows.push(row(r#"{"account_id":7,"result":null}"#).is([TestMethod::Add], Success));
    for nothing in
        [r#""account_id":0"#, r#""account_id":"0","active":false"#, r#""account_id":0,"api_key":"""#]
    {
        rows.push(row(format!("{{{nothing}}}")).is([TestMethod::Add], LOST));
        rows.push(row(format!("{{{nothing},\"result\":null}}")).is([TestMethod::Add], LOST));
        rows.push(row(format!("{{{nothing},\"result\":1}}")).is([TestMethod::Add], Success));
    }
    rows.push(row(r#"{"account_id":null,"active":"","result":null}"#).is([TestMethod::Add], LOST));
    check(rows).await;
}

#[tokio::test]
async fn evidence_is_a_member_of_its_declared_type() {
    check(vec![
        row(r#"{"result":{"charged_amount":1.18}}"#).is([TestMethod::Charge, TestMethod::Call], Success),
        row(r#"{"result":{"charged_amount":"1.18"}}"#).is([TestMethod::Charge], Success),
        row(r#"{"result":{"charged_amount":0}}"#).is([TestMethod::Charge], Success),
        row(r#"{"result":{"phones":[]}}"#).is([TestMethod::Charge], Success),
        row(r#"{"account_info":{"account_id":7,"balance":1}}"#).is([TestMethod::Charge], Success),
        row(r#"{"result":{"charged_amount":1},"account_info":[]}"#).is([TestMethod::Charge], Success),
        row(r#"{"result":{"charged_amount":1},"account_info":null,"new":{"a":[1]}}"#)
            .is([TestMethod::Charge], Success),
        row(r#"{"result":[]}"#).is([TestMethod::List, TestMethod::CallRead], Success),
        row(r#"{"result":[],"total_count":0,"count":0}"#)
            .is([TestMethod::List, TestMethod::CallRead], Success),
        row(r#"{"total_count":0}"#).is([TestMethod::List], Success),
        row(r#"{"result":{"account_id":1}}"#)
            .is([TestMethod::List, TestMethod::Info, TestMethod::Call, TestMethod::CallRead], Success),
        row(r#"{"result":false}"#).is([TestMethod::CallRead], Success),
        row(r#"{"results":"[1]"}"#).is([TestMethod::Call, TestMethod::CallRead], Success),
        row("\u{feff}{\"result\":1}").is([TestMethod::Set, TestMethod::Call], Success),
        row(r#"{"result":1}"#).status(201).is([TestMethod::Set, TestMethod::Call], Success),
    ])
    .await;
}

#[tokio::test]
async fn a_proven_success_that_does_not_decode_has_taken_effect() {
    check(vec![
        row(r#"{"result":{"phones":[{"phone_id":"x"}],"charged_amount":1}}"#)
            .is([TestMethod::Charge], Undecodable(Effect::Done)),
        row(r#"{"result":{"charged_amount":1,"phones":[{"phone_number":"1"}]}}"#)
            .is([TestMethod::Charge], Undecodable(Effect::Done)),
        row(r#"{"result":1,"account_id":"x"}"#).is([TestMethod::Add], Undecodable(Effect::Done)),
        row(r#"{"result":{"account_id":"x","account_name":"n"}}"#)
            .is([TestMethod::Info], Undecodable(Effect::None)),
        row(r#"{"result":[{"account_id":1},{"account_id":"x"}]}"#)
            .is([TestMethod::List], Undecodable(Effect::None)),
    ])
    .await;
}

#[tokio::test]
async fn a_status_proves_only_its_meaning() {
    let html = "content-type: text/html\r\n";
    let mut rows = Vec::new();
    for status in [400, 401, 403, 404, 405, 406, 407, 411, 413, 414, 415, 417, 421, 426, 429, 431, 307, 308] {
        rows.push(row("<h1>No</h1>").status(status).headers(html).all(UNPROCESSED));
        rows.push(row(r#"{"message":"no"}"#).status(status).all(UNPROCESSED));
        // A result of the method contradicts the status.
        rows.push(row(r#"{"result":1}"#).status(status).is([TestMethod::Set, TestMethod::Call], LOST));
        rows.push(row(r#"{"result":{"charged_amount":1}}"#).status(status).is([TestMethod::Charge], LOST));
    }
    for status in
        [301, 302, 303, 300, 304, 402, 408, 409, 410, 412, 422, 423, 451, 499, 500, 502, 503, 504, 520, 599]
    {
        rows.push(row("<h1>No</h1>").status(status).headers(html).all(LOST));
        rows.push(row(r#"{"result":1}"#).status(status).all(LOST));
    }
    check(rows).await;
}

#[tokio::test]
async fn a_file_is_a_success_if_its_headers_mark_it() {
    let mut rows = Vec::new();
    let octets = "content-type: application/octet-stream; charset=binary\r\n";
    let attachment = "content-type: text/csv\r\ncontent-disposition: attachment; filename=\"r.csv\"\r\n";
    for headers in [octets, attachment] {
        for body in ["a;b;c\n", "%PDF-1.7", "", "[1]"] {
            rows.push(row(body).headers(headers).is([TestMethod::Call, TestMethod::CallRead], Success));
            // Only undeclared methods return files.
            rows.push(
                row(body)
                    .headers(headers)
                    .is(DECLARED_WRITES, LOST)
                    .is([TestMethod::Info, TestMethod::List], UNPROCESSED),
            );
        }
        rows.push(row("a;b").status(404).headers(headers).is([TestMethod::Call], UNPROCESSED));
        // An error is an error even with the headers of a file.
        rows.push(row(error("127", "x")).headers(headers).is(ALL, none(127)));
    }
    for headers in
        ["content-type: text/csv\r\n", "content-type: application/pdf\r\n", "content-disposition: inline\r\n"]
    {
        rows.push(row("a;b;c\n").headers(headers).all(LOST));
    }
    check(rows).await;
}

/// A response with neither `result` nor `results` is a success if it has the member that the caller names.
#[tokio::test]
async fn the_caller_names_the_evidence_of_an_undeclared_method() {
    let server = ScriptedServer::start([Step::ok(r#"{"daily_attempts_left":4}"#)]).await;
    let client =
        Client::builder().credentials(Credentials::Token("t".into())).base_url(&server.url).build().unwrap();
    let no_params: [(&str, &str); 0] = [];
    assert_eq!(Verdict::of(client.call("VerifyOutboundTestPhoneNumber", no_params).await), LOST);
    let named = client.with(CallOptions::new().success_member("daily_attempts_left"));
    let raw = named.call("VerifyOutboundTestPhoneNumber", no_params).await.unwrap();
    // The effect is unknown if the type of the caller does not decode, as the response of the method is not declared.
    let error = raw.decode::<Vec<u8>>().unwrap_err();
    assert_eq!(Verdict::of(Err::<(), _>(error)), Undecodable(Effect::Unknown));
}

/// The methods have the properties that the table relies on.
#[test]
fn the_methods_have_the_documented_kinds() {
    let kinds = [
        (ChargeAccount::META, Kind::Write),
        (AddAccount::META, Kind::Write),
        (SetAccountInfo::META, Kind::Write),
        (GetAccountInfo::META, Kind::Read),
        (GetChildrenAccounts::META, Kind::Read),
    ];
    assert!(kinds.iter().all(|(meta, kind)| meta.kind == *kind));
    assert!(
        ChargeAccount::META.ack.is_none()
            && AddAccount::META.ack.is_some()
            && SetAccountInfo::META.ack.is_some()
    );
}
