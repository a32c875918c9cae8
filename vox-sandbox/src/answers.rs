//! What methods answer with, beside their own fields.

pub(crate) mod account_info;
mod number;
