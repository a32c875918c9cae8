//! The method `DownloadInvoice`.

use vox_core::prelude::*;

/// Downloads an invoice.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DownloadInvoice", response = Download, kind = read)]
pub struct DownloadInvoice {
    /// The id of the invoice.
    pub invoice_id: u64,
}
