//! Requests and answers as they travel.

pub(crate) mod body;
pub(crate) mod envelope;
mod multipart;
pub(crate) mod request;
