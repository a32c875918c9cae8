//! `GetAccountInvoices`: lists the account's invoices.
//!
//! Roles: any. Source: the method `GetAccountInvoices` of the API's section Invoices.

use vox_core::prelude::*;

/// Lists the invoices of an account in USD or EUR.
///
/// ```
/// use vox_api::invoices::GetAccountInvoices;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// let request = GetAccountInvoices::default();
/// let mut invoices = request.items(&client);
/// while let Some(invoice) = invoices.next().await {
///     let invoice = invoice?;
///     if let Some(amount) = invoice.amount {
///         println!("{:?}: {:?} {:?}", invoice.invoice_number, amount.amount_to_pay, amount.currency);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAccountInvoices", response = GetAccountInvoicesResponse, kind = read)]
pub struct GetAccountInvoices {
    /// The most invoices to return.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many invoices are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The status of the invoices. Newer sources of the vendor no longer have it.
    pub status: Option<InvoiceStatus>,
}

/// The status of an invoice.
///
/// The vendor does not describe the statuses; the descriptions here are derived from the names.
///
/// Source: `status` of `GetAccountInvoices`. The structure `AccountInvoice` lists none.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum InvoiceStatus {
    /// It was made.
    New,
    /// Its taxes were computed.
    Taxed,
    /// It was accepted.
    Accepted,
    /// It is final.
    Committed,
    /// It was canceled.
    Cancelled,
    /// It has its number.
    Numbered,
    /// A status that this list does not have.
    Other(String),
}

/// The response of [`GetAccountInvoices`]: one page of invoices.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountInvoicesResponse {
    /// The invoices of this page. Sources differ on whether this is a list or one object; both are read.
    pub result: Vec<AccountInvoice>,
    /// How many invoices there are in all.
    pub total_count: Option<u64>,
    /// How many invoices this page holds.
    pub count: Option<u64>,
}

/// An invoice.
///
/// Source: the structure `AccountInvoice`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountInvoice {
    /// The period that the invoice is for.
    pub period: Option<InvoicePeriod>,
    /// The totals of all items.
    pub amount: Option<InvoiceTotalDetails>,
    /// The invoice's id.
    pub invoice_id: Option<u64>,
    /// The items: one for each service. Sources differ on whether this is a list or one object; both are read.
    pub rows: Vec<InvoiceSpendingDetails>,
    /// The number that is printed on the invoice.
    pub invoice_number: Option<String>,
    /// The day on which the invoice was made.
    pub invoice_date: Option<Date>,
    /// The status.
    pub status: Option<InvoiceStatus>,
}

/// The period that an invoice is for.
///
/// Source: the structure `InvoicePeriod`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoicePeriod {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// The totals of an invoice, or of one of its items.
///
/// Source: the structure `InvoiceTotalDetails`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceTotalDetails {
    /// The sum of the taxes.
    pub tax_amount: Option<Decimal>,
    /// The total, with taxes.
    pub total_amount: Option<Decimal>,
    /// The amount to pay: the total after the discount.
    pub amount_to_pay: Option<Decimal>,
    /// The discount.
    pub discount_amount: Option<Decimal>,
    /// The currency of the amounts: `USD`, `EUR`.
    pub currency: Option<String>,
}

/// An item of an invoice: a service that the account used.
///
/// Source: the structure `InvoiceSpendingDetails`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceSpendingDetails {
    /// The totals of the item.
    pub amount: Option<InvoiceTotalDetails>,
    /// The service's name.
    pub service_name: Option<String>,
    /// The taxes on the service. Sources differ on whether this is a list or one object; both are read.
    pub taxes: Vec<InvoiceTaxesDetails>,
}

/// A tax on an item of an invoice.
///
/// Source: the structure `InvoiceTaxesDetails`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InvoiceTaxesDetails {
    /// The amount on which the tax is computed, in the currency `currency`.
    pub taxable_measure: Option<Decimal>,
    /// The tax, in the currency `currency`.
    pub amount: Option<Decimal>,
    /// Who levies the tax.
    pub level: Option<TaxLevel>,
    /// The rate of the tax. No source states whether it is a percentage.
    pub rate: Option<Decimal>,
    /// The tax's name.
    pub name: Option<String>,
    /// The currency of the amounts.
    pub currency: Option<String>,
    /// The category of the tax. No source lists the categories.
    pub category: Option<String>,
}

/// Who levies a tax in the United States.
///
/// Source: `level` of the structure `InvoiceTaxesDetails`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum TaxLevel {
    /// The federal government.
    #[value(name = "Federal")]
    Federal,
    /// The state.
    #[value(name = "State")]
    State,
    /// The county.
    #[value(name = "County")]
    County,
    /// The city.
    #[value(name = "City")]
    City,
    /// An area that belongs to no city.
    #[value(name = "Unincorporated")]
    Unincorporated,
    /// A level that this list does not have.
    Other(String),
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetAccountInvoices {
    type Item = AccountInvoice;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetAccountInvoicesResponse) -> (Vec<AccountInvoice>, Option<u64>) {
        (response.result, response.total_count)
    }
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::GetAccountInvoices;

    #[test]
    fn single_objects_and_lists_are_read_alike() {
        let one =
            r#"{"result": {"invoice_id": 7, "rows": {"service_name": "SMS", "taxes": {"rate": "0.2"}}}}"#;
        let list =
            r#"{"result": [{"invoice_id": 7, "rows": [{"service_name": "SMS", "taxes": [{"rate": 0.2}]}]}]}"#;
        let read = |json| GetAccountInvoices::from_http(http::Response::new(json)).unwrap();
        assert_eq!(read(one), read(list));
        let taxes = &read(one).result[0].rows[0].taxes;
        assert_eq!(taxes[0].rate.map(|rate| rate.to_string()).as_deref(), Some("0.2"));
    }
}
