//! What a sandbox begins with.

pub(crate) mod fixture;
pub(crate) mod new_account;
mod place;
