//! `GetResourcePrice`.

use vox_accounts::{GetResourcePrice, GetResourcePriceResponse, PriceGroup, ResourceParams, ResourcePrice};
use vox_core::{Decimal, Record as _};

use super::filter::{check_known, is_listed, is_selected};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::catalog::resources::{self, RESOURCES, Resource};
use crate::errors::{ApiError, ApiErrors};
use crate::records::amount;

/// Selects every name.
const ALL: &str = "all";

impl Handler for GetResourcePrice {
    fn handle(self, _: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(self.resource_type.iter().flatten(), ApiError::INVALID_RESOURCE_TYPE)?;
        let numbers = self.resource_param.as_deref().unwrap_or_default();
        if numbers.iter().any(|number| !is_phone_number(number)) {
            return Err(ApiError::INVALID_RESOURCE_PARAM.into());
        }
        let mut response = GetResourcePriceResponse::blank();
        response.result = RESOURCES
            .iter()
            .filter(|resource| is_listed(self.resource_type.as_deref(), &resource.resource_type))
            .filter_map(|resource| prices(resource, &self, numbers, context.prices))
            .collect();
        Ok(response)
    }
}

fn is_phone_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The requested prices of a type of resource; `None` where there are none.
fn prices(
    resource: &Resource,
    request: &GetResourcePrice,
    numbers: &[String],
    prices: &Prices,
) -> Option<ResourcePrice> {
    let groups = resource
        .groups
        .iter()
        .filter(|group| is_requested(group, request))
        .filter_map(|group| price_group(group, numbers, prices.resource(group)));
    let mut record = ResourcePrice::blank();
    record.resource_type = Some(resource.resource_type.clone());
    record.price_groups = groups.collect();
    Some(record).filter(|record| !record.price_groups.is_empty())
}

fn is_requested(group: &resources::PriceGroup, request: &GetResourcePrice) -> bool {
    let name = request.price_group_name.as_deref();
    is_selected(request.price_group_id.as_ref(), &group.id)
        && name.is_none_or(|name| name == ALL || group.name.contains(name))
}

/// A price; `None` if it depends on phone numbers and applies to none of the requested ones.
fn price_group(group: &resources::PriceGroup, numbers: &[String], price: Decimal) -> Option<PriceGroup> {
    let requested: Vec<_> = numbers.iter().filter(|number| group.covers(number)).cloned().collect();
    if group.has_prefixes() && !numbers.is_empty() && requested.is_empty() {
        return None;
    }
    let texts = |list: &[&str]| list.iter().copied().map(str::to_owned).collect();
    let mut params = ResourceParams::blank();
    params.allowed = texts(group.allowed);
    params.forbidden = texts(group.forbidden);
    params.requested = requested;

    let mut record = PriceGroup::blank();
    record.price_group_id = Some(group.id);
    record.price_group_name = Some(group.name.to_owned());
    record.price = amount(price);
    record.num_resources_per_price = Some(group.units);
    record.quantum = Some(group.quantum);
    record.params = Some(params);
    Some(record)
}

#[cfg(test)]
mod tests {
    use vox_accounts::ResourceType;

    use super::*;
    use crate::methods::tests::call;

    fn groups(request: GetResourcePrice) -> Vec<u64> {
        let resources = call(request).unwrap().result;
        resources
            .iter()
            .flat_map(|resource| &resource.price_groups)
            .filter_map(|group| group.price_group_id)
            .collect()
    }

    #[test]
    fn filters_narrow_the_list() {
        assert_eq!(groups(GetResourcePrice::default()), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let outgoing = Some(vec![ResourceType::Pstnout, ResourceType::Voipout]);
        let request = GetResourcePrice { resource_type: outgoing, ..Default::default() };
        assert_eq!(groups(request), [2, 3, 4, 5, 6, 7]);
        let request = GetResourcePrice { price_group_name: Some("USA".into()), ..Default::default() };
        assert_eq!(groups(request), [6, 7]);
        let request = GetResourcePrice { price_group_name: Some(ALL.into()), ..Default::default() };
        assert_eq!(groups(request).len(), 9);
        let request = GetResourcePrice { price_group_id: Some([9, 3, 77].into()), ..Default::default() };
        assert_eq!(groups(request), [3, 9]);
    }

    #[test]
    fn numbers_choose_their_prices() {
        let request = GetResourcePrice {
            resource_type: Some(vec![ResourceType::Pstnout]),
            resource_param: Some(vec!["79263331122".into(), "74951234567".into()]),
            ..Default::default()
        };
        let groups = &call(request).unwrap().result[0].price_groups;
        let requested: Vec<_> =
            groups.iter().map(|group| &group.params.as_ref().unwrap().requested).collect();
        assert_eq!(requested, [&["79263331122"], &["74951234567"]]);
    }

    #[test]
    fn unknown_types_and_malformed_numbers_are_rejected() {
        let request = GetResourcePrice {
            resource_type: Some(vec![ResourceType::other("HOLOGRAM")]),
            ..Default::default()
        };
        assert_eq!(call(request), Err(429));
        let request = GetResourcePrice { resource_param: Some(vec!["+7926".into()]), ..Default::default() };
        assert_eq!(call(request), Err(315));
    }
}
