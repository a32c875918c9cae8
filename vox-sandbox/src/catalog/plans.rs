//! Plans.

use vox_accounts::PlanType;
use vox_core::Decimal;

use super::{price, resources};

/// A plan that accounts may have.
#[derive(Debug)]
pub(crate) struct PlanTemplate {
    pub(crate) id: u64,
    pub(crate) plan_type: PlanType,
    pub(crate) name: &'static str,
    /// The price of a month, in US dollars.
    pub(crate) charge: Decimal,
    pub(crate) package: Package,
}

/// The units that a plan contains.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) price_group: u64,
    pub(crate) name: &'static str,
    /// How many units the package has.
    pub(crate) size: u64,
    /// The price beyond the package; `None` where the package cannot be exceeded.
    pub(crate) overrun: Option<Overrun>,
}

/// Units beyond a package.
#[derive(Debug)]
pub(crate) struct Overrun {
    pub(crate) price: Decimal,
    pub(crate) units: u64,
}

/// The charge is in thousandths.
const fn plan(
    id: u64,
    plan_type: PlanType,
    name: &'static str,
    charge: u32,
    package: Package,
) -> PlanTemplate {
    PlanTemplate { id, plan_type, name, charge: price(charge), package }
}

const fn messages(size: u64, overrun: Option<Overrun>) -> Package {
    Package { price_group: resources::MESSAGES, name: "Messages", size, overrun }
}

const fn users(size: u64, overrun: Option<Overrun>) -> Package {
    Package { price_group: resources::ACTIVE_USERS, name: "Active users", size, overrun }
}

const fn overrun(thousandths: u32, units: u64) -> Overrun {
    Overrun { price: price(thousandths), units }
}

/// Every plan, by id.
pub(crate) static PLANS: [PlanTemplate; 6] = [
    plan(1, PlanType::Im, "IM Developer", 0, messages(1000, None)),
    plan(2, PlanType::Im, "IM Basic", 10_000, messages(20_000, Some(overrun(1000, 1000)))),
    plan(3, PlanType::Im, "IM Business", 49_950, messages(150_000, Some(overrun(500, 1000)))),
    plan(4, PlanType::Mau, "MAU Developer", 0, users(1000, None)),
    plan(5, PlanType::Mau, "MAU Basic", 20_000, users(5000, Some(overrun(400, 100)))),
    plan(6, PlanType::Mau, "MAU Business", 99_900, users(50_000, Some(overrun(200, 100)))),
];

/// The initial plan for messages.
pub(crate) static FREE_IM: &PlanTemplate = &PLANS[0];
/// The initial plan for active users.
pub(crate) static FREE_MAU: &PlanTemplate = &PLANS[3];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_packages_have_prices() {
        assert!(PLANS.iter().map(|plan| plan.id).eq(1..=6));
        for plan in &PLANS {
            assert!(resources::RESOURCES.iter().any(|resource| {
                resource.groups.iter().any(|group| group.id == plan.package.price_group)
            }));
        }
    }
}
