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
//! A section exports its methods and the types that only they use. [`types`] has those of several sections. Names of types are
//! unique over all sections, so the sections can be imported together. [`SECTIONS`] and [`methods`] have all of it as data; a
//! sandbox plays the methods by it:
//!
//! ```
//! use vox_api::history::DeleteRecord;
//! use vox_api::prelude::*;
//! use vox_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
//! DeleteRecord::builder().record_id(7).send(&sandbox.client()?).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - One for each section, and `full` for all.
//! - Those of [`vox_core`]: `rustls` (default), `native-tls`, `blocking`, `tracing`, `service-account`, `masked`, `server`.
//! - `callbacks`: that of the crate `vox-accounts`, and the section Accounts.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[macro_use]
mod section;

pub mod types;

sections! {
    accounts { feature = "accounts", name = "Accounts", title = "Accounts" }
    history { feature = "history", name = "History", title = "History" }
    phone_numbers { feature = "phone_numbers", name = "PhoneNumbers", title = "Phone numbers" }
}

pub use section::Section;

use vox_core::methods::DeclaredMethod;

/// The core: everything that methods share.
pub use vox_core;

/// What a declaration and a program need, without the methods: the prelude of the core.
pub use vox_core::prelude;

#[cfg(feature = "blocking")]
#[cfg_attr(docsrs, doc(cfg(feature = "blocking")))]
pub use vox_core::blocking;

/// The methods of all enabled sections, as data.
pub fn methods() -> impl Iterator<Item = &'static DeclaredMethod> {
    SECTIONS.iter().flat_map(|section| section.methods)
}
