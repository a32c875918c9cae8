//! Types of subscriptions.

use vox_core::VoxEnum;

/// A type of subscription.
///
/// Source: `subscription_template_type` of `GetSubscriptionPrice`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SubscriptionTemplateType {
    /// A phone number.
    PhoneNum,
    /// A registration at a SIP server.
    SipRegistration,
    /// A type that this list does not have.
    Other(String),
}
