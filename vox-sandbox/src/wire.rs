//! HTTP requests and responses of the API: bodies, parameters, the envelope.

pub(crate) mod body;
pub(crate) mod request;
pub(crate) mod response;
