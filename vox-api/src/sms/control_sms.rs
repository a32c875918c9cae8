//! `ControlSms`: enables or disables text messages of a phone number.
//!
//! Roles: Owner, Admin, Developer, Accountant. Source: the method `ControlSms` of the API's section SMS.

use vox_core::prelude::*;

/// Enables or disables text messages of a phone number of the account.
///
/// The phone number must support text messages: `is_sms_supported` of the method `GetPhoneNumbers`. Once they are enabled,
/// [`SendSmsMessage`](super::SendSmsMessage) sends them, and a callback delivers those that are received. Messages that are
/// received cost money, too.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sms::{ControlSms, SmsCommand};
///
/// let request = ControlSms { phone_number: "16501234567".into(), command: SmsCommand::Enable };
/// assert_eq!(request.to_form().as_bytes(), b"phone_number=16501234567&command=enable");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "ControlSms",
    roles = [Owner, Admin, Developer, Accountant],
    response = (),
    kind = write,
    ack = truthy,
)]
pub struct ControlSms {
    /// The phone number.
    pub phone_number: String,
    /// Whether text messages are enabled or disabled.
    pub command: SmsCommand,
}

/// What happens to the text messages of a phone number.
///
/// Source: `command` of `ControlSms`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum SmsCommand {
    /// They are sent and received.
    Enable,
    /// They are neither sent nor received.
    Disable,
    /// A command that this list does not have.
    Other(String),
}
