//! The state that the server and the [`Sandbox`](crate::Sandbox) share.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use vox_core::Role;

use crate::catalog::prices::Prices;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::faults::rule::FaultRule;
use crate::hosts::Hosts;
use crate::log::RequestLog;
use crate::methods::Methods;
use crate::responses::Responses;
use crate::responses::rule::ResponseRule;
use crate::state::accounts::Accounts;
use crate::state::random::Random;
use crate::state::service_account::ServiceAccount;

/// The default limit of request bodies, in bytes.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

pub(crate) struct Shared {
    /// `http` or `https`.
    pub(crate) scheme: &'static str,
    /// Host and port.
    pub(crate) host: String,
    pub(crate) methods: Methods,
    /// The seed of samples.
    pub(crate) seed: AtomicU64,
    /// Whether samples and unknown parameters are rejected.
    pub(crate) is_strict: bool,
    /// Whether requests under `/_sandbox/` may change the state.
    pub(crate) has_control: bool,
    /// The roles of service accounts that are added without roles.
    pub(crate) default_roles: Vec<Role>,
    /// The hosts that requests may be addressed to.
    pub(crate) hosts: Hosts,
    pub(crate) clock: Clock,
    pub(crate) prices: SharedPrices,
    pub(crate) body_limit: usize,
    pub(crate) log: RequestLog,
    pub(crate) faults: Faults,
    pub(crate) responses: Responses,
    /// The number of HTTP requests received.
    pub(crate) requests: AtomicUsize,
    /// The number of callbacks made.
    pub(crate) callbacks: AtomicU64,
    pub(crate) accounts: SharedAccounts,
    /// The state that a reset restores.
    pub(crate) initial: Initial,
}

/// The state at the start.
#[derive(Default)]
pub(crate) struct Initial {
    pub(crate) accounts: SharedAccounts,
    pub(crate) prices: Prices,
    /// `None` for the machine's time.
    pub(crate) clock: Option<Timestamp>,
    pub(crate) seed: u64,
    pub(crate) faults: Vec<FaultRule>,
    pub(crate) responses: Vec<ResponseRule>,
}

impl Shared {
    pub(crate) fn new(scheme: &'static str, host: String, accounts: Accounts) -> Self {
        Self {
            scheme,
            host,
            methods: Methods::default(),
            seed: AtomicU64::new(0),
            is_strict: false,
            has_control: true,
            default_roles: Vec::new(),
            hosts: Hosts::Any,
            clock: Clock::default(),
            prices: SharedPrices::default(),
            body_limit: BODY_LIMIT,
            log: RequestLog::default(),
            faults: Faults::new(Random::default()),
            responses: Responses::new(Random::default()),
            requests: AtomicUsize::new(0),
            callbacks: AtomicU64::new(0),
            accounts: SharedAccounts::new(accounts.clone()),
            initial: Initial { accounts: SharedAccounts::new(accounts), ..Initial::default() },
        }
    }

    /// Sets the seed of samples and of later secrets.
    pub(crate) fn set_seed(&self, seed: u64) {
        self.seed.store(seed, Ordering::Relaxed);
        self.accounts.lock().set_seed(seed);
    }

    /// Adds a service account of an account at the start. A reset keeps it.
    pub(crate) fn add_service_account(&self, account: ServiceAccount) {
        self.initial.accounts.lock().service_accounts.add(account.clone());
        self.accounts.lock().service_accounts.add(account);
    }

    /// Restores the state at the start, and forgets all requests.
    pub(crate) fn reset(&self) {
        let Initial { accounts, prices, clock, seed, faults, responses } = &self.initial;
        *self.accounts.lock() = accounts.lock().clone();
        self.prices.set(prices.clone());
        self.clock.set(clock.unwrap_or_else(Timestamp::now));
        self.seed.store(*seed, Ordering::Relaxed);
        self.faults.reset(faults);
        self.responses.reset(responses);
        self.log.clear();
        self.requests.store(0, Ordering::Relaxed);
    }
}

/// The prices of a running sandbox.
#[derive(Default)]
pub(crate) struct SharedPrices(Mutex<Arc<Prices>>);

impl SharedPrices {
    pub(crate) fn get(&self) -> Arc<Prices> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn set(&self, prices: Prices) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(prices);
    }
}

/// The accounts of a running sandbox.
#[derive(Default)]
pub(crate) struct SharedAccounts(Mutex<Accounts>);

impl SharedAccounts {
    fn new(accounts: Accounts) -> Self {
        Self(Mutex::new(accounts))
    }

    /// After a panic in a handler the accounts are served as they are.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Accounts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
