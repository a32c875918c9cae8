//! `GetResourcePrice`.

use serde_json::{Value, json};
use vox_accounts::GetResourcePrice;
use vox_core::Decimal;

use super::filter::{known, lists, selects};
use super::{Context, Handler};
use crate::answers::number::number;
use crate::auth::Caller;
use crate::catalog::prices::Prices;
use crate::catalog::resources::{PriceGroup, RESOURCES, Resource};
use crate::errors::{Failure, Failures};

/// The word that stands for every name.
const ALL: &str = "all";

impl Handler for GetResourcePrice {
    fn handle(self, _: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        known(self.resource_type.iter().flatten(), Failure::INVALID_RESOURCE_TYPE)?;
        let numbers = self.resource_param.as_deref().unwrap_or_default();
        if numbers.iter().any(|number| !is_phone_number(number)) {
            return Err(Failure::INVALID_RESOURCE_PARAM.into());
        }
        let resources = RESOURCES
            .iter()
            .filter(|resource| lists(self.resource_type.as_deref(), &resource.resource_type))
            .filter_map(|resource| prices(resource, &self, numbers, context.prices));
        Ok(json!({ "result": resources.collect::<Vec<_>>() }))
    }
}

fn is_phone_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The prices of a type of resource that the request asks for; `None` where there are none.
fn prices(
    resource: &Resource,
    request: &GetResourcePrice,
    numbers: &[String],
    prices: &Prices,
) -> Option<Value> {
    let groups: Vec<_> = resource
        .groups
        .iter()
        .filter(|group| is_wanted(group, request))
        .filter_map(|group| price_group(group, numbers, prices.resource(group)))
        .collect();
    (!groups.is_empty())
        .then(|| json!({ "resource_type": resource.resource_type.as_str(), "price_groups": groups }))
}

fn is_wanted(group: &PriceGroup, request: &GetResourcePrice) -> bool {
    let name = request.price_group_name.as_deref();
    selects(request.price_group_id.as_ref(), &group.id)
        && name.is_none_or(|name| name == ALL || group.name.contains(name))
}

/// A price; `None` if it is that of none of the phone numbers asked for, yet depends on them.
fn price_group(group: &PriceGroup, numbers: &[String], price: Decimal) -> Option<Value> {
    let requested: Vec<_> = numbers.iter().filter(|number| group.covers(number)).collect();
    if group.has_prefixes() && !numbers.is_empty() && requested.is_empty() {
        return None;
    }
    Some(json!({
        "price_group_id": group.id,
        "price_group_name": group.name,
        "price": number(price),
        "num_resources_per_price": group.units,
        "quantum": group.quantum,
        "params": { "allowed": group.allowed, "forbidden": group.forbidden, "requested": requested },
    }))
}

#[cfg(test)]
mod tests {
    use vox_accounts::ResourceType;

    use super::*;
    use crate::methods::tests::call;

    fn groups(request: GetResourcePrice) -> Vec<u64> {
        let answer = call(request).unwrap();
        let resources = answer["result"].as_array().unwrap();
        let groups = resources.iter().flat_map(|resource| resource["price_groups"].as_array().unwrap());
        groups.map(|group| group["price_group_id"].as_u64().unwrap()).collect()
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
        let answer = call(request).unwrap();
        let groups = &answer["result"][0]["price_groups"];
        assert_eq!(groups.as_array().unwrap().len(), 2);
        assert_eq!(groups[0]["params"]["requested"], json!(["79263331122"]));
        assert_eq!(groups[1]["params"]["requested"], json!(["74951234567"]));
    }

    #[test]
    fn what_nobody_knows_is_refused() {
        let request = GetResourcePrice {
            resource_type: Some(vec![ResourceType::other("HOLOGRAM")]),
            ..Default::default()
        };
        assert_eq!(call(request), Err(429));
        let request = GetResourcePrice { resource_param: Some(vec!["+7926".into()]), ..Default::default() };
        assert_eq!(call(request), Err(315));
    }
}
