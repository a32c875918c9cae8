//! The core of vox: a method of the Voximplant Management API is one annotated struct.
//!
//! This crate names no method. It contains everything that methods share: the trait [`Method`] and its functions
//! ([`MethodExt`]), [metadata](meta), [rules](rules) and [roles](roles), lists, dates, money and [secrets](Secret), lenient
//! decoding of responses ([`Record`]), authentication ([`Auth`]), [errors](error) and, under the feature `client`, the
#![cfg_attr(feature = "client", doc = "[client](Client) and its [transport](transport).")]
#![cfg_attr(not(feature = "client"), doc = "client and its transport.")]
//!
//! To call the API, depend on `vox-api`, or on `vox-accounts` for the Accounts section alone. To declare methods of another
//! section, depend on this crate and derive [`VoxMethod`]:
//!
//! ```
//! use vox_core::prelude::*;
//!
//! /// Starts a scenario.
//! #[derive(Debug, Clone, PartialEq, VoxMethod)]
//! #[vox_method(name = "StartScenarios", roles = [Owner, Admin, Developer], response = StartScenariosResponse, kind = write)]
//! pub struct StartScenarios {
//!     /// The rule whose scenarios are started.
//!     pub rule_id: u64,
//!     /// Data for the scenario.
//!     #[param(max_len = 200)]
//!     pub script_custom_data: Option<String>,
//! }
//!
//! /// The response of [`StartScenarios`].
//! #[derive(Debug, Clone, PartialEq, VoxRecord)]
//! #[non_exhaustive]
//! pub struct StartScenariosResponse {
//!     /// Where the session can be controlled.
//!     pub media_session_access_url: Option<String>,
//! }
//!
//! let request = StartScenarios { rule_id: 7, script_custom_data: Some("50 % off".into()) };
//! assert_eq!(request.to_form().as_bytes(), b"rule_id=7&script_custom_data=50+%25+off");
//! ```
//!
//! [`methods!`] lists the methods of a crate.
//!
//! # Features
//! - `rustls` (default): the client, with TLS by rustls and the provider aws-lc-rs.
//! - `native-tls`: the client, with the platform's TLS.
//! - `blocking`: the blocking client (implies the client, but no TLS).
//! - `tracing`: spans and events of calls (implies the client, but no TLS).
//! - `service-account`: tokens of service accounts (implied by all of the above).
//! - `masked`: [`masked()`] for responses, so that logs can show them. For requests it needs no feature.
//! - `server`: forms decoded into requests and records written as JSON, for servers and test doubles (implies
//!   `masked`).
//!
//! Without features, the crate does no I/O: [`MethodExt::to_http`] and [`MethodExt::from_http`] work with any HTTP client.
//!
//! # Tracing
//! Under the feature `tracing`, each call has a span `vox.call`, which contains a span `vox.attempt` for each attempt, both at
//! the level `info`. The target of all spans and events is `vox_core`: filter by `RUST_LOG=vox_core=debug`. Spans and events
//! contain no parameters, headers or bodies.
//!
//! | field | in | value |
//! |---|---|---|
//! | `otel.name` | both | the name of the method; `POST` and the name for an attempt |
//! | `otel.kind` | both | `internal` for a call, `client` for an attempt |
//! | `otel.status_code` | both | `ERROR` if it failed |
//! | `vox.method` | both | the name of the method |
//! | `vox.kind` | call | `read` or `write` |
//! | `vox.attempts` | call | the number of attempts |
//! | `vox.error_code` | both | the API's error code, if it rejected the request |
//! | `http.response.status_code` | both | the HTTP status, if there was a response |
//! | `error.type` | both | `invalid`, `forbidden`, `config`, `not_sent`, `no_response`, `timeout`, `rejected`, `unexpected` or `decode`, if it failed |
//! | `http.request.method` | attempt | `POST`; `GET` for the download of a URL |
//! | `http.request.resend_count` | attempt | 1 for the first retry; none for the first attempt |
//! | `server.address`, `server.port` | attempt | the host and the port of the server |
//! | `url.full` | attempt | the URL, which contains no parameters; without its path for the download of a URL |
//! | `http.response.body.size` | attempt | the length of the response body, in bytes |
//!
//! | event | level | fields |
//! |---|---|---|
//! | `AddAccount succeeded`: the only event of a call without incidents | `debug` | |
//! | the message of the call's error | `debug` | `vox.effect`: `none`, `done` or `unknown` |
//! | an attempt is retried after a pause | `warn` | `error.type`, `vox.pause_ms` |
//! | the API rejected a token because of clock skew, and a new one is signed | `warn` | `vox.error_code` |
//! | a response contains a result and an error with the code 0 | `warn` | |
//! | later calls go to another address | `info` | `server.address` |
//! | the address that a response names is not adopted | `debug` | `vox.api_address` |
//! | an adopted address cannot be reached, so the client returns to its own | `warn` | `server.address` |
//!
//! The span of a call ends with the decoding of its response. A call that is rejected before sending has a span without
//! attempts.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod error;
pub mod meta;
pub mod methods;
pub mod roles;
pub mod rules;

#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
pub mod transport;

mod auth;
mod declare;
mod masked;
mod method_ext;
mod request;
mod response;
mod text;
mod validate;
mod violation;
mod with_params;

#[doc(hidden)]
pub mod macro_support;

#[doc = include_str!("../docs/faults.md")]
pub mod faults {}

/// For your own types of parameters and fields: the traits that they implement, and what those name.
pub mod value {
    pub use crate::declare::{
        FieldContent, FieldValue, JsonParam, JsonResponse, ListItem, ParamValue, PeriodError, ValueReader,
        setter,
    };
    pub use crate::text::form::ValueWriter;
    pub use crate::with_params::WithParams;
}

/// For servers and test doubles: requests read from forms.
#[cfg(feature = "server")]
#[cfg_attr(docsrs, doc(cfg(feature = "server")))]
pub mod server {
    pub use crate::declare::{FormReader, ServerMethod};
    pub use crate::text::form::{Form, FormError};
}

#[cfg(feature = "service-account")]
pub use auth::ServiceAccount;
pub use auth::{AccountPassword, ApiKey, Auth, Credentials, Session};
#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use client::blocking;
#[cfg(feature = "client")]
pub use client::{Call, CallOptions, Client, ClientBuilder, Hook, Paged, RawResponse, Retry};
pub use declare::{
    Choice, Download, Either, IdList, Json, JsonOrFile, List, Method, Period, PeriodText, Record, Response,
    Secret, TextEnum, TextList, UnixTime,
};
pub use error::{ConfigError, Effect, Error, ErrorCode, ErrorKind};
pub use masked::{Maskable, Masked, masked};
pub use meta::Role;
pub use method_ext::MethodExt;
pub use text::form::{File, FormBody};
pub use vox_macros::{VoxChoice, VoxEnum, VoxMethod, VoxRecord};

/// Exact decimal numbers: money. Re-exported from `rust_decimal`.
pub use rust_decimal::Decimal;

/// Any JSON: the type of a field whose content no declaration describes. Re-exported from `serde_json`.
pub use serde_json::Value;

/// A calendar date without a time. Re-exported from `jiff`.
pub use jiff::civil::Date;

/// A calendar date and a time of day without a time zone. Re-exported from `jiff`.
pub use jiff::civil::DateTime;

/// A time of day without a time zone. Re-exported from `jiff`.
pub use jiff::civil::Time;

/// A moment in time, UTC. Re-exported from `jiff`.
pub use jiff::Timestamp;

/// The names that declarations and programs need: the derives, the traits with the functions of requests, and the types of
/// parameters and fields.
pub mod prelude {
    #[cfg(feature = "service-account")]
    pub use crate::ServiceAccount;
    #[cfg(feature = "blocking")]
    pub use crate::blocking;
    pub use crate::{
        AccountPassword, ApiKey, Auth, Credentials, Date, DateTime, Decimal, Download, Effect, Either, Error,
        ErrorKind, File, IdList, Json, JsonOrFile, List, Method, MethodExt, Period, Role, Secret, Session,
        TextList, Time, Timestamp, UnixTime, Value, VoxChoice, VoxEnum, VoxMethod, VoxRecord, masked, rules,
    };
    #[cfg(feature = "client")]
    pub use crate::{CallOptions, Client, Paged, Retry, roles};
}
