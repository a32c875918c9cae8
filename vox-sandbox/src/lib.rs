//! The Voximplant Management API in memory, over real HTTP: for tests and for learning.
//!
//! [`Sandbox::start`] serves the API on a free loopback port. It decodes requests by the same declarations that the
//! client sends them with, authenticates for real (tokens of a service account, API keys, passwords), checks roles,
//! and answers with the API's codes in the API's envelope.
//!
//! # What it does
//! - `GET` and `POST` on `/platform_api/{Method}` and on `/platform_api` with `cmd`, a trailing slash allowed;
//!   parameters in the query and in a form-urlencoded body. An empty JSON object as the body is tolerated.
//! - Broken percent-encoding, text that is not UTF-8 and bodies over the limit are refused in the envelope.
//! - Methods: `AddAccount`, `GetAccountInfo`, `GetChildrenAccounts`.
//! - [A clock](Clock) that tests move, and [what was received](Sandbox::calls).
//!
//! # What it guesses
//! No source says how the real API behaves here:
//! - A key without a needed role is answered with code 104.
//! - An unknown key id and an algorithm other than RS256 are answered with 100, like a wrong signature; a token
//!   without a key id with 433. A clock up to 60 seconds ahead is accepted.
//! - Which rule leads to which code, where several codes would fit: missing parameters 485, too many of a group 458,
//!   too long 477, out of range 497, anything else 496. Several errors are told at once, in `errors`; but rules are
//!   looked at only where every parameter is there and of its type.
//! - Credentials are judged before the other parameters. A bearer token wins over account credentials beside it;
//!   where a method's own parameters are the parent's credentials, both must be right.
//! - A service account may speak for the children of its own account, not for their children.
//! - E-mail addresses are compared without regard to case; names with regard to it.
//! - A parameter that is given several times counts once: the first text that is not empty, the body before the query.
//! - `child_account_name` and `child_account_email` find accounts that contain the text.
//! - `brief_output` goes before `medium_output`. Both return all records unless `count` is given.
//!
//! # What it does not do
//! - Inactive and frozen accounts are shown as such, but nothing is refused to them.
//! - No sessions (`session_id`), no subusers, no limits on how many children are added, no black list of names.
//! - No multipart bodies yet.
//! - Requests that are not HTTP at all are answered by the HTTP server, without the envelope.
#![deny(missing_docs)]

mod answers;
mod auth;
mod builder;
mod call;
mod calls;
mod clock;
mod errors;
mod methods;
mod sandbox;
mod server;
mod shared;
mod state;
mod wire;

pub use builder::SandboxBuilder;
pub use calls::ReceivedCall;
pub use clock::Clock;
pub use sandbox::Sandbox;
