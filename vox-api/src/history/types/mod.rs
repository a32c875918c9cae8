//! Types that several methods of the section share.

mod transaction_type;

pub use transaction_type::TransactionType;
