//! The section PhoneNumbers. Its reports are samples.

mod attach_phone_number;
mod bind_phone_number_to_application;
mod chosen;
mod deactivate_phone_number;
mod get_account_phone_number_countries;
mod get_new_phone_numbers;
mod get_phone_number_categories;
mod get_phone_number_country_states;
mod get_phone_number_regions;
mod get_phone_numbers;
mod is_account_phone_number;
mod mask;
mod offers;
mod place;
mod set_phone_number_info;

use vox_api::phone_numbers::{
    AttachPhoneNumber, BindPhoneNumberToApplication, DeactivatePhoneNumber, GetAccountPhoneNumberCountries,
    GetActualPhoneNumberRegion, GetNewPhoneNumbers, GetPhoneNumberCategories, GetPhoneNumberCountryStates,
    GetPhoneNumberRegions, GetPhoneNumbers, IsAccountPhoneNumber, SetPhoneNumberInfo,
};

use super::{Endpoint, endpoint};

pub(super) fn endpoints() -> [Endpoint; 12] {
    [
        endpoint::<GetPhoneNumberCategories>(),
        endpoint::<GetPhoneNumberCountryStates>(),
        endpoint::<GetPhoneNumberRegions>(),
        endpoint::<GetActualPhoneNumberRegion>(),
        endpoint::<GetNewPhoneNumbers>(),
        endpoint::<AttachPhoneNumber>(),
        endpoint::<GetPhoneNumbers>(),
        endpoint::<IsAccountPhoneNumber>(),
        endpoint::<GetAccountPhoneNumberCountries>(),
        endpoint::<SetPhoneNumberInfo>(),
        endpoint::<BindPhoneNumberToApplication>(),
        endpoint::<DeactivatePhoneNumber>(),
    ]
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_api::phone_numbers::{AttachPhoneNumber, NumbersToAttach};

    use crate::level::Level;
    use crate::methods::Methods;
    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application;
    use crate::state::resources::rule::Rule;

    #[test]
    fn only_reports_are_samples() {
        let methods = Methods::default();
        let is_sample = |name| methods.find(name).is_some_and(|method| method.level() == Level::Sample);
        let names = vox_api::phone_numbers::METHODS.iter().map(|method| method.name);
        let samples = ["GetPhoneNumberReports", "GetPhoneNumbersAsync", "DownloadPhoneNumberReport"];
        assert!(names.filter(|name| is_sample(name)).eq(samples));
    }

    /// The ids of the applications `ivr` and `sales`, and of the rule `in` of each.
    pub(super) const IVR: u64 = 101;
    pub(super) const SALES: u64 = 102;
    pub(super) const IVR_RULE: u64 = 201;
    pub(super) const SALES_RULE: u64 = 202;

    /// A request for certain phone numbers.
    pub(super) fn rent(numbers: &[&str]) -> AttachPhoneNumber {
        let numbers = numbers.iter().map(|number| (*number).to_owned()).collect();
        AttachPhoneNumber { numbers: Some(NumbersToAttach::Number(numbers)), ..Default::default() }
    }

    /// A parent with 10 dollars that rents these phone numbers, whose prices come in addition, and has two applications with
    /// a rule each. The ids of the phone numbers begin with 1.
    pub(super) fn renting(numbers: &[&str]) -> Accounts {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = 1_000_000.into();
        for (id, rule, name) in [(IVR, IVR_RULE, "ivr"), (SALES, SALES_RULE, "sales")] {
            let application = Application {
                name: name.into(),
                modified: Timestamp::UNIX_EPOCH,
                secure_record_storage: false,
            };
            account.resources.applications.insert(id, application);
            account.resources.rules.insert(rule, Rule { application: id, name: "in".into() });
        }
        if !numbers.is_empty() {
            call_in(&mut accounts, rent(numbers)).unwrap();
        }
        accounts.get_mut(PARENT).unwrap().money.fixed = 10.into();
        accounts
    }
}
