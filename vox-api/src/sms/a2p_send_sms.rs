//! The method `A2PSendSms`.

use vox_core::prelude::*;

/// Sends a text message to several phone numbers.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "A2PSendSms",
    roles = [CallsSms],
    response = A2pSendSmsResponse,
    kind = write,
    ack = none,
    money = true,
)]
pub struct A2pSendSms {
    /// The sender: a phone number or a name.
    pub src_number: String,
    /// The receivers.
    #[param(max_items = 100)]
    pub dst_numbers: Vec<String>,
    /// The text.
    #[param(max_len = 1600)]
    pub text: String,
    /// Whether the text is stored.
    #[param(default = false)]
    pub store_body: Option<bool>,
}

/// The response of [`A2pSendSms`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pSendSmsResponse {
    /// The result.
    pub result: Vec<SmsTransaction>,
    /// The receivers to which no message was sent.
    pub failed: Vec<FailedSms>,
    /// The number of parts of the message.
    pub fragments_count: Option<u64>,
}

/// A message that was sent.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmsTransaction {
    /// The message.
    pub message_id: Option<u64>,
    /// The receiver.
    pub destination_number: Option<String>,
}

/// A message that was not sent.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct FailedSms {
    /// The receiver.
    pub destination_number: Option<String>,
    /// Why the message was not sent.
    pub error_description: Option<String>,
    /// The code of the error.
    pub error_code: Option<u64>,
}
