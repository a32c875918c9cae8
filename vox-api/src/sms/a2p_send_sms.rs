//! `A2PSendSms`: sends a text message of an application to up to 100 phone numbers.
//!
//! Roles: CallsSMS. Source: the method `A2PSendSms` of the API's section SMS.

use vox_core::prelude::*;

/// Sends a text message of an application to up to 100 phone numbers.
///
/// Spends money, for each [part](super) of the text and each phone number. Some phone numbers may be accepted and others not.
/// Such a response is a success: [`failed`](A2pSendSmsResponse::failed) has the others.
///
/// The API rejects an unknown sender id (error [507](vox_core::ErrorCode::INVALID_SRC_NUMBER)), an invalid text (error
/// [508](vox_core::ErrorCode::INVALID_TEXT)), a sender that may not send (error [509](vox_core::ErrorCode::A2P_SMS_DISABLED)),
/// and phone numbers that no route leads to (error [506](vox_core::ErrorCode::NO_ROUTE_FOR_DST_NUMBERS)).
///
/// If a response was lost, [`A2pGetSmsHistory`](super::A2pGetSmsHistory) shows which messages were sent.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sms::A2pSendSms;
///
/// let numbers = vec!["16501234567".into(), "16507654321".into()];
/// let request = A2pSendSms::builder().src_number("Shop").dst_numbers(numbers).text("We are open").build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "src_number=Shop&dst_numbers=16501234567%3B16507654321&text=We+are+open"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "A2PSendSms",
    roles = [CallsSms],
    response = A2pSendSmsResponse,
    kind = write,
    ack = none,
    money = true,
)]
#[doc(alias = "A2PSendSms")]
pub struct A2pSendSms {
    /// The sender id: a name, or a number, that the vendor's support has installed.
    pub src_number: String,
    /// The phone numbers that receive the message, at most 100.
    #[param(max_items = 100)]
    pub dst_numbers: Vec<String>,
    /// The text, of at most 1600 characters.
    #[param(max_len = 1600)]
    pub text: String,
    /// Whether the history keeps the text.
    #[param(default = false)]
    pub store_body: Option<bool>,
}

/// The response of [`A2pSendSms`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pSendSmsResponse {
    /// The messages that were accepted.
    pub result: Vec<SmsTransaction>,
    /// The phone numbers to which no message is sent, with the reasons.
    pub failed: Vec<FailedSms>,
    /// How many parts the text is sent in. Each is charged.
    pub fragments_count: Option<u64>,
}

/// A text message that was accepted.
///
/// Source: the structure `SmsTransaction`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmsTransaction {
    /// The message's id, by which the history finds it.
    pub message_id: Option<u64>,
    /// The phone number that receives it.
    pub destination_number: Option<String>,
}

/// A text message that was not accepted.
///
/// Source: the structure `FailedSms`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct FailedSms {
    /// The phone number.
    pub destination_number: Option<String>,
    /// Why no message is sent to it.
    pub error_description: Option<String>,
    /// The code of the error.
    pub error_code: Option<u64>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::A2pSendSms;

    #[test]
    fn a_part_of_the_messages_may_fail() {
        let json = r#"{
            "result": [{"message_id": 7, "destination_number": "16501234567"}],
            "failed": [{"destination_number": "1", "error_description": "No routes", "error_code": 506}],
            "fragments_count": 1
        }"#;
        let response = A2pSendSms::from_http(http::Response::new(json)).unwrap();
        assert_eq!(response.result[0].message_id, Some(7));
        assert_eq!(response.failed[0].error_code, Some(506));
    }
}
