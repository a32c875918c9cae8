//! `GetPhoneNumberCountryStates`.

use std::collections::BTreeMap;

use vox_api::phone_numbers::{
    GetPhoneNumberCountryStates, GetPhoneNumberCountryStatesResponse, PhoneNumberCountryStateInfo,
};
use vox_core::Record as _;

use super::place;
use crate::auth::Caller;
use crate::catalog::phone_regions::State;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};

impl Handler for GetPhoneNumberCountryStates {
    fn handle(self, _: Caller, _: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let regions =
            place::regions(&self.country_code, &self.phone_category_name, self.country_state.as_deref())?;
        let states: BTreeMap<_, _> =
            regions.into_iter().filter_map(|region| region.state).map(|state| (state.code, state)).collect();
        let mut response = GetPhoneNumberCountryStatesResponse::blank();
        response.result = states.into_values().map(info).collect();
        Ok(response)
    }
}

fn info(state: &State) -> PhoneNumberCountryStateInfo {
    let mut record = PhoneNumberCountryStateInfo::blank();
    record.country_state = Some(state.code.to_owned());
    record.country_state_name = Some(state.name.to_owned());
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::tests::call;

    fn names(country: &str, state: Option<&str>) -> Result<Vec<String>, u32> {
        let request = GetPhoneNumberCountryStates {
            country_code: country.into(),
            phone_category_name: "GEOGRAPHIC".into(),
            country_state: state.map(str::to_owned),
        };
        let response = call(request)?;
        Ok(response.result.into_iter().filter_map(|state| state.country_state_name).collect())
    }

    #[test]
    fn each_state_is_listed_once() {
        assert_eq!(names("US", None).unwrap(), ["California", "New York"]);
        assert_eq!(names("US", Some("NY")).unwrap(), ["New York"]);
        assert_eq!(names("GB", None).unwrap(), [""; 0]);
        assert_eq!(names("US", Some("WA")), Err(242));
        assert_eq!(names("FR", None), Err(239));
    }
}
