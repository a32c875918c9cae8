//! Prices that differ from the catalog's.

use std::collections::BTreeMap;

use vox_core::Decimal;

use super::plans::{PLANS, PlanTemplate};
use super::resources::{PriceGroup, RESOURCES};
use super::subscriptions::{SubscriptionTemplate, TEMPLATES};

/// The prices of a sandbox: those that were set, and the catalog's for everything else.
#[derive(Debug, Clone, Default)]
pub(crate) struct Prices {
    subscriptions: BTreeMap<u64, Decimal>,
    resources: BTreeMap<u64, Decimal>,
    plans: BTreeMap<u64, Decimal>,
}

/// An item with a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PricedItem {
    /// A template of subscriptions, by id: a month.
    Subscription(u64),
    /// A price group, by id: its units.
    Resource(u64),
    /// A plan, by the id of its template: a month.
    Plan(u64),
}

impl Prices {
    /// Sets a price.
    ///
    /// # Errors
    /// The catalog has no such item, or the price is below zero.
    pub(crate) fn set(&mut self, of: PricedItem, price: Decimal) -> Result<(), String> {
        let (name, id, known, prices): (_, _, Vec<u64>, _) = match of {
            PricedItem::Subscription(id) => {
                let known = TEMPLATES.iter().map(|template| template.id).collect();
                ("subscription_template_id", id, known, &mut self.subscriptions)
            }
            PricedItem::Resource(id) => {
                let groups = RESOURCES.iter().flat_map(|resource| resource.groups);
                ("price_group_id", id, groups.map(|group| group.id).collect(), &mut self.resources)
            }
            PricedItem::Plan(id) => {
                let known = PLANS.iter().map(|plan| plan.id).collect();
                ("plan_subscription_template_id", id, known, &mut self.plans)
            }
        };
        if !known.contains(&id) {
            return Err(format!("there is no {name} {id} that could have a price; there are {known:?}"));
        }
        if price < Decimal::ZERO {
            return Err(format!("the price of {name} {id} is below zero: {price}"));
        }
        prices.insert(id, price);
        Ok(())
    }

    /// The prices that were set, by the names that fixtures have for their kinds.
    pub(crate) fn changed(&self) -> impl Iterator<Item = (&'static str, &BTreeMap<u64, Decimal>)> {
        let kinds =
            [("subscriptions", &self.subscriptions), ("resources", &self.resources), ("plans", &self.plans)];
        kinds.into_iter().filter(|(_, prices)| !prices.is_empty())
    }

    pub(crate) fn subscription(&self, template: &SubscriptionTemplate) -> Decimal {
        *self.subscriptions.get(&template.id).unwrap_or(&template.price)
    }

    pub(crate) fn resource(&self, group: &PriceGroup) -> Decimal {
        *self.resources.get(&group.id).unwrap_or(&group.price)
    }

    pub(crate) fn plan(&self, plan: &PlanTemplate) -> Decimal {
        *self.plans.get(&plan.id).unwrap_or(&plan.charge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_of_unknown_items_and_below_zero_are_rejected() {
        let mut prices = Prices::default();
        let error = prices.set(PricedItem::Plan(7), Decimal::ONE).unwrap_err();
        assert_eq!(
            error,
            "there is no plan_subscription_template_id 7 that could have a price; there are [1, 2, 3, 4, 5, 6]"
        );
        let error = prices.set(PricedItem::Subscription(20), Decimal::NEGATIVE_ONE).unwrap_err();
        assert_eq!(error, "the price of subscription_template_id 20 is below zero: -1");
        prices.set(PricedItem::Subscription(20), Decimal::ONE).unwrap();
        assert_eq!(prices.subscription(&TEMPLATES[0]), Decimal::ONE);
        assert_eq!(prices.subscription(&TEMPLATES[1]), TEMPLATES[1].price);
        assert_eq!(prices.plan(&PLANS[1]), PLANS[1].charge);
    }
}
