//! `SetPhoneNumberInfo`.

use vox_api::phone_numbers::SetPhoneNumberInfo;

use super::chosen::{check_known, is_chosen};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::set::{set, set_some};
use crate::methods::{Context, Handler};

impl Handler for SetPhoneNumberInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        check_known(&self.phone, account)?;
        for phone in account.phones.iter_mut().filter(|phone| is_chosen(&self.phone, phone)) {
            set_some(&mut phone.sms_callback_url, self.incoming_sms_callback_url.clone());
            set(&mut phone.auto_charge, self.auto_charge);
            phone.modified = now;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::phone_numbers::PhonesOrAll;
    use vox_core::IdList;

    use super::*;
    use crate::methods::phone_numbers::tests::renting;
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn settings(accounts: &Accounts) -> Vec<(Option<&str>, bool)> {
        let phones = accounts.get(PARENT).unwrap().phones.iter();
        phones.map(|phone| (phone.sms_callback_url.as_deref(), phone.auto_charge)).collect()
    }

    #[test]
    fn only_the_given_settings_of_the_chosen_numbers_change() {
        let mut accounts = renting(&["12125550000", "12125550001"]);
        let request = SetPhoneNumberInfo::builder()
            .phone(PhonesOrAll::Number(vec!["12125550001".into()]))
            .incoming_sms_callback_url("https://example.com/sms")
            .build();
        call_in(&mut accounts, request).unwrap();
        let url = Some("https://example.com/sms");
        assert_eq!(settings(&accounts), [(None, true), (url, true)]);
        let request =
            SetPhoneNumberInfo::builder().phone(PhonesOrAll::Id(IdList::All)).auto_charge(false).build();
        call_in(&mut accounts, request).unwrap();
        assert_eq!(settings(&accounts), [(None, false), (url, false)]);
    }

    #[test]
    fn nothing_changes_if_one_number_is_unknown() {
        let mut accounts = renting(&["12125550000"]);
        let numbers = vec!["12125550000".into(), "12125550001".into()];
        for (phone, code) in [(PhonesOrAll::Id([1, 7].into()), 181), (PhonesOrAll::Number(numbers), 121)] {
            let request = SetPhoneNumberInfo::builder().phone(phone).auto_charge(false).build();
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
        assert_eq!(settings(&accounts), [(None, true)]);
    }
}
