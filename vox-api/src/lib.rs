//! The Voximplant Management API, section by section: every method is one struct.
//!
#![doc = include_str!("../docs/sections.md")]
//!
//! Each section is a module behind a feature of its name; none is on by default, `full` enables all:
//!
//! ```toml
//! [dependencies]
//! vox-api = { path = "../vox/vox-api", features = ["history", "phone_numbers"] }
//! ```
//!
//! ```no_run
//! use vox_api::history::{CallSessionInfo, GetCallHistory};
//! use vox_api::prelude::*;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder().credentials(ServiceAccount::from_env()?).build()?;
//!
//! let request = GetCallHistory::builder()
//!     .from_date("2026-01-01 00:00:00".parse::<DateTime>()?)
//!     .to_date("2026-01-02 00:00:00".parse::<DateTime>()?)
//!     .with_calls(true)
//!     .build();
//! let mut sessions = request.items(&client);
//! while let Some(session) = sessions.next().await {
//!     let CallSessionInfo { start_date, calls, .. } = session?;
//!     println!("{start_date:?}: {} phone calls", calls.len());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A section exports its methods and the types that only they use; [`types`] has those of several sections. The [`prelude`] has no
//! methods: import each from its section. Names of types are unique over all sections, so the sections can be imported together.
//! [`guides`] has programs for common tasks.
//!
//! For tests, the sandbox has a feature for each section except Accounts, which it always has, and `full`. Without these features,
//! pass it the methods as data, and it plays them with samples. [`SECTIONS`] and [`methods`] are this data:
//!
//! ```
//! use vox_api::history::GetAuditLog;
//! use vox_api::prelude::*;
//! use vox_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
//! GetAuditLog::default().send(&sandbox.client()?).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - One for each section, and `full` for all.
//! - Those of [`vox_core`]: `rustls` (default), `native-tls`, `blocking`, `tracing`, `service-account`, `masked`, `server`.
//! - `callbacks`: that of the crate `vox-accounts`; it also enables the section Accounts.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod section;

pub mod guides;
pub mod types;

sections! {
    accounts { feature = "accounts", name = "Accounts", title = "Accounts" }
    applications { feature = "applications", name = "Applications", title = "Applications" }
    users { feature = "users", name = "Users", title = "Users" }
    call_lists { feature = "call_lists", name = "CallLists", title = "Call lists" }
    scenarios { feature = "scenarios", name = "Scenarios", title = "Scenarios" }
    routing_rules { feature = "routing_rules", name = "Rules", title = "Routing rules" }
    history { feature = "history", name = "History", title = "History" }
    phone_numbers { feature = "phone_numbers", name = "PhoneNumbers", title = "Phone numbers" }
    pstn_blacklist { feature = "pstn_blacklist", name = "PSTNBlacklist", title = "PSTN blacklist" }
    sip_white_list { feature = "sip_white_list", name = "SIPWhiteList", title = "SIP white list" }
    sip_registration { feature = "sip_registration", name = "SIPRegistration", title = "SIP registrations" }
    wab_phone_numbers { feature = "wab_phone_numbers", name = "WABPhoneNumbers", title = "WAB phone numbers" }
    caller_ids { feature = "caller_ids", name = "CallerIDs", title = "Caller IDs" }
    outbound_test_numbers { feature = "outbound_test_numbers", name = "OutboundTestNumbers", title = "Outbound test numbers" }
    queues { feature = "queues", name = "Queues", title = "Queues" }
    smart_queue { feature = "smart_queue", name = "SmartQueue", title = "SmartQueue" }
    skills { feature = "skills", name = "Skills", title = "Skills" }
    authorized_ips { feature = "authorized_ips", name = "AuthorizedIPs", title = "Authorized IP addresses" }
    regulation_address { feature = "regulation_address", name = "RegulationAddress", title = "Regulation addresses" }
    push_credentials { feature = "push_credentials", name = "PushCredentials", title = "Push credentials" }
    dialogflow_credentials { feature = "dialogflow_credentials", name = "DialogflowCredentials", title = "Dialogflow credentials" }
    sms { feature = "sms", name = "SMS", title = "SMS" }
    record_storages { feature = "record_storages", name = "RecordStorages", title = "Record storages" }
    role_system { feature = "role_system", name = "RoleSystem", title = "Role system" }
    key_value_storage { feature = "key_value_storage", name = "KeyValueStorage", title = "Key-value storage" }
    invoices { feature = "invoices", name = "Invoices", title = "Invoices" }
    secrets { feature = "secrets", name = "Secrets", title = "Secrets" }
}

pub use section::Section;

use vox_core::methods::DeclaredMethod;

/// The core: everything that methods share.
pub use vox_core;

/// The prelude of the core, which has no methods.
pub use vox_core::prelude;

#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use vox_core::blocking;

/// The methods of all enabled sections, as data.
pub fn methods() -> impl Iterator<Item = &'static DeclaredMethod> {
    SECTIONS.iter().flat_map(|section| section.methods)
}
