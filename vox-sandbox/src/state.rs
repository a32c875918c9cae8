//! What the sandbox remembers.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod random;
