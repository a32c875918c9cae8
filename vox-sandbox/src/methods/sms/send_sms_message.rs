//! `SendSmsMessage`.

use vox_api::sms::{SendSmsMessage, SendSmsMessageResponse};
use vox_core::Record as _;

use super::fragments::fragments;
use super::{phone_number, price};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::resources::sms::Message;

const SMS_DISABLED: ApiError = ApiError::new(386, "SMS disabled for number");
const INVALID_SOURCE: ApiError = ApiError::new(422, "The 'source' parameter is invalid");
const INVALID_DESTINATION: ApiError = ApiError::new(423, "The 'destination' parameter is invalid");

impl Handler for SendSmsMessage {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let today = context.today();
        let fragments = fragments(&self.sms_body);
        let cost = price(context.prices, fragments);
        let account = context.account(caller)?;
        let source = phone_number(&self.source).ok_or(INVALID_SOURCE)?.to_owned();
        let phone = account.phones.iter().find(|phone| phone.number == source).ok_or(INVALID_SOURCE)?;
        let destination = phone_number(&self.destination).ok_or(INVALID_DESTINATION)?.to_owned();
        if phone.is_frozen(today) || !phone.sms_enabled {
            return Err(SMS_DISABLED.into());
        }
        account.money.spend(cost)?;

        let id = context.accounts.new_id();
        let sent = context.now.as_second();
        let text = self.store_body.unwrap_or(false).then_some(self.sms_body);
        let message = Message { source, destination, fragments, cost, sent, text };
        context.account(caller)?.resources.sms.messages.insert(id, message);
        let mut response = SendSmsMessageResponse::blank();
        response.message_id = Some(id);
        response.fragments_count = Some(fragments);
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_core::Decimal;

    use super::*;
    use crate::methods::sms::tests::with_phone;
    use crate::methods::tests::{PARENT, call_in};

    fn message(source: &str, destination: &str) -> SendSmsMessage {
        SendSmsMessage::builder().source(source).destination(destination).sms_body("ж".repeat(71)).build()
    }

    #[test]
    fn a_message_is_kept_and_paid_for() {
        let mut accounts = with_phone();
        let request = SendSmsMessage { store_body: Some(true), ..message("+12125550100", "+16501234567") };
        let response = call_in(&mut accounts, request.clone()).unwrap();
        assert_eq!(response.fragments_count, Some(2));
        let account = accounts.get(PARENT).unwrap();
        assert_eq!(account.money.live(), Decimal::new(998, 3));
        let kept = account.resources.sms.messages.get(response.message_id.unwrap()).unwrap();
        assert_eq!((kept.source.as_str(), kept.destination.as_str()), ("12125550100", "16501234567"));
        assert_eq!((kept.text.as_ref(), kept.cost), (Some(&request.sms_body), Decimal::new(2, 3)));
    }

    #[test]
    fn what_the_api_rejects_sends_nothing() {
        let mut accounts = with_phone();
        // A frozen one.
        accounts.get_mut(PARENT).unwrap().phones[1].sms_enabled = true;
        let cases = [
            (message("12125550101", "16501234567"), 422),
            (message("Shop", "16501234567"), 422),
            (message("12125550100", "911"), 423),
            (message("12125550199", "16501234567"), 386),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
        let account = accounts.get_mut(PARENT).unwrap();
        assert_eq!((account.money.live(), account.resources.sms.messages.iter().count()), (Decimal::ONE, 0));
        account.money.fixed = Decimal::new(1, 3);
        assert_eq!(call_in(&mut accounts, message("12125550100", "16501234567")), Err(127));
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = Decimal::ONE;
        account.phones[0].sms_enabled = false;
        assert_eq!(call_in(&mut accounts, message("12125550100", "16501234567")), Err(386));
    }
}
