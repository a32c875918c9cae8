//! Which responses are a success, and what a failed call did: one table for all ways to call a method.
//!
//! A row is a response and its outcome for methods of several kinds. Each is read by `from_http`, `send` and `send_raw` and,
//! as the response of an undeclared method, by `client.call` and `client.call_read`.

mod scripted;

use http::Response;
use scripted::{Scripted, Step};
use vox_accounts::prelude::*;
use vox_accounts::vox_core::{ErrorCode, Kind};

/// What a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Success,
    /// Rejected with this code, 0 where none can be read.
    Rejected(u32, Effect),
    Unexpected(Effect),
    Undecodable(Effect),
}

use Is::{Rejected, Success, Undecodable, Unexpected};

/// A rejection that certainly had no effect.
const fn none(code: u32) -> Is {
    Rejected(code, Effect::None)
}

/// An error after which the effect is not known.
const fn unknown(code: u32) -> Is {
    Rejected(code, Effect::Unknown)
}

const LOST: Is = Unexpected(Effect::Unknown);
const UNPROCESSED: Is = Unexpected(Effect::None);

impl Is {
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

    /// The same response of a method that only reads, which has no effect.
    fn without_effect(self) -> Self {
        match self {
            Success => Success,
            Rejected(code, _) => none(code),
            Unexpected(_) => UNPROCESSED,
            Undecodable(_) => Undecodable(Effect::None),
        }
    }
}

/// The methods of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// A write whose response is a structure: `ChargeAccount`.
    Charge,
    /// A write with an acknowledgment and a required field: `AddAccount`.
    Add,
    /// A write that returns nothing but its acknowledgment: `SetAccountInfo`.
    Set,
    /// A read of a structure with a required field: `GetAccountInfo`.
    Info,
    /// A read of a list: `GetChildrenAccounts`.
    List,
    /// A write that nobody has declared.
    Call,
    /// A read that nobody has declared.
    CallRead,
}

const DECLARED_WRITES: [Of; 3] = [Of::Charge, Of::Add, Of::Set];
const WRITES: [Of; 4] = [Of::Charge, Of::Add, Of::Set, Of::Call];
const READS: [Of; 3] = [Of::Info, Of::List, Of::CallRead];
const ALL: [Of; 7] = [Of::Charge, Of::Add, Of::Set, Of::Call, Of::Info, Of::List, Of::CallRead];

struct Row {
    status: u16,
    headers: &'static str,
    body: String,
    expected: Vec<(Of, Is)>,
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

    fn is(mut self, of: impl IntoIterator<Item = Of>, is: Is) -> Self {
        self.expected.extend(of.into_iter().map(|of| (of, is)));
        self
    }

    /// The same for all; a read has no effect.
    fn all(self, is: Is) -> Self {
        self.is(WRITES, is).is(READS, is.without_effect())
    }
}

/// The response as a value, as far as `from_http` reads one.
fn from_http<M: Method>(row: &Row) -> Is {
    let mut response = Response::builder().status(row.status);
    for line in row.headers.lines() {
        let (name, value) = line.split_once(": ").unwrap();
        response = response.header(name, value);
    }
    Is::of(M::from_http(response.body(&row.body).unwrap()))
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

async fn sent<M: Method>(row: &Row, request: M, client: &Client) -> Is {
    let typed = Is::of(client.call_method(&request).await);
    assert_eq!(from_http::<M>(row), typed, "from_http and send differ");
    // What does not decode is found by decoding: the raw response is a success.
    let raw = Is::of(request.send_raw(client).await);
    assert!(
        raw == typed || matches!((raw, typed), (Success, Undecodable(_))),
        "send {typed:?}, send_raw {raw:?}"
    );
    typed
}

async fn found(row: &Row, of: Of, client: &Client) -> Is {
    let server = Scripted::start([Step::Answer(row.status, row.headers, row.body.clone())]).await;
    let client = client.with(CallOptions::new().base_url(&server.url).unwrap());
    let no_params: [(&str, &str); 0] = [];
    match of {
        Of::Charge => sent(row, ChargeAccount { phone: Phones::Number("1".into()) }, &client).await,
        Of::Add => sent(row, add(), &client).await,
        Of::Set => sent(row, SetAccountInfo::default(), &client).await,
        Of::Info => sent(row, GetAccountInfo::default(), &client).await,
        Of::List => sent(row, GetChildrenAccounts::default(), &client).await,
        Of::Call => Is::of(client.call("DoSomething", no_params).await),
        Of::CallRead => Is::of(client.call_read("GetSomething", no_params).await),
    }
}

async fn check(rows: Vec<Row>) {
    // One client for all, as making one takes a while.
    let client = Client::builder().credentials(Credentials::Token("t".into())).base_url("http://127.0.0.1");
    let client = client.retry(Retry::never()).build().unwrap();
    let mut wrong = Vec::new();
    for row in &rows {
        assert!(!row.expected.is_empty(), "{}", row.body);
        for &(of, expected) in &row.expected {
            let found = found(row, of, &client).await;
            if found != expected {
                let body: String = row.body.chars().take(160).collect();
                wrong
                    .push(format!("{} {body}\n  {of:?}: expected {expected:?}, found {found:?}", row.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An error of the API with this text for its code and its message.
fn error(code: &str, message: &str) -> String {
    format!(r#"{{"error":{{"code":{code},"msg":"{message}"}}}}"#)
}

#[tokio::test]
async fn an_error_is_an_error_however_odd_its_members_are() {
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
async fn an_error_that_proves_nothing_has_an_unknown_effect() {
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
    // One code below 100 anywhere, and it is the API that failed.
    rows.push(row(r#"{"error":{"code":127},"errors":[{"code":127},{"code":2}]}"#).all(unknown(127)));
    rows.push(row(r#"{"errors":[{"code":127},{"msg":"x"}]}"#).all(unknown(127)));
    // Text that is cut off may continue with anything.
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
            .is([Of::Add], unknown(340))
            .is([Of::Charge, Of::Set], none(340)),
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
                .is([Of::Charge], Success),
        );
        rows.push(row(format!(r#"{{{denied},"result":1}}"#)).is([Of::Set, Of::Call], Success));
        rows.push(
            row(format!(r#"{{{denied},"result":[{{"account_id":1}}]}}"#))
                .is([Of::List, Of::CallRead], Success),
        );
        rows.push(row(format!("{{{denied}}}")).all(LOST));
    }
    for denied in [r#""error":{"code":0,"msg":"OK"}"#, r#""error":{"code":"0"}"#] {
        rows.push(
            row(format!(r#"{{"result":{{"charged_amount":1.18}},{denied}}}"#)).is([Of::Charge], Success),
        );
        rows.push(row(format!(r#"{{"result":1,{denied}}}"#)).is([Of::Set, Of::Call], Success));
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
    // An object or a list without anything that the method returns.
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
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([Of::Charge], LOST));
    }
    for result in ["{}", r#""done""#, "1", "true", r#"["a"]"#, "[[]]", r#"[{"foo":1}]"#] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([Of::List], LOST.without_effect()));
    }
    for result in ["{}", "[]", "1", r#"{"foo":1}"#] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([Of::Info], LOST.without_effect()));
    }
    for result in ["0", "false", "\"0\"", "[]", "{}", "0.0", "-0", "\"false\""] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([Of::Call], LOST));
    }
    check(rows).await;
}

#[tokio::test]
async fn an_acknowledgment_has_to_acknowledge() {
    let mut rows = Vec::new();
    for result in ["1", "true", "\"1\""] {
        rows.push(
            row(format!(r#"{{"result":{result}}}"#))
                .is([Of::Set], Success)
                .is([Of::Add], Undecodable(Effect::Done)),
        );
        rows.push(row(format!(r#"{{"account_id":7,"result":{result}}}"#)).is([Of::Add], Success));
    }
    for result in ["0", "false", "\"0\"", "2", "-1", "\"ok\"", "[]", "{}", "[1]", r#"{"a":1}"#, "1.5"] {
        rows.push(row(format!(r#"{{"result":{result}}}"#)).is([Of::Set, Of::Add], LOST));
        rows.push(row(format!(r#"{{"account_id":7,"result":{result}}}"#)).is([Of::Add], LOST));
        rows.push(row(format!(r#"{{"result":1,"result":{result}}}"#)).is([Of::Set], LOST));
        rows.push(row(format!(r#"{{"result":{result},"result":1}}"#)).is([Of::Set], LOST));
    }
    // Without it, other evidence has to be there.
    rows.push(row(r#"{"account_id":7,"api_key":"k"}"#).is([Of::Add], Success).is([Of::Set], LOST));
    rows.push(row(r#"{"account_id":7,"result":null}"#).is([Of::Add], Success));
    for nothing in
        [r#""account_id":0"#, r#""account_id":"0","active":false"#, r#""account_id":0,"api_key":"""#]
    {
        rows.push(row(format!("{{{nothing}}}")).is([Of::Add], LOST));
        rows.push(row(format!("{{{nothing},\"result\":null}}")).is([Of::Add], LOST));
        rows.push(row(format!("{{{nothing},\"result\":1}}")).is([Of::Add], Success));
    }
    rows.push(row(r#"{"account_id":null,"active":"","result":null}"#).is([Of::Add], LOST));
    check(rows).await;
}

#[tokio::test]
async fn evidence_is_a_member_of_its_declared_type() {
    check(vec![
        row(r#"{"result":{"charged_amount":1.18}}"#).is([Of::Charge, Of::Call], Success),
        row(r#"{"result":{"charged_amount":"1.18"}}"#).is([Of::Charge], Success),
        row(r#"{"result":{"charged_amount":0}}"#).is([Of::Charge], Success),
        row(r#"{"result":{"phones":[]}}"#).is([Of::Charge], Success),
        row(r#"{"account_info":{"account_id":7,"balance":1}}"#).is([Of::Charge], Success),
        row(r#"{"result":{"charged_amount":1},"account_info":[]}"#).is([Of::Charge], Success),
        row(r#"{"result":{"charged_amount":1},"account_info":null,"new":{"a":[1]}}"#)
            .is([Of::Charge], Success),
        row(r#"{"result":[]}"#).is([Of::List, Of::CallRead], Success),
        row(r#"{"result":[],"total_count":0,"count":0}"#).is([Of::List, Of::CallRead], Success),
        row(r#"{"total_count":0}"#).is([Of::List], Success),
        row(r#"{"result":{"account_id":1}}"#).is([Of::List, Of::Info, Of::Call, Of::CallRead], Success),
        row(r#"{"result":false}"#).is([Of::CallRead], Success),
        row(r#"{"results":"[1]"}"#).is([Of::Call, Of::CallRead], Success),
        row("\u{feff}{\"result\":1}").is([Of::Set, Of::Call], Success),
        row(r#"{"result":1}"#).status(201).is([Of::Set, Of::Call], Success),
    ])
    .await;
}

#[tokio::test]
async fn what_is_proven_but_does_not_decode_is_done() {
    check(vec![
        row(r#"{"result":{"phones":[{"phone_id":"x"}],"charged_amount":1}}"#)
            .is([Of::Charge], Undecodable(Effect::Done)),
        row(r#"{"result":{"charged_amount":1,"phones":[{"phone_number":"1"}]}}"#)
            .is([Of::Charge], Undecodable(Effect::Done)),
        row(r#"{"result":1,"account_id":"x"}"#).is([Of::Add], Undecodable(Effect::Done)),
        row(r#"{"result":{"account_id":"x","account_name":"n"}}"#).is([Of::Info], Undecodable(Effect::None)),
        row(r#"{"result":[{"account_id":1},{"account_id":"x"}]}"#).is([Of::List], Undecodable(Effect::None)),
    ])
    .await;
}

#[tokio::test]
async fn a_status_proves_only_what_it_says() {
    let html = "content-type: text/html\r\n";
    let mut rows = Vec::new();
    for status in [400, 401, 403, 404, 405, 406, 407, 411, 413, 414, 415, 417, 421, 426, 429, 431, 307, 308] {
        rows.push(row("<h1>No</h1>").status(status).headers(html).all(UNPROCESSED));
        rows.push(row(r#"{"message":"no"}"#).status(status).all(UNPROCESSED));
        // A result of the method contradicts the status.
        rows.push(row(r#"{"result":1}"#).status(status).is([Of::Set, Of::Call], LOST));
        rows.push(row(r#"{"result":{"charged_amount":1}}"#).status(status).is([Of::Charge], LOST));
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
async fn a_file_is_a_success_where_it_is_marked_as_one() {
    let mut rows = Vec::new();
    let octets = "content-type: application/octet-stream; charset=binary\r\n";
    let attachment = "content-type: text/csv\r\ncontent-disposition: attachment; filename=\"r.csv\"\r\n";
    for headers in [octets, attachment] {
        for body in ["a;b;c\n", "%PDF-1.7", "", "[1]"] {
            rows.push(row(body).headers(headers).is([Of::Call, Of::CallRead], Success));
            // A method that declares no file returns none.
            rows.push(
                row(body).headers(headers).is(DECLARED_WRITES, LOST).is([Of::Info, Of::List], UNPROCESSED),
            );
        }
        rows.push(row("a;b").status(404).headers(headers).is([Of::Call], UNPROCESSED));
        // An error does not become a file by its mark.
        rows.push(row(error("127", "x")).headers(headers).is(ALL, none(127)));
    }
    for headers in
        ["content-type: text/csv\r\n", "content-type: application/pdf\r\n", "content-disposition: inline\r\n"]
    {
        rows.push(row("a;b;c\n").headers(headers).all(LOST));
    }
    check(rows).await;
}

/// A method that returns neither `result` nor `results` succeeds if it has the member that the caller names.
#[tokio::test]
async fn the_caller_names_the_evidence_of_an_undeclared_method() {
    let server = Scripted::start([Step::ok(r#"{"daily_attempts_left":4}"#)]).await;
    let client =
        Client::builder().credentials(Credentials::Token("t".into())).base_url(&server.url).build().unwrap();
    let no_params: [(&str, &str); 0] = [];
    assert_eq!(Is::of(client.call("VerifyOutboundTestPhoneNumber", no_params).await), LOST);
    let named = client.with(CallOptions::new().success_member("daily_attempts_left"));
    let raw = named.call("VerifyOutboundTestPhoneNumber", no_params).await.unwrap();
    // What does not decode as the caller's own type leaves the effect open: nobody has declared what a success is.
    let error = raw.decode::<Vec<u8>>().unwrap_err();
    assert_eq!(Is::of(Err::<(), _>(error)), Undecodable(Effect::Unknown));
}

/// The table's methods are of the kinds that it says.
#[test]
fn the_methods_of_the_table() {
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
