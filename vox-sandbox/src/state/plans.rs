//! The plans of an account.

use jiff::civil::Date;
use vox_accounts::PlanType;
use vox_core::Decimal;

use super::a_month_after;
use crate::catalog::plans::{FREE_IM, FREE_MAU, PlanTemplate};

/// The current plan of each type.
#[derive(Debug, Clone)]
pub(crate) struct Plans {
    im: CurrentPlan,
    mau: CurrentPlan,
}

/// A plan that an account has.
#[derive(Debug, Clone)]
pub(crate) struct CurrentPlan {
    pub(crate) template: &'static PlanTemplate,
    pub(crate) next_charge: Date,
    /// The part of the account's money that is reserved for the next month.
    pub(crate) reserved: Decimal,
}

impl Plans {
    /// The initial plans, which are free.
    pub(crate) fn free(today: Date) -> Self {
        let plan =
            |template| CurrentPlan { template, next_charge: a_month_after(today), reserved: Decimal::ZERO };
        Self { im: plan(FREE_IM), mau: plan(FREE_MAU) }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &CurrentPlan> {
        [&self.im, &self.mau].into_iter()
    }

    /// The plan of a type; `None` for an unknown type.
    pub(crate) fn of_type(&self, plan_type: &PlanType) -> Option<&CurrentPlan> {
        self.iter().find(|plan| plan.template.plan_type == *plan_type)
    }

    /// Replaces the plan of the same type, with this charge reserved.
    pub(crate) fn change(&mut self, template: &'static PlanTemplate, charge: Decimal, today: Date) {
        let plan = CurrentPlan { template, next_charge: a_month_after(today), reserved: charge };
        if template.plan_type == self.im.template.plan_type {
            self.im = plan;
        } else {
            self.mau = plan;
        }
    }
}
