//! `GetResourcePrice`: reads what calls, messages and other services cost.
//!
//! Roles: any. Source: the method `GetResourcePrice` of the API's section Accounts.

use vox_core::{Decimal, IdList, VoxMethod, VoxRecord};

use crate::ResourceType;

/// Reads what calls, messages and other services cost.
///
/// Without a resource type the prices of all are returned.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetResourcePrice {
///     resource_type: Some(vec![ResourceType::Pstnout]),
///     resource_param: Some(vec!["79263331122".into()]),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"resource_type=PSTNOUT&resource_param=79263331122");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetResourcePrice", response = GetResourcePriceResponse, kind = read)]
pub struct GetResourcePrice {
    /// The types of resources.
    pub resource_type: Option<Vec<ResourceType>>,
    /// The ids of the price groups.
    #[param(default = "all")]
    pub price_group_id: Option<IdList>,
    /// A template for the names of the price groups.
    #[param(default = "all")]
    pub price_group_name: Option<String>,
    /// The phone numbers that determine the prices, for resources whose prices depend on them.
    pub resource_param: Option<Vec<String>>,
}

/// The response of [`GetResourcePrice`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetResourcePriceResponse {
    /// The prices, by type of resource.
    pub result: Vec<ResourcePrice>,
}

/// The prices of one type of resource.
///
/// Source: the structure `ResourcePrice`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ResourcePrice {
    /// The type of resource.
    pub resource_type: Option<ResourceType>,
    /// The price groups.
    pub price_groups: Vec<PriceGroup>,
}

/// A price, and what it is for.
///
/// Source: the structure `PriceGroup`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PriceGroup {
    /// The group's name: `Russia Mobile`.
    pub price_group_name: Option<String>,
    /// The group's id.
    pub price_group_id: Option<u64>,
    /// The price of `num_resources_per_price` units.
    pub price: Option<Decimal>,
    /// How many units one price buys.
    pub num_resources_per_price: Option<u64>,
    /// The number of units that use is rounded up to a multiple of.
    pub quantum: Option<u64>,
    /// The prefixes that the price is for.
    pub params: Option<ResourceParams>,
}

/// The prefixes that a price applies to.
///
/// Source: the structure `ResourceParams`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ResourceParams {
    /// Prefixes that have this price: `7495`.
    pub allowed: Vec<String>,
    /// Prefixes that do not: `7800`.
    pub forbidden: Vec<String>,
    /// Those of the request's `resource_param` that have this price.
    pub requested: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::GetResourcePrice;
    use crate::ResourceType;
    use vox_core::{Decimal, IdList, MethodExt};

    fn form(request: &GetResourcePrice) -> String {
        String::from_utf8(request.to_form().into()).unwrap()
    }

    #[test]
    fn the_vendors_example_encodes() {
        let resource_type = Some(vec![ResourceType::Voipin, ResourceType::Voipout]);
        assert_eq!(
            form(&GetResourcePrice { resource_type, ..Default::default() }),
            "resource_type=VOIPIN%3BVOIPOUT"
        );
    }

    #[test]
    fn new_types_and_all_groups_encode() {
        let request = GetResourcePrice {
            resource_type: Some(vec![ResourceType::other("HOLOGRAM")]),
            price_group_id: Some(IdList::All),
            ..Default::default()
        };
        assert_eq!(form(&request), "resource_type=HOLOGRAM&price_group_id=all");
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": [{"resource_type": "PSTNOUT", "price_groups": [{"price_group_name": "Russia Mobile",
            "price_group_id": 1, "price": 0.0175, "num_resources_per_price": 60, "quantum": 60,
            "params": {"allowed": ["7495", 7499], "forbidden": ["7800"]}}]}]}"#;
        let prices = GetResourcePrice::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!(prices[0].resource_type, Some(ResourceType::Pstnout));
        let group = &prices[0].price_groups[0];
        assert_eq!((group.price, group.quantum), (Some(Decimal::new(175, 4)), Some(60)));
        let params = group.params.as_ref().unwrap();
        assert_eq!(params.allowed, ["7495", "7499"]);
        assert!(params.requested.is_empty());
    }
}
