//! `DownloadInvoice`: downloads an invoice as a file.
//!
//! Roles: any. Source: the method `DownloadInvoice` of the API's section Invoices.

use vox_core::prelude::*;

/// Downloads an invoice as a file.
///
/// No source states the format of the file; the response states it by its [`content_type`](Download::content_type).
///
/// ```
/// use vox_api::invoices::DownloadInvoice;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// let invoice = DownloadInvoice { invoice_id: 7 }.send(&client).await?;
/// println!("{:?}: {:?}", invoice.file_name(), invoice.content_type());
/// let mut file = Vec::new();
/// invoice.write_to(&mut file).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DownloadInvoice", response = Download, kind = read)]
pub struct DownloadInvoice {
    /// The invoice's id: [`invoice_id`](super::AccountInvoice::invoice_id).
    pub invoice_id: u64,
}
