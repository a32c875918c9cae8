//! The state that the server and the [`Sandbox`](crate::Sandbox) share.

use std::sync::atomic::{AtomicU64, AtomicUsize};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::auth::ServiceAccounts;
use crate::catalog::prices::Prices;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::hosts::Hosts;
use crate::log::RequestLog;
use crate::state::accounts::Accounts;
use crate::state::random::Random;

/// The default limit of request bodies, in bytes.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

pub(crate) struct Shared {
    /// `http` or `https`.
    pub(crate) scheme: &'static str,
    /// Host and port.
    pub(crate) host: String,
    /// The hosts that requests may be addressed to.
    pub(crate) hosts: Hosts,
    pub(crate) clock: Clock,
    pub(crate) prices: Prices,
    pub(crate) service_accounts: ServiceAccounts,
    pub(crate) body_limit: usize,
    pub(crate) log: RequestLog,
    pub(crate) faults: Faults,
    /// The number of HTTP requests received.
    pub(crate) requests: AtomicUsize,
    /// The number of callbacks made.
    pub(crate) callbacks: AtomicU64,
    pub(crate) accounts: SharedAccounts,
}

impl Shared {
    pub(crate) fn new(scheme: &'static str, host: String, accounts: Accounts) -> Self {
        Self {
            scheme,
            host,
            hosts: Hosts::Any,
            clock: Clock::default(),
            prices: Prices::default(),
            service_accounts: ServiceAccounts::default(),
            body_limit: BODY_LIMIT,
            log: RequestLog::default(),
            faults: Faults::new(Random::default()),
            requests: AtomicUsize::new(0),
            callbacks: AtomicU64::new(0),
            accounts: SharedAccounts(Mutex::new(accounts)),
        }
    }
}

/// The accounts of a running sandbox.
pub(crate) struct SharedAccounts(Mutex<Accounts>);

impl SharedAccounts {
    /// After a panic in a handler the accounts are served as they are.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Accounts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
