//! Payloads about payments, invoices and the balance.

use vox_core::{Decimal, Timestamp, VoxRecord};

/// Money came by bank card.
///
/// Source: the structure `CardPaymentCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CardPaymentCallback {
    /// The transaction's id.
    pub transaction_id: Option<u64>,
    /// The transaction's type.
    pub transaction_type: Option<String>,
    /// The money, in the account's currency.
    pub amount: Option<Decimal>,
}

/// Money came by Robokassa.
///
/// Source: the structure `RobokassaPaymentCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RobokassaPaymentCallback {
    /// The transaction's id.
    pub transaction_id: Option<u64>,
    /// The transaction's type.
    pub transaction_type: Option<String>,
    /// The money, in the account's currency.
    pub amount: Option<Decimal>,
}

/// Money came by bank transfer.
///
/// Source: the structure `WireTransferCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct WireTransferCallback {
    /// The transaction's id.
    pub transaction_id: Option<u64>,
    /// The transaction's type.
    pub transaction_type: Option<String>,
    /// The money, in the account's currency.
    pub amount: Option<Decimal>,
}

/// The balance is low.
///
/// Source: the structure `MinBalanceCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct MinBalanceCallback {
    /// Whether the account has used its credit up to the threshold, `credit_limit - min_balance_to_notify` (with a
    /// positive `min_balance_to_notify`).
    pub is_min_credit: Option<bool>,
    /// Whether the callback was sent before.
    pub is_repeated: Option<bool>,
}

/// Plans are to be renewed, and the money does not suffice.
///
/// Source: the structure `NextChargeAlertCallback`, which calls both amounts whole numbers.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct NextChargeAlertCallback {
    /// The price of all plans to be renewed on the first day of the month, in the account's currency.
    pub required_money: Option<Decimal>,
    /// The money that must be paid in for that, in the account's currency.
    pub insufficient_funds_amount: Option<Decimal>,
}

/// A monthly invoice was sent.
///
/// Source: the structure `InvoiceReceivedCallback`. The amounts are strings on the wire. No source states the format of
/// its times; those that the API has elsewhere are read.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceReceivedCallback {
    /// The invoice's id.
    pub invoice_id: Option<u64>,
    /// When the invoice was made.
    pub invoice_date: Option<Timestamp>,
    /// When the invoice was received.
    pub receival_date: Option<Timestamp>,
    /// The money without taxes, in the invoice's currency.
    pub amount: Option<Decimal>,
    /// The taxes, in the invoice's currency.
    pub tax_amount: Option<Decimal>,
    /// The invoice's currency.
    pub currency: Option<String>,
}

/// There is a new invoice.
///
/// Source: the structures `NewInvoiceCallback` and `NewInvoiceCallbackItem`, of which the first contains only the
/// second: here they are one type. Both shapes are decoded.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct NewInvoiceCallback {
    /// The invoice's number, unique.
    pub invoice_number: Option<String>,
    /// The invoice's date, in a format that no source states.
    pub invoice_date: Option<String>,
    /// Whether it is paid in advance.
    pub prepayment: Option<bool>,
    /// The invoice's currency.
    pub currency: Option<String>,
    /// The money with taxes, in the invoice's currency.
    pub total_amount: Option<Decimal>,
    /// The taxes, in the invoice's currency.
    pub total_tax_amount: Option<Decimal>,
    /// The services.
    pub units: Vec<InvoiceUnits>,
}

/// A service in an invoice.
///
/// Source: the structure `InvoiceUnits`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceUnits {
    /// The service's name.
    pub description: Option<String>,
    /// The money without taxes, in the invoice's currency.
    pub amount: Option<Decimal>,
    /// The tax rate as a fraction: 0.2 is 20 %.
    pub vat_rate: Option<Decimal>,
    /// The taxes, in the invoice's currency.
    pub tax_amount: Option<Decimal>,
}
