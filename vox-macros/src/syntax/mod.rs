//! First stage: tokens to raw models.
//!
//! Reads the declaration, and rejects values of the wrong kind. [`check`](crate::check) finds all other mistakes.

pub(crate) mod choice;
pub(crate) mod docs;
pub(crate) mod enumeration;
pub(crate) mod foreign;
pub(crate) mod keys;
pub(crate) mod method;
pub(crate) mod param;
pub(crate) mod record;
pub(crate) mod recover;
pub(crate) mod shape;
pub(crate) mod values;
