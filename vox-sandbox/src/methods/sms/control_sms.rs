//! `ControlSms`.

use vox_api::sms::{ControlSms, SmsCommand};

use super::phone_number;
use crate::auth::Caller;
use crate::catalog::phone_regions::region_of;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};

const NOT_SUPPORTED: ApiError = ApiError::new(528, "Sms is not supported");

impl Handler for ControlSms {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let is_enabled = match self.command {
            SmsCommand::Enable => true,
            SmsCommand::Disable => false,
            _ => return Err(ApiError::invalid_param(496, "command").into()),
        };
        let account = context.account(caller)?;
        let number = phone_number(&self.phone_number);
        let phone = account.phones.iter_mut().find(|phone| Some(phone.number.as_str()) == number);
        let phone = phone.ok_or(ApiError::INVALID_PHONE_NUMBER)?;
        if !region_of(&phone.number).is_some_and(|region| region.is_sms_supported) {
            return Err(NOT_SUPPORTED.into());
        }
        phone.sms_enabled = is_enabled;
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
            let phones = &accounts.get(PARENT).unwrap().phones;
            Ok::<_, u32>(phones.iter().filter(|phone| phone.sms_enabled).count())
        };
        assert_eq!(control("12125550199", SmsCommand::Enable), Ok(2));
        assert_eq!(control("+12125550199", SmsCommand::Enable), Ok(2));
        assert_eq!(control("12125550100", SmsCommand::Disable), Ok(1));
        assert_eq!(control("12125550101", SmsCommand::Enable), Err(121));
        assert_eq!(control("12125550100", "toggle".into()), Err(496));
        assert_eq!(control("74951234567", SmsCommand::Enable), Err(528));
        assert_eq!(control("12125550199", SmsCommand::Disable), Ok(0));
    }
}
