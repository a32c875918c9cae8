//! The roles of service accounts as types, for checks at compile time: `client.with_role::<roles::Payer>()`.
//!
//! Each type has the name of a variant of [`Role`](crate::Role).

pub use crate::meta::role::KnownRole;
pub use crate::meta::role::types::{
    Accountant, Admin, CallListManager, CallsSms, Developer, MainAccount, Owner, Payer, PayerNoVerify,
    PhoneNumberManager, Supervisor, Support, UserManager,
};

/// The role of a client without `with_role`: it may call every method, and the server decides.
#[derive(Debug, Clone, Copy)]
pub struct AnyRole;

/// A method that a client with the role `R` may call.
///
/// [`VoxMethod`](crate::VoxMethod) implements it for each role in `roles = [..]`, or for every role without such a list, and for
/// [`AnyRole`], the role of a client without `with_role`.
#[diagnostic::on_unimplemented(
    message = "a service account with the role `{R}` may not call `{Self}`",
    label = "this client has the role `{R}`",
    note = "the documentation of `{Self}` lists the roles that may call it; a `Client` without `with_role` leaves the decision to the server"
)]
pub trait CallableBy<R> {}
