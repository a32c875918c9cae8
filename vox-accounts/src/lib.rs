//! The Accounts section of the Voximplant Management API: every method is one struct.
//!
//! ```no_run
//! use vox_accounts::prelude::*;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder().credentials(ServiceAccount::from_env()?).build()?;
//!
//! let added = AddAccount::builder()
//!     .parent(ParentAccount::Id(1))
//!     .parent_auth(ParentAuth::ApiKey("the parent's key".into()))
//!     .account_name("child-one")
//!     .account_email("child@example.com")
//!     .account_password("Str0ng!pass")
//!     .active(true)
//!     .send(&client)
//!     .await?;
//! println!("the new account is {}", added.account_id);
//! # Ok(())
//! # }
//! ```
//!
//! | method | what it does | roles |
//! |---|---|---|
//! | [`AddAccount`] | adds a child account | Owner, Admin |
//! | [`GetAccountInfo`] | reads the account's profile and balance | any |
//! | [`GetChildrenAccounts`] | lists child accounts | Owner |
//!
//! [`METHODS`] holds the same and more as data.
//!
//! # Features
//! Those of [`vox_core`]: `rustls` (default), `native-tls`, `service-account`, `server`.
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod add_account;
mod get_account_info;
mod get_children_accounts;
mod types;

pub use add_account::{
    AddAccount, AddAccountBuilder, AddAccountResponse, ParentAccount, ParentAuth, RecordStorage,
};
pub use get_account_info::{GetAccountInfo, GetAccountInfoBuilder, GetAccountInfoResponse};
pub use get_children_accounts::{
    ChildrenOrderBy, GetChildrenAccounts, GetChildrenAccountsBuilder, GetChildrenAccountsResponse,
};
pub use types::{
    AccountInfo, BankCardBillingLimitInfo, BillingLimitInfo, BillingLimits, CountryCode, LanguageCode,
};

/// The engine under this crate: everything that is not about one method.
pub use vox_core;

use vox_core::{Method, MethodMeta};

/// Every method of this crate, as data.
///
/// ```
/// let writes = vox_accounts::METHODS.iter().filter(|method| method.kind == vox_accounts::vox_core::Kind::Write);
/// assert!(writes.count() > 0);
/// ```
pub const METHODS: &[&MethodMeta] = &[AddAccount::META, GetAccountInfo::META, GetChildrenAccounts::META];

/// What a program that calls the API needs: the methods, their types, and the client.
pub mod prelude {
    pub use vox_core::prelude::*;

    pub use crate::{
        AccountInfo, AddAccount, ChildrenOrderBy, CountryCode, GetAccountInfo, GetChildrenAccounts,
        LanguageCode, ParentAccount, ParentAuth, RecordStorage,
    };
}
