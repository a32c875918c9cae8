//! Settings of a sandbox.

use std::borrow::Cow;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, mpsc};

use jiff::Timestamp;
use tokio::sync::oneshot;
use vox_core::methods::DeclaredMethod;
use vox_core::{Decimal, Method, Role};

use super::thread::Thread;
use super::{Instance, Sandbox};
use crate::catalog::prices::PricedItem;
use crate::faults::Faults;
use crate::faults::fault::Fault;
use crate::faults::rule::FaultRule;
use crate::hosts::Hosts;
use crate::responses::Responses;
use crate::responses::rule::ResponseRule;
use crate::sandbox_error::SandboxError;
#[cfg(feature = "tls")]
use crate::server::tls;
use crate::server::{self, Listeners, Security};
use crate::setup::fixture::Fixture;
use crate::setup::new_account::NewAccount;
use crate::shared::{BODY_LIMIT, Shared};
use crate::state::accounts::Accounts;
use crate::state::random::Random;
use crate::state::service_account::ServiceAccount;

/// The balance of the first account.
const FIRST_BALANCE: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);
/// The numbers of the first account. The first, which the API's documentation uses, is frozen.
const FIRST_PHONES: [&str; 2] = ["79993330011", "74951234567"];
/// The price of each number, for a month.
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
    first: NewAccount,
    others: Vec<NewAccount>,
    clock: Option<Timestamp>,
    prices: Vec<(PricedItem, Decimal)>,
    faults: Vec<FaultRule>,
    responses: Vec<ResponseRule>,
    address: SocketAddr,
    roles: Vec<Role>,
    body_limit: usize,
    seed: Option<u64>,
    methods: Vec<DeclaredMethod>,
    /// Names of methods that get samples.
    samples: Vec<Cow<'static, str>>,
    /// Names of methods, and why they are rejected.
    rejected: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    strict: bool,
    control: bool,
    /// Further names by which clients reach it.
    hosts: Vec<String>,
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
            responses: Vec::new(),
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            roles: Role::ALL.to_vec(),
            body_limit: BODY_LIMIT,
            seed: None,
            methods: Vec::new(),
            samples: Vec::new(),
            rejected: Vec::new(),
            strict: false,
            control: true,
            hosts: Vec::new(),
            #[cfg(feature = "tls")]
            tls: None,
        }
    }
}

impl SandboxBuilder {
    /// The address to listen on. Default: a free port of the loopback interface, `127.0.0.1:0`.
    ///
    /// On an address that is not loopback, everybody in the network can call the sandbox. `0.0.0.0` and `[::]` are all
    /// interfaces; [`Sandbox::base_url`] then has the loopback address. On `127.0.0.1`, the sandbox also listens on the
    /// same port of `[::1]`, if that is free, for programs that resolve `localhost` to `::1`.
    ///
    /// On a loopback address, requests to another [host](Self::host) are rejected.
    pub fn address(self, address: impl Into<SocketAddr>) -> Self {
        Self { address: address.into(), ..self }
    }

    /// Allows requests to one more host name, besides `localhost`, IP addresses and the [names in the
    /// certificate](Self::tls_name). Requests to other hosts are rejected with HTTP 421 if the sandbox listens on a loopback
    /// address, or if a name is allowed here.
    ///
    /// The check is for web pages on the same machine: by DNS rebinding they could reach the sandbox under their own host name
    /// and read its responses.
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.hosts.push(name.into());
        self
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

    /// Replaces the first account, including the balance and the phone numbers of the default one.
    pub fn account(self, account: NewAccount) -> Self {
        Self { first: account.in_verification(), ..self }
    }

    /// A child of the first account.
    pub fn child(self, child: NewAccount) -> Self {
        Self { first: self.first.child(child), ..self }
    }

    /// An account that is independent of the first one and its children.
    pub fn other_account(mut self, account: NewAccount) -> Self {
        self.others.push(account);
        self
    }

    /// The balance of the first account in US dollars; below zero it is a debt. Default: 1000.
    pub fn balance(self, balance: impl Into<Decimal>) -> Self {
        Self { first: self.first.balance(balance), ..self }
    }

    /// Adds a phone number that the first account rents and pays for itself (`auto_charge=false`), with its price for a
    /// month in US dollars. It is paid for the next ten days.
    ///
    /// The default account has two: `79993330011`, which is frozen as it is not paid for, and `74951234567`; each for
    /// 3.50.
    pub fn phone(self, number: impl Into<String>, price: impl Into<Decimal>) -> Self {
        Self { first: self.first.phone(number, price), ..self }
    }

    /// Adds the methods of a crate: the list that [`methods!`](vox_core::methods!) makes, or `vox_api::methods()`. The methods of
    /// `vox-accounts` are always there.
    ///
    /// A method needs nothing more to be played: its requests are decoded, validated and checked for roles by its declaration,
    /// and its responses are [samples](crate#samples). A name that the sandbox has already is played by the later declaration,
    /// but a method with a handler stays as it is.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use vox_core::methods::DeclaredMethod;
    /// use vox_core::prelude::*;
    /// use vox_sandbox::{Level, Sandbox};
    ///
    /// /// Gets agents.
    /// #[derive(Debug, Clone, PartialEq, VoxMethod)]
    /// #[vox_method(name = "GetAgents", response = GetAgentsResponse, kind = read)]
    /// struct GetAgents {
    ///     /// The agent.
    ///     agent_id: Option<u64>,
    /// }
    ///
    /// /// The response.
    /// #[derive(Debug, Clone, PartialEq, VoxRecord)]
    /// struct GetAgentsResponse {
    ///     /// The agents.
    ///     result: Vec<Agent>,
    /// }
    ///
    /// /// An agent.
    /// #[derive(Debug, Clone, PartialEq, VoxRecord)]
    /// struct Agent {
    ///     /// The id.
    ///     agent_id: u64,
    ///     /// The name.
    ///     agent_name: String,
    /// }
    ///
    /// // Made by `vox_core::methods!` in a crate.
    /// const METHODS: &[DeclaredMethod] = &[DeclaredMethod::of::<GetAgents>()];
    ///
    /// let sandbox = Sandbox::builder().methods(METHODS).start().await?;
    /// let agents = GetAgents { agent_id: Some(7) }.send(&sandbox.client()?).await?;
    /// assert_eq!(agents.result[0].agent_id, 7);
    /// assert_eq!(sandbox.requests()[0].level, Some(Level::Sample));
    /// # Ok(()) }
    /// ```
    pub fn methods<'m>(mut self, methods: impl IntoIterator<Item = &'m DeclaredMethod>) -> Self {
        self.methods.extend(methods.into_iter().copied());
        self
    }

    /// Plays methods by [samples](crate#samples), although they have handlers: for a list that is full from the start.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use vox_accounts::prelude::*;
    /// use vox_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::builder().samples(["GetChildrenAccounts"]).start().await?;
    /// let children = GetChildrenAccounts::default().send(&sandbox.client()?).await?;
    /// assert_eq!(children.result.len(), 3);
    /// # Ok(()) }
    /// ```
    pub fn samples(mut self, methods: impl IntoIterator<Item = impl Into<Cow<'static, str>>>) -> Self {
        self.samples.extend(methods.into_iter().map(Into::into));
        self
    }

    /// Rejects the requests of a method, with the reason in the error's message: for what samples would play so badly that a
    /// program is better tested otherwise.
    pub fn reject<M: Method>(mut self, reason: impl Into<Cow<'static, str>>) -> Self {
        self.rejected.push((M::META.name.into(), reason.into()));
        self
    }

    /// Rejects the requests of methods without a handler, and unknown parameters. The error has code 103 for a method, and 101
    /// for a parameter.
    pub fn strict(self) -> Self {
        Self { strict: true, ..self }
    }

    /// Whether the sandbox can be [controlled over HTTP](crate#control-over-http) while it runs. Default: yes, on a loopback
    /// address.
    ///
    /// On any other address it cannot be controlled: whoever can reach it could take it over.
    pub fn control(self, control: bool) -> Self {
        Self { control, ..self }
    }

    /// The roles of the service account's key. Default: all known roles.
    pub fn roles(self, roles: impl IntoIterator<Item = Role>) -> Self {
        Self { roles: roles.into_iter().collect(), ..self }
    }

    /// The initial time of the [clock](Sandbox::clock). Default: the machine's time.
    ///
    /// Tokens are checked by this clock. [`Sandbox::client`], [`Sandbox::auth`] and [`Sandbox::service_account`] sign by
    /// it. Other programs, such as the vendor's SDKs, sign by the machine's clock: where the clock skew is large, the
    /// sandbox rejects their tokens with code 455 or 456, so they need the API key.
    pub fn clock(self, now: Timestamp) -> Self {
        Self { clock: Some(now), ..self }
    }

    /// The monthly price of a subscription template, in US dollars: `GetSubscriptionPrice` has the ids.
    pub fn subscription_price(mut self, subscription_template_id: u64, price: impl Into<Decimal>) -> Self {
        self.prices.push((PricedItem::Subscription(subscription_template_id), price.into()));
        self
    }

    /// The price of a price group's units, in US dollars: `GetResourcePrice` has the ids.
    pub fn resource_price(mut self, price_group_id: u64, price: impl Into<Decimal>) -> Self {
        self.prices.push((PricedItem::Resource(price_group_id), price.into()));
        self
    }

    /// The monthly price of a plan, in US dollars: `GetAvailablePlans` has the ids.
    pub fn plan_price(mut self, plan_subscription_template_id: u64, price: impl Into<Decimal>) -> Self {
        self.prices.push((PricedItem::Plan(plan_subscription_template_id), price.into()));
        self
    }

    /// Injects a fault into the first `requests` requests of a method; [`Sandbox::faults`] injects more later.
    pub fn fault<M: Method>(self, requests: usize, fault: Fault) -> Self {
        self.fault_rule(FaultRule::of::<M>(fault).times(requests))
    }

    /// Adds a rule for the faults of requests; [`Sandbox::faults`] adds more later.
    pub fn fault_rule(mut self, rule: FaultRule) -> Self {
        self.faults.push(rule);
        self
    }

    /// Adds a rule for custom responses; [`Sandbox::responses`] adds more later.
    pub fn response_rule(mut self, rule: ResponseRule) -> Self {
        self.responses.push(rule);
        self
    }

    /// Makes API keys, passwords and sessions the same each time, also those of accounts that are added later, and the
    /// choices of [rules with a probability](FaultRule::probability). Without a seed they are random.
    ///
    /// The keys of service accounts are always random, and times are the clock's.
    pub fn seed(self, seed: u64) -> Self {
        Self { seed: Some(seed), ..self }
    }

    /// The maximum size of a request body, in bytes; larger ones are rejected with HTTP 413. Default: 1 MiB.
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { body_limit: bytes, ..self }
    }

    /// Reads accounts, the clock's time, prices and faults from JSON; the format is in the [crate's
    /// documentation](crate#fixtures). Accounts and the time replace those that were set before, prices and faults are
    /// added.
    ///
    /// # Errors
    /// The JSON is malformed or not of this format; the message has the line and the path.
    pub fn fixture(mut self, json: &str) -> Result<Self, SandboxError> {
        let fixture = Fixture::read(json).map_err(SandboxError::setting)?;
        let mut accounts = fixture.accounts.into_iter();
        if let Some(first) = accounts.next() {
            self.first = first.in_verification();
            self.others = accounts.collect();
        }
        self.clock = fixture.clock.or(self.clock);
        self.prices.extend(fixture.prices);
        self.faults.extend(fixture.faults);
        Ok(self)
    }

    /// Binds the address and serves there, on a new thread. The port is open when this returns.
    ///
    /// # Errors
    /// The address cannot be bound, or an account or a price is invalid.
    pub async fn start(self) -> Result<Sandbox, SandboxError> {
        let (report, started) = oneshot::channel();
        let thread = self.spawn(|result| drop(report.send(result)))?;
        let instance = started.await.map_err(|_| thread_ended())??;
        Ok(Sandbox { instance, thread })
    }

    /// Like [`start`](Self::start), for code without `async`: a plain `#[test]`, a blocking client. It may also be called
    /// inside an async runtime.
    ///
    /// # Errors
    /// As for [`start`](Self::start).
    pub fn start_blocking(self) -> Result<Sandbox, SandboxError> {
        let (report, started) = mpsc::channel();
        let thread = self.spawn(move |result| drop(report.send(result)))?;
        let instance = started.recv().map_err(|_| thread_ended())??;
        Ok(Sandbox { instance, thread })
    }

    /// Starts the thread, which reports once whether the sandbox has started.
    fn spawn(
        self,
        report: impl FnOnce(Result<Instance, SandboxError>) + Send + 'static,
    ) -> Result<Thread, SandboxError> {
        let thread = Thread::spawn(move |runtime, stop| {
            let bound = runtime
                .map_err(SandboxError::thread)
                .and_then(|runtime| Ok((runtime, runtime.block_on(self.bind())?)));
            match bound {
                Ok((runtime, (listeners, security, instance))) => {
                    let shared = Arc::clone(&instance.shared);
                    report(Ok(instance));
                    runtime.block_on(server::serve(listeners, security, shared, stop));
                }
                Err(error) => report(Err(error)),
            }
        });
        thread.map_err(SandboxError::thread)
    }

    async fn bind(self) -> Result<(Listeners, Security, Instance), SandboxError> {
        let (scheme, security, certificate) = self.security()?;
        let failed = |error| SandboxError::bind(self.address, error);
        let listeners = Listeners::bind(self.address).await.map_err(failed)?;
        let local_addr = listeners.local_addr().map_err(failed)?;
        let host = reachable(local_addr).to_string();
        let mut accounts = Accounts::new(self.random());
        let now = self.clock.unwrap_or_else(Timestamp::now);
        let first = self.first.clone().add_to(&mut accounts, None, now)?;
        for account in self.others.clone() {
            account.add_to(&mut accounts, None, now)?;
        }
        let account =
            accounts.get(first).cloned().ok_or_else(|| SandboxError::account("", "it does not exist"))?;
        let roles = self.roles.clone();
        let shared = self.share(scheme, host, accounts)?;
        let service_account = ServiceAccount::new(account.id, roles);
        shared.add_service_account(service_account.clone());
        let shared = Arc::new(shared);
        Ok((listeners, security, Instance { shared, local_addr, account, service_account, certificate }))
    }

    /// The scheme, how connections are secured, and the certificate in PEM.
    #[cfg(feature = "tls")]
    fn security(&self) -> Result<(&'static str, Security, Option<String>), SandboxError> {
        let Some(names) = &self.tls else { return Ok(("http", Security::None, None)) };
        let address = reachable(self.address).ip().to_string();
        let (acceptor, certificate) = tls::self_signed(names.iter().cloned().chain([address]))?;
        Ok(("https", Security::Tls(acceptor), Some(certificate)))
    }

    #[cfg(not(feature = "tls"))]
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as with the feature `tls`")]
    fn security(&self) -> Result<(&'static str, Security, Option<String>), SandboxError> {
        Ok(("http", Security::None, None))
    }

    fn hosts(&self) -> Hosts {
        if self.hosts.is_empty() && !self.address.ip().is_loopback() {
            return Hosts::Any;
        }
        #[cfg(feature = "tls")]
        let certified = self.tls.iter().flatten();
        #[cfg(not(feature = "tls"))]
        let certified = [];
        Hosts::Only(self.hosts.iter().chain(certified).cloned().collect())
    }

    fn random(&self) -> Random {
        self.seed.map_or_else(Random::default, Random::seeded)
    }

    fn share(self, scheme: &'static str, host: String, accounts: Accounts) -> Result<Shared, SandboxError> {
        let mut shared = Shared {
            body_limit: self.body_limit,
            is_strict: self.strict,
            has_control: self.control && self.address.ip().is_loopback(),
            faults: Faults::new(self.random()),
            responses: Responses::new(self.random()),
            hosts: self.hosts(),
            default_roles: self.roles,
            ..Shared::new(scheme, host, accounts)
        };
        for method in self.methods {
            shared.methods.add(method);
        }
        for name in self.samples {
            shared.methods.sample(&name).map_err(SandboxError::setting)?;
        }
        for (name, reason) in self.rejected {
            shared.methods.reject(&name, reason).map_err(SandboxError::setting)?;
        }
        for name in self.faults.iter().filter_map(FaultRule::method) {
            shared.methods.check_known(name).map_err(SandboxError::setting)?;
        }
        for name in self.responses.iter().filter_map(ResponseRule::method) {
            shared.methods.check_known(name).map_err(SandboxError::setting)?;
        }
        for (item, price) in self.prices {
            shared.initial.prices.set(item, price).map_err(SandboxError::setting)?;
        }
        shared.initial.clock = self.clock;
        shared.initial.seed = self.seed.unwrap_or(0);
        shared.initial.faults = self.faults;
        shared.initial.responses = self.responses;
        shared.reset();
        Ok(shared)
    }
}

/// The address for clients on this machine. `0.0.0.0` and `[::]` are for listening only.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// The thread ended without a report, by a panic.
fn thread_ended() -> SandboxError {
    SandboxError::thread(io::Error::other("it ended unexpectedly"))
}
