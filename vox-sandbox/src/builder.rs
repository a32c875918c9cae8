//! Settings of a sandbox.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, AtomicUsize};
use std::sync::{Arc, mpsc};

use jiff::Timestamp;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use vox_core::{Decimal, Method, Role};

use crate::auth::{ServiceAccount, ServiceAccounts};
use crate::calls::CallLog;
use crate::catalog::prices::{PriceOf, Prices};
use crate::clock::Clock;
use crate::faults::{Fault, Faults};
use crate::sandbox::{Sandbox, Served};
#[cfg(feature = "tls")]
use crate::server::tls;
use crate::server::{self, Security};
use crate::setup::fixture;
use crate::setup::new_account::NewAccount;
use crate::shared::{Shared, SharedAccounts};
use crate::start_error::StartError;
use crate::state::accounts::Accounts;
use crate::state::random::Random;
use crate::thread::Thread;

/// What the first account has to spend.
const FIRST_BALANCE: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);
/// The numbers that the first account rents: the first, the one of the API's documentation, is frozen.
const FIRST_PHONES: [&str; 2] = ["79993330011", "74951234567"];
/// The price of each, for a month.
const FIRST_PRICE: Decimal = Decimal::from_parts(350, 0, 0, false, 2);

/// Settings of a [`Sandbox`]. Made by [`Sandbox::builder`].
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use vox_accounts::prelude::*;
/// use vox_sandbox::{Fault, NewAccount, Sandbox};
///
/// let sandbox = Sandbox::builder()
///     .seed(7)
///     .clock("2026-01-31T12:00:00Z".parse()?)
///     .child(NewAccount::new("child-one").balance(5))
///     .subscription_price(20, Decimal::ONE)
///     .fault::<GetAccountInfo>(1, Fault::DropRequest)
///     .start()
///     .await?;
/// let children = GetChildrenAccounts::default().send(&sandbox.client()?).await?;
/// assert_eq!(children.result[0].balance, Some(Decimal::from(5)));
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
#[must_use = "a sandbox runs after `start().await` or `start_blocking()`"]
pub struct SandboxBuilder {
    pub(crate) first: NewAccount,
    pub(crate) others: Vec<NewAccount>,
    pub(crate) clock: Option<Timestamp>,
    pub(crate) prices: Vec<(PriceOf, Decimal)>,
    pub(crate) faults: Vec<(Option<&'static str>, usize, Fault)>,
    address: SocketAddr,
    roles: Vec<Role>,
    body_limit: usize,
    seed: Option<u64>,
    /// The names in the certificate; `None` without TLS.
    #[cfg(feature = "tls")]
    tls: Option<Vec<String>>,
}

impl Default for SandboxBuilder {
    fn default() -> Self {
        Self {
            first: NewAccount::first("sandbox-parent", FIRST_BALANCE, FIRST_PRICE, FIRST_PHONES),
            others: Vec::new(),
            clock: None,
            prices: Vec::new(),
            faults: Vec::new(),
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            roles: vec![Role::Owner, Role::Admin, Role::Developer, Role::Accountant, Role::Payer],
            body_limit: 1 << 20,
            seed: None,
            #[cfg(feature = "tls")]
            tls: None,
        }
    }
}

impl SandboxBuilder {
    /// The address to listen on. Default: a free port of the loopback interface, `127.0.0.1:0`.
    ///
    /// On another interface's address, everybody who reaches it can call the sandbox. `0.0.0.0` and `[::]` are all
    /// interfaces; [`Sandbox::base_url`] then has the loopback address. The default is IPv4 alone: a program that
    /// resolves `localhost` to `::1` and tries nothing else needs `127.0.0.1`.
    pub fn address(self, address: impl Into<SocketAddr>) -> Self {
        Self { address: address.into(), ..self }
    }

    /// Serves https with a fresh self-signed certificate for `localhost`, `127.0.0.1`, `::1` and the address to listen
    /// on: [`Sandbox::certificate_pem`].
    #[cfg(feature = "tls")]
    #[cfg_attr(docsrs, doc(cfg(feature = "tls")))]
    pub fn tls(mut self) -> Self {
        self.tls.get_or_insert_default();
        self
    }

    /// Serves https as with [`tls`](Self::tls), with one more name in the certificate: a host name or an IP address by
    /// which clients reach the sandbox, such as the name of a service in a Compose file.
    #[cfg(feature = "tls")]
    #[cfg_attr(docsrs, doc(cfg(feature = "tls")))]
    pub fn tls_name(mut self, name: impl Into<String>) -> Self {
        self.tls.get_or_insert_default().push(name.into());
        self
    }

    /// The first account's name; its e-mail address is `{name}@sandbox.example`. Default: `sandbox-parent`.
    pub fn account_name(self, name: impl Into<String>) -> Self {
        Self { first: self.first.name(name.into()), ..self }
    }

    /// Another first account: everything about it is as given, without the money and the phone numbers that the
    /// default one has.
    pub fn account(self, account: NewAccount) -> Self {
        Self { first: account.in_verification(), ..self }
    }

    /// A child of the first account.
    pub fn child(self, child: NewAccount) -> Self {
        Self { first: self.first.child(child), ..self }
    }

    /// An account that the first one has nothing to do with, nor may see.
    pub fn other_account(mut self, account: NewAccount) -> Self {
        self.others.push(account);
        self
    }

    /// What the first account has to spend, in US dollars; below zero it has a debt. Default: 1000.
    pub fn balance(self, balance: impl Into<Decimal>) -> Self {
        Self { first: self.first.balance(balance), ..self }
    }

    /// One more phone number that the first account rents and pays for itself (`auto_charge=false`), with its price
    /// for a month in US dollars. It is paid for the next ten days.
    ///
    /// There are two already: `79993330011`, which is frozen as it is not paid for, and `74951234567`; each for 3.50.
    pub fn phone(self, number: impl Into<String>, price: impl Into<Decimal>) -> Self {
        Self { first: self.first.phone(number, price), ..self }
    }

    /// The roles of the service account's key. Default: Owner, Admin, Developer, Accountant and Payer.
    pub fn roles(self, roles: impl IntoIterator<Item = Role>) -> Self {
        Self { roles: roles.into_iter().collect(), ..self }
    }

    /// The time in the sandbox when it starts, from which its [clock](Sandbox::clock) runs on. Default: the machine's.
    ///
    /// Tokens are checked by this clock. [`Sandbox::client`] and [`Sandbox::auth`] sign by it; a client of your own does
    /// with [`Sandbox::service_account`]. Other programs, such as the vendor's SDKs, sign by the machine's clock: the
    /// sandbox rejects their tokens with code 455 or 456 when the two clocks differ by much, so let them use the API key.
    pub fn clock(self, now: Timestamp) -> Self {
        Self { clock: Some(now), ..self }
    }

    /// The monthly price of a subscription template, in US dollars: `GetSubscriptionPrice` has the ids.
    pub fn subscription_price(mut self, subscription_template_id: u64, price: impl Into<Decimal>) -> Self {
        self.prices.push((PriceOf::Subscription(subscription_template_id), price.into()));
        self
    }

    /// The price of a price group's units, in US dollars: `GetResourcePrice` has the ids.
    pub fn resource_price(mut self, price_group_id: u64, price: impl Into<Decimal>) -> Self {
        self.prices.push((PriceOf::Resource(price_group_id), price.into()));
        self
    }

    /// The monthly price of a plan, in US dollars: `GetAvailablePlans` has the ids.
    pub fn plan_price(mut self, plan_subscription_template_id: u64, price: impl Into<Decimal>) -> Self {
        self.prices.push((PriceOf::Plan(plan_subscription_template_id), price.into()));
        self
    }

    /// A fault that the first `calls` calls of a method meet; [`Sandbox::faults`] injects more later.
    pub fn fault<M: Method>(mut self, calls: usize, fault: Fault) -> Self {
        self.faults.push((Some(M::META.name), calls, fault));
        self
    }

    /// The same API keys, passwords and sessions each time, also of accounts that are added later. Without it they are
    /// random.
    ///
    /// A service account's key is random all the same, and times are the clock's.
    pub fn seed(self, seed: u64) -> Self {
        Self { seed: Some(seed), ..self }
    }

    /// The largest request body taken, in bytes; larger ones are answered with HTTP 413. Default: 1 MiB.
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { body_limit: bytes, ..self }
    }

    /// Takes accounts, prices, the clock's time and faults from a JSON text. What it has replaces what was set
    /// before, its prices and faults are added; the form is in the [crate's documentation](crate#fixtures).
    ///
    /// # Errors
    /// The text is not JSON, or not of the form; the error names the line or the member.
    pub fn fixture(self, json: &str) -> Result<Self, StartError> {
        fixture::read(self, json).map_err(StartError::fixture)
    }

    /// Binds the address and serves there, on a thread of the sandbox's own. The port is open when this returns.
    ///
    /// # Errors
    /// The address cannot be bound, or an account or a price is invalid.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        let (report, started) = oneshot::channel();
        let thread = self.launch(|result| drop(report.send(result)))?;
        let served = started.await.map_err(|_| thread_ended())??;
        Ok(Sandbox::new(served, thread))
    }

    /// As [`start`](Self::start), for code without `async`: a plain `#[test]`, a blocking client. It may also be called
    /// inside an async runtime.
    ///
    /// # Errors
    /// As for [`start`](Self::start).
    pub fn start_blocking(self) -> Result<Sandbox, StartError> {
        let (report, started) = mpsc::channel();
        let thread = self.launch(move |result| drop(report.send(result)))?;
        let served = started.recv().map_err(|_| thread_ended())??;
        Ok(Sandbox::new(served, thread))
    }

    /// Starts the thread, which reports once whether it serves.
    fn launch(
        self,
        report: impl FnOnce(Result<Served, StartError>) + Send + 'static,
    ) -> Result<Thread, StartError> {
        let run = Thread::spawn(move |runtime, stop| {
            let bound = runtime
                .map_err(StartError::thread)
                .and_then(|runtime| Ok((runtime, runtime.block_on(self.bind())?)));
            match bound {
                Ok((runtime, (listener, security, served))) => {
                    let shared = Arc::clone(&served.shared);
                    report(Ok(served));
                    runtime.block_on(server::serve(listener, security, shared, stop));
                }
                Err(error) => report(Err(error)),
            }
        });
        run.map_err(StartError::thread)
    }

    /// Binds the address and prepares what is served there.
    async fn bind(self) -> Result<(TcpListener, Security, Served), StartError> {
        let (scheme, security, certificate) = self.security()?;
        let failed = |error| StartError::bind(self.address, error);
        let listener = TcpListener::bind(self.address).await.map_err(failed)?;
        let local_addr = listener.local_addr().map_err(failed)?;
        let host = reachable(local_addr).to_string();
        let accounts = self.seed.map_or_else(Random::default, Random::seeded);
        let mut accounts = Accounts::new(accounts);
        let now = self.clock.unwrap_or_else(Timestamp::now);
        let first = self.first.clone().add_to(&mut accounts, None, now)?;
        for account in self.others.clone() {
            account.add_to(&mut accounts, None, now)?;
        }
        let account = accounts.get(first).cloned().ok_or_else(|| StartError::account("", "it is gone"))?;
        let roles = self.roles.clone();
        let shared = self.share(scheme, host, accounts)?;
        let service_account = shared.service_accounts.add(ServiceAccount::new(account.id, roles));
        let shared = Arc::new(shared);
        Ok((listener, security, Served { shared, local_addr, account, service_account, certificate }))
    }

    /// The scheme, how connections are secured, and the certificate in PEM.
    #[cfg(feature = "tls")]
    fn security(&self) -> Result<(&'static str, Security, Option<String>), StartError> {
        let Some(names) = &self.tls else { return Ok(("http", Security::None, None)) };
        let address = reachable(self.address).ip().to_string();
        let (acceptor, certificate) = tls::fresh(names.iter().cloned().chain([address]))?;
        Ok(("https", Security::Tls(acceptor), Some(certificate)))
    }

    #[cfg(not(feature = "tls"))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as with the feature `tls`")]
    fn security(&self) -> Result<(&'static str, Security, Option<String>), StartError> {
        Ok(("http", Security::None, None))
    }

    /// What the server and the sandbox share, with these accounts.
    pub(crate) fn share(
        self,
        scheme: &'static str,
        host: String,
        accounts: Accounts,
    ) -> Result<Shared, StartError> {
        let clock = Clock::default();
        if let Some(now) = self.clock {
            clock.set(now);
        }
        let mut prices = Prices::default();
        for (of, price) in self.prices {
            prices.set(of, price).map_err(StartError::price)?;
        }
        let faults = Faults::default();
        for (method, calls, fault) in self.faults {
            faults.plan(method, calls, fault);
        }
        Ok(Shared {
            scheme,
            host,
            clock,
            prices,
            service_accounts: ServiceAccounts::default(),
            body_limit: self.body_limit,
            calls: CallLog::default(),
            faults,
            requests: AtomicUsize::new(0),
            callbacks: AtomicU64::new(0),
            accounts: SharedAccounts::new(accounts),
        })
    }
}

/// Where clients on this machine reach what listens on an address. `0.0.0.0` and `[::]` are for listening only.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Only a panic ends the thread without a report.
fn thread_ended() -> StartError {
    StartError::thread(io::Error::other("it ended unexpectedly"))
}
