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

const fn messages(size: u64, overrun: Option<Overrun>) -> Package {
    Package { price_group: resources::MESSAGES, name: "Messages", size, overrun }
}

const fn users(size: u64, overrun: Option<Overrun>) -> Package {
    Package { price_group: resources::ACTIVE_USERS, name: "Active users", size, overrun }
}

/// The plan for messages that accounts begin with.
pub(crate) static FREE_IM: PlanTemplate = PlanTemplate {
    id: 1,
    plan_type: PlanType::Im,
    name: "IM Developer",
    charge: Decimal::ZERO,
    package: messages(1000, None),
};

/// The plan for active users that accounts begin with.
pub(crate) static FREE_MAU: PlanTemplate = PlanTemplate {
    id: 4,
    plan_type: PlanType::Mau,
    name: "MAU Developer",
    charge: Decimal::ZERO,
    package: users(1000, None),
};

static IM_BASIC: PlanTemplate = PlanTemplate {
    id: 2,
    plan_type: PlanType::Im,
    name: "IM Basic",
    charge: price(10_000),
    package: messages(20_000, Some(Overrun { price: price(1000), units: 1000 })),
};

static IM_BUSINESS: PlanTemplate = PlanTemplate {
    id: 3,
    plan_type: PlanType::Im,
    name: "IM Business",
    charge: price(49_950),
    package: messages(150_000, Some(Overrun { price: price(500), units: 1000 })),
};

static MAU_BASIC: PlanTemplate = PlanTemplate {
    id: 5,
    plan_type: PlanType::Mau,
    name: "MAU Basic",
    charge: price(20_000),
    package: users(5000, Some(Overrun { price: price(400), units: 100 })),
};

static MAU_BUSINESS: PlanTemplate = PlanTemplate {
    id: 6,
    plan_type: PlanType::Mau,
    name: "MAU Business",
    charge: price(99_900),
    package: users(50_000, Some(Overrun { price: price(200), units: 100 })),
};

/// Every plan, by id.
pub(crate) static PLANS: [&PlanTemplate; 6] =
    [&FREE_IM, &IM_BASIC, &IM_BUSINESS, &FREE_MAU, &MAU_BASIC, &MAU_BUSINESS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_packages_have_prices() {
        assert!(PLANS.iter().map(|plan| plan.id).eq(1..=6));
        for plan in PLANS {
            assert!(resources::RESOURCES.iter().any(|resource| {
                resource.groups.iter().any(|group| group.id == plan.package.price_group)
            }));
        }
    }
}
