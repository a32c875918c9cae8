//! `GetSmsHistory`.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use vox_api::sms::{GetSmsHistory, GetSmsHistoryResponse, SmsDirection, SmsHistory};
use vox_api::types::OutputFormat;
use vox_core::{JsonOrFile, Record as _};

use super::is_requested;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::csv_file::csv_file;
use crate::methods::filter::{check_known, is_listed, page};
use crate::methods::{Context, Handler};
use crate::records::amount;
use crate::state::account::Account;
use crate::state::resources::sms::Message;

const DEFAULT_COUNT: u64 = 1000;
const INVALID_DIRECTION: ApiError = ApiError::new(
    470,
    "Invalid value specified for the ‘direction’ parameter. Allowed parameter values are: 'IN', 'OUT'",
);

impl Handler for GetSmsHistory {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.output, ApiError::invalid_param(496, "output"))?;
        let has_sent = has_sent(self.direction.as_ref())?;
        let now = context.now.as_second();
        let account = &*context.account(caller)?;
        let zone = zone(self.timezone.as_deref(), account)?;
        let matches = |id: u64, message: &Message| {
            let sent = zone.to_datetime(Timestamp::from_second(message.sent).unwrap_or_default());
            has_sent
                && is_listed(self.message_id.as_deref(), &id)
                && is_requested(self.source_number.as_ref(), &message.source)
                && is_requested(self.destination_number.as_ref(), &message.destination)
                && self.from_date.is_none_or(|from| from <= sent)
                && self.to_date.is_none_or(|to| sent <= to)
        };
        let messages = &account.resources.sms.messages;
        let found: Vec<_> = messages.iter().filter(|(id, message)| matches(*id, message)).collect();
        let records: Vec<_> = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(id, message)| record(*id, message, now, &zone))
            .collect();
        if self.output.is_some_and(|output| output != OutputFormat::Json) {
            return Ok(JsonOrFile::File(csv_file("sms_history.csv".to_owned(), ',', &records)));
        }
        let mut response = GetSmsHistoryResponse::blank();
        response.result = records;
        response.total_count = u64::try_from(found.len()).ok();
        Ok(JsonOrFile::Json(response))
    }
}

/// Whether the requested direction, in any case, has the messages that were sent. None was received.
fn has_sent(direction: Option<&SmsDirection>) -> Result<bool, ApiError> {
    match direction.map(|direction| direction.as_str().to_ascii_uppercase()).as_deref() {
        None | Some("OUT") => Ok(true),
        Some("IN") => Ok(false),
        Some(_) => Err(INVALID_DIRECTION),
    }
}

/// The time zone of the request: `auto` is the account's.
fn zone(name: Option<&str>, account: &Account) -> Result<TimeZone, ApiError> {
    let name = match name {
        None => return Ok(TimeZone::UTC),
        Some("auto") => &account.profile.location,
        Some(name) => name,
    };
    TimeZone::get(name).map_err(|_| ApiError::invalid_param(496, "timezone"))
}

fn record(id: u64, message: &Message, now: i64, zone: &TimeZone) -> SmsHistory {
    let mut record = SmsHistory::blank();
    record.message_id = Some(id);
    record.source_number = Some(message.source.clone());
    record.destination_number = Some(message.destination.clone());
    record.direction = Some(SmsDirection::Out.as_str().to_owned());
    record.fragments = Some(message.fragments);
    record.cost = amount(message.cost);
    record.status_id = Some(message.status(now));
    record.processed_date = Timestamp::from_second(message.sent).ok().map(|sent| zone.to_datetime(sent));
    record.text.clone_from(&message.text);
    record
}

#[cfg(test)]
mod tests {
    use vox_api::sms::{SendSmsMessage, SmsStatusId};
    use vox_core::Decimal;

    use super::*;
    use crate::methods::sms::tests::with_phone;
    use crate::methods::tests::{PARENT, TODAY, call_in};
    use crate::state::accounts::Accounts;

    /// Messages to two phone numbers; the text of the second is kept.
    fn two_messages() -> (Accounts, [u64; 2]) {
        let mut accounts = with_phone();
        let ids = [("16501234567", false), ("16507654321", true)].map(|(destination, store_body)| {
            let message = SendSmsMessage::builder()
                .source("12125550100")
                .destination(destination)
                .sms_body("Hi")
                .store_body(store_body);
            call_in(&mut accounts, message.build()).unwrap().message_id.unwrap()
        });
        (accounts, ids)
    }

    fn found(accounts: &mut Accounts, request: GetSmsHistory) -> (Vec<SmsHistory>, u64) {
        let response = call_in(accounts, request).unwrap().json().unwrap();
        (response.result, response.total_count.unwrap())
    }

    #[test]
    fn each_filter_selects_messages() {
        let (mut accounts, [first, second]) = two_messages();
        let noon = TODAY.at(12, 0, 0, 0);
        let all = GetSmsHistory::default;
        let both = vec![first, second];
        let zone = || Some("Etc/GMT-8".to_owned());
        let cases = [
            (all(), both.clone()),
            (GetSmsHistory { message_id: Some(vec![second, second + 9]), ..all() }, vec![second]),
            (GetSmsHistory { source_number: Some("+12125550100".into()), ..all() }, both.clone()),
            (GetSmsHistory { source_number: Some("12125550101".into()), ..all() }, vec![]),
            (GetSmsHistory { destination_number: Some("16501234567".into()), ..all() }, vec![first]),
            (GetSmsHistory { direction: Some("out".into()), ..all() }, both.clone()),
            (GetSmsHistory { direction: Some(SmsDirection::In), ..all() }, vec![]),
            (GetSmsHistory { from_date: Some(noon), to_date: Some(noon), ..all() }, both.clone()),
            (GetSmsHistory { from_date: Some(TODAY.at(12, 0, 1, 0)), ..all() }, vec![]),
            (GetSmsHistory { to_date: Some(TODAY.at(19, 59, 59, 0)), timezone: zone(), ..all() }, vec![]),
            (GetSmsHistory { from_date: Some(TODAY.at(20, 0, 0, 0)), timezone: zone(), ..all() }, both),
        ];
        for (request, expected) in cases {
            let case = format!("{request:?}");
            let (records, total) = found(&mut accounts, request);
            let ids: Vec<_> = records.iter().filter_map(|message| message.message_id).collect();
            assert_eq!(ids, expected, "{case}");
            assert_eq!(total, expected.len() as u64, "{case}");
        }
        let paged = GetSmsHistory { count: Some(1), offset: Some(1), ..all() };
        let (records, total) = found(&mut accounts, paged);
        assert_eq!((records.len(), records[0].message_id, total), (1, Some(second), 2));
    }

    #[test]
    fn a_message_is_returned_with_its_values() {
        let (mut accounts, _) = two_messages();
        let request = GetSmsHistory { timezone: Some("Etc/GMT+3".into()), ..Default::default() };
        let (records, _) = found(&mut accounts, request);
        let texts: Vec<_> = records.iter().map(|message| message.text.as_deref()).collect();
        assert_eq!(texts, [None, Some("Hi")]);
        let message = &records[0];
        assert_eq!((message.direction.as_deref(), message.fragments), (Some("OUT"), Some(1)));
        assert_eq!(
            (message.cost, message.status_id.clone()),
            (Some(Decimal::new(1, 3)), Some(SmsStatusId::Waiting))
        );
        assert_eq!(message.processed_date, Some(TODAY.at(9, 0, 0, 0)));
    }

    #[test]
    fn the_time_zone_may_be_the_accounts() {
        let (mut accounts, _) = two_messages();
        accounts.get_mut(PARENT).unwrap().profile.location = "Europe/Moscow".into();
        for (zone, hour) in [(None, 12), (Some("auto"), 15), (Some("America/New_York"), 7)] {
            let request = GetSmsHistory { timezone: zone.map(Into::into), ..Default::default() };
            let (records, _) = found(&mut accounts, request);
            assert_eq!(records[0].processed_date, Some(TODAY.at(hour, 0, 0, 0)), "{zone:?}");
        }
    }

    #[test]
    fn a_file_has_a_line_for_each_message() {
        let (mut accounts, [first, second]) = two_messages();
        let request = GetSmsHistory { output: Some(OutputFormat::Csv), ..Default::default() };
        let file = call_in(&mut accounts, request).unwrap().file().unwrap();
        let expected = format!(
            "message_id,source_number,destination_number,direction,fragments,cost,status_id,error_message,\
             processed_date,transaction_id,text\n\
             {first},12125550100,16501234567,OUT,1,0.001,3,,2026-01-10 12:00:00,,\n\
             {second},12125550100,16507654321,OUT,1,0.001,3,,2026-01-10 12:00:00,,Hi\n"
        );
        assert_eq!(std::str::from_utf8(file.as_bytes().unwrap()).unwrap(), expected);
    }

    #[test]
    fn unknown_values_are_rejected() {
        let (mut accounts, _) = two_messages();
        let all = GetSmsHistory::default;
        let cases = [
            (GetSmsHistory { direction: Some("up".into()), ..all() }, 470),
            (GetSmsHistory { output: Some("pdf".into()), ..all() }, 496),
            (GetSmsHistory { timezone: Some("Etc/GMT-15".into()), ..all() }, 496),
            (GetSmsHistory { timezone: Some("Europe/Nowhere".into()), ..all() }, 496),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request).err(), Some(code));
        }
    }
}
