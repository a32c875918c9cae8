//! An account's balance.

use vox_core::{Decimal, VoxRecord};

/// An account's balance after a method that spends money.
///
/// Source: the structure `ShortAccountInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ShortAccountInfo {
    /// The account's id.
    pub account_id: Option<u64>,
    /// Whether the platform's administrators have blocked the account.
    pub frozen: Option<bool>,
    /// The account's money, in its currency.
    pub balance: Option<Decimal>,
    /// The currency of the account: `USD`, `EUR`, `RUR` (not `RUB`), ...
    pub currency: Option<String>,
}
