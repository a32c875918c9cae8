//! `GetAccountPhoneNumberCountries`.

use std::collections::BTreeSet;

use vox_api::phone_numbers::{GetAccountPhoneNumberCountries, GetAccountPhoneNumberCountriesResponse};
use vox_core::Record as _;

use crate::auth::Caller;
use crate::catalog::phone_regions::country_of;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};

impl Handler for GetAccountPhoneNumberCountries {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let mut wanted = self.application_id.iter().flatten();
        if !wanted.all(|id| account.resources.applications.get(*id).is_some()) {
            return Err(ApiError::invalid_param(116, "application_id").into());
        }
        let phones = account.phones.iter().filter(|phone| {
            let wanted = self.application_id.as_ref();
            wanted.is_none_or(|ids| phone.application.is_some_and(|id| ids.contains(&id)))
        });
        let countries: BTreeSet<_> =
            phones.filter_map(|phone| country_of(&phone.number)).map(|country| country.code).collect();
        let mut response = GetAccountPhoneNumberCountriesResponse::blank();
        response.result = countries.into_iter().map(str::to_owned).collect();
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::phone_numbers::tests::{IVR, SALES, renting};
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn each_country_is_listed_once() {
        let mut accounts = renting(&["78005550000", "12125550000", "12125550001"]);
        accounts.get_mut(PARENT).unwrap().phones[1].application = Some(IVR);
        let mut countries = |application_id| {
            let response = call_in(&mut accounts, GetAccountPhoneNumberCountries { application_id })?;
            Ok::<_, u32>(response.result.join(" "))
        };
        assert_eq!(countries(None).unwrap(), "RU US");
        assert_eq!(countries(Some(vec![IVR, SALES])).unwrap(), "US");
        assert_eq!(countries(Some(vec![SALES])).unwrap(), "");
        assert_eq!(countries(Some(vec![IVR, 7])), Err(116));
    }
}
