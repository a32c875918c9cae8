//! `GetAccountPlans`: lists the account's present plans.
//!
//! Roles: any. Source: the method `GetAccountPlans` of the API's section Accounts.

use vox_core::{Date, Decimal, IdList, VoxMethod, VoxRecord};

use crate::PlanType;

/// Lists the account's present plans and what is left in their packages.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetAccountPlans { plan_type: Some(vec![PlanType::Im, PlanType::Mau]), ..Default::default() };
/// assert_eq!(request.to_form().as_bytes(), b"plan_type=IM%3BMAU");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetAccountPlans", response = GetAccountPlansResponse, kind = read)]
pub struct GetAccountPlans {
    /// The types of plans.
    pub plan_type: Option<Vec<PlanType>>,
    /// The ids of the plans.
    pub plan_subscription_template_id: Option<IdList>,
}

/// The response of [`GetAccountPlans`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAccountPlansResponse {
    /// The plans.
    pub result: Vec<AccountPlan>,
}

/// A plan that the account has.
///
/// Source: the structure `AccountPlanType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountPlan {
    /// The plan's id.
    pub plan_subscription_template_id: u64,
    /// The day of the next charge.
    pub next_charge: Option<Date>,
    /// The type of plan.
    pub plan_type: Option<PlanType>,
    /// The plan's name.
    pub plan_name: Option<String>,
    /// The price of a month.
    pub periodic_charge: Option<Decimal>,
    /// The packages of the plan.
    pub packages: Vec<AccountPlanPackage>,
}

/// A package of a plan, and what is left in it.
///
/// Source: the structure `AccountPlanPackageType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AccountPlanPackage {
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
    /// How many units are left.
    pub resource_left: Option<i64>,
    /// How many units the package has now, those beyond it included.
    pub package_size: Option<u64>,
    /// How many units the package had at first.
    pub orig_package_size: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::GetAccountPlans;
    use crate::PlanType;
    use vox_core::{Date, Decimal, IdList, MethodExt};

    #[test]
    fn parameters_encode() {
        let request = GetAccountPlans {
            plan_type: Some(vec![PlanType::Mau]),
            plan_subscription_template_id: Some(IdList::from([3, 4])),
        };
        assert_eq!(request.to_form().as_bytes(), b"plan_type=MAU&plan_subscription_template_id=3%3B4");
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": [{"plan_subscription_template_id": 3, "next_charge": "2026-02-01", "plan_type": "IM",
            "plan_name": "Basic", "periodic_charge": 9.99, "packages": [{"price_group_id": [1, "2"],
            "may_overrun": true, "overrun_price": 0.001, "overrun_resources": 1, "resource_left": 998,
            "package_size": 1000, "orig_package_size": 1000}]}]}"#;
        let plans = GetAccountPlans::from_http(http::Response::new(json)).unwrap().result;
        assert_eq!((plans[0].plan_subscription_template_id, &plans[0].plan_type), (3, &Some(PlanType::Im)));
        assert_eq!(plans[0].next_charge, Some(Date::constant(2026, 2, 1)));
        let package = &plans[0].packages[0];
        assert_eq!((&package.price_group_id[..], package.resource_left), (&[1, 2][..], Some(998)));
        assert_eq!(package.overrun_price, Some(Decimal::new(1, 3)));
    }
}
