//! `GetAvailablePlans`: lists the plans that the account may move to.
//!
//! Roles: any. Source: the method `GetAvailablePlans` of the API's section Accounts.

use vox_core::{Decimal, IdList, VoxMethod, VoxRecord};

use crate::PlanType;

/// Lists the plans that the account may move to by [`ChangeAccountPlan`](crate::ChangeAccountPlan).
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetAvailablePlans { plan_type: Some(vec![PlanType::Im]), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"plan_type=IM");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAvailablePlans", response = GetAvailablePlansResponse, kind = read)]
pub struct GetAvailablePlans {
    /// The types of plans.
    pub plan_type: Option<Vec<PlanType>>,
    /// The ids of the plans.
    pub plan_subscription_template_id: Option<IdList>,
}

/// The response of [`GetAvailablePlans`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAvailablePlansResponse {
    /// The plans.
    pub result: Vec<Plan>,
}

/// A plan that an account may have.
///
/// Source: the structure `PlanType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct Plan {
    /// The plan's id.
    pub plan_subscription_template_id: u64,
    /// The type of plan.
    pub plan_type: Option<PlanType>,
    /// The plan's name.
    pub plan_name: Option<String>,
    /// The price of a month.
    pub periodic_charge: Option<Decimal>,
    /// The packages of the plan.
    pub packages: Vec<PlanPackage>,
}

/// A package of a plan.
///
/// Source: the structure `PlanPackageType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct PlanPackage {
    /// The ids of the price groups.
    pub price_group_id: Vec<u64>,
    /// The package's name.
    pub package_name: Option<String>,
    /// Whether more than the package may be used.
    pub may_overrun: Option<bool>,
    /// The price of `overrun_resources` units beyond the package.
    pub overrun_price: Option<Decimal>,
    /// How many units (messages, ...) one `overrun_price` buys.
    pub overrun_resources: Option<u64>,
    /// How many units the package has.
    pub package_size: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::GetAvailablePlans;
    use crate::PlanType;
    use vox_core::{Decimal, IdList, MethodExt};

    #[test]
    fn parameters_encode() {
        let request = GetAvailablePlans {
            plan_type: Some(vec![PlanType::Im, PlanType::other("VIDEO")]),
            plan_subscription_template_id: Some(IdList::All),
        };
        assert_eq!(request.to_form().as_bytes(), b"plan_type=IM%3BVIDEO&plan_subscription_template_id=all");
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": [{"plan_subscription_template_id": 4, "plan_type": "VIDEO", "periodic_charge": 19.99,
            "packages": [{"price_group_id": [5], "package_name": "Messages", "package_size": 5000}]}]}"#;
        let plans = GetAvailablePlans::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!(plans[0].plan_subscription_template_id, 4);
        assert_eq!(plans[0].plan_type.as_ref().map(PlanType::as_str), Some("VIDEO"));
        assert_eq!(plans[0].periodic_charge, Some(Decimal::new(1999, 2)));
        let package = &plans[0].packages[0];
        assert_eq!((package.package_name.as_deref(), package.package_size), (Some("Messages"), Some(5000)));
    }
}
