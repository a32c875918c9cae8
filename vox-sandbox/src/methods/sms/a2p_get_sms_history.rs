//! `A2PGetSmsHistory`.

use jiff::Timestamp;
use jiff::tz::Offset;
use vox_api::sms::{
    A2pDeliveryStatus, A2pDeliveryStatusId, A2pGetSmsHistory, A2pGetSmsHistoryResponse, A2pSmsHistory,
};
use vox_api::types::OutputFormat;
use vox_core::{JsonOrFile, Record as _};

use super::is_requested;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::csv_file::csv_file;
use crate::methods::filter::{check_known, is_listed, page};
use crate::methods::{Context, Handler};
use crate::records::amount;
use crate::state::resources::sms::Message;

const DEFAULT_COUNT: u64 = 1000;

impl Handler for A2pGetSmsHistory {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.output, ApiError::invalid_param(496, "output"))?;
        check_known(&self.delivery_status, ApiError::invalid_param(496, "delivery_status"))?;
        let now = context.now.as_second();
        let matches = |id: u64, message: &Message| {
            let sent = Timestamp::from_second(message.sent).unwrap_or_default();
            is_listed(self.message_id.as_deref(), &id)
                && is_requested(self.source_number.as_ref(), &message.source)
                && is_requested(self.destination_number.as_ref(), &message.destination)
                && self.from_date.is_none_or(|from| from <= sent)
                && self.to_date.is_none_or(|to| sent <= to)
                && self.delivery_status.as_ref().is_none_or(|status| *status == id_of(&message.delivery(now)))
        };
        let messages = &context.account(caller)?.resources.sms.a2p_messages;
        let found: Vec<_> = messages.iter().filter(|(id, message)| matches(*id, message)).collect();
        let records: Vec<_> = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(id, message)| record(*id, message, now))
            .collect();
        if self.output.is_some_and(|output| output != OutputFormat::Json) {
            return Ok(JsonOrFile::File(csv_file("a2p_sms_history.csv".to_owned(), ',', &records)));
        }
        let mut response = A2pGetSmsHistoryResponse::blank();
        response.result = records;
        response.total_count = u64::try_from(found.len()).ok();
        Ok(JsonOrFile::Json(response))
    }
}

/// The number of a status.
fn id_of(status: &A2pDeliveryStatus) -> A2pDeliveryStatusId {
    match status {
        A2pDeliveryStatus::Queued => A2pDeliveryStatusId::Queued,
        A2pDeliveryStatus::Dispatched => A2pDeliveryStatusId::Dispatched,
        A2pDeliveryStatus::Aborted => A2pDeliveryStatusId::Aborted,
        A2pDeliveryStatus::Rejected => A2pDeliveryStatusId::Rejected,
        A2pDeliveryStatus::Delivered => A2pDeliveryStatusId::Delivered,
        A2pDeliveryStatus::Failed => A2pDeliveryStatusId::Failed,
        A2pDeliveryStatus::Expired => A2pDeliveryStatusId::Expired,
        _ => A2pDeliveryStatusId::Unknown,
    }
}

fn record(id: u64, message: &Message, now: i64) -> A2pSmsHistory {
    let mut record = A2pSmsHistory::blank();
    record.message_id = Some(id);
    record.source_number = Some(message.source.clone());
    record.destination_number = Some(message.destination.clone());
    record.fragments = Some(message.fragments);
    record.cost = amount(message.cost);
    record.status_id = Some(message.status(now));
    record.processing_date =
        Timestamp::from_second(message.sent).ok().map(|sent| Offset::UTC.to_datetime(sent));
    record.delivery_status = Some(message.delivery(now));
    record.text.clone_from(&message.text);
    record
}

#[cfg(test)]
mod tests {
    use vox_api::sms::{A2pSendSms, SmsStatusId};
    use vox_core::Decimal;

    use super::*;
    use crate::methods::sms::tests::with_phone;
    use crate::methods::tests::{PARENT, TODAY, call_in};
    use crate::state::accounts::Accounts;

    /// Two messages, the second of which was sent six seconds earlier.
    fn two_messages() -> (Accounts, [u64; 2]) {
        let mut accounts = with_phone();
        let numbers = vec!["16501234567".to_owned(), "16507654321".to_owned()];
        let request =
            A2pSendSms::builder().src_number("Shop").dst_numbers(numbers).text("Hi").store_body(true);
        let sent = call_in(&mut accounts, request.build()).unwrap().result;
        let ids = [sent[0].message_id.unwrap(), sent[1].message_id.unwrap()];
        let messages = &mut accounts.get_mut(PARENT).unwrap().resources.sms.a2p_messages;
        messages.get_mut(ids[1]).unwrap().sent -= 6;
        (accounts, ids)
    }

    #[test]
    fn each_filter_selects_messages() {
        let (mut accounts, [first, second]) = two_messages();
        let noon = Some(format!("{TODAY}T12:00:00Z").parse().unwrap());
        let all = A2pGetSmsHistory::default;
        let cases = [
            (all(), vec![first, second]),
            (A2pGetSmsHistory { message_id: Some(vec![second]), ..all() }, vec![second]),
            (A2pGetSmsHistory { source_number: Some("Shop".into()), ..all() }, vec![first, second]),
            (A2pGetSmsHistory { source_number: Some("shop".into()), ..all() }, vec![]),
            (A2pGetSmsHistory { destination_number: Some("+16507654321".into()), ..all() }, vec![second]),
            (A2pGetSmsHistory { from_date: noon, ..all() }, vec![first]),
            (A2pGetSmsHistory { to_date: noon, ..all() }, vec![first, second]),
            (A2pGetSmsHistory { delivery_status: Some(A2pDeliveryStatusId::Queued), ..all() }, vec![first]),
            (
                A2pGetSmsHistory { delivery_status: Some(A2pDeliveryStatusId::Dispatched), ..all() },
                vec![second],
            ),
            (A2pGetSmsHistory { delivery_status: Some(A2pDeliveryStatusId::Delivered), ..all() }, vec![]),
        ];
        for (request, expected) in cases {
            let case = format!("{request:?}");
            let response = call_in(&mut accounts, request).unwrap().json().unwrap();
            let ids: Vec<_> = response.result.iter().filter_map(|message| message.message_id).collect();
            assert_eq!(ids, expected, "{case}");
            assert_eq!(response.total_count, Some(expected.len() as u64));
        }
        let paged = A2pGetSmsHistory { count: Some(1), ..all() };
        let response = call_in(&mut accounts, paged).unwrap().json().unwrap();
        assert_eq!((response.result.len(), response.total_count), (1, Some(2)));
    }

    #[test]
    fn a_message_is_returned_with_its_values() {
        let (mut accounts, _) = two_messages();
        let response = call_in(&mut accounts, A2pGetSmsHistory::default()).unwrap().json().unwrap();
        let message = &response.result[0];
        assert_eq!((message.source_number.as_deref(), message.text.as_deref()), (Some("Shop"), Some("Hi")));
        assert_eq!((message.cost, message.fragments), (Some(Decimal::new(1, 3)), Some(1)));
        assert_eq!(message.status_id, Some(SmsStatusId::Waiting));
        assert_eq!(message.processing_date, Some(TODAY.at(12, 0, 0, 0)));
    }

    #[test]
    fn the_history_is_a_file_on_request() {
        let (mut accounts, [first, _]) = two_messages();
        let request =
            A2pGetSmsHistory { output: Some(OutputFormat::Csv), count: Some(1), ..Default::default() };
        let file = call_in(&mut accounts, request).unwrap().file().unwrap();
        let text = std::str::from_utf8(file.as_bytes().unwrap()).unwrap().to_owned();
        let expected = format!("{first},Shop,16501234567,1,0.001,3,,2026-01-10 12:00:00,,QUEUED,Hi");
        assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), [expected]);
        let request = A2pGetSmsHistory { delivery_status: Some("9".into()), ..Default::default() };
        assert_eq!(call_in(&mut accounts, request).err(), Some(496));
    }
}
