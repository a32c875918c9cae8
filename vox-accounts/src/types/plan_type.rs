//! Types of plans.

use vox_core::VoxEnum;

/// A type of plan.
///
/// Source: `plan_type` of `ChangeAccountPlan`, `GetAccountPlans` and `GetAvailablePlans`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PlanType {
    /// Instant messages.
    Im,
    /// Users that are active in a month.
    Mau,
    /// A type that this list does not have.
    Other(String),
}
