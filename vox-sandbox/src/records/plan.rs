//! `Plan` and `AccountPlan`.

use vox_accounts::{AccountPlan, AccountPlanPackage, Plan, PlanPackage};
use vox_core::{Decimal, Record};

use super::amount;
use crate::catalog::plans::{Package, PlanTemplate};
use crate::catalog::prices::Prices;
use crate::state::plans::CurrentPlan;

/// A plan that accounts may have.
pub(crate) fn plan(template: &PlanTemplate, prices: &Prices) -> Plan {
    let mut plan = Plan::blank();
    plan.plan_subscription_template_id = template.id;
    plan.plan_type = Some(template.plan_type.clone());
    plan.plan_name = Some(template.name.to_owned());
    plan.periodic_charge = amount(prices.plan(template));
    plan.packages = vec![package(&template.package)];
    plan
}

fn package(package: &Package) -> PlanPackage {
    let (price, units) =
        package.overrun.as_ref().map_or((Decimal::ZERO, 0), |overrun| (overrun.price, overrun.units));
    let mut record = PlanPackage::blank();
    record.price_group_id = vec![package.price_group];
    record.package_name = Some(package.name.to_owned());
    record.may_overrun = Some(package.overrun.is_some());
    record.overrun_price = amount(price);
    record.overrun_resources = Some(units);
    record.package_size = Some(package.size);
    record
}

/// A plan that an account has. Nothing in the sandbox uses a package up.
pub(crate) fn account_plan(current: &CurrentPlan, prices: &Prices) -> AccountPlan {
    let plan = plan(current.template, prices);
    let mut record = AccountPlan::blank();
    record.plan_subscription_template_id = plan.plan_subscription_template_id;
    record.next_charge = Some(current.next_charge);
    record.plan_type = plan.plan_type;
    record.plan_name = plan.plan_name;
    record.periodic_charge = plan.periodic_charge;
    record.packages = plan.packages.into_iter().map(account_package).collect();
    record
}

fn account_package(package: PlanPackage) -> AccountPlanPackage {
    let mut record = AccountPlanPackage::blank();
    record.price_group_id = package.price_group_id;
    record.package_name = package.package_name;
    record.may_overrun = package.may_overrun;
    record.overrun_price = package.overrun_price;
    record.overrun_resources = package.overrun_resources;
    record.resource_left = package.package_size.and_then(|size| size.try_into().ok());
    record.package_size = package.package_size;
    record.orig_package_size = package.package_size;
    record
}
