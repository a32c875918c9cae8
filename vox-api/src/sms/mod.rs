//! SMS: sending text messages, enabling them for phone numbers, and their history.
//!
#![doc = include_str!("../../docs/sms.md")]
//!
//! A phone number of the account sends and receives text messages if it supports them (`is_sms_supported` of the method
//! `GetPhoneNumbers`) and [`ControlSms`] enabled them. [`SendSmsMessage`] then sends one to another phone number:
//!
//! ```no_run
//! use vox_api::prelude::*;
//! use vox_api::sms::{ControlSms, GetSmsHistory, SendSmsMessage, SmsCommand};
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! ControlSms { phone_number: "16501234567".into(), command: SmsCommand::Enable }.send(client).await?;
//!
//! // Spends money.
//! let sent = SendSmsMessage::builder()
//!     .source("16501234567")
//!     .destination("16507654321")
//!     .sms_body("Your code is 1234")
//!     .send(client)
//!     .await?;
//!
//! // Later:
//! let request = GetSmsHistory { message_id: sent.message_id.map(|id| vec![id]), ..Default::default() };
//! let mut messages = request.items(client);
//! while let Some(message) = messages.next().await {
//!     let message = message?;
//!     println!("{:?}, cost {:?}", message.status_id, message.cost);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Messages of an application to people (A2P) are sent in the name of a sender id, which the vendor's support installs:
//! [`A2pSendSms`] sends one text to up to 100 phone numbers, [`A2pGetSmsHistory`] lists these messages and whether they were
//! delivered.
//!
//! A text of more than 160 characters of the GSM-7 alphabet, or of more than 70 other characters (UTF-16), is sent in several
//! parts. Each part is charged like a message.

mod types;

pub use types::SmsStatusId;

vox_core::methods! {
    send_sms_message { SendSmsMessage, SendSmsMessageResponse }
    a2p_send_sms { A2pSendSms, A2pSendSmsResponse, FailedSms, SmsTransaction }
    control_sms { ControlSms, SmsCommand }
    get_sms_history { GetSmsHistory, GetSmsHistoryResponse, SmsDirection, SmsHistory }
    a2p_get_sms_history {
        A2pGetSmsHistory, A2pGetSmsHistoryResponse, A2pDeliveryStatus, A2pDeliveryStatusId, A2pSmsHistory,
    }
}
