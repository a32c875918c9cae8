//! Invoices.
//!
#![doc = include_str!("../../docs/invoices.md")]

vox_core::methods! {
    get_account_invoices {
        GetAccountInvoices, GetAccountInvoicesResponse, InvoiceStatus, AccountInvoice, InvoicePeriod,
        InvoiceTotalDetails, InvoiceSpendingDetails, InvoiceTaxesDetails, TaxLevel,
    }
    download_invoice { DownloadInvoice }
}
