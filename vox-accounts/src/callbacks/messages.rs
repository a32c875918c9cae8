//! Payloads about SMS.

use vox_core::VoxRecord;

/// An SMS came in.
///
/// Source: the structures `InboundSmsCallback` and `InboundSmsCallbackItem`, of which the first contains only the
/// second: here they are one type. Both shapes are decoded.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct InboundSmsCallback {
    /// The sender's phone number.
    pub source_number: Option<String>,
    /// The phone number that it was sent to.
    pub destination_number: Option<String>,
    /// The text.
    pub sms_body: Option<String>,
}

/// SMS from applications (A2P) were activated.
///
/// Source: the structure `A2PActivatedCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pActivatedCallback {
    /// Whether they are allowed.
    pub a2p_enabled: Option<bool>,
}

/// The delivery of an SMS from an application (A2P).
///
/// No source says which type of callback brings it, so that it would arrive as
/// [`CallbackPayload::Other`](super::CallbackPayload::Other); `serde_json::from_value` makes one of these of its JSON.
///
/// Source: the structure `A2PSmsDeliveryCallback`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct A2pSmsDeliveryCallback {
    /// The delivery's id.
    pub id: Option<u64>,
    /// The sender's number.
    pub source_number: Option<String>,
    /// The delivery's state.
    pub status: Option<String>,
    /// The number or numbers that it was sent to.
    pub destination_numbers: Option<String>,
}
