//! `GetPhoneNumberCategories`.

use vox_api::phone_numbers::{
    CatalogLocale, GetPhoneNumberCategories, GetPhoneNumberCategoriesResponse,
    PhoneNumberCountryCategoryInfo, PhoneNumberCountryInfo, SandboxFilter,
};
use vox_core::Record as _;

use super::place;
use crate::auth::Caller;
use crate::catalog::phone_regions::{CATEGORIES, COUNTRIES, Category, Country};
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::check_known;
use crate::methods::{Context, Handler};
use crate::records::phone_region::localized;

impl Handler for GetPhoneNumberCategories {
    fn handle(self, _: Caller, _: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.locale, ApiError::invalid_param(496, "locale"))?;
        check_known(&self.sandbox, ApiError::invalid_param(496, "sandbox"))?;
        let countries = match &self.country_code {
            None => COUNTRIES.to_vec(),
            Some(codes) => {
                codes.iter().try_for_each(|code| place::country(code).map(drop))?;
                COUNTRIES
                    .into_iter()
                    .filter(|country| codes.iter().any(|code| code == country.code))
                    .collect()
            }
        };
        let mut response = GetPhoneNumberCategoriesResponse::blank();
        // The catalog has no phone numbers of the vendor's sandbox.
        if self.sandbox != Some(SandboxFilter::True) {
            response.result =
                countries.into_iter().map(|country| info(country, self.locale.as_ref())).collect();
        }
        Ok(response)
    }
}

fn info(country: &Country, locale: Option<&CatalogLocale>) -> PhoneNumberCountryInfo {
    let mut record = PhoneNumberCountryInfo::blank();
    record.country_code = Some(country.code.to_owned());
    record.localized_country_name = Some(localized(&country.name, locale));
    record.phone_prefix = Some(country.prefix.to_owned());
    record.can_list_phone_numbers = Some(true);
    record.phone_categories =
        CATEGORIES.into_iter().filter_map(|category| category_info(country, category, locale)).collect();
    record.emergency_calls_to_be_enabled = Some(false);
    record
}

/// `None` for a category that the country does not have.
fn category_info(
    country: &Country,
    category: &Category,
    locale: Option<&CatalogLocale>,
) -> Option<PhoneNumberCountryCategoryInfo> {
    let mut regions = place::regions(country.code, category.name, None).ok()?.into_iter();
    let mut record = PhoneNumberCountryCategoryInfo::blank();
    record.phone_category_name = Some(category.name.to_owned());
    record.country_has_states = Some(regions.any(|region| region.state.is_some()));
    record.localized_country_name = Some(localized(&country.name, locale));
    record.localized_phone_category_name = Some(localized(&category.localized, locale));
    Some(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::tests::call;

    /// `RU: GEOGRAPHIC TOLLFREE` for each country.
    fn lines(request: GetPhoneNumberCategories) -> Result<Vec<String>, u32> {
        let line = |country: &PhoneNumberCountryInfo| {
            let names = country
                .phone_categories
                .iter()
                .filter_map(|category| category.phone_category_name.as_deref());
            format!("{}: {}", country.country_code.as_deref().unwrap(), names.collect::<Vec<_>>().join(" "))
        };
        Ok(call(request)?.result.iter().map(line).collect())
    }

    #[test]
    fn countries_have_their_categories() {
        let all = ["US: GEOGRAPHIC", "GB: GEOGRAPHIC", "RU: GEOGRAPHIC TOLLFREE", "BG: GEOGRAPHIC"];
        assert_eq!(lines(GetPhoneNumberCategories::default()).unwrap(), all);
        let of = |codes: &[&str]| GetPhoneNumberCategories {
            country_code: Some(codes.iter().map(|code| (*code).to_owned()).collect()),
            ..Default::default()
        };
        assert_eq!(lines(of(&["RU", "US", "RU"])).unwrap(), [all[0], all[2]]);
        assert_eq!(lines(of(&["RU", "FR"])), Err(239));
    }

    #[test]
    fn only_one_country_has_states() {
        let countries = call(GetPhoneNumberCategories::default()).unwrap().result;
        let with_states = countries.iter().filter(|country| {
            country.phone_categories.iter().any(|category| category.country_has_states == Some(true))
        });
        assert!(with_states.map(|country| country.country_code.as_deref()).eq([Some("US")]));
    }

    #[test]
    fn names_are_in_the_language_of_the_request() {
        let names = |locale: Option<&str>| {
            let locale = locale.map(CatalogLocale::other);
            let request = GetPhoneNumberCategories {
                country_code: Some(vec!["RU".into()]),
                locale,
                ..Default::default()
            };
            let country = call(request)?.result.remove(0);
            let category = country.phone_categories[1].localized_phone_category_name.clone();
            Ok((country.localized_country_name.unwrap(), category.unwrap()))
        };
        let both = |country: &str, category: &str| Ok::<_, u32>((country.to_owned(), category.to_owned()));
        assert_eq!(names(None), both("Russia", "Toll-free"));
        assert_eq!(names(Some("EN")), both("Russia", "Toll-free"));
        assert_eq!(names(Some("RU")), both("Россия", "Бесплатный"));
        assert_eq!(names(Some("DE")), Err(496));
    }

    #[test]
    fn no_number_is_one_of_the_vendors_sandbox() {
        let count = |sandbox| {
            let sandbox = Some(SandboxFilter::other(sandbox));
            lines(GetPhoneNumberCategories { sandbox, ..Default::default() }).map(|lines| lines.len())
        };
        assert_eq!(["all", "false", "true", "yes"].map(count), [Ok(4), Ok(4), Ok(0), Err(496)]);
    }
}
