//! A page for people: accounts, the last calls, the methods.
use bytes::Bytes; use http::{Method,Response}; use http_body_util::Full; use crate::shared::Shared;
pub(crate) fn answer(_s:&Shared,_m:&Method)->Response<Full<Bytes>>{Response::new(Full::from(""))}
