//! Text messages.

use vox_api::sms::{A2pDeliveryStatus, SmsStatusId};
use vox_core::Decimal;

use crate::state::table::Table;

/// How long a message waits, in seconds.
const WAIT_SECONDS: i64 = 5;
/// How long after its sending a message is delivered, in seconds.
const DELIVERY_SECONDS: i64 = 10;

/// The text messages of an account.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sms {
    /// What phone numbers of the account sent.
    pub(crate) messages: Table<Message>,
    /// What applications sent in the name of a sender id.
    pub(crate) a2p_messages: Table<Message>,
}

/// A text message that was sent.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) source: String,
    pub(crate) destination: String,
    pub(crate) fragments: u64,
    pub(crate) cost: Decimal,
    /// When it was sent, in seconds since 1970.
    pub(crate) sent: i64,
    /// The text, if the history keeps it.
    pub(crate) text: Option<String>,
}

impl Message {
    pub(crate) fn status(&self, now: i64) -> SmsStatusId {
        if self.age(now) < WAIT_SECONDS { SmsStatusId::Waiting } else { SmsStatusId::Success }
    }

    pub(crate) fn delivery(&self, now: i64) -> A2pDeliveryStatus {
        match self.age(now) {
            age if age < WAIT_SECONDS => A2pDeliveryStatus::Queued,
            age if age < DELIVERY_SECONDS => A2pDeliveryStatus::Dispatched,
            _ => A2pDeliveryStatus::Delivered,
        }
    }

    fn age(&self, now: i64) -> i64 {
        now.saturating_sub(self.sent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_follows_the_clock() {
        let (source, destination) = ("1".to_owned(), "2".to_owned());
        let message =
            Message { source, destination, fragments: 1, cost: Decimal::ONE, sent: 100, text: None };
        for (now, status, delivery) in [
            (99, SmsStatusId::Waiting, A2pDeliveryStatus::Queued),
            (104, SmsStatusId::Waiting, A2pDeliveryStatus::Queued),
            (105, SmsStatusId::Success, A2pDeliveryStatus::Dispatched),
            (109, SmsStatusId::Success, A2pDeliveryStatus::Dispatched),
            (110, SmsStatusId::Success, A2pDeliveryStatus::Delivered),
        ] {
            assert_eq!((message.status(now), message.delivery(now)), (status, delivery), "{now}");
        }
    }
}
