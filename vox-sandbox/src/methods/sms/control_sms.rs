//! `ControlSms`.

use vox_api::sms::{ControlSms, SmsCommand};

use super::phone_number;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};

impl Handler for ControlSms {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let is_enabled = match self.command {
            SmsCommand::Enable => true,
            SmsCommand::Disable => false,
            _ => return Err(ApiError::invalid_param(496, "command").into()),
        };
        let account = context.account(caller)?;
        let number = phone_number(&self.phone_number);
        let phone = account.phones.iter().find(|phone| Some(phone.number.as_str()) == number);
        let id = phone.ok_or(ApiError::INVALID_PHONE_NUMBER)?.id;
        let enabled = &mut account.resources.sms.enabled_phones;
        if is_enabled {
            enabled.insert(id);
        } else {
            enabled.remove(&id);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::sms::tests::with_phone;
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn messages_of_a_phone_number_are_enabled_and_disabled() {
        let mut accounts = with_phone();
        let mut control = |number: &str, command| {
            call_in(&mut accounts, ControlSms { phone_number: number.into(), command })?;
            Ok::<_, u32>(accounts.get(PARENT).unwrap().resources.sms.enabled_phones.len())
        };
        assert_eq!(control("12125550199", SmsCommand::Enable), Ok(2));
        assert_eq!(control("+12125550199", SmsCommand::Enable), Ok(2));
        assert_eq!(control("12125550100", SmsCommand::Disable), Ok(1));
        assert_eq!(control("12125550101", SmsCommand::Enable), Err(121));
        assert_eq!(control("12125550100", "toggle".into()), Err(496));
        assert_eq!(control("12125550199", SmsCommand::Disable), Ok(0));
    }
}
