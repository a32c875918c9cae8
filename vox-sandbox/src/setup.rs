//! The initial state of a sandbox: accounts, by code or by a fixture.

pub(crate) mod fixture;
pub(crate) mod new_account;
