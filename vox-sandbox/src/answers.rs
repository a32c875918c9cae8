//! What methods answer with, beside their own fields.

pub(crate) mod account_info;
pub(crate) mod number;
pub(crate) mod plan;
pub(crate) mod short_account_info;
pub(crate) mod verification;
