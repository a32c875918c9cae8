//! The engine of vox: a method of the Voximplant Management API is one annotated struct.
//!
//! This crate knows nothing about any single method. It holds what all of them share: the [`Method`] trait and
//! its [metadata](MethodMeta), [roles](Role), [rules](rules) and [violations](Violations), the
//! [form encoding](FormEncoder), [secrets](Secret), lists, dates and money, lenient decoding of responses
//! ([`Record`]), authentication ([`Auth`]), [errors](Error) and, under the feature `client`, the
#![cfg_attr(feature = "client", doc = "[`Client`].")]
#![cfg_attr(not(feature = "client"), doc = "client.")]
//!
//! To call the Accounts section, depend on `vox-accounts`. To declare methods of another section, depend on this
//! crate and derive [`VoxMethod`]:
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
//!     /// A text that the scenario can read.
//!     #[param(max_len = 200)]
//!     pub script_custom_data: Option<String>,
//! }
//!
//! /// What [`StartScenarios`] returns.
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
//! # Features
//! - `rustls` (default): the client, with TLS by rustls and the aws-lc-rs provider.
//! - `native-tls`: the client, with the platform's TLS.
//! - `blocking`: blocking clients, without `await` (implies the client, but no TLS).
//! - `tracing`: spans and events of calls (implies the client, but no TLS).
//! - `service-account`: tokens of service accounts (implied by all of the above).
//! - `masked`: [`masked()`] of responses, which logs can show. Of requests it needs no feature.
//! - `server`: forms decoded into requests and records written as JSON, for servers and test doubles (implies
//!   `masked`).
//!
//! Without features the crate does no I/O: [`Method::to_http`] and [`Method::from_http`] serve any HTTP client.
//!
//! # Tracing
//! Under the feature `tracing`, each call has a span `vox.call`, and each of its attempts a span `vox.attempt`
//! in it, both at the level `info`. The target of all spans and events is `vox_core`: filter by `RUST_LOG=vox_core=debug`. No
//! span and no event holds a parameter, a header or a body.
//!
//! | field | in | value |
//! |---|---|---|
//! | `otel.name` | both | the name of the method; `POST` and the name for an attempt |
//! | `otel.kind` | both | `internal` for a call, `client` for an attempt |
//! | `otel.status_code` | both | `ERROR` where it failed |
//! | `vox.method` | both | the name of the method |
//! | `vox.kind` | call | `read` or `write` |
//! | `vox.attempts` | call | the number of attempts |
//! | `vox.error_code` | both | the API's error code, where it rejected the request |
//! | `http.response.status_code` | both | the HTTP status, where a response came |
//! | `error.type` | both | `invalid`, `forbidden`, `config`, `not_sent`, `no_response`, `timeout`, `rejected`, `unexpected` or `decode`, where it failed |
//! | `http.request.method` | attempt | `POST` |
//! | `http.request.resend_count` | attempt | 1 for the first retry; none for the first attempt |
//! | `server.address`, `server.port` | attempt | where it goes |
//! | `url.full` | attempt | the URL, which holds no parameters |
//! | `http.response.body.size` | attempt | the length of the response body, in bytes |
//!
//! | event | level | fields |
//! |---|---|---|
//! | `AddAccount succeeded`: the one event of a call without incidents | `debug` | |
//! | the text of the call's error | `debug` | `vox.effect`: `none`, `done` or `unknown` |
//! | an attempt is retried after a pause | `warn` | `error.type`, `vox.pause_ms` |
//! | the API rejected a token because of clock skew, and a new one is signed | `warn` | `vox.error_code` |
//! | a response holds a result and an error with the code 0 | `warn` | |
//! | later calls go to another address | `info` | `server.address` |
//! | the address that a response names is not adopted | `debug` | `vox.api_address` |
//! | an adopted address cannot be reached, so the client returns to its own | `warn` | `server.address` |
//!
//! The span of a call ends with the decoding of its response. A call that is rejected before sending has a span without
//! attempts.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod builder;
pub mod roles;
pub mod rules;

#[doc = include_str!("../docs/faults.md")]
pub mod faults {}

#[doc = include_str!("../docs/speed.md")]
pub mod speed {}

#[doc = include_str!("../docs/footprint.md")]
pub mod footprint {}

mod auth;
mod call_method;
mod choice;
#[cfg(feature = "client")]
mod client;
mod declared_response;
mod error;
mod form;
mod gate;
mod http;
mod list;
mod masked;
mod meta;
mod method;
mod period;
mod record;
mod request;
mod response;
mod role;
mod secret;
mod text;
mod text_enum;
mod value;
mod violation;

#[doc(hidden)]
pub mod __private;

#[cfg(feature = "service-account")]
pub use auth::ServiceAccount;
pub use auth::{AccountPassword, ApiKey, Auth, ConfigError, Credentials, Session};
pub use choice::Choice;
#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use client::blocking;
#[cfg(feature = "client")]
pub use client::{
    Attempt, Call, CallEnd, CallOptions, Client, ClientBuilder, Hook, Items, Outcome, Paged, Pages,
    RawResponse, Retry, mode,
};
pub use declared_response::Response;
pub use error::{
    ApiError, ApiFault, CallContext, DecodeError, Effect, Error, ErrorCode, ErrorKind, MissingRole, Timeout,
    TimeoutKind, TransportError, UnexpectedResponse,
};
#[cfg(feature = "server")]
pub use form::{Form, FormError, FormReader};
pub use form::{FormBody, FormEncoder, ValueWriter};
pub use list::{IdList, List, ListItem, TextList};
pub use masked::{Maskable, Masked, masked};
pub use meta::{
    Ack, AckValue, ChoiceMeta, CredentialsIn, DefaultValue, EnumMeta, FieldMeta, FieldType, FlatParam, Kind,
    MethodMeta, OneOfMeta, ParamEntry, ParamMeta, ParamType, RecordMeta, ResponseMeta, ValueMeta,
};
pub use method::Method;
#[cfg(feature = "server")]
pub use method::ServerMethod;
pub use period::{Period, PeriodError, PeriodText};
pub use record::{DecodeContext, FieldContent, FieldValue, NextValue, Record};
pub use role::{CallableBy, Role};
pub use secret::Secret;
pub use text_enum::TextEnum;
pub use value::{Expected, ParamValue};
pub use violation::{Broken, Violation, Violations};
pub use vox_macros::{VoxChoice, VoxEnum, VoxMethod, VoxRecord};

/// Exact decimal numbers: money. Re-exported from `rust_decimal`.
pub use rust_decimal::Decimal;

/// A calendar date without a time. Re-exported from `jiff`.
pub use jiff::civil::Date;

/// A calendar date and a time of day without a time zone. Re-exported from `jiff`.
pub use jiff::civil::DateTime;

/// A moment in time, UTC. Re-exported from `jiff`.
pub use jiff::Timestamp;

/// What a declaration needs: the derives, [`Method`] and the types of parameters and fields.
pub mod prelude {
    #[cfg(feature = "service-account")]
    pub use crate::ServiceAccount;
    #[cfg(feature = "blocking")]
    pub use crate::blocking;
    pub use crate::{
        AccountPassword, ApiKey, Auth, Credentials, Date, DateTime, Decimal, Effect, Error, ErrorKind,
        IdList, List, Method, Role, Secret, Session, TextList, Timestamp, VoxChoice, VoxEnum, VoxMethod,
        VoxRecord, masked, rules,
    };
    #[cfg(feature = "client")]
    pub use crate::{CallOptions, Client, Paged, Retry, roles};
}
