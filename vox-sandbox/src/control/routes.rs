//! The routes.

use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use vox_core::Role;

use super::{ControlError, ControlResult};
use crate::clock::Clock;
use crate::faults::rule::FaultRule;
use crate::json;
use crate::level::Level;
use crate::log::ReceivedRequest;
use crate::methods::Endpoint;
use crate::responses::rule::ResponseRule;
use crate::setup::fixture::NewAccountJson;
use crate::setup::{added_account, change, export};
use crate::shared::Shared;
use crate::wire::request::query_params;

/// A request to a route.
pub(super) struct Request<'r> {
    pub(super) shared: &'r Shared,
    pub(super) query: &'r str,
    /// The last part of the path.
    pub(super) id: Option<&'r str>,
    pub(super) body: &'r str,
}

/// A route: `/_sandbox/{name}` or `/_sandbox/{name}/{id}`.
pub(super) struct Route {
    pub(super) name: &'static str,
    pub(super) has_id: bool,
    pub(super) method: &'static str,
    /// Whether it works without control: it shows nothing but what the sandbox is.
    pub(super) is_public: bool,
    pub(super) run: fn(&Request<'_>) -> ControlResult,
}

impl Route {
    pub(super) fn path(&self) -> String {
        let id = if self.has_id { "/{id}" } else { "" };
        format!("{} {}{}{id}", self.method, super::PREFIX, self.name)
    }
}

const fn public(name: &'static str, run: fn(&Request<'_>) -> ControlResult) -> Route {
    Route { name, has_id: false, method: "GET", is_public: true, run }
}

const fn route(method: &'static str, name: &'static str, run: fn(&Request<'_>) -> ControlResult) -> Route {
    Route { name, has_id: false, method, is_public: false, run }
}

const fn with_id(method: &'static str, name: &'static str, run: fn(&Request<'_>) -> ControlResult) -> Route {
    Route { name, has_id: true, method, is_public: false, run }
}

pub(super) const ROUTES: &[Route] = &[
    public("health", |_| Ok(json!({ "status": "ready" }))),
    public("version", |request| Ok(version(request.shared))),
    public("catalog", catalog),
    route("GET", "requests", requests),
    route("DELETE", "requests", |request| {
        request.shared.log.clear();
        Ok(json!({}))
    }),
    route("POST", "reset", |request| {
        request.shared.reset();
        Ok(json!({}))
    }),
    route("POST", "seed", seed),
    route("GET", "clock", |request| Ok(clock(&request.shared.clock))),
    route("POST", "clock", set_clock),
    route("GET", "state", |request| Ok(export::fixture(request.shared))),
    route("POST", "state", change_state),
    route("POST", "accounts", add_account),
    route("GET", "faults", |request| to_json(&request.shared.faults.active())),
    route("POST", "faults", add_fault),
    route("DELETE", "faults", |request| {
        request.shared.faults.clear();
        Ok(json!({}))
    }),
    with_id("DELETE", "faults", |request| removed(request, |id| request.shared.faults.remove(id))),
    route("GET", "responses", |request| to_json(&request.shared.responses.active())),
    route("POST", "responses", add_response),
    route("DELETE", "responses", |request| {
        request.shared.responses.clear();
        Ok(json!({}))
    }),
    with_id("DELETE", "responses", |request| removed(request, |id| request.shared.responses.remove(id))),
];

fn to_json(value: &impl serde::Serialize) -> ControlResult {
    serde_json::to_value(value)
        .map_err(|error| ControlError::new(http::StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

impl Request<'_> {
    /// The body as JSON of this type.
    fn read<T: DeserializeOwned>(&self) -> Result<T, ControlError> {
        json::read(self.body).map_err(ControlError::bad_request)
    }
}

fn version(shared: &Shared) -> Value {
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "control": shared.has_control,
        "strict": shared.is_strict,
        "methods": shared.methods.iter().count(),
    })
}

/// All methods with their level and their metadata.
fn catalog(request: &Request<'_>) -> ControlResult {
    let entry = |endpoint: &Endpoint| {
        let mut entry = to_json(&endpoint.method)?;
        entry["level"] = endpoint.level().name().into();
        if let Some(reason) = endpoint.reason() {
            entry["reason"] = reason.into();
        }
        Ok(entry)
    };
    request.shared.methods.iter().map(entry).collect::<Result<Vec<_>, _>>().map(Value::from)
}

/// The last requests, those of a method with `?method=..`, the last of them with `?limit=..`.
fn requests(request: &Request<'_>) -> ControlResult {
    let (mut method, mut limit) = (None, usize::MAX);
    for (name, value) in query_params(request.query).map_err(ControlError::bad_request)? {
        match name.as_str() {
            "method" => method = Some(value),
            "limit" => {
                let expected = || ControlError::bad_request("`limit`: expected a number");
                limit = value.parse().map_err(|_| expected())?;
            }
            _ => {
                let unknown = name.escape_debug();
                let message = format!("unknown parameter `{unknown}`, expected `method` or `limit`");
                return Err(ControlError::bad_request(message));
            }
        }
    }
    let of_method = |request: &&ReceivedRequest| method.as_ref().is_none_or(|name| *name == request.method);
    let all = request.shared.log.last(usize::MAX);
    let found: Vec<_> = all.iter().filter(of_method).map(received).collect();
    Ok(found[found.len().saturating_sub(limit)..].into())
}

fn received(request: &ReceivedRequest) -> Value {
    let params = request.params.iter().map(|(name, value)| json!({ "name": name, "value": value }));
    json!({
        "time": request.time.to_string(),
        "method": request.method,
        "level": request.level.map(Level::name),
        "params": params.collect::<Vec<_>>(),
        "unknown_params": request.unknown_params,
        "status": request.status,
        "code": request.code,
        "response_body": request.response_body,
    })
}

fn seed(request: &Request<'_>) -> ControlResult {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, expecting = "an object")]
    struct Seed {
        seed: u64,
    }

    request.shared.set_seed(request.read::<Seed>()?.seed);
    Ok(json!({}))
}

fn clock(clock: &Clock) -> Value {
    json!({ "now": clock.now().to_string() })
}

fn set_clock(request: &Request<'_>) -> ControlResult {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, expecting = "an object")]
    struct Change {
        now: Option<String>,
        advance_seconds: Option<u64>,
    }

    let clock_of = &request.shared.clock;
    match request.read()? {
        Change { now: Some(now), advance_seconds: None } => {
            let expected = "`now`: expected a time such as \"2026-01-31T12:00:00Z\"";
            clock_of.set(now.parse::<Timestamp>().map_err(|_| ControlError::bad_request(expected))?);
        }
        Change { now: None, advance_seconds: Some(seconds) } => {
            clock_of.advance(Duration::from_secs(seconds));
        }
        _ => return Err(ControlError::bad_request("expected either `now` or `advance_seconds`")),
    }
    Ok(clock(clock_of))
}

fn change_state(request: &Request<'_>) -> ControlResult {
    change::apply(request.body, request.shared).map_err(ControlError::bad_request)?;
    Ok(export::fixture(request.shared))
}

/// The response has the keys of the new account, for the program that asked for it.
fn add_account(request: &Request<'_>) -> ControlResult {
    let NewAccountJson { account, roles } = request.read()?;
    let roles = match roles {
        None => request.shared.default_roles.clone(),
        Some(roles) => roles
            .iter()
            .map(|name| name.parse::<Role>())
            .collect::<Result<_, _>>()
            .map_err(|error| ControlError::bad_request(format!("`roles`: {error}")))?,
    };
    let added = added_account::add(request.shared, account, roles)
        .map_err(|error| ControlError::bad_request(error.to_string()))?;
    Ok(json!({
        "account_id": added.account_id,
        "account_name": added.account_name,
        "api_key": added.api_key.expose(),
        "credentials": serde_json::from_str::<Value>(added.credentials_json.expose()).unwrap_or_default(),
    }))
}

fn add_fault(request: &Request<'_>) -> ControlResult {
    let rule: FaultRule = request.read()?;
    if let Some(name) = rule.method() {
        request.shared.methods.check_known(name).map_err(ControlError::bad_request)?;
    }
    Ok(json!({ "id": request.shared.faults.add(rule) }))
}

/// The response warns of a body that a client cannot decode.
fn add_response(request: &Request<'_>) -> ControlResult {
    let rule: ResponseRule = request.read()?;
    let name = rule.method().unwrap_or_default();
    request.shared.methods.check_known(name).map_err(ControlError::bad_request)?;
    let error = rule.body().zip(request.shared.methods.find(name)).and_then(|(body, endpoint)| {
        let response = http::Response::new(bytes::Bytes::from(body.to_string()));
        endpoint.method.check_response(response).err()
    });
    let mut added = json!({ "id": request.shared.responses.add(rule) });
    if let Some(error) = error {
        added["warning"] = format!("a client of this method gets an error: {error}").into();
    }
    Ok(added)
}

fn removed(request: &Request<'_>, remove: impl FnOnce(u64) -> bool) -> ControlResult {
    let id = request.id.and_then(|id| id.parse().ok());
    if id.is_some_and(remove) {
        Ok(json!({}))
    } else {
        let id = request.id.unwrap_or_default().escape_debug();
        Err(ControlError::new(http::StatusCode::NOT_FOUND, format!("no rule with the id {id} is active")))
    }
}
