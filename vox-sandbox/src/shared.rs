//! What the server and the [`Sandbox`](crate::Sandbox) share.

use std::sync::atomic::AtomicUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::auth::ServiceAccount;
use crate::calls::CallLog;
use crate::clock::Clock;
use crate::state::accounts::Accounts;

pub(crate) struct Shared {
    /// Host and port.
    pub(crate) host: String,
    pub(crate) clock: Clock,
    pub(crate) service_account: ServiceAccount,
    pub(crate) body_limit: usize,
    pub(crate) calls: CallLog,
    pub(crate) requests: AtomicUsize,
    accounts: Mutex<Accounts>,
}

impl Shared {
    pub(crate) fn new(
        host: String,
        accounts: Accounts,
        service_account: ServiceAccount,
        body_limit: usize,
    ) -> Self {
        Self {
            host,
            clock: Clock::default(),
            service_account,
            body_limit,
            calls: CallLog::default(),
            requests: AtomicUsize::new(0),
            accounts: Mutex::new(accounts),
        }
    }

    /// The accounts. A handler that panicked in a test leaves them as they are, and serving goes on.
    pub(crate) fn accounts(&self) -> MutexGuard<'_, Accounts> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
