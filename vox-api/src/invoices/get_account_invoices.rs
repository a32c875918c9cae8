//! The method `GetAccountInvoices`.

use vox_core::prelude::*;

/// Lists invoices.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAccountInvoices", response = GetAccountInvoicesResponse, kind = read)]
pub struct GetAccountInvoices {
    /// The most items of a response.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many items are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The status.
    pub status: Option<InvoiceStatus>,
}

/// The response of [`GetAccountInvoices`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountInvoicesResponse {
    /// The result.
    pub result: Vec<AccountInvoice>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
}

/// The status of an invoice.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum InvoiceStatus {
    /// `new`.
    New,
    /// `taxed`.
    Taxed,
    /// `accepted`.
    Accepted,
    /// `committed`.
    Committed,
    /// `cancelled`.
    Cancelled,
    /// `numbered`.
    Numbered,
    /// A value that this version does not know.
    Other(String),
}

/// An invoice.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountInvoice {
    /// The period of the invoice.
    pub period: Option<InvoicePeriod>,
    /// The amount.
    pub amount: Option<InvoiceTotalDetails>,
    /// The id of the invoice.
    pub invoice_id: Option<u64>,
    /// The items.
    pub rows: Vec<InvoiceSpendingDetails>,
    /// The number of the invoice.
    pub invoice_number: Option<String>,
    /// The date of the invoice.
    pub invoice_date: Option<Date>,
    /// The status.
    pub status: Option<String>,
}

/// The period of an invoice.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoicePeriod {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// Amounts of an invoice.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceTotalDetails {
    /// The taxes.
    pub tax_amount: Option<Decimal>,
    /// The amount without taxes.
    pub total_amount: Option<Decimal>,
    /// The amount to pay.
    pub amount_to_pay: Option<Decimal>,
    /// The discount.
    pub discount_amount: Option<Decimal>,
    /// The currency.
    pub currency: Option<String>,
}

/// An item of an invoice.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceSpendingDetails {
    /// The amount.
    pub amount: Option<InvoiceTotalDetails>,
    /// The service.
    pub service_name: Option<String>,
    /// The taxes.
    pub taxes: Vec<InvoiceTaxesDetails>,
}

/// A tax.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceTaxesDetails {
    /// The amount that is taxed.
    pub taxable_measure: Option<Decimal>,
    /// The amount.
    pub amount: Option<Decimal>,
    /// Who levies the tax.
    pub level: Option<TaxLevel>,
    /// The rate of the tax.
    pub rate: Option<Decimal>,
    /// The name.
    pub name: Option<String>,
    /// The currency.
    pub currency: Option<String>,
    /// The category of the tax.
    pub category: Option<String>,
}

/// Who levies a tax.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum TaxLevel {
    /// `Federal`.
    #[value(name = "Federal")]
    Federal,
    /// `State`.
    #[value(name = "State")]
    State,
    /// `County`.
    #[value(name = "County")]
    County,
    /// `City`.
    #[value(name = "City")]
    City,
    /// `Unincorporated`.
    #[value(name = "Unincorporated")]
    Unincorporated,
    /// A value that this version does not know.
    Other(String),
}
