//! `ChangeAccountPlan`: moves the account to another plan.
//!
//! Roles: any. Source: the method `ChangeAccountPlan` of the API's section Accounts.

use vox_core::{VoxMethod, VoxRecord};

use crate::{PlanType, ShortAccountInfo};

/// Moves the account to another plan.
///
/// The platform reserves the price and the taxes of the month to come.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = ChangeAccountPlan { plan_type: PlanType::Im, plan_subscription_template_id: Some(3) };
/// assert_eq!(request.to_form().as_bytes(), b"plan_type=IM&plan_subscription_template_id=3");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "ChangeAccountPlan", response = ChangeAccountPlanResponse, kind = write, money = true)]
pub struct ChangeAccountPlan {
    /// The type of plan that is changed.
    pub plan_type: PlanType,
    /// The new plan, dearer than the present one. [`GetAvailablePlans`](crate::GetAvailablePlans) lists those there
    /// are.
    pub plan_subscription_template_id: Option<u64>,
}

/// The response of [`ChangeAccountPlan`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ChangeAccountPlanResponse {
    /// The account afterwards.
    pub account_info: Option<ShortAccountInfo>,
}

#[cfg(test)]
mod tests {
    use super::ChangeAccountPlan;
    use crate::PlanType;
    use vox_core::{Decimal, MethodExt};

    #[test]
    fn the_vendors_example_encodes() {
        let request =
            ChangeAccountPlan::builder().plan_type(PlanType::Im).plan_subscription_template_id(3).build();
        assert_eq!(request.to_form().as_bytes(), b"plan_type=IM&plan_subscription_template_id=3");
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": 1, "account_info": {"account_id": 7, "frozen": false, "balance": 12.345,
            "currency": "USD"}}"#;
        let response = ChangeAccountPlan::from_http(http::Response::new(json)).unwrap();
        let account = response.account_info.unwrap();
        assert_eq!((account.account_id, account.frozen), (Some(7), Some(false)));
        assert_eq!(account.balance, Some(Decimal::new(12_345, 3)));
        assert_eq!(account.currency.as_deref(), Some("USD"));
    }
}
