//! All faults, in the order of a call: from the connection to the last byte of the response.

use std::time::Duration;

use vox_accounts::vox_core::Timestamp;
use vox_tests::faulty_server::{Ending, GOOD_BODY, Step, Trigger};

/// One way to misbehave.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// The name of its group.
    pub group: &'static str,
    /// The name for operators.
    pub name: &'static str,
    /// The behavior of the server.
    pub server: Server,
    /// The wait that determines how long the call takes.
    pub wait: Wait,
}

/// The behavior of a server.
#[derive(Debug, Clone)]
pub(crate) enum Server {
    /// It plays this step.
    Steps(Step),
    /// It responds to a first call, then closes the connection.
    ClosesIdle,
    /// It responds to a first call; the next request on the same connection gets this step.
    StepsOnSecondRequest(Step),
    /// As `Steps`, under a URL that begins with `https`.
    StepsUnderHttps(Step),
    /// Nothing listens on its port.
    RefusesConnections,
    /// Its queue of connections is full, and it accepts none.
    NeverAccepts,
    /// Its certificate is self-signed.
    SelfSigned,
    /// Its name has no address.
    Unresolvable,
    /// It redirects to another server.
    Redirects,
}

/// The wait that determines how long a call takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wait {
    /// No wait.
    None,
    /// The connect timeout of each attempt.
    ConnectTimeout,
    /// The read timeout of each attempt.
    ReadTimeout,
    /// The timeout of the call.
    Timeout,
    /// The pauses between the attempts, as requested by `Retry-After`.
    RetryAfter,
    /// A response that takes longer than the read timeout in total.
    SlowResponse,
}

impl Fault {
    /// Whether the outcome is always the same. The promises hold even if it is not.
    pub(crate) fn is_deterministic(&self) -> bool {
        // A reset may come before the request is written, or after.
        !matches!(
            &self.server,
            Server::Steps(Step { trigger: Trigger::Connected, ending: Ending::Reset, .. })
        )
    }

    /// Whether the fault can be over in the next attempt.
    pub(crate) fn can_pass(&self) -> bool {
        !matches!(self.server, Server::StepsUnderHttps(_) | Server::SelfSigned | Server::Unresolvable)
    }
}

/// The pause in the header `Retry-After`.
pub(crate) const RETRY_AFTER: Duration = Duration::from_secs(1);

/// The largest response, in bytes, that the client accepts.
pub(crate) const MAX_RESPONSE_BYTES: usize = 100_000;

const JSON: &str = "content-type: application/json\r\n";

/// All faults, in the order of a call.
pub(crate) fn all() -> Vec<Fault> {
    let groups = [
        ("No connection", connections()),
        ("A request without a response, or with a part of one", lost_responses()),
        ("A response that is not HTTP", broken_http()),
        ("A response that is not the API's, or not a success", unexpected_responses()),
        ("Too many requests", busy()),
        ("Rejections", rejections()),
        ("Unusual, but not a failure", harmless()),
    ];
    let named =
        |(group, faults): (_, Vec<Fault>)| faults.into_iter().map(move |fault| Fault { group, ..fault });
    groups.into_iter().flat_map(named).collect()
}

fn fault(name: &'static str, server: Server, wait: Wait) -> Fault {
    Fault { group: "", name, server, wait }
}

fn steps(name: &'static str, step: Step, wait: Wait) -> Fault {
    fault(name, Server::Steps(step), wait)
}

fn at_once(name: &'static str, step: Step) -> Fault {
    steps(name, step, Wait::None)
}

/// A response with a JSON body.
fn json(status: &str, body: &str) -> Step {
    Step::response(status, JSON, body)
}

/// Good headers for a body of this length.
fn head(length: usize) -> String {
    format!("HTTP/1.1 200 OK\r\n{JSON}content-length: {length}\r\n\r\n")
}

fn connections() -> Vec<Fault> {
    let https = |trigger, ending| Server::StepsUnderHttps(Step::unread(trigger, ending));
    let plain = Step::unread(Trigger::FirstByte, Ending::Close)
        .with("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n");
    vec![
        fault("The host's name cannot be resolved", Server::Unresolvable, Wait::None),
        fault("The connection is refused", Server::RefusesConnections, Wait::None),
        fault("The connection is never accepted", Server::NeverAccepts, Wait::ConnectTimeout),
        fault("TLS: the certificate is self-signed", Server::SelfSigned, Wait::None),
        fault("TLS: the server speaks plain HTTP", Server::StepsUnderHttps(plain), Wait::None),
        fault("TLS: the handshake is cut off", https(Trigger::FirstByte, Ending::Close), Wait::None),
        fault(
            "TLS: the handshake gets no response",
            https(Trigger::FirstByte, Ending::Hang),
            Wait::ConnectTimeout,
        ),
    ]
}

fn lost_responses() -> Vec<Fault> {
    let half = |ending| Step::raw(head(GOOD_BODY.len())).with(&GOOD_BODY[..20]).ending(ending);
    let headers_only = Step::raw(head(GOOD_BODY.len()));
    vec![
        at_once("Reset as soon as it is connected", Step::unread(Trigger::Connected, Ending::Reset)),
        at_once("Reset with the request unread", Step::unread(Trigger::FirstByte, Ending::Reset)),
        steps("The request is never read", Step::unread(Trigger::FirstByte, Ending::Hang), Wait::ReadTimeout),
        at_once("Reset after the request was read", Step::raw("").ending(Ending::Reset)),
        at_once("Closed after the request was read, without a response", Step::raw("").ending(Ending::Close)),
        steps("No response to the request", Step::raw("").ending(Ending::Hang), Wait::ReadTimeout),
        fault("A connection that was in use: closed before the next request", Server::ClosesIdle, Wait::None),
        fault(
            "A connection that was in use: reset after the next request was read",
            Server::StepsOnSecondRequest(Step::raw("").ending(Ending::Reset)),
            Wait::None,
        ),
        at_once(
            "Half the headers, then closed",
            Step::raw("HTTP/1.1 200 OK\r\ncontent-").ending(Ending::Close),
        ),
        at_once("Headers only, then closed", headers_only.clone().ending(Ending::Close)),
        steps("Headers only, then silence", headers_only.ending(Ending::Hang), Wait::ReadTimeout),
        at_once("Half the body, then closed", half(Ending::Close)),
        at_once("Half the body, then reset", half(Ending::Reset)),
        steps("Half the body, then silence", half(Ending::Hang), Wait::ReadTimeout),
        steps(
            "The response comes byte by byte, for longer than the whole call may take",
            Step::good().dripping(Duration::from_millis(50)),
            Wait::Timeout,
        ),
        at_once(
            "The announced length is more than what comes",
            Step::raw(head(999)).with(GOOD_BODY).ending(Ending::Close),
        ),
    ]
}

fn broken_http() -> Vec<Fault> {
    let many = "x-many: 1\r\n".repeat(500);
    let large = format!("x-large: {}\r\n", "x".repeat(1_000_000));
    vec![
        at_once("No HTTP at all", Step::raw("220 mail.example ESMTP ready\r\n").ending(Ending::Close)),
        at_once("500 headers", Step::response("200 OK", &many, GOOD_BODY).ending(Ending::Close)),
        at_once("A header of 1 MB", Step::response("200 OK", &large, GOOD_BODY).ending(Ending::Close)),
    ]
}

fn unexpected_responses() -> Vec<Fault> {
    let html = "content-type: text/html\r\n";
    let closing =
        |body: &str| Step::raw(format!("HTTP/1.1 200 OK\r\n{JSON}\r\n{body}")).ending(Ending::Close);
    let giant = "x".repeat(2 * MAX_RESPONSE_BYTES);
    vec![
        at_once(
            "500 with an error of the API",
            json("500 Internal Server Error", r#"{"error":{"code":1,"msg":"Internal error"}}"#),
        ),
        at_once(
            "The API says that it failed (code 2), in HTTP 200",
            json("200 OK", r#"{"error":{"code":2,"msg":"Internal error"}}"#),
        ),
        at_once("500 with other JSON", json("500 Internal Server Error", r#"{"message":"oops"}"#)),
        at_once("502 with HTML", Step::response("502 Bad Gateway", html, "<h1>Bad Gateway</h1>")),
        at_once("503 without a body", Step::response("503 Service Unavailable", "", "")),
        at_once("200 with HTML", Step::response("200 OK", html, "<h1>Welcome</h1>")),
        at_once("200 with an empty body", json("200 OK", "")),
        at_once("204 without a body", Step::raw("HTTP/1.1 204 No Content\r\n\r\n")),
        at_once(
            "The announced length is less than what comes",
            Step::raw(head(20)).with(GOOD_BODY).ending(Ending::Close),
        ),
        at_once("A body without an announced length, cut off", closing(&GOOD_BODY[..20])),
        at_once("Broken JSON", json("200 OK", r#"{"result":{"account_id":1,}}"#)),
        at_once("JSON of another shape", json("200 OK", r#"{"result":"done"}"#)),
        at_once(
            "JSON of the right shape with a text in place of a number",
            json(
                "200 OK",
                r#"{"result":{"account_id":"x","account_name":"n","charged_amount":1,"phones":[{"phone_id":"x"}]}}"#,
            ),
        ),
        at_once("`{}`", json("200 OK", "{}")),
        at_once("JSON that is not the API's", json("200 OK", r#"{"message":"Forbidden"}"#)),
        at_once("A result that is null", json("200 OK", r#"{"result":null}"#)),
        at_once("A proxy's plain text, in HTTP 200", json("200 OK", "503 Service Temporarily Unavailable")),
        at_once(
            "A result next to an error (code 340)",
            json("200 OK", &with_result(r#""error":{"code":340,"msg":"x"}"#)),
        ),
        at_once(
            "A result next to a list of errors",
            json("200 OK", &with_result(r#""errors":[{"code":127,"msg":"x"}]"#)),
        ),
        at_once("An error without a readable code", json("200 OK", r#"{"error":"Internal server error"}"#)),
        at_once("An error that is cut off", json("200 OK", r#"{"error":{"code":127,"msg":"No"#)),
        at_once(
            "429 with an error of the API that says that it failed (code 2)",
            json("429 Too Many Requests", r#"{"error":{"code":2,"msg":"x"}}"#),
        ),
        at_once("408 without a body", Step::response("408 Request Timeout", "", "")),
        at_once(
            "303, which may follow a processed request",
            Step::response("303 See Other", "location: /\r\n", ""),
        ),
        at_once(
            "A compressed body, though the request does not allow one",
            Step::response("200 OK", "content-encoding: gzip\r\n", b"\x1f\x8b\x08"),
        ),
        at_once("A giant body, announced", Step::raw(head(giant.len())).with(&giant).ending(Ending::Close)),
        at_once("A giant body, not announced", closing(&giant)),
    ]
}

/// A good body with another member.
fn with_result(member: &str) -> String {
    GOOD_BODY.replacen('{', &format!("{{{member},"), 1)
}

fn busy() -> Vec<Fault> {
    let busy = |headers: &str| Step::response("429 Too Many Requests", headers, "").unprocessed();
    let seconds = format!("retry-after: {}\r\n", RETRY_AFTER.as_secs());
    let code = |code: u32| {
        json("200 OK", &format!(r#"{{"error":{{"code":{code},"msg":"Too many"}}}}"#)).unprocessed()
    };
    vec![
        at_once("429 without `Retry-After`", busy("")),
        steps("429 with `Retry-After` in seconds", busy(&seconds), Wait::RetryAfter),
        at_once("429 with `Retry-After` as a date in the past", busy(&date(Duration::ZERO))),
        at_once(
            "429 with `Retry-After` as a date, beyond the call's time",
            busy(&date(Duration::from_secs(86400))),
        ),
        at_once("429 with `Retry-After` in seconds, beyond the call's time", busy("retry-after: 3600\r\n")),
        at_once("429 with an absurd `Retry-After`", busy("retry-after: 18446744073709551615\r\n")),
        at_once("The API's own code for too many requests (340), in HTTP 200", code(340)),
    ]
}

/// A header with a date this far ahead.
fn date(ahead: Duration) -> String {
    let date = Timestamp::now() + ahead;
    format!("retry-after: {}\r\n", date.strftime("%a, %d %b %Y %H:%M:%S GMT"))
}

fn rejections() -> Vec<Fault> {
    let rejection =
        |status: &str| json(status, r#"{"error":{"code":127,"msg":"Not enough money"}}"#).unprocessed();
    vec![
        at_once("The API rejects, in HTTP 200", rejection("200 OK")),
        at_once("The API rejects, in HTTP 400", rejection("400 Bad Request")),
        at_once(
            "The API rejects with nothing but a list of errors",
            json("200 OK", r#"{"errors":[{"code":127,"msg":"Not enough money"}]}"#).unprocessed(),
        ),
        at_once(
            "The API rejects, with half a surrogate pair in its message",
            json("200 OK", r#"{"error":{"code":127,"msg":"Not enough money \ud83d"}}"#).unprocessed(),
        ),
        at_once(
            "The API rejects, with a number in its error that is out of range",
            json("200 OK", r#"{"error":{"code":127,"msg":"x","limit":1e999}}"#).unprocessed(),
        ),
        at_once(
            "The API rejects, with `\"error\":null` after the error",
            json("200 OK", r#"{"error":{"code":127,"msg":"x"},"error":null}"#).unprocessed(),
        ),
        at_once(
            "The API rejects, after a byte order mark",
            json("200 OK", "\u{feff}{\"error\":{\"code\":127,\"msg\":\"x\"}}").unprocessed(),
        ),
        at_once(
            "404 with HTML",
            Step::response("404 Not Found", "content-type: text/html\r\n", "<h1>?</h1>").unprocessed(),
        ),
        fault("A redirect to another host", Server::Redirects, Wait::None),
    ]
}

fn harmless() -> Vec<Fault> {
    let informed = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n";
    let good = String::from_utf8(Step::good().bytes).unwrap();
    vec![
        steps(
            "The response comes byte by byte, for longer than the read timeout in total",
            Step::good().dripping(Duration::from_millis(35)),
            Wait::SlowResponse,
        ),
        at_once(
            "Bytes that are not UTF-8",
            Step::response(
                "200 OK",
                JSON,
                [GOOD_BODY.trim_end_matches('}').as_bytes(), b",\"x\":\"\xff\"}}"].concat(),
            ),
        ),
        at_once("A byte order mark before the body", json("200 OK", &format!("\u{feff}{GOOD_BODY}"))),
        at_once(
            "An error with the code 0, which means success",
            json("200 OK", &with_result(r#""error":{"code":0,"msg":"OK"}"#)),
        ),
        at_once(
            "A body without an announced length",
            Step::raw(format!("HTTP/1.1 200 OK\r\n{JSON}\r\n{GOOD_BODY}")).ending(Ending::Close),
        ),
        at_once("Informational responses before the real one", Step::raw(informed).with(&good)),
        at_once(
            "More bytes than announced after a complete response",
            Step::good().with("more").ending(Ending::Close),
        ),
    ]
}
