//! Payloads about subscriptions and plans.

use vox_core::{Date, Decimal, VoxEnum, VoxRecord};

use crate::PlanType;

/// A type of subscription, as callbacks name it.
///
/// Source: `type` of the items of the callbacks about subscriptions; only `renewed_subscriptions` mentions
/// [`Plan`](Self::Plan).
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SubscriptionType {
    /// A phone number.
    PhoneNum,
    /// A registration at a SIP server.
    SipRegistration,
    /// A plan.
    Plan,
    /// A type that this list does not have.
    Other(String),
}

/// The resources that a subscription is attached to.
///
/// Source: `type` of the structure `SubscriptionCallbackDetails`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SubscriptionDetailsType {
    /// Phone numbers.
    Phone,
    /// Registrations at SIP servers.
    SipRegistration,
    /// A type that this list does not have.
    Other(String),
}

/// Subscriptions were renewed.
///
/// Source: the structure `RenewedSubscriptionsCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RenewedSubscriptionsCallback {
    /// The subscriptions.
    pub subscriptions: Vec<RenewedSubscriptionsCallbackItem>,
}

/// A subscription that was renewed.
///
/// Source: the structure `RenewedSubscriptionsCallbackItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct RenewedSubscriptionsCallbackItem {
    /// The subscription's type. On the wire: `type`.
    #[field(name = "type")]
    pub kind: Option<SubscriptionType>,
    /// The name of its subject, such as the phone number.
    pub name: Option<String>,
    /// The price, presumably in the account's currency: which no source states.
    pub cost: Option<Decimal>,
    /// The day of the next renewal.
    pub next_renewal: Option<Date>,
    /// The resources that it is attached to.
    pub details: Vec<SubscriptionCallbackDetails>,
}

/// Subscriptions were frozen.
///
/// Source: the structure `SubscriptionIsFrozenCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionIsFrozenCallback {
    /// The subscriptions.
    pub subscriptions: Vec<SubscriptionIsFrozenCallbackItem>,
}

/// A subscription that was frozen.
///
/// Source: the structure `SubscriptionIsFrozenCallbackItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionIsFrozenCallbackItem {
    /// The subscription's type. On the wire: `type`.
    #[field(name = "type")]
    pub kind: Option<SubscriptionType>,
    /// The name of its subject, such as the phone number.
    pub name: Option<String>,
    /// The price, presumably in the account's currency: which no source states.
    pub cost: Option<Decimal>,
    /// The resources that it is attached to.
    pub details: Vec<SubscriptionCallbackDetails>,
}

/// Subscriptions ended.
///
/// Source: the structure `SubscriptionIsDetachedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionIsDetachedCallback {
    /// The subscriptions.
    pub subscriptions: Vec<SubscriptionIsDetachedCallbackItem>,
}

/// A subscription that ended.
///
/// Source: the structure `SubscriptionIsDetachedCallbackItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionIsDetachedCallbackItem {
    /// The subscription's type. On the wire: `type`.
    #[field(name = "type")]
    pub kind: Option<SubscriptionType>,
    /// The name of its subject, such as the phone number.
    pub name: Option<String>,
    /// The resources that it was attached to.
    pub details: Vec<SubscriptionCallbackDetails>,
}

/// Subscriptions ended for want of verification.
///
/// Source: the structure `UnverifiedSubscriptionDetachedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct UnverifiedSubscriptionDetachedCallback {
    /// The subscriptions.
    pub subscriptions: Vec<UnverifiedSubscriptionDetachedCallbackItem>,
}

/// A subscription that ended for want of verification.
///
/// Source: the structure `UnverifiedSubscriptionDetachedCallbackItem`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct UnverifiedSubscriptionDetachedCallbackItem {
    /// The subscription's type. On the wire: `type`.
    #[field(name = "type")]
    pub kind: Option<SubscriptionType>,
    /// The name of its subject, such as the phone number.
    pub name: Option<String>,
    /// The resources that it was attached to.
    pub details: Vec<SubscriptionCallbackDetails>,
}

/// The resources that a subscription is attached to.
///
/// Source: the structure `SubscriptionCallbackDetails`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionCallbackDetails {
    /// Which of the two lists is filled. On the wire: `type`.
    #[field(name = "type")]
    pub kind: Option<SubscriptionDetailsType>,
    /// The phone numbers.
    pub phone_numbers: Vec<SubscriptionCallbackDetailsPhoneNumbers>,
    /// The SIP registrations.
    pub sip_registrations: Vec<SubscriptionCallbackDetailsSipRegistrations>,
}

/// A phone number that a subscription is attached to.
///
/// Source: the structure `SubscriptionCallbackDetailsPhoneNumbers`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionCallbackDetailsPhoneNumbers {
    /// The phone number's id.
    pub phone_id: Option<u64>,
    /// The phone number.
    pub phone_number: Option<String>,
}

/// A SIP registration that a subscription is attached to.
///
/// Source: the structure `SubscriptionCallbackDetailsSipRegistrations`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionCallbackDetailsSipRegistrations {
    /// The SIP registration's id.
    pub sip_registration_id: Option<u64>,
}

/// The account's plan changed.
///
/// Source: the structure `PlanConfigCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PlanConfigCallback {
    /// The plan's type.
    pub plan_type: Option<PlanType>,
    /// The plan's name.
    pub plan_name: Option<String>,
    /// The plan's packages.
    pub packages: Vec<PlanPackageConfig>,
}

/// A package of a plan.
///
/// Source: the structure `PlanPackageConfig`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PlanPackageConfig {
    /// The ids of the price groups.
    pub price_group_id: Vec<u64>,
    /// The package's name.
    pub package_name: Option<String>,
    /// The package's UUID.
    pub package_uuid: Option<String>,
    /// Whether more than the package may be used.
    pub may_overrun: Option<bool>,
    /// The package's size at present, with what was used beyond it.
    pub package_size: Option<u64>,
}
