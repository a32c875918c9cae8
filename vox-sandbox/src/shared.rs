//! What the server and the [`Sandbox`](crate::Sandbox) share.

use std::sync::atomic::{AtomicU64, AtomicUsize};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::auth::ServiceAccounts;
use crate::calls::CallLog;
use crate::catalog::prices::Prices;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::state::accounts::Accounts;

pub(crate) struct Shared {
    /// `http` or `https`.
    pub(crate) scheme: &'static str,
    /// Host and port.
    pub(crate) host: String,
    pub(crate) clock: Clock,
    pub(crate) prices: Prices,
    pub(crate) service_accounts: ServiceAccounts,
    pub(crate) body_limit: usize,
    pub(crate) calls: CallLog,
    pub(crate) faults: Faults,
    pub(crate) requests: AtomicUsize,
    /// How many callbacks were made.
    pub(crate) callbacks: AtomicU64,
    pub(crate) accounts: SharedAccounts,
}

/// The accounts of a running sandbox.
pub(crate) struct SharedAccounts(Mutex<Accounts>);

impl SharedAccounts {
    pub(crate) fn new(accounts: Accounts) -> Self {
        Self(Mutex::new(accounts))
    }

    /// A handler that panicked in a test leaves them as they are, and serving goes on.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Accounts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
