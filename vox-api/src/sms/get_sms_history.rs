//! `GetSmsHistory`: lists text messages that the account's phone numbers sent and received.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Accountant, CallsSMS. Source: the method `GetSmsHistory` of the API's section SMS.

use vox_core::prelude::*;

use super::SmsStatusId;
use crate::types::OutputFormat;

/// Lists text messages that the account's phone numbers sent and received, as JSON or as a file.
///
/// `items` and `pages` request JSON, whatever `output` is.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sms::{GetSmsHistory, SmsDirection};
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// let request = GetSmsHistory { direction: Some(SmsDirection::In), ..Default::default() };
/// let mut messages = request.items(&client);
/// while let Some(message) = messages.next().await {
///     let message = message?;
///     println!("{:?}: {:?}", message.source_number, message.text);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSmsHistory",
    roles = [Owner, Admin, Developer, Supervisor, Accountant, CallsSms],
    response = JsonOrFile<GetSmsHistoryResponse>,
    kind = read,
)]
pub struct GetSmsHistory {
    /// The ids of the messages.
    pub message_id: Option<Vec<u64>>,
    /// The phone number of the sender.
    pub source_number: Option<String>,
    /// The phone number of the receiver.
    pub destination_number: Option<String>,
    /// Only messages that were sent, or only those that were received.
    pub direction: Option<SmsDirection>,
    /// The most messages to return, at most 1000.
    #[param(default = 1000, max = 1000)]
    pub count: Option<u64>,
    /// How many messages are skipped.
    pub offset: Option<u64>,
    /// The beginning of the time span, in the time zone `timezone`; the sources state UTC.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`; the sources state UTC.
    pub to_date: Option<DateTime>,
    /// The format of the response.
    #[param(default = "json")]
    pub output: Option<OutputFormat>,
    /// The time zone of the request and of the response: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

/// The direction of a text message.
///
/// Source: `direction` of `GetSmsHistory`, which lists both values in lower case as well.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum SmsDirection {
    /// It was received.
    In,
    /// It was sent.
    Out,
    /// A direction that this list does not have.
    Other(String),
}

/// The response of [`GetSmsHistory`] in JSON: one page of messages.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSmsHistoryResponse {
    /// The messages of this page.
    pub result: Vec<SmsHistory>,
    /// How many messages there are in all.
    pub total_count: Option<u64>,
}

/// A text message that a phone number of the account sent or received.
///
/// The sources declare the sender and the receiver as numbers; they are read as texts.
///
/// Source: the structure `SmsHistoryType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SmsHistory {
    /// The message's id.
    pub message_id: Option<u64>,
    /// The phone number of the sender.
    pub source_number: Option<String>,
    /// The phone number of the receiver.
    pub destination_number: Option<String>,
    /// Whether it was sent or received. No source lists the values; see [`SmsDirection`].
    pub direction: Option<String>,
    /// How many parts the text was sent in.
    pub fragments: Option<u64>,
    /// The cost, in the account's currency.
    pub cost: Option<Decimal>,
    /// The status.
    pub status_id: Option<SmsStatusId>,
    /// Why it failed.
    pub error_message: Option<String>,
    /// When it was processed, in the time zone of the request.
    pub processed_date: Option<DateTime>,
    /// The id of the transaction that paid for it.
    pub transaction_id: Option<u64>,
    /// The text, if the history keeps it: `store_body` of [`SendSmsMessage`](super::SendSmsMessage).
    pub text: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSmsHistory {
    type Item = SmsHistory;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.output = Some(OutputFormat::Json);
    }

    fn page(response: JsonOrFile<GetSmsHistoryResponse>) -> (Vec<SmsHistory>, Option<u64>) {
        match response {
            JsonOrFile::Json(page) => (page.result, page.total_count),
            JsonOrFile::File(_) => (Vec::new(), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use vox_core::Record;

    use super::{GetSmsHistoryResponse, SmsHistory, SmsStatusId};

    #[test]
    fn phone_numbers_and_statuses_are_texts_or_numbers() {
        let message = |json: &str| -> SmsHistory {
            GetSmsHistoryResponse::from_json(json.as_bytes()).unwrap().result.remove(0)
        };
        let numbers = message(r#"{"result": [{"source_number": 16501234567, "status_id": 1}]}"#);
        let texts = message(r#"{"result": [{"source_number": "16501234567", "status_id": "1"}]}"#);
        assert_eq!(numbers, texts);
        assert_eq!(
            (numbers.source_number.as_deref(), numbers.status_id),
            (Some("16501234567"), Some(SmsStatusId::Success))
        );
    }
}
