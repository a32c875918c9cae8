//! The structures `PlanType` and `AccountPlanType`.

use serde_json::{Value, json};

use super::number::number;
use crate::catalog::plans::{Package, PlanTemplate};
use crate::catalog::prices::Prices;
use crate::state::plans::CurrentPlan;

/// A plan that accounts may have.
pub(crate) fn plan(template: &PlanTemplate, prices: &Prices) -> Value {
    let mut package = package(&template.package);
    package["package_size"] = template.package.size.into();
    with_package(template, prices, &package)
}

/// A plan that an account has. Nothing in the sandbox uses a package up.
pub(crate) fn account_plan(plan: &CurrentPlan, prices: &Prices) -> Value {
    let size = plan.template.package.size;
    let mut package = package(&plan.template.package);
    for member in ["resource_left", "package_size", "orig_package_size"] {
        package[member] = size.into();
    }
    let mut answer = with_package(plan.template, prices, &package);
    answer["next_charge"] = plan.next_charge.to_string().into();
    answer
}

fn with_package(template: &PlanTemplate, prices: &Prices, package: &Value) -> Value {
    json!({
        "plan_subscription_template_id": template.id,
        "plan_type": template.plan_type.as_str(),
        "plan_name": template.name,
        "periodic_charge": number(prices.plan(template)),
        "packages": [package],
    })
}

fn package(package: &Package) -> Value {
    let (price, units) =
        package.overrun.as_ref().map_or((0.into(), 0), |overrun| (number(overrun.price), overrun.units));
    json!({
        "price_group_id": [package.price_group],
        "package_name": package.name,
        "may_overrun": package.overrun.is_some(),
        "overrun_price": price,
        "overrun_resources": units,
    })
}
