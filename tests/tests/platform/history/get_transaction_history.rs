//! The method `GetTransactionHistory`.

use vox_core::prelude::*;

use crate::types::ReportOrdered;

/// Lists transactions, or orders a report of them.
///
/// A report needs the parameter `output` with the value `csv`, which the API reference does not list: add it by
/// `with_param`.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetTransactionHistory",
    roles = [Owner, Admin, Accountant, Payer],
    response = Either<ReportOrdered, GetTransactionHistoryResponse>,
    kind = write,
    ack = none,
)]
pub struct GetTransactionHistory {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span.
    pub to_date: Option<DateTime>,
    /// The application.
    pub application_id: Option<u64>,
    /// The name of the application.
    pub application_name: Option<String>,
    /// The subscriptions.
    pub subscription_id: Option<Vec<u64>>,
    /// The names of the subscriptions.
    pub subscription_name: Option<Vec<String>>,
    /// The kinds of resources.
    pub resource_type: Option<Vec<String>>,
    /// The names of the price groups.
    pub price_group_name: Option<Vec<String>>,
    /// Whether the time span is that of the accounting.
    pub use_accounting_dates: Option<bool>,
    /// Whether the response contains more details.
    pub with_extended_info: Option<bool>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's locale setting")]
    pub decimal_separator: Option<String>,
    /// The transactions.
    pub transaction_id: Option<Vec<u64>>,
    /// The kinds of transactions.
    pub transaction_type: Option<Vec<TransactionType>>,
    /// The users.
    pub user_id: Option<Vec<u64>>,
    /// The child accounts.
    pub child_account_id: Option<IdList>,
    /// Whether only transactions of child accounts are listed.
    pub children_transactions_only: Option<bool>,
    /// Whether only transactions of users are listed.
    pub users_transactions_only: Option<bool>,
    /// Whether the latest ones come first.
    pub desc_order: Option<bool>,
    /// Whether the response contains the total number.
    pub with_total_count: Option<bool>,
    /// The most items of a response.
    #[param(default = 20, max = 1000)]
    pub count: Option<u64>,
    /// How many items are skipped.
    #[param(max = 10000)]
    pub offset: Option<u64>,
    /// Whether reserved money is listed.
    pub is_uncommitted: Option<bool>,
    /// The reference of the payment.
    #[param(max_len = 126)]
    pub payment_reference: Option<String>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// The response of [`GetTransactionHistory`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetTransactionHistoryResponse {
    /// The result.
    pub result: Vec<TransactionInfo>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
    /// The most items of a response.
    pub count: Option<u64>,
}

/// The kind of a transaction.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum TransactionType {
    /// `gift_revoke`.
    GiftRevoke,
    /// `resource_charge`.
    ResourceCharge,
    /// `money_distribution`.
    MoneyDistribution,
    /// `subscription_charge`.
    SubscriptionCharge,
    /// `subscription_installation_charge`.
    SubscriptionInstallationCharge,
    /// `card_periodic_payment`.
    CardPeriodicPayment,
    /// `card_overrun_payment`.
    CardOverrunPayment,
    /// `card_payment`.
    CardPayment,
    /// `rub_card_periodic_payment`.
    RubCardPeriodicPayment,
    /// `rub_card_overrun_payment`.
    RubCardOverrunPayment,
    /// `rub_card_payment`.
    RubCardPayment,
    /// `robokassa_payment`.
    RobokassaPayment,
    /// `gift`.
    Gift,
    /// `promo`.
    Promo,
    /// `adjustment`.
    Adjustment,
    /// `wire_transfer`.
    WireTransfer,
    /// `us_wire_transfer`.
    UsWireTransfer,
    /// `refund`.
    Refund,
    /// `discount`.
    Discount,
    /// `mgp_charge`.
    MgpCharge,
    /// `mgp_startup`.
    MgpStartup,
    /// `mgp_business`.
    MgpBusiness,
    /// `mgp_big_business`.
    MgpBigBusiness,
    /// `mgp_enterprise`.
    MgpEnterprise,
    /// `mgp_large_enterprise`.
    MgpLargeEnterprise,
    /// `techsupport_charge`.
    TechsupportCharge,
    /// `tax_charge`.
    TaxCharge,
    /// `monthly_fee_charge`.
    MonthlyFeeCharge,
    /// `grace_credit_payment`.
    GraceCreditPayment,
    /// `grace_credit_provision`.
    GraceCreditProvision,
    /// `mau_charge`.
    MauCharge,
    /// `mau_overrun`.
    MauOverrun,
    /// `im_charge`.
    ImCharge,
    /// `im_overrun`.
    ImOverrun,
    /// `fmc_charge`.
    FmcCharge,
    /// `sip_registration_charge`.
    SipRegistrationCharge,
    /// `development_fee`.
    DevelopmentFee,
    /// `money_transfer_to_child`.
    MoneyTransferToChild,
    /// `money_transfer_to_parent`.
    MoneyTransferToParent,
    /// `money_acceptance_from_child`.
    MoneyAcceptanceFromChild,
    /// `money_acceptance_from_parent`.
    MoneyAcceptanceFromParent,
    /// `phone_number_installation`.
    PhoneNumberInstallation,
    /// `phone_number_charge`.
    PhoneNumberCharge,
    /// `toll_free_phone_number_installation`.
    TollFreePhoneNumberInstallation,
    /// `toll_free_phone_number_charge`.
    TollFreePhoneNumberCharge,
    /// `services`.
    Services,
    /// `user_money_transfer`.
    UserMoneyTransfer,
    /// `paypal_payment`.
    PaypalPayment,
    /// `paypal_overrun_payment`.
    PaypalOverrunPayment,
    /// `paypal_periodic_payment`.
    PaypalPeriodicPayment,
    /// A value that this version does not know.
    Other(String),
}

/// A transaction.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct TransactionInfo {
    /// The transaction.
    pub transaction_id: Option<u64>,
    /// The id of the account.
    pub account_id: Option<u64>,
    /// When the transaction was made.
    pub performed_at: Option<DateTime>,
    /// The amount.
    pub amount: Option<Decimal>,
    /// The currency.
    pub currency: Option<String>,
    /// The kind of transaction.
    pub transaction_type: Option<TransactionType>,
    /// The description of the transaction.
    pub transaction_description: Option<String>,
    /// The reference of the payment.
    pub payment_reference: Option<String>,
}
