//! The state of a sandbox, by code or by fixtures: at the start, and while it runs.

pub(crate) mod added_account;
pub(crate) mod change;
pub(crate) mod export;
pub(crate) mod fixture;
pub(crate) mod new_account;
