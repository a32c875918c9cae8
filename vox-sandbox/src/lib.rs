//! The Voximplant Management API in memory, over real HTTP: for tests and for learning.
//!
//! [`Sandbox::start`] serves the API on a free loopback port. It decodes requests by the same declarations that the
//! client encodes them with, authenticates for real (tokens of a service account, API keys, passwords), checks roles,
//! and responds with the API's codes in the API's envelope.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use vox_accounts::prelude::*;
//! use vox_sandbox::{Fault, NewAccount, Sandbox};
//!
//! let sandbox = Sandbox::builder()
//!     .balance(100)
//!     .child(NewAccount::new("child-one").balance(5))
//!     .start()
//!     .await?;
//! // Your own code comes here. The next request of `GetAccountInfo` gets no response.
//! sandbox.faults().inject::<GetAccountInfo>(1, Fault::DropAnswer);
//! GetAccountInfo::default().send(&sandbox.client()?).await?;
//! assert_eq!(sandbox.calls().len(), 2);
//! # Ok(()) }
//! ```
//!
//! # In tests
//! A sandbox runs on its own thread, so it works in every kind of test: `#[tokio::test]` on one thread or on many, a
//! plain `#[test]`, another executor than tokio, a `static` that all tests share. It costs a thread and a port; one for
//! each test keeps tests apart.
//!
//! [`Sandbox::start_blocking`] starts one without `async`. [`Sandbox::client_builder`] makes a blocking client, under the
//! feature `blocking` of `vox-accounts`:
//!
//! ```
//! use vox_accounts::prelude::*;
//! use vox_sandbox::Sandbox;
//!
//! // The body of a plain `#[test]`.
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start_blocking()?;
//! let client: blocking::Client = sandbox.client_builder().build_blocking()?;
//! let account = GetAccountInfo::default().send(&client)?.result;
//! assert_eq!(account.account_id, sandbox.account_id());
//! sandbox.stop_blocking();
//! # Ok(()) }
//! ```
//!
//! In an async test, make and use a blocking client inside `tokio::task::spawn_blocking`, as its calls wait.
//!
//! [`Sandbox::client`], [`Sandbox::auth`] and [`Sandbox::service_account`] sign tokens by the sandbox's [`Clock`]: a
//! clock that is set to another year, or moved in the middle of a test, costs no rejected request, and a fault that
//! counts requests meets those of the test. Dropping a sandbox stops it; [`Sandbox::stop`] also waits until its thread
//! has ended, which takes about a second at most.
//!
//! # What it does
//! - `GET` and `POST` on `/platform_api/{Method}` and on `/platform_api` with `cmd`, a trailing slash allowed;
//!   parameters in the query and in a form-urlencoded or multipart body. An empty JSON object as the body is tolerated.
//! - Values as the vendor's SDKs write them: `true`, `True` and `1`, dates with and without a time, empty texts as none,
//!   the token's `iss` as a number and as a text.
//! - ViolationKind percent-encoding, broken multipart bodies, text that is not UTF-8 and bodies over the limit are rejected in
//!   the envelope.
//! - All fifteen methods of the section Accounts, with the state behind them. What their parameters and rules are comes
//!   from the declarations.
//! - [Accounts, prices and a time](SandboxBuilder) to begin with, the same keys for the [same
//!   seed](SandboxBuilder::seed).
//! - [A clock](Clock) that tests move and that the `Date` of responses shows, [faults](Faults) to inject, and [the requests
//!   and responses](Sandbox::calls): the last eight megabytes of them, so that memory does not grow.
//! - [Callbacks](Sandbox::callback) with the correct hash, to be posted to the code under test.
//! - A page for people at `GET /`: accounts, balances, the last calls without their secrets, the methods.
//! - https, under the feature `tls`: [`SandboxBuilder::tls`].
//!
//! The vendor's Python and Node SDKs work with it as they are.
//!
//! | method | what happens |
//! |---|---|
//! | `AddAccount` | a child of the parent, without money, with the free plans |
//! | `CloneAccount` | a child with the profile of another child, or of the parent |
//! | `GetAccountInfo` | the account as it is now |
//! | `SetAccountInfo` | changes the account's profile, e-mail address and password |
//! | `SetChildAccountInfo` | the same for one child, several or all |
//! | `GetCurrencyRate` | made-up rates, other ones each day, always the same for a day |
//! | `GetResourcePrice` | a short price list: calls by `VoIP` and phone, messages, active users |
//! | `GetSubscriptionPrice` | five templates, the first two from the API's documentation |
//! | `GetChildrenAccounts` | filters, orders and pages the children |
//! | `GetMoneyAmountToCharge` | the phone numbers and plans that are due, less the balance |
//! | `ChargeAccount` | the balance pays for phone numbers, which are renewed by a month and no longer frozen |
//! | `ChangeAccountPlan` | reserves the price of a dearer plan: the live balance falls |
//! | `GetAccountPlans` | the plan of each type and its full package |
//! | `GetAvailablePlans` | the dearer plans |
//! | `GetAccountDocuments` | the first account is being verified, the others have to be |
//!
//! The first account has 1000 US dollars ([another balance](SandboxBuilder::balance)) and rents two phone numbers
//! ([and more](SandboxBuilder::phone)), of which `79993330011` is frozen.
//!
//! # The program
//! `cargo run -p vox-sandbox`, or `vox-sandbox` where it is installed, serves the same to programs in any language:
//! `--help` names its arguments. It is behind the feature `program`, which is on by default. For the library alone,
//! `default-features = false` leaves the argument parser and the TLS server out of your tree.
//!
//! It listens on `127.0.0.1:8420`. In a container, `--addr 0.0.0.0:8420` listens on all interfaces, and with `--tls`,
//! `--tls-name sandbox` adds the container's name to the certificate.
//!
//! # Fixtures
//! What a sandbox begins with, as JSON, for [`SandboxBuilder::fixture`] and `--fixture`. Every member may be left out,
//! except for `account_name`, `phone_number` and `price`; unknown ones are errors. Amounts are numbers or texts, in US
//! dollars.
//!
//! ```
//! # let builder = vox_sandbox::Sandbox::builder();
//! let builder = builder.fixture(r#"{
//!     "clock": "2026-01-31T12:00:00Z",
//!     "accounts": [
//!         {
//!             "account_name": "my-company", "account_email": "me@example.com", "account_password": "Str0ng!pass",
//!             "api_key": "the-key", "balance": "100.25", "credit_limit": 10, "active": true, "frozen": false,
//!             "phones": [{ "phone_number": "79990000000", "price": "3.50", "paid_until": "2026-02-01" }],
//!             "children": [{ "account_name": "child-one", "balance": 5 }]
//!         },
//!         { "account_name": "another-company" }
//!     ],
//!     "prices": { "subscriptions": { "20": 293.855 }, "resources": { "1": 0.004 }, "plans": { "2": 10 } },
//!     "faults": [
//!         { "method": "AddAccount", "calls": 2, "http_status": 429, "retry_after": 1 },
//!         { "api_error": 340 }, { "drop": "request" }, { "drop": "answer" }, { "delay_ms": 500 }
//!     ]
//! }"#)?;
//! # Ok::<_, vox_sandbox::StartError>(())
//! ```
//!
//! With a `clock`, programs that sign tokens by the machine's clock are rejected when the two differ by much: see
//! [`SandboxBuilder::clock`]. The first account is the one of the service account, with its children; the others have nothing to do with it.
//! Prices are keyed by the ids that `GetSubscriptionPrice`, `GetResourcePrice` and `GetAvailablePlans` have. A fault without a
//! method applies to any call, and to one call if `calls` is missing.
//!
//! # What it guesses
//! No source says how the real API behaves here:
//!
//! Credentials:
//! - A key without a required role is rejected with code 104.
//! - An unknown key id and an algorithm other than RS256 are rejected with 100, like a wrong signature; a token
//!   without a key id with 433. A clock up to 60 seconds ahead is accepted.
//! - Credentials are checked before the other parameters. A bearer token takes precedence over account credentials;
//!   where a method's own parameters are the parent's credentials, both must be right.
//! - A service account may speak for the children of its own account, not for their children.
//! - `CloneAccount` has no parameter that names the parent. It is the account whose secret was sent: that of the
//!   token sent with it, the parent of the account that is copied, or that account itself, in this order. Parameters such
//!   as `parent_account_id` are taken where they come all the same.
//! - The salt of callbacks is shown to those who are shown the API key.
//!
//! Codes:
//! - Which rule leads to which code, where several codes would fit: missing parameters 485, too many of a group 458,
//!   too long 477, out of range 497, anything else 496. Several errors are returned at once, in `errors`; but rules are
//!   looked at only where every parameter is there and of its type.
//! - Unknown: an account to copy 115, phone numbers 121 and 181, a currency 210, a template 244, the type of a template
//!   246, the state of a verification 326, a plan 110, its type 426, the type of a resource 429. A name that nothing
//!   has finds nothing.
//! - A plan that is not more expensive than the current one is rejected with 379; rates of days to come and charges on days
//!   gone by with 233; a phone number as the parameter of a resource that is not all digits with 315; a span of days
//!   that ends before it begins with 325; one e-mail address or password for several children, or none, with 492.
//!
//! HTTP:
//! - Other paths are rejected with 404, other HTTP methods with 405, bodies over the limit with 413, bodies that break
//!   off with 400, each in the envelope. A JSON body with members is rejected (code 101): no source has parameters there.
//! - Where the path and `cmd` both name a method, the path's is called. Files in multipart bodies count as texts.
//! - `api_address` and `debugger_address` are the host and port of the request's `Host` header: the client can reach
//!   these, in a container too.
//! - There is no limit on concurrent calls or on their rate, unless a fault simulates one. The body of 429 and 5xx is
//!   a page of HTML.
//!
//! Accounts:
//! - E-mail addresses are compared without regard to case; names with regard to it.
//! - The word for all items of a list is `all`; `any`, which the Node SDK's types allow, is none.
//! - A parameter that is given several times counts once: the first text that is not empty, the body before the query.
//! - `child_account_name` and `child_account_email` of `GetChildrenAccounts` find accounts that contain the text;
//!   those of `SetChildAccountInfo` are whole.
//! - `brief_output` goes before `medium_output`. Both return all records unless `count` is given.
//! - If one part of a change is rejected, nothing is changed.
//! - A clone is active if what it was copied from is. Its profile is copied, callbacks and billing address included;
//!   money, plans, phone numbers and documents are not.
//!
//! Prices and money:
//! - Every account's currency is the US dollar. There are no taxes; plans and numbers cost the same for everybody.
//! - `price_group_name` and `subscription_template_name` find names that contain the text.
//! - `resource_param` leaves out the price groups whose prefixes none of the numbers has.
//! - Amounts in another currency have today's rate, rounded up to hundredths.
//! - A number is frozen from its day of renewal on. Paid for, it is renewed by a month from that day, or from today if
//!   that day has passed; paid for again, by one more.
//! - `ChargeAccount` pays for all numbers of the request or for none (code 127). The credit limit counts as money.
//! - `GetMoneyAmountToCharge` counts a number once, however many months the day is away. Plans count without what is
//!   already reserved for them.
//! - `ChangeAccountPlan` releases what was reserved for the plan before. Without an id it changes nothing.
//!
//! Documents:
//! - `GetAccountDocuments` answers for the account itself and for the children named; with
//!   `children_verifications_only` for those children, or for all where none is named. Accounts without a matching
//!   verification are left out, and so are verifications without a day where days are filtered.
//!
//! # What it does not do
//! - Inactive and frozen accounts are shown as such, but their requests are not rejected.
//! - Nothing happens by itself as the clock moves, except that numbers freeze: no plan is charged, no verification
//!   ends, no package is used up.
//! - All phone numbers are charged by hand (`auto_charge=false`); accounts that are added have none. Nothing else is subscribed to.
//! - Callbacks are never sent: [`Sandbox::callback`] makes one that a test can send. `store_inbound_sms`, `store_outbound_sms` and `can_use_restricted` are taken and shown
//!   nowhere, as no response has them.
//! - E-mail addresses and passwords are changed however the caller authenticates; the API has codes (537, 364) that
//!   speak of password authentication. Time zones are not checked.
//! - Applications, users and whatever else a clone copies do not exist here: those lists are empty.
//! - Each account has one session (`session_id`), open all the time; there is no `Logon`. No subusers, no limits on how
//!   many children are added, no black list of names.
//! - `GetAccountVerifications`, which newer SDKs have, is not declared and is therefore rejected (code 103).
//! - Requests that are not HTTP at all get the HTTP server's response, without the envelope.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod answers;
mod auth;
mod builder;
mod call;
mod callback;
mod calls;
mod catalog;
mod clock;
mod errors;
mod faults;
mod methods;
mod page;
mod pem;
mod sandbox;
mod server;
mod setup;
mod shared;
mod start_error;
mod state;
mod thread;
mod wire;

pub use builder::SandboxBuilder;
pub use calls::ReceivedCall;
pub use clock::Clock;
pub use faults::{Fault, Faults};
pub use sandbox::Sandbox;
pub use setup::new_account::NewAccount;
pub use start_error::StartError;
