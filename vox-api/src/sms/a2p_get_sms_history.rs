//! `A2PGetSmsHistory`: lists text messages of applications.
//!
//! Roles: Owner, Admin, CallsSMS. Source: the method `A2PGetSmsHistory` of the API's section SMS.

use vox_core::prelude::*;

use super::SmsStatusId;
use crate::types::OutputFormat;

/// Lists text messages of applications (A2P) as JSON or as a file, and states whether they were delivered.
///
/// `items` and `pages` request JSON, whatever `output` is.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::sms::{A2pDeliveryStatusId, A2pGetSmsHistory};
///
/// let request = A2pGetSmsHistory {
///     source_number: Some("Shop".into()),
///     delivery_status: Some(A2pDeliveryStatusId::Failed),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"source_number=Shop&delivery_status=6");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "A2PGetSmsHistory",
    roles = [Owner, Admin, CallsSms],
    response = JsonOrFile<A2pGetSmsHistoryResponse>,
    kind = read,
)]
#[doc(alias = "A2PGetSmsHistory")]
pub struct A2pGetSmsHistory {
    /// The ids of the messages.
    pub message_id: Option<Vec<u64>>,
    /// The sender id.
    pub source_number: Option<String>,
    /// The phone number of the receiver.
    pub destination_number: Option<String>,
    /// The most messages to return, at most 1000.
    #[param(default = 1000, max = 1000)]
    pub count: Option<u64>,
    /// How many messages are skipped.
    pub offset: Option<u64>,
    /// The beginning of the time span, UTC.
    #[param(at_most = to_date)]
    pub from_date: Option<Timestamp>,
    /// The end of the time span, UTC.
    pub to_date: Option<Timestamp>,
    /// The format of the response.
    #[param(default = "json")]
    pub output: Option<OutputFormat>,
    /// The status of the delivery.
    pub delivery_status: Option<A2pDeliveryStatusId>,
}

/// The status of the delivery of a text message, by its number. Messages have it by its name, [`A2pDeliveryStatus`].
///
/// The vendor does not describe the statuses; the descriptions here are derived from the names.
///
/// Source: `delivery_status` of `A2PGetSmsHistory`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum A2pDeliveryStatusId {
    /// It waits to be sent.
    #[value(name = "1")]
    Queued,
    /// It was sent.
    #[value(name = "2")]
    Dispatched,
    /// Sending it was given up.
    #[value(name = "3")]
    Aborted,
    /// It was rejected.
    #[value(name = "4")]
    Rejected,
    /// It was delivered.
    #[value(name = "5")]
    Delivered,
    /// It could not be delivered.
    #[value(name = "6")]
    Failed,
    /// It was not delivered in time.
    #[value(name = "7")]
    Expired,
    /// Whether it was delivered is unknown.
    #[value(name = "8")]
    Unknown,
    /// A status that this list does not have.
    Other(String),
}

/// The status of the delivery of a text message.
///
/// The vendor does not describe the statuses; the descriptions here are derived from the names.
///
/// Source: `delivery_status` of the structure `A2PSmsHistoryType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum A2pDeliveryStatus {
    /// It waits to be sent.
    Queued,
    /// It was sent.
    Dispatched,
    /// Sending it was given up.
    Aborted,
    /// It was rejected.
    Rejected,
    /// It was delivered.
    Delivered,
    /// It could not be delivered.
    Failed,
    /// It was not delivered in time.
    Expired,
    /// Whether it was delivered is unknown.
    Unknown,
    /// A status that this list does not have.
    Other(String),
}

/// The response of [`A2pGetSmsHistory`] in JSON: one page of messages.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pGetSmsHistoryResponse {
    /// The messages of this page.
    pub result: Vec<A2pSmsHistory>,
    /// How many messages there are in all.
    pub total_count: Option<u64>,
}

/// A text message of an application.
///
/// The sources declare the sender and the receiver as numbers; they are read as texts, as a sender id may have letters.
///
/// Source: the structure `A2PSmsHistoryType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pSmsHistory {
    /// The message's id.
    pub message_id: Option<u64>,
    /// The sender id.
    pub source_number: Option<String>,
    /// The phone number of the receiver.
    pub destination_number: Option<String>,
    /// How many parts the text was sent in.
    pub fragments: Option<u64>,
    /// The cost, in the account's currency.
    pub cost: Option<Decimal>,
    /// The status.
    pub status_id: Option<SmsStatusId>,
    /// Why it failed.
    pub error_message: Option<String>,
    /// When it was processed. No source states the time zone, which is presumably UTC.
    pub processing_date: Option<DateTime>,
    /// The id of the transaction that paid for it.
    pub transaction_id: Option<u64>,
    /// The status of the delivery.
    pub delivery_status: Option<A2pDeliveryStatus>,
    /// The text, if the history keeps it: `store_body` of [`A2pSendSms`](super::A2pSendSms).
    pub text: Option<String>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for A2pGetSmsHistory {
    type Item = A2pSmsHistory;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.output = Some(OutputFormat::Json);
    }

    fn page(response: JsonOrFile<A2pGetSmsHistoryResponse>) -> (Vec<A2pSmsHistory>, Option<u64>) {
        match response {
            JsonOrFile::Json(page) => (page.result, page.total_count),
            JsonOrFile::File(_) => (Vec::new(), None),
        }
    }
}
