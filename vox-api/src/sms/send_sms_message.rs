//! `SendSmsMessage`: sends a text message from a phone number of the account.
//!
//! Roles: Owner, Admin, Developer, CallsSMS. Source: the method `SendSmsMessage` of the API's section SMS.

use vox_core::prelude::*;

/// Sends a text message from a phone number of the account to another phone number.
///
/// Spends money, for each [part](super) of the text. The phone number must support text messages, and
/// [`ControlSms`](super::ControlSms) must have enabled them; the API rejects another one (error
/// [386](vox_core::ErrorCode::SMS_DISABLED_FOR_NUMBER), [422](vox_core::ErrorCode::INVALID_SOURCE) or
/// [528](vox_core::ErrorCode::NOT_SUPPORT_SMS)).
///
/// If a response was lost, [`GetSmsHistory`](super::GetSmsHistory) shows whether the message was sent.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sms::SendSmsMessage;
///
/// let request =
///     SendSmsMessage::builder().source("16501234567").destination("16507654321").sms_body("Your code is 1234").build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "source=16501234567&destination=16507654321&sms_body=Your+code+is+1234"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SendSmsMessage",
    roles = [Owner, Admin, Developer, CallsSms],
    response = SendSmsMessageResponse,
    kind = write,
    ack = truthy,
    money = true,
)]
pub struct SendSmsMessage {
    /// The phone number of the account that sends the message.
    pub source: String,
    /// The phone number that receives it.
    pub destination: String,
    /// The text, of at most 765 characters.
    #[param(max_len = 765)]
    pub sms_body: String,
    /// Whether the history keeps the text.
    #[param(default = false)]
    pub store_body: Option<bool>,
}

/// The response of [`SendSmsMessage`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SendSmsMessageResponse {
    /// The message's id, by which the history finds it.
    pub message_id: Option<u64>,
    /// How many parts the text was sent in. Each is charged.
    pub fragments_count: Option<u64>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::SendSmsMessage;

    #[test]
    fn the_limit_of_the_text_counts_characters() {
        let message =
            |text: String| SendSmsMessage::builder().source("1").destination("2").sms_body(text).build();
        assert_eq!(message("ж".repeat(765)).validate(), Ok(()));
        assert_eq!(
            message("ж".repeat(766)).validate().unwrap_err().to_string(),
            "- `sms_body` must have at most 765 characters; it has 766"
        );
    }
}
