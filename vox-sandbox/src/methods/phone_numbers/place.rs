//! The countries, categories and regions that requests name.

use crate::catalog::phone_regions::{CATEGORIES, COUNTRIES, Country, PhoneRegion, REGIONS};
use crate::errors::ApiError;

/// The country with this code.
pub(super) fn country(code: &str) -> Result<&'static Country, ApiError> {
    let found = COUNTRIES.into_iter().find(|country| country.code == code);
    found.ok_or_else(|| ApiError::invalid_param(239, "country_code"))
}

/// The name must be one of a category.
pub(super) fn check_category(name: &str) -> Result<(), ApiError> {
    let known = CATEGORIES.into_iter().any(|category| category.name == name);
    if known { Ok(()) } else { Err(ApiError::invalid_param(240, "phone_category_name")) }
}

/// The regions of a country with a category, which the country must have; of one state, if it is named.
pub(super) fn regions(
    country_code: &str,
    category: &str,
    state: Option<&str>,
) -> Result<Vec<&'static PhoneRegion>, ApiError> {
    let country = country(country_code)?;
    let mut regions: Vec<_> = REGIONS
        .iter()
        .filter(|region| region.country.code == country.code && region.category.name == category)
        .collect();
    if regions.is_empty() {
        return Err(ApiError::invalid_param(240, "phone_category_name"));
    }
    if let Some(code) = state {
        regions.retain(|region| region.state.is_some_and(|state| state.code == code));
        if regions.is_empty() {
            return Err(ApiError::invalid_param(242, "country_state"));
        }
    }
    Ok(regions)
}

/// One of [`regions`].
pub(super) fn region(
    country_code: &str,
    category: &str,
    state: Option<&str>,
    id: u64,
) -> Result<&'static PhoneRegion, ApiError> {
    let found = regions(country_code, category, state)?.into_iter().find(|region| region.id == id);
    found.ok_or_else(|| ApiError::invalid_param(241, "phone_region_id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_place_has_its_code() {
        let find = |country, category, state, id| {
            region(country, category, state, id).map(|region| region.name.english).map_err(|error| error.code)
        };
        assert_eq!(find("US", "GEOGRAPHIC", None, 7), Ok("New York"));
        assert_eq!(find("US", "GEOGRAPHIC", Some("NY"), 7), Ok("New York"));
        assert_eq!(find("RU", "TOLLFREE", None, 2), Ok("Russia"));
        assert_eq!(find("DE", "GEOGRAPHIC", None, 7), Err(239));
        assert_eq!(find("us", "GEOGRAPHIC", None, 7), Err(239));
        assert_eq!(find("US", "TOLLFREE", None, 7), Err(240));
        assert_eq!(find("US", "GEOGRAPHIC", Some("WA"), 7), Err(242));
        assert_eq!(find("RU", "GEOGRAPHIC", Some("NY"), 1), Err(242));
        assert_eq!(find("US", "GEOGRAPHIC", Some("CA"), 7), Err(241));
        assert_eq!(find("US", "GEOGRAPHIC", None, 1), Err(241));
        assert_eq!(
            (check_category("TOLLFREE"), check_category("MOBILE").map_err(|error| error.code)),
            (Ok(()), Err(240))
        );
    }
}
