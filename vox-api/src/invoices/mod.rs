//! Invoices: the amounts that the account has to pay, with taxes, and the invoices as files.
//!
#![doc = include_str!("../../docs/invoices.md")]
//!
//! Accounts in USD and EUR have invoices. [`GetAccountInvoices`] lists them, [`DownloadInvoice`] downloads one:
//!
//! ```no_run
//! use vox_api::invoices::{DownloadInvoice, GetAccountInvoices};
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let request = GetAccountInvoices::default();
//! let mut invoices = request.items(client);
//! while let Some(invoice) = invoices.next().await {
//!     if let Some(invoice_id) = invoice?.invoice_id {
//!         let mut file = Vec::new();
//!         DownloadInvoice { invoice_id }.send(client).await?.write_to(&mut file).await?;
//!     }
//! }
//! # Ok(())
//! # }
//! ```

vox_core::methods! {
    get_account_invoices {
        GetAccountInvoices, GetAccountInvoicesResponse, AccountInvoice, InvoicePeriod, InvoiceSpendingDetails,
        InvoiceStatus, InvoiceTaxesDetails, InvoiceTotalDetails, TaxLevel,
    }
    download_invoice { DownloadInvoice }
}
