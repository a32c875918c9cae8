//! Types of transactions.

use vox_core::prelude::*;

/// A type of transaction.
///
/// The vendor does not describe the types; the descriptions here are derived from the names.
///
/// Source: `transaction_type` of `GetTransactionHistory`, `GetTransactionHistoryAsync` and the structure `TransactionInfoType`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum TransactionType {
    /// A gift was taken back.
    GiftRevoke,
    /// A resource was used: a phone call, a recording, a message.
    ResourceCharge,
    /// Money was distributed.
    MoneyDistribution,
    /// A period of a subscription.
    SubscriptionCharge,
    /// The start of a subscription.
    SubscriptionInstallationCharge,
    /// A periodic payment by card.
    CardPeriodicPayment,
    /// A payment by card because the balance fell below a limit.
    CardOverrunPayment,
    /// A payment by card.
    CardPayment,
    /// A periodic payment by card in rubles.
    RubCardPeriodicPayment,
    /// A payment by card in rubles because the balance fell below a limit.
    RubCardOverrunPayment,
    /// A payment by card in rubles.
    RubCardPayment,
    /// A payment by Robokassa.
    RobokassaPayment,
    /// A gift.
    Gift,
    /// A promotion.
    Promo,
    /// A correction.
    Adjustment,
    /// A bank transfer.
    WireTransfer,
    /// A bank transfer in the United States.
    UsWireTransfer,
    /// A refund.
    Refund,
    /// A discount.
    Discount,
    /// The guaranteed payment of a month.
    MgpCharge,
    /// The guaranteed payment of the plan Startup.
    MgpStartup,
    /// The guaranteed payment of the plan Business.
    MgpBusiness,
    /// The guaranteed payment of the plan Big Business.
    MgpBigBusiness,
    /// The guaranteed payment of the plan Enterprise.
    MgpEnterprise,
    /// The guaranteed payment of the plan Large Enterprise.
    MgpLargeEnterprise,
    /// Technical support.
    TechsupportCharge,
    /// A tax.
    TaxCharge,
    /// The fee of a month.
    MonthlyFeeCharge,
    /// The repayment of a grace credit.
    GraceCreditPayment,
    /// A grace credit.
    GraceCreditProvision,
    /// The plan of users that are active in a month.
    MauCharge,
    /// Active users beyond the plan.
    MauOverrun,
    /// The plan of instant messages.
    ImCharge,
    /// Instant messages beyond the plan.
    ImOverrun,
    /// Fixed-mobile convergence.
    FmcCharge,
    /// SIP registrations.
    SipRegistrationCharge,
    /// Development.
    DevelopmentFee,
    /// Money that went to a child account.
    MoneyTransferToChild,
    /// Money that went to the parent account.
    MoneyTransferToParent,
    /// Money that came from a child account.
    MoneyAcceptanceFromChild,
    /// Money that came from the parent account.
    MoneyAcceptanceFromParent,
    /// The start of the rent of a phone number.
    PhoneNumberInstallation,
    /// A period of the rent of a phone number.
    PhoneNumberCharge,
    /// The start of the rent of a toll-free phone number.
    TollFreePhoneNumberInstallation,
    /// A period of the rent of a toll-free phone number.
    TollFreePhoneNumberCharge,
    /// Services.
    Services,
    /// Money that went to a user or came from one.
    UserMoneyTransfer,
    /// A payment by PayPal.
    PaypalPayment,
    /// A payment by PayPal because the balance fell below a limit.
    PaypalOverrunPayment,
    /// A periodic payment by PayPal.
    PaypalPeriodicPayment,
    /// A type that this list does not have.
    Other(String),
}
