//! The section `Invoices`.

vox_core::methods! {
    get_account_invoices {
        GetAccountInvoices, GetAccountInvoicesResponse, InvoiceStatus, AccountInvoice, InvoicePeriod,
        InvoiceTotalDetails, InvoiceSpendingDetails, InvoiceTaxesDetails, TaxLevel,
    }
    download_invoice { DownloadInvoice }
}
