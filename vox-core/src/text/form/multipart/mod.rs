//! Multipart forms (RFC 7578).

#[cfg(feature = "server")]
mod read;
mod write;

#[cfg(feature = "server")]
pub(super) use read::{parameter, read};
pub(super) use write::write;
