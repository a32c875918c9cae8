//! First stage: tokens to raw models.
//!
//! What is written is read here, and refused where it is not of the right kind. Whether it makes sense is for
//! [`check`](crate::check).

pub(crate) mod choice;
pub(crate) mod docs;
pub(crate) mod enumeration;
pub(crate) mod keys;
pub(crate) mod method;
pub(crate) mod param;
pub(crate) mod record;
pub(crate) mod recover;
pub(crate) mod shape;
pub(crate) mod values;
