//! `GetTransactionHistory`: lists the transactions of the account.
//!
//! Roles: Owner, Admin, Accountant, Payer. Source: the method `GetTransactionHistory` of the API's section History.

use vox_core::prelude::*;

use super::TransactionType;
use crate::types::ReportOrdered;

/// Lists the transactions of the account, or orders a report of them.
///
/// `offset` is at most 10000, so a longer list cannot be read to its end: `items` and `pages` then end with a violation. Divide
/// the time span, or order a report by [`GetTransactionHistoryAsync`](super::GetTransactionHistoryAsync).
///
/// With `is_async` the method orders a report itself. This needs the parameter `output` with the value `csv`, which no source
/// lists; add it by `with_param`. `items` and `pages` do not order a report, whatever `is_async` is. As the method may order
/// one, it is a write: it is not retried if a response was lost.
///
/// ```
/// use vox_api::history::{GetTransactionHistory, TransactionType};
/// use vox_api::prelude::*;
///
/// let request = GetTransactionHistory {
///     transaction_type: Some(vec![TransactionType::PhoneNumberCharge]),
///     child_account_id: Some(IdList::All),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"transaction_type=phone_number_charge&child_account_id=all");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetTransactionHistory",
    roles = [Owner, Admin, Accountant, Payer],
    response = Either<ReportOrdered, GetTransactionHistoryResponse>,
    kind = write,
    ack = none,
)]
pub struct GetTransactionHistory {
    /// The beginning of the time span, in the time zone `timezone`. Without both ends, and without `is_uncommitted`, the time
    /// span is one month.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    pub to_date: Option<DateTime>,
    /// The application's id.
    pub application_id: Option<u64>,
    /// The application's name. The sources differ on whether it may be given together with the id.
    pub application_name: Option<String>,
    /// The ids of the subscriptions.
    pub subscription_id: Option<Vec<u64>>,
    /// The names of the subscriptions.
    pub subscription_name: Option<Vec<String>>,
    /// The types of resources.
    pub resource_type: Option<Vec<String>>,
    /// The names of the price groups.
    pub price_group_name: Option<Vec<String>>,
    /// Whether the time span is that of the accounting, not that of the transactions.
    pub use_accounting_dates: Option<bool>,
    /// Whether more details are returned. No source lists them.
    pub with_extended_info: Option<bool>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the first line of a report has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a report: a point or a comma.
    #[param(default_text = "the account's locale setting")]
    pub decimal_separator: Option<String>,
    /// The ids of the transactions.
    pub transaction_id: Option<Vec<u64>>,
    /// The types of the transactions.
    pub transaction_type: Option<Vec<TransactionType>>,
    /// The ids of the users.
    pub user_id: Option<Vec<u64>>,
    /// The ids of the child accounts.
    pub child_account_id: Option<IdList>,
    /// Whether only the transactions of child accounts are returned.
    pub children_transactions_only: Option<bool>,
    /// Whether only the transactions of users are returned.
    pub users_transactions_only: Option<bool>,
    /// Whether the latest transactions come first.
    pub desc_order: Option<bool>,
    /// Whether `total_count` is returned.
    pub with_total_count: Option<bool>,
    /// The most transactions to return, at most 1000.
    #[param(max = 1000, default = 20)]
    pub count: Option<u64>,
    /// How many transactions are skipped, at most 10000.
    #[param(max = 10000)]
    pub offset: Option<u64>,
    /// Whether money that is only reserved is returned.
    pub is_uncommitted: Option<bool>,
    /// The reference of the payment, of at most 126 characters. Newer sources of the vendor no longer have it.
    #[param(max_len = 126)]
    pub payment_reference: Option<String>,
    /// The time zone of the request and of the response: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

/// The response of [`GetTransactionHistory`] without `is_async`: one page of transactions.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetTransactionHistoryResponse {
    /// The transactions of this page.
    pub result: Vec<TransactionInfo>,
    /// How many transactions there are in all, if the request has `with_total_count`.
    pub total_count: Option<u64>,
    /// The time zone of the times.
    pub timezone: Option<String>,
    /// How many transactions this page holds.
    pub count: Option<u64>,
}

/// A transaction: money that the account paid or received.
///
/// Source: the structure `TransactionInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct TransactionInfo {
    /// The transaction's id.
    pub transaction_id: Option<u64>,
    /// The account's id.
    pub account_id: Option<u64>,
    /// When it was made, in the time zone of the response.
    pub performed_at: Option<DateTime>,
    /// The amount, in the currency `currency`. No source states its sign.
    pub amount: Option<Decimal>,
    /// The currency: `USD`, `RUR`, ...
    pub currency: Option<String>,
    /// The type of transaction.
    pub transaction_type: Option<TransactionType>,
    /// The description.
    pub transaction_description: Option<String>,
    /// The reference of the payment. Only one of the vendor's sources has it.
    pub payment_reference: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetTransactionHistory {
    type Item = TransactionInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.is_async = None;
        self.count.get_or_insert(1000);
        self.with_total_count.get_or_insert(true);
    }

    fn page(
        response: Either<ReportOrdered, GetTransactionHistoryResponse>,
    ) -> (Vec<TransactionInfo>, Option<u64>) {
        match response {
            Either::Second(page) => (page.result, page.total_count),
            Either::First(_) => (Vec::new(), None),
        }
    }
}
