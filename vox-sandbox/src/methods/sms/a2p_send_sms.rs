//! `A2PSendSms`.

use vox_api::sms::{A2pSendSms, A2pSendSmsResponse, FailedSms, SmsTransaction};
use vox_core::{Decimal, Record as _};

use super::fragments::fragments;
use super::{phone_number, price};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::resources::sms::Message;

const INVALID_SENDER: ApiError = ApiError::new(507, "The 'src_number' parameter is invalid.");
/// The code for phone numbers that no route leads to.
const NO_ROUTE: u32 = 506;
/// The length of a sender id that is a name.
const MAX_NAME: usize = 11;

impl Handler for A2pSendSms {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let source = sender(&self.src_number).ok_or(INVALID_SENDER)?.to_owned();
        let (accepted, rejected): (Vec<_>, Vec<_>) =
            self.dst_numbers.iter().partition(|number| phone_number(number).is_some());
        if accepted.is_empty() {
            return Err(no_route(&self.dst_numbers).into());
        }
        let fragments = fragments(&self.text);
        let cost = price(context.prices, fragments);
        context.account(caller)?.money.spend(cost.saturating_mul(Decimal::from(accepted.len())))?;

        let sent = context.now.as_second();
        let text = self.store_body.unwrap_or(false).then_some(self.text);
        let mut response = A2pSendSmsResponse::blank();
        for destination in accepted.into_iter().filter_map(|number| phone_number(number)) {
            let id = context.accounts.new_id();
            let (source, destination, text) = (source.clone(), destination.to_owned(), text.clone());
            let mut transaction = SmsTransaction::blank();
            transaction.message_id = Some(id);
            transaction.destination_number = Some(destination.clone());
            response.result.push(transaction);
            let message = Message { source, destination, fragments, cost, sent, text };
            context.account(caller)?.resources.sms.a2p_messages.insert(id, message);
        }
        response.failed = rejected.into_iter().map(failed).collect();
        response.fragments_count = Some(fragments);
        Ok(response)
    }
}

/// A phone number, or a name of letters, digits and spaces.
fn sender(id: &str) -> Option<&str> {
    let is_name = |name: &str| {
        name.len() <= MAX_NAME
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ')
            && name.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    phone_number(id).or_else(|| Some(id).filter(|id| is_name(id)))
}

fn no_route(numbers: &[String]) -> ApiError {
    let message = format!("No routes for numbers {} in dst_numbers", numbers.join(", "));
    ApiError { code: NO_ROUTE, message: message.into() }
}

fn failed(number: &String) -> FailedSms {
    let error = no_route(std::slice::from_ref(number));
    let mut failed = FailedSms::blank();
    failed.destination_number = Some(number.clone());
    failed.error_description = Some(error.message.into_owned());
    failed.error_code = Some(error.code.into());
    failed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::sms::tests::with_phone;
    use crate::methods::tests::{PARENT, call_in};

    fn message(sender: &str, numbers: &[&str]) -> A2pSendSms {
        let numbers: Vec<_> = numbers.iter().map(|number| (*number).to_owned()).collect();
        A2pSendSms::builder().src_number(sender).dst_numbers(numbers).text("We are open").build()
    }

    #[test]
    fn each_number_has_its_own_result() {
        let mut accounts = with_phone();
        let response =
            call_in(&mut accounts, message("Shop", &["+16501234567", "911", "16507654321"])).unwrap();
        let sent: Vec<_> = response.result.iter().map(|sent| sent.destination_number.as_deref()).collect();
        assert_eq!(
            (sent, response.fragments_count),
            (vec![Some("16501234567"), Some("16507654321")], Some(1))
        );
        let failed = &response.failed[0];
        assert_eq!((response.failed.len(), failed.destination_number.as_deref()), (1, Some("911")));
        assert_eq!(failed.error_code, Some(506));
        assert_eq!(failed.error_description.as_deref(), Some("No routes for numbers 911 in dst_numbers"));
        let account = accounts.get(PARENT).unwrap();
        assert_eq!(account.money.live(), Decimal::new(998, 3));
        let kept: Vec<_> = account.resources.sms.a2p_messages.iter().map(|(id, _)| Some(id)).collect();
        assert_eq!(kept, response.result.iter().map(|sent| sent.message_id).collect::<Vec<_>>());
    }

    #[test]
    fn what_the_api_rejects_sends_nothing() {
        let mut accounts = with_phone();
        for sender in ["Too long a name", "ab!", "123", "   "] {
            assert_eq!(call_in(&mut accounts, message(sender, &["16501234567"])), Err(507), "{sender}");
        }
        assert_eq!(call_in(&mut accounts, message("Shop", &["911", "x"])), Err(506));
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::new(1, 3);
        let two = message("Shop", &["16501234567", "16507654321"]);
        assert_eq!(call_in(&mut accounts, two), Err(127));
        let account = accounts.get(PARENT).unwrap();
        assert_eq!(
            (account.money.live(), account.resources.sms.a2p_messages.iter().count()),
            (Decimal::new(1, 3), 0)
        );
        assert!(call_in(&mut accounts, message("12125550100", &["16501234567"])).is_ok());
    }
}
