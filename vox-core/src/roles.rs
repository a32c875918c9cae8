//! Roles as types, for checks at compile time: `client.with_role::<roles::Payer>()`.
//!
//! The same names as in [`Role`](crate::Role).

pub use crate::role::types::{
    Accountant, Admin, CallListManager, CallsSms, Developer, MainAccount, Owner, Payer, PayerNoVerify,
    PhoneNumberManager, Supervisor, Support, UserManager,
};
pub use crate::role::{KnownRole, UnknownRole};

/// No role was named: every method may be called, the server decides.
#[derive(Debug, Clone, Copy)]
pub struct AnyRole;
