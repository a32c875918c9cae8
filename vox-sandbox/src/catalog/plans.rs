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

/// A plan for messages. Prices are in thousandths.
const fn messages(
    id: u64,
    name: &'static str,
    charge: u32,
    size: u64,
    overrun: Option<Overrun>,
) -> PlanTemplate {
    let package = Package { price_group: resources::MESSAGES, name: "Messages", size, overrun };
    PlanTemplate { id, plan_type: PlanType::Im, name, charge: price(charge), package }
}

/// A plan for active users. Prices are in thousandths.
const fn users(
    id: u64,
    name: &'static str,
    charge: u32,
    size: u64,
    overrun: Option<Overrun>,
) -> PlanTemplate {
    let package = Package { price_group: resources::ACTIVE_USERS, name: "Active users", size, overrun };
    PlanTemplate { id, plan_type: PlanType::Mau, name, charge: price(charge), package }
}

const fn overrun(thousandths: u32, units: u64) -> Overrun {
    Overrun { price: price(thousandths), units }
}

/// Every plan, by id.
pub(crate) static PLANS: [PlanTemplate; 6] = [
    messages(1, "IM Developer", 0, 1000, None),
    messages(2, "IM Basic", 10_000, 20_000, Some(overrun(1000, 1000))),
    messages(3, "IM Business", 49_950, 150_000, Some(overrun(500, 1000))),
    users(4, "MAU Developer", 0, 1000, None),
    users(5, "MAU Basic", 20_000, 5000, Some(overrun(400, 100))),
    users(6, "MAU Business", 99_900, 50_000, Some(overrun(200, 100))),
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
