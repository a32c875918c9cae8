//! Roles of service accounts as types, for checks at compile time: `client.with_role::<roles::Payer>()`.
//!
//! They have the names of [`Role`](crate::Role).

pub use crate::meta::role::KnownRole;
pub use crate::meta::role::types::{
    Accountant, Admin, CallListManager, CallsSms, Developer, MainAccount, Owner, Payer, PayerNoVerify,
    PhoneNumberManager, Supervisor, Support, UserManager,
};

/// No role was named: every method may be called, the server decides.
#[derive(Debug, Clone, Copy)]
pub struct AnyRole;

/// A method that a client with the role `R` may call.
///
/// Implemented by [`VoxMethod`](crate::VoxMethod): for each role in `roles = [..]`, or for every role where there
/// is no such list. A client without a role has [`AnyRole`](crate::roles::AnyRole), for which every method
/// is callable: the server decides.
#[diagnostic::on_unimplemented(
    message = "a service account with the role `{R}` may not call `{Self}`",
    label = "this client has the role `{R}`",
    note = "the documentation of `{Self}` lists the roles that may call it; a `Client` without `with_role` leaves the decision to the server"
)]
pub trait CallableBy<R> {}
