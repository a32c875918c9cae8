//! Accounts: profiles, balances, child accounts, plans and prices.
//!
#![doc = include_str!("../../docs/accounts.md")]
//!
//! The section is the crate [`vox_accounts`], whose documentation has examples.

#[doc(inline)]
pub use vox_accounts::*;
