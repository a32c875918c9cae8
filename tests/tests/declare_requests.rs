//! Requests as a contributor declares them: methods of other sections, with every unusual kind of parameter. They are sent over
//! HTTP, built by `to_http`, and read back as by a server.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use vox_core::meta::ParamType;
use vox_core::prelude::*;
use vox_core::server::{Form, ServerMethod};
use vox_core::{ClientBuilder, Method, Record};
use vox_sandbox::Sandbox;

/// The content of a secret file, and its name.
const SECRET: &str = "S3cret-Zq9";

/// Creates a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CreateCallList",
    roles = [Owner, Admin, Developer, CallListManager, other("sys.Calls")],
    response = CreateCallListResponse,
    kind = write,
    ack = truthy,
    money = true,
)]
struct CreateCallList {
    /// The rule that starts the scenario.
    rule_id: u64,
    /// The name of the list.
    #[param(max_len = 255)]
    name: String,
    /// The tasks as CSV.
    file_content: File,
    /// The separator of the columns.
    #[param(default = ";")]
    delimiter: Option<String>,
    /// When the calls start.
    #[param(default_text = "The current time")]
    start_at: Option<UnixTime>,
    /// The calls for each free operator.
    #[param(min = 1)]
    task_multiplier: Option<Decimal>,
}

/// The response of `CreateCallList`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
struct CreateCallListResponse {
    /// The new list.
    list_id: u64,
}

/// Adds tasks to a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AppendToCallList", response = (), kind = write, ack = truthy)]
struct AppendToCallList {
    /// The list.
    #[param(one_of)]
    list: CallList,
    /// The tasks as CSV.
    file_content: File,
}

/// A call list.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(prefix = "list")]
enum CallList {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
}

/// Adds credentials of a push provider.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddPushCredential", roles = [Owner, Admin, Developer], response = (), kind = write)]
struct AddPushCredential {
    /// The provider.
    push_provider_name: String,
    /// The key of Google.
    #[param(one_of)]
    google_key: Option<GoogleKey>,
    /// The certificate of Apple.
    #[param(secret = true)]
    cert_content: Option<File>,
    /// Its password.
    cert_password: Option<Secret>,
}

/// The key of Google.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
enum GoogleKey {
    /// The key of the server.
    #[param(name = "server_key")]
    Server(Secret),
    /// The file of a service account.
    #[param(name = "service_account_file", secret = true)]
    ServiceAccount(File),
}

/// Sets an item of the key-value storage.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetKeyValueItem", response = SetKeyValueItemResponse, kind = write, ack = none)]
struct SetKeyValueItem {
    /// The key.
    #[param(secret = false, max_len = 200)]
    key: String,
    /// The value.
    #[param(max_len = 2000)]
    value: String,
    /// When the item expires.
    #[param(one_of)]
    expiry: Option<Expiry>,
}

/// When an item expires.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
enum Expiry {
    /// After this number of seconds.
    #[param(name = "ttl", max = 7_776_000)]
    After(u64),
    /// At this time.
    #[param(name = "expires_at")]
    At(UnixTime),
}

/// The response of `SetKeyValueItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
struct SetKeyValueItemResponse {
    /// The item.
    result: KeyValueItem,
}

/// An item of the key-value storage.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
struct KeyValueItem {
    /// When it expires.
    expires_at: Option<UnixTime>,
    /// When it may be read.
    opens_at: Option<Time>,
    /// What else is known of it.
    details: Option<Json<Vec<SkillLevel>>>,
}

/// Binds skills to users.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "BindSkillLevels", response = (), kind = write)]
struct BindSkillLevels {
    /// The users.
    user_id: IdList,
    /// The skills.
    sq_skills: Json<Vec<SkillLevel>>,
    /// Any JSON.
    custom_data: Option<Json<Value>>,
    /// A key file, which is JSON.
    json_credentials: Option<Secret>,
}

/// A skill with its level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SkillLevel {
    sq_skill_id: u64,
    sq_skill_level: u8,
}

/// Changes a task of a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "EditCallListTask", response = (), kind = write)]
struct EditCallListTask {
    /// When the task starts, UTC.
    start_at: Option<Timestamp>,
    /// The first time of day for calls, UTC.
    min_execution_time: Option<Time>,
    /// The last time of day for calls, UTC.
    max_execution_time: Option<Time>,
    /// The skills.
    #[param(max_items = 5, each(min = 1))]
    skill_id: Option<Vec<u64>>,
}

/// Returns the metrics of smart queues.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSmartQueueRealtimeMetrics", response = Metrics, kind = read)]
struct GetSmartQueueRealtimeMetrics {
    /// The beginning, in the time zone.
    from_date: Option<DateTime>,
    /// The time zone.
    #[param(name = "timezone")]
    time_zone: Option<String>,
    /// The length of an interval.
    #[param(default_text = "30 minutes")]
    interval: Option<Period>,
}

/// The response of `GetSmartQueueRealtimeMetrics`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
struct Metrics {
    /// The number of metrics.
    count: Option<u64>,
}

/// Adds a scenario.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "AddScenario", response = (), kind = write)]
struct AddScenario {
    /// The script, of less than 128 KB.
    #[param(max_bytes = 131_071)]
    scenario_script: String,
}

/// Sends a text to several numbers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "A2PSendSms", response = (), kind = write, money = true)]
struct A2pSendSms {
    /// The numbers.
    #[param(max_items = 3, each(min_len = 2, max_len = 5, pattern = "[0-9]*"))]
    dst_numbers: Vec<String>,
    /// Numbers of every type.
    #[param(each(min = -5, max = 0.5))]
    amounts: Option<Vec<Decimal>>,
    /// Numbers that may be negative, or all.
    offsets: Option<List<i64>>,
    /// Small numbers.
    small: Option<Vec<i8>>,
    /// Days.
    days: Option<Vec<Date>>,
}

fn auth() -> Auth {
    Auth::new(ApiKey::by_id(1, "the key"))
}

/// The body of a request as it is sent without credentials, as text.
fn body(request: &impl Method) -> String {
    String::from_utf8(request.to_form().into()).unwrap()
}

/// The request that a server reads from the body of this one.
fn read_back<M: ServerMethod>(request: &M) -> M {
    let form = request.to_form();
    let content_type = form.content_type();
    let form = Form::from_body(Some(content_type.to_str().unwrap()), form.into_bytes()).unwrap();
    M::decode(&form).unwrap_or_else(|violations| panic!("{violations}"))
}

#[track_caller]
fn survives<M: ServerMethod + Debug + PartialEq>(request: &M) {
    assert_eq!(&read_back(request), request);
    assert!(request.validate().is_ok());
}

#[track_caller]
fn violations(request: &impl Method) -> String {
    request.validate().unwrap_err().to_string()
}

/// A server that responds to each request with the next body, and keeps the requests.
struct Server {
    url: String,
    received: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Server {
    async fn start(responses: &'static [(u16, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let received = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let requests = Arc::clone(&received);
        tokio::spawn(async move {
            for (status, response) in responses {
                let (mut stream, _) = listener.accept().await.unwrap();
                let request = read_request(&mut stream).await;
                requests.lock().unwrap().push(request);
                let length = response.len();
                let head =
                    format!("HTTP/1.1 {status} S\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n");
                stream.write_all(format!("{head}{response}").as_bytes()).await.unwrap();
            }
        });
        Self { url, received }
    }

    fn client(&self) -> Client {
        let retry = Retry::default().attempts(2).base(Duration::ZERO);
        self.builder().retry(retry).build().unwrap()
    }

    fn builder(&self) -> ClientBuilder {
        Client::builder().credentials(ApiKey::by_id(1, "the key")).base_url(&self.url)
    }

    /// The heads and the bodies of the requests.
    fn requests(&self) -> Vec<(String, Vec<u8>)> {
        let split = |request: &Vec<u8>| {
            let end = head_end(request).unwrap();
            (String::from_utf8(request[..end].to_vec()).unwrap(), request[end..].to_vec())
        };
        self.received.lock().unwrap().iter().map(split).collect()
    }
}

fn head_end(request: &[u8]) -> Option<usize> {
    request.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

async fn read_request(stream: &mut TcpStream) -> Vec<u8> {
    let mut request = Vec::new();
    loop {
        if let Some(end) = head_end(&request) {
            let head = String::from_utf8_lossy(&request[..end]).into_owned();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
            if request.len() >= end + length.parse::<usize>().unwrap() {
                return request;
            }
        }
        assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0, "the request is incomplete");
    }
}

fn call_list() -> CreateCallList {
    CreateCallList {
        rule_id: 7,
        name: "a & b".into(),
        file_content: File::from(b"phone;\xff\0\r\n--x").with_name("tasks.csv").with_content_type("text/csv"),
        delimiter: Some(";".into()),
        start_at: UnixTime::from_seconds(1_769_882_700),
        task_multiplier: Some("1.50".parse().unwrap()),
    }
}

/// The body of [`call_list`], with the credentials.
const CALL_LIST: &[u8] = b"--vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"rule_id\"\r\n\r\n7\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"name\"\r\n\r\na & b\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"file_content\"; filename=\"tasks.csv\"\r\nContent-Type: text/csv\r\n\r\n\
    phone;\xff\0\r\n--x\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"delimiter\"\r\n\r\n;\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"start_at\"\r\n\r\n1769882700\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"task_multiplier\"\r\n\r\n1.50\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"account_id\"\r\n\r\n1\r\n\
    --vox-form-boundary-00000000\r\n\
    Content-Disposition: form-data; name=\"api_key\"\r\n\r\nthe key\r\n\
    --vox-form-boundary-00000000--\r\n";

const MULTIPART: &str = "multipart/form-data; boundary=vox-form-boundary-00000000";

#[tokio::test]
async fn a_file_is_sent_as_multipart_the_same_for_each_attempt_and_by_to_http() {
    let request = call_list();
    let by_hand = request.to_http(&auth()).unwrap();
    assert_eq!(by_hand.headers()["content-type"], MULTIPART);
    assert_eq!(by_hand.body().as_bytes(), CALL_LIST);

    let server = Server::start(&[(429, ""), (200, r#"{"result": true, "list_id": 5}"#)]).await;
    assert_eq!(request.send(&server.client()).await.unwrap().list_id, 5);
    for (head, body) in server.requests() {
        assert!(head.starts_with("POST /platform_api/CreateCallList HTTP/1.1\r\n"), "{head}");
        assert!(head.contains(&format!("\r\ncontent-type: {MULTIPART}\r\n")), "{head}");
        assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", CALL_LIST.len())), "{head}");
        assert_eq!(body, CALL_LIST);
    }
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn files_are_read_back_with_their_name_and_type() {
    survives(&call_list());
    survives(&AppendToCallList { list: CallList::Name("a;b".into()), file_content: "x".into() });
    survives(&AppendToCallList {
        list: CallList::Id(7),
        file_content: File::from("").with_name("Список \"1\".csv"),
    });
    let plain = |file: &'static str| File::from(file).with_content_type("text/plain");
    survives(&AppendToCallList { list: CallList::Id(7), file_content: plain("x") });
    // Some clients send a file as a text.
    let form = Form::parse(b"list_id=7&file_content=a%3Bb").unwrap();
    assert_eq!(AppendToCallList::decode(&form).unwrap().file_content, plain("a;b"));
}

#[test]
fn a_method_with_a_file_parameter_is_multipart_also_without_the_file() {
    let mut request = AddPushCredential {
        push_provider_name: "GOOGLE".into(),
        google_key: None,
        cert_content: None,
        cert_password: None,
    };
    let provider = "--vox-form-boundary-00000000\r\nContent-Disposition: form-data; name=\"push_provider_name\"\
                    \r\n\r\nGOOGLE\r\n--vox-form-boundary-00000000";
    assert_eq!(body(&request), format!("{provider}--\r\n"));
    assert_eq!(request.to_http(&auth()).unwrap().headers()["content-type"], MULTIPART);
    survives(&request);
    request.google_key = Some(GoogleKey::Server("k".into()));
    let key = "\r\nContent-Disposition: form-data; name=\"server_key\"\r\n\r\nk\r\n--vox-form-boundary-00000000--\r\n";
    assert_eq!(body(&request), format!("{provider}{key}"));
    survives(&request);
    request.google_key = Some(GoogleKey::ServiceAccount(File::from("{}").with_name("key.json")));
    request.cert_content = Some(File::from(b"\xff\xfe"));
    survives(&request);
    // Methods without a file parameter are not.
    assert_eq!(
        AddScenario { scenario_script: "a".into() }.to_http(&auth()).unwrap().headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
}

#[test]
fn a_text_parameter_reads_a_file_that_is_text_and_rejects_others() {
    let mut form = Form::default();
    form.push_file("scenario_script", File::from("1;"));
    assert_eq!(AddScenario::decode(&form).unwrap().scenario_script, "1;");
    // An empty one is absent, like an empty text.
    let mut form = Form::default();
    form.push_file("scenario_script", File::from(""));
    assert_eq!(form.get("scenario_script"), None);
    assert_eq!(AddScenario::decode(&form).unwrap_err().to_string(), "- `scenario_script` is required");
    let mut form = Form::default();
    form.push_file("scenario_script", File::from(b"\xff"));
    let violations = AddScenario::decode(&form).unwrap_err();
    assert_eq!(violations.to_string(), "- `scenario_script` must be a text in UTF-8");
}

#[test]
fn a_content_type_that_would_break_the_form_is_a_violation() {
    for content_type in ["", "text/csv\r\nX: 1", "текст"] {
        let file_content = File::from("x").with_content_type(content_type);
        let request = AppendToCallList { list: CallList::Id(7), file_content };
        assert_eq!(
            violations(&request),
            "- `file_content` must be a file with a content type of printable ASCII characters, such as `text/csv`"
        );
        assert!(!body(&request).contains("X: 1"));
    }
}

#[test]
fn nothing_of_a_secret_file_is_shown() {
    let file = || File::from(SECRET).with_name(SECRET);
    let request = AddPushCredential {
        push_provider_name: "APPLE".into(),
        google_key: Some(GoogleKey::ServiceAccount(file())),
        cert_content: Some(file().with_content_type(SECRET)),
        cert_password: Some(SECRET.into()),
    };
    let masks = r#""service_account_file":"***","cert_content":"***","cert_password":"***""#;
    assert_eq!(masked(&request).to_string(), format!(r#"{{"push_provider_name":"APPLE",{masks}}}"#));
    let http = request.to_http(&auth()).unwrap();
    let invalid = AddPushCredential { cert_content: Some(file().with_content_type("\n")), ..request.clone() };
    let invalid = invalid.to_http(&auth()).unwrap_err();
    let form = Form::from_body(Some(MULTIPART), http.body().clone().into_bytes()).unwrap();
    for shown in [format!("{request:?} {http:?} {form:?}"), format!("{invalid:?} {invalid}")] {
        assert!(!shown.contains("S3cret") && !shown.contains("Zq9"), "{shown}");
    }
    // Of other files, a log shows the name and the length, and never the content.
    assert!(masked(&call_list()).to_string().contains(r#""file_content":"tasks.csv, 13 bytes""#));
    assert!(format!("{:?}", call_list()).contains("file_content: File(13 bytes)"));
}

#[test]
fn times_are_written_in_the_formats_of_the_api() {
    let time = |hour, minute| Some(Time::constant(hour, minute, 0, 0));
    let request = EditCallListTask {
        start_at: Some("2026-01-31T18:05:07.999+03:00".parse().unwrap()),
        min_execution_time: time(9, 0),
        max_execution_time: time(18, 30),
        skill_id: Some(vec![1, 2]),
    };
    assert_eq!(
        body(&request),
        "start_at=2026-01-31+15%3A05%3A07&min_execution_time=09%3A00%3A00&max_execution_time=18%3A30%3A00&\
         skill_id=1%3B2"
    );
    let request = EditCallListTask { start_at: Some("2026-01-31T15:05:07Z".parse().unwrap()), ..request };
    survives(&request);

    let request = GetSmartQueueRealtimeMetrics {
        from_date: Some("2026-01-31 18:05:07".parse().unwrap()),
        time_zone: Some("Europe/Moscow".into()),
        interval: Some(Period { minutes: 30, ..Period::default() }),
    };
    assert_eq!(
        body(&request),
        "from_date=2026-01-31+18%3A05%3A07&timezone=Europe%2FMoscow&interval=0000-00-00+00%3A30%3A00"
    );
    survives(&request);

    let request = SetKeyValueItem {
        key: "k".into(),
        value: "v".into(),
        expiry: Some(Expiry::At(UnixTime::from_seconds(-5).unwrap())),
    };
    assert_eq!(body(&request), "key=k&value=v&expires_at=-5");
    survives(&request);
    survives(&SetKeyValueItem { expiry: Some(Expiry::After(60)), ..request });
}

#[test]
fn times_that_the_format_cannot_express_are_violations() {
    let request = EditCallListTask { start_at: Some(Timestamp::MIN), ..EditCallListTask::default() };
    assert_eq!(
        violations(&request),
        "- `start_at` must be a date in the years 1 to 9999; found `-009999-01-02`"
    );
    let request = EditCallListTask { start_at: Some(Timestamp::MAX), ..EditCallListTask::default() };
    survives(&EditCallListTask { start_at: read_back(&request).start_at, ..request });
    let request = GetSmartQueueRealtimeMetrics {
        from_date: Some(DateTime::ZERO),
        ..GetSmartQueueRealtimeMetrics::default()
    };
    assert_eq!(
        violations(&request),
        "- `from_date` must be a date in the years 1 to 9999; found `0000-01-01`"
    );
    let interval = Some(Period { seconds: 100, ..Period::default() });
    let request = GetSmartQueueRealtimeMetrics { interval, ..GetSmartQueueRealtimeMetrics::default() };
    assert_eq!(
        violations(&request),
        "- `interval` must be a length of time of at most 9999 years, and 99 of each other unit; found `0-0-0 0:0:100`"
    );
    let days = Some(vec![Date::constant(2026, 1, 31), Date::constant(-1, 1, 1)]);
    let request =
        A2pSendSms { dst_numbers: vec!["12".into()], amounts: None, offsets: None, small: None, days };
    assert_eq!(
        violations(&request),
        "- `days[1]` must be a date in the years 1 to 9999; found `-000001-01-01`"
    );
}

#[test]
fn texts_that_are_no_times_are_violations_of_the_request() {
    let read = |form: &str| EditCallListTask::decode(&Form::parse(form.as_bytes()).unwrap());
    for (form, expected) in [
        ("start_at=soon", "- `start_at` must be a UTC time such as `2026-01-31 18:05:00`; found `soon`"),
        (
            "start_at=99999-01-01",
            "- `start_at` must be a UTC time such as `2026-01-31 18:05:00`; found `99999-01-01`",
        ),
        (
            "min_execution_time=25:00",
            "- `min_execution_time` must be a time of day such as `18:05:00`; found `25:00`",
        ),
    ] {
        assert_eq!(read(form).unwrap_err().to_string(), expected);
    }
    let read = |form: &str| SetKeyValueItem::decode(&Form::parse(form.as_bytes()).unwrap());
    for seconds in ["1.5", "soon", "99999999999999"] {
        assert_eq!(
            read(&format!("key=k&value=v&expires_at={seconds}")).unwrap_err().to_string(),
            format!(
                "- `expires_at` must be a number of seconds since 1970 such as `1769882700`; found `{seconds}`"
            )
        );
    }
    let read = |form: &str| GetSmartQueueRealtimeMetrics::decode(&Form::parse(form.as_bytes()).unwrap());
    assert_eq!(
        read("interval=0-1-0 0:0:0").unwrap().interval,
        Some(Period { months: 1, ..Period::default() })
    );
    assert_eq!(
        read("interval=30m").unwrap_err().to_string(),
        "- `interval` must be a length of time such as `0000-00-00 00:30:00`; found `30m`"
    );
}

#[test]
fn fields_are_read_and_written_in_the_same_formats() {
    let json = r#"{"result": {"expires_at": "1769882700", "opens_at": "09:00:00", "details": "[{\"sq_skill_id\":1,\"sq_skill_level\":5}]"}}"#;
    let response = SetKeyValueItem::from_http(http::Response::new(json)).unwrap();
    let item = &response.result;
    assert_eq!(item.expires_at.unwrap().timestamp().to_string(), "2026-01-31T18:05:00Z");
    assert_eq!(item.opens_at, Some(Time::constant(9, 0, 0, 0)));
    assert_eq!(item.details, Some(Json(vec![SkillLevel { sq_skill_id: 1, sq_skill_level: 5 }])));
    let written = SetKeyValueItem::encode_response(&response);
    let expected = r#"{"result":{"expires_at":1769882700,"opens_at":"09:00:00","details":"[{\"sq_skill_id\":1,\"sq_skill_level\":5}]"}}"#;
    assert_eq!(written.body(), expected);
    assert_eq!(masked(&response).to_string(), expected);
    // Each of them is evidence of a success.
    for json in [r#"{"expires_at": 1}"#, r#"{"opens_at": "09:00"}"#, r#"{"details": []}"#] {
        assert!(KeyValueItem::from_json(json.as_bytes()).is_ok());
    }
    for (json, is_success) in [
        (r#"{"result": {"opens_at": "09:00"}}"#, true),
        (r#"{"result": {"expires_at": 5}}"#, true),
        (r#"{"result": {"opens_at": "n/a"}}"#, false),
        (r#"{"result": {"expires_at": "n/a"}}"#, false),
    ] {
        assert_eq!(SetKeyValueItem::from_http(http::Response::new(json)).is_ok(), is_success, "{json}");
    }
}

#[test]
fn json_is_a_text() {
    let level = |sq_skill_id| SkillLevel { sq_skill_id, sq_skill_level: 5 };
    let request = BindSkillLevels {
        user_id: List::All,
        sq_skills: vec![level(1), level(2)].into(),
        custom_data: Some(Json(Value::String("a".into()))),
        json_credentials: Some(format!("[\"{SECRET}\"]").into()),
    };
    assert_eq!(
        body(&request),
        "user_id=all&sq_skills=%5B%7B%22sq_skill_id%22%3A1%2C%22sq_skill_level%22%3A5%7D%2C%7B%22sq_skill_id%22%3A2%2C\
         %22sq_skill_level%22%3A5%7D%5D&custom_data=%22a%22&json_credentials=%5B%22S3cret-Zq9%22%5D"
    );
    survives(&request);
    assert!(masked(&request).to_string().ends_with(r#","custom_data":"\"a\"","json_credentials":"***"}"#));
    let form = Form::parse(br#"user_id=1&sq_skills=[{"sq_skill_id":"S3cret"}]&custom_data=a"#).unwrap();
    assert_eq!(
        BindSkillLevels::decode(&form).unwrap_err().to_string(),
        "- `sq_skills` must be JSON of the declared structure; found `[{\"sq_skill_id\":\"S3cret\"}]`\n\
         - `custom_data` must be JSON of the declared structure; found `a`"
            .replace('"', "\\\"")
    );
}

fn sms(numbers: &[&str]) -> A2pSendSms {
    A2pSendSms {
        dst_numbers: numbers.iter().map(|&number| number.to_owned()).collect(),
        amounts: None,
        offsets: None,
        small: None,
        days: None,
    }
}

#[test]
fn lists_of_every_number_and_of_dates_are_sent() {
    let request = A2pSendSms {
        amounts: Some(vec!["-5".parse().unwrap(), "0.50".parse().unwrap()]),
        offsets: Some([-1, i64::MIN].into()),
        small: Some(vec![-128, 127]),
        days: Some(vec![Date::constant(2026, 1, 31), Date::constant(9999, 12, 31)]),
        ..sms(&["12", "345"])
    };
    assert_eq!(
        body(&request),
        "dst_numbers=12%3B345&amounts=-5%3B0.50&offsets=-1%3B-9223372036854775808&small=-128%3B127&\
         days=2026-01-31%3B9999-12-31"
    );
    survives(&request);
    survives(&A2pSendSms { offsets: Some(List::All), ..request });
    let meta = |name| A2pSendSms::META.param(name).unwrap().meta.value();
    assert_eq!((meta("offsets").kind, meta("offsets").unsigned), (ParamType::IntList, false));
    assert_eq!((meta("days").kind, meta("days").item), (ParamType::StringList, Some(ParamType::Date)));
}

#[test]
fn rules_hold_for_each_item_and_name_its_index() {
    assert_eq!(
        violations(&sms(&["12", "1", "123456", "1x", "7"])),
        "- `dst_numbers` must have at most 3 items; it has 5\n\
         - `dst_numbers[1]` must have at least 2 characters; it has 1\n\
         - `dst_numbers[2]` must have at most 5 characters; it has 6\n\
         - `dst_numbers[3]` must match `[0-9]*`; found `1x`\n\
         - `dst_numbers[4]` must have at least 2 characters; it has 1"
    );
    let amounts = Some(vec!["-5.01".parse().unwrap(), "0.5".parse().unwrap(), "0.51".parse().unwrap()]);
    let found = A2pSendSms { amounts, ..sms(&["12"]) }.validate().unwrap_err();
    assert_eq!(
        found.to_string(),
        "- `amounts[0]` must be at least -5; found `-5.01`\n- `amounts[2]` must be at most 0.5; found `0.51`"
    );
    let places: Vec<_> =
        found.iter().map(|violation| (violation.param, violation.item, violation.kind.rule())).collect();
    assert_eq!(places, [("amounts", Some(0), "min"), ("amounts", Some(2), "max")]);
    let request = EditCallListTask { skill_id: Some(vec![1, 0]), ..EditCallListTask::default() };
    assert_eq!(violations(&request), "- `skill_id[1]` must be at least 1; found `0`");
}

#[test]
fn an_empty_item_is_one_violation_whatever_rules_it_breaks_as_well() {
    assert_eq!(
        violations(&sms(&["", "12", "1x"])),
        "- `dst_numbers` has an empty item\n- `dst_numbers[2]` must match `[0-9]*`; found `1x`"
    );
    assert_eq!(
        violations(&sms(&[" ", "12"])),
        concat!(
            "- `dst_numbers[0]` must have at least 2 characters; it has 1\n",
            "- `dst_numbers[0]` must match `[0-9]*`; found ` `"
        )
    );
}

#[test]
fn a_limit_in_bytes_counts_bytes() {
    let script = |letter: &str, count| AddScenario { scenario_script: letter.repeat(count) };
    assert!(script("a", 131_071).validate().is_ok());
    assert_eq!(
        violations(&script("a", 131_072)),
        "- `scenario_script` must have at most 131071 bytes; it has 131072"
    );
    assert!(script("я", 65_535).validate().is_ok());
    assert_eq!(
        violations(&script("я", 65_536)),
        "- `scenario_script` must have at most 131071 bytes; it has 131072"
    );
}

#[test]
fn metadata_is_exported() {
    let exported = serde_json::to_value(A2pSendSms::META).unwrap();
    assert_eq!(exported["money"], true);
    let rules = |index: usize| exported["params"][index]["rules"].to_string();
    assert_eq!(rules(0), r#"{"each":{"max_len":5,"min_len":2,"pattern":"^(?:[0-9]*)$"},"max_items":3}"#);
    assert_eq!(rules(4), r#"{"item_type":"date"}"#);
    let exported = serde_json::to_value(CreateCallList::META).unwrap();
    assert_eq!(exported["roles"][4], "sys.Calls");
    let types = |exported: &Value| {
        let params = exported["params"].as_array().unwrap().iter();
        params
            .map(|param| format!("{}{}", param["type"], param["rules"]["format"]))
            .collect::<Vec<_>>()
            .concat()
    };
    assert_eq!(
        types(&exported),
        r#""number"null"string"null"file"null"string"null"number""unix_time""decimal"null"#
    );
    let exported = serde_json::to_value(EditCallListTask::META).unwrap();
    assert_eq!(
        types(&exported),
        r#""timestamp""YYYY-MM-DD HH:mm:ss""time""HH:mm:ss""time""HH:mm:ss""intlist"null"#
    );
    assert_eq!(serde_json::to_value(AddScenario::META).unwrap()["params"][0]["rules"]["max_bytes"], 131_071);
    let spends_money: Vec<_> =
        vox_accounts::METHODS.iter().filter(|method| method.money).map(|method| method.name).collect();
    assert_eq!(spends_money, ["ChargeAccount", "ChangeAccountPlan"]);
}

#[tokio::test]
async fn a_role_that_vox_does_not_know_may_call_the_methods_that_list_it() {
    let server = Server::start(&[(200, r#"{"result": true, "list_id": 5}"#)]).await;
    let with = |role| server.builder().roles([role]).build().unwrap();
    let error = call_list().send(&with(Role::named("sys.Other"))).await.unwrap_err();
    assert!(error.to_string().contains("this client has sys.Other"), "{error}");
    assert!(error.to_string().contains("CallListManager, sys.Calls"), "{error}");
    assert_eq!(call_list().send(&with(Role::named("sys.Calls"))).await.unwrap().list_id, 5);
}

#[tokio::test]
async fn parameters_that_a_declaration_does_not_know_are_sent() {
    let request =
        sms(&["12"]).with_param("Über flow", "a&b").with_param("store", "1").with_param("store", "2");
    assert_eq!(body(&request), "dst_numbers=12&%C3%9Cber+flow=a%26b&store=2");
    let server = Server::start(&[(200, r#"{"result": 1}"#)]).await;
    request.send(&server.client()).await.unwrap();
    let (head, sent) = server.requests().remove(0);
    assert!(head.starts_with("POST /platform_api/A2PSendSms "), "{head}");
    let expected = "dst_numbers=12&%C3%9Cber+flow=a%26b&store=2&account_id=1&api_key=the+key";
    assert_eq!(String::from_utf8(sent).unwrap(), expected);

    // The rules of the request hold as well.
    let request = sms(&["1"]).with_param("small", "1").with_param("api_key", "k").with_param("", "x");
    assert_eq!(
        violations(&request),
        "- `dst_numbers[0]` must have at least 2 characters; it has 1\n\
         - `small` cannot be added by `with_param`: the request has a field for it\n\
         - `api_key` cannot be added by `with_param`: it is a credential, which the client adds\n\
         - `` cannot be added by `with_param`: it has no name"
    );
    // A member of a group is declared, too.
    let request = AppendToCallList { list: CallList::Id(7), file_content: "x".into() };
    assert!(violations(&request.with_param("list_name", "a")).contains("`list_name` cannot be added"));
}

/// Lists users.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetUsers", response = Users, kind = read)]
struct GetUsers {
    /// How many users are skipped.
    offset: Option<u64>,
}

/// The response of `GetUsers`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
struct Users {
    /// The ids of the users.
    result: Vec<u64>,
    /// How many there are in all.
    total_count: Option<u64>,
}

impl Paged for GetUsers {
    type Item = u64;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: Users) -> (Vec<u64>, Option<u64>) {
        (response.result, response.total_count)
    }
}

#[tokio::test]
async fn added_parameters_are_sent_for_each_page() {
    let pages =
        &[(200, r#"{"result": [1], "total_count": 2}"#), (200, r#"{"result": [2], "total_count": 2}"#)];
    let server = Server::start(pages).await;
    let mut users = GetUsers::default().with_param("with_skills", "1").items(&server.client());
    let mut found = Vec::new();
    while let Some(user) = users.next().await {
        found.push(user.unwrap());
    }
    assert_eq!(found, [1, 2]);
    let sent = server.requests().into_iter().map(|(_, body)| String::from_utf8(body).unwrap());
    assert_eq!(
        sent.collect::<Vec<_>>(),
        ["with_skills=1&account_id=1&api_key=the+key", "offset=1&with_skills=1&account_id=1&api_key=the+key",]
    );
}

#[test]
fn values_of_added_parameters_are_not_shown() {
    let request = sms(&["12"]).with_param("new_key", SECRET);
    assert_eq!(masked(&request).to_string(), r#"{"dst_numbers":"12","new_key":"***"}"#);
    let shown = format!("{request:?} {:?}", request.to_http(&auth()));
    assert!(shown.contains(r#"params: ["new_key"]"#) && !shown.contains("S3cret"), "{shown}");
    assert_eq!(request.request(), &sms(&["12"]));
}

/// A method of the sandbox, with a file that it does not know.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetAccountInfo", response = Value, kind = read)]
struct GetAccountInfo {
    /// A file.
    picture: File,
}

#[tokio::test]
async fn the_sandbox_accepts_forms_with_files() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let request = GetAccountInfo { picture: File::from(b"\xff\r\n--vox-form-boundary-").with_name("a.png") };
    assert!(request.send(&client).await.unwrap()["result"]["account_id"].is_u64());
    let logged = sandbox.requests().pop().unwrap();
    assert_eq!(logged.param("picture"), Some("23 bytes"));
}

fn any_file() -> impl Strategy<Value = File> {
    let content = prop_oneof![
        any::<Vec<u8>>(),
        "(--|\r\n|vox-form-boundary-|0000000[0-3]|[a-z]){0,8}".prop_map(String::into_bytes),
    ];
    // A browser would read these characters as escapes.
    let name = proptest::option::of("[^%\\\\]{0,12}");
    let content_type = prop_oneof![Just("application/octet-stream"), Just("text/csv"), Just("text/plain")];
    let file = (content, name, content_type).prop_map(|(content, name, content_type)| {
        let file = File::from(content).with_content_type(content_type);
        name.into_iter().fold(file, File::with_name)
    });
    // A plain text without a name is a text, and without characters it is absent.
    file.prop_filter("absent", |file| {
        !file.bytes().is_empty() || file.name().is_some() || file.content_type() != "text/plain"
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_multipart_request_is_read_back(
        name in "[^\0]{1,20}",
        file_content in any_file(),
        delimiter in proptest::option::of("[^\0]{1,3}"),
        seconds in -377_705_023_201_i64..=253_402_207_200,
    ) {
        let start_at = UnixTime::from_seconds(seconds);
        let request = CreateCallList { rule_id: 7, name, file_content, delimiter, start_at, task_multiplier: None };
        prop_assert_eq!(&read_back(&request), &request);
        // The order and the contents are those of another reader, which splits at the boundary.
        let form = request.to_form();
        let content_type = form.content_type();
        let boundary = content_type.to_str().unwrap().rsplit('=').next().unwrap();
        let count = form.as_bytes().windows(boundary.len()).filter(|window| *window == boundary.as_bytes()).count();
        prop_assert_eq!(count, 5 + usize::from(request.delimiter.is_some()));
    }

    #[test]
    fn any_time_is_read_back(
        seconds in -62_135_596_800_i64..=253_402_207_199,
        nanoseconds in 0..1_000_000_000_i32,
        period in (0..=9999_u32, proptest::array::uniform5(0..=99_u32)),
        days in proptest::collection::vec((1..=9999_i16, 1..=12_i8, 1..=28_i8), 1..4),
    ) {
        let moment = Timestamp::new(seconds, 0).unwrap();
        let with_fraction = Timestamp::new(seconds, nanoseconds).unwrap();
        let civil = moment.to_string().trim_end_matches('Z').parse::<DateTime>().unwrap();
        let request = EditCallListTask {
            start_at: Some(with_fraction),
            min_execution_time: Some(civil.time()),
            ..EditCallListTask::default()
        };
        prop_assert!(request.validate().is_ok());
        let read = read_back(&request);
        // Before 1970, dropping the fraction of the text is rounding down.
        prop_assert_eq!(read.start_at, Some(moment));
        prop_assert_eq!(read.min_execution_time, request.min_execution_time);

        let (years, [months, days_of_period, hours, minutes, seconds]) = period;
        let interval = Period { years, months, days: days_of_period, hours, minutes, seconds };
        let request = GetSmartQueueRealtimeMetrics { from_date: Some(civil), interval: Some(interval), time_zone: None };
        survives(&request);

        let days = days.into_iter().map(|(year, month, day)| Date::constant(year, month, day));
        survives(&A2pSendSms { days: Some(days.collect()), ..sms(&["12"]) });
    }

    #[test]
    fn any_json_is_read_back(text in any::<String>(), number in any::<u64>()) {
        let skills = vec![SkillLevel { sq_skill_id: number, sq_skill_level: 0 }];
        let custom_data = Some(Json(serde_json::json!({ text.clone(): [text, number, null] })));
        survives(&BindSkillLevels { user_id: [number].into(), sq_skills: Json(skills), custom_data, json_credentials: None });
    }
}
