//! Requests and answers as they travel.

pub(crate) mod body;
pub(crate) mod envelope;
pub(crate) mod request;
