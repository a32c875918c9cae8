//! `GetSubscriptionPrice`.

use serde_json::{Value, json};
use vox_accounts::{GetSubscriptionPrice, VerificationStatus};
use vox_core::{Decimal, IdList};

use super::filter::{known, page, selects};
use super::{Context, Handler};
use crate::answers::number::number;
use crate::auth::Caller;
use crate::catalog::rates::DOLLAR;
use crate::catalog::subscriptions::{MONTH, SubscriptionTemplate, TEMPLATES};
use crate::errors::{Failure, Failures};
use crate::state::account::Account;

impl Handler for GetSubscriptionPrice {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        let account = context.accounts.get(caller.account).ok_or(Failure::AUTHORIZATION_FAILED)?;
        known(&self.subscription_template_type, Failure::INVALID_SUBSCRIPTION_TYPE)?;
        check_ids(self.subscription_template_id.as_ref())?;
        let found: Vec<_> = TEMPLATES.iter().filter(|template| matches(&self, template)).collect();
        let page: Vec<_> = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|template| subscription_template(template, account, context.prices.subscription(template)))
            .collect();
        // No source has a `count` or `total_count` here.
        Ok(json!({ "result": page }))
    }
}

fn check_ids(ids: Option<&IdList>) -> Result<(), Failure> {
    let Some(IdList::Of(ids)) = ids else { return Ok(()) };
    let known = ids.iter().all(|id| TEMPLATES.iter().any(|template| template.id == *id));
    if known { Ok(()) } else { Err(Failure::INVALID_SUBSCRIPTION_ID) }
}

fn matches(request: &GetSubscriptionPrice, template: &SubscriptionTemplate) -> bool {
    let kind = request.subscription_template_type.as_ref();
    let name = request.subscription_template_name.as_ref();
    selects(request.subscription_template_id.as_ref(), &template.id)
        && kind.is_none_or(|kind| *kind == template.kind)
        && name.is_none_or(|part| template.name.contains(part.as_str()))
}

fn subscription_template(template: &SubscriptionTemplate, account: &Account, price: Decimal) -> Value {
    let mut answer = json!({
        "subscription_template_id": template.id,
        "currency": DOLLAR,
        "installation_price": number(template.installation),
        "installation_price_in_currency": number(template.installation),
        "price": number(price),
        "price_in_currency": number(price),
        "period": MONTH.to_string(),
        "subscription_template_type": template.kind.as_str(),
        "subscription_template_name": template.name,
        "verification_status": verification_status(template, account).as_str(),
        "installation_tax_reserve": 0,
        "tax_reserve": 0,
    });
    if let Some(name) = template.verification {
        answer["required_verification"] = name.into();
    }
    answer
}

fn verification_status(template: &SubscriptionTemplate, account: &Account) -> VerificationStatus {
    let Some(name) = template.verification else { return VerificationStatus::NotRequired };
    let own = account.verifications.iter().find(|verification| verification.name == name);
    own.map_or(VerificationStatus::Required, |verification| verification.status.clone())
}

#[cfg(test)]
mod tests {
    use vox_accounts::SubscriptionTemplateType;

    use super::*;
    use crate::methods::tests::call;

    fn ids(request: GetSubscriptionPrice) -> Result<Vec<u64>, u32> {
        let answer = call(request)?;
        assert!(answer.as_object().unwrap().keys().eq(["result"]));
        let templates = answer["result"].as_array().unwrap();
        Ok(templates.iter().map(|template| template["subscription_template_id"].as_u64().unwrap()).collect())
    }

    #[test]
    fn templates_are_filtered_and_paged() {
        assert_eq!(ids(GetSubscriptionPrice::default()), Ok(vec![20, 6, 2, 3, 4]));
        let request = GetSubscriptionPrice { count: Some(2), offset: Some(1), ..Default::default() };
        assert_eq!(ids(request), Ok(vec![6, 2]));
        let request =
            GetSubscriptionPrice { subscription_template_id: Some(IdList::All), ..Default::default() };
        assert_eq!(ids(request).unwrap().len(), 5);
        let request = GetSubscriptionPrice {
            subscription_template_type: Some(SubscriptionTemplateType::SipRegistration),
            ..Default::default()
        };
        assert_eq!(ids(request), Ok(vec![4]));
        let request = GetSubscriptionPrice {
            subscription_template_name: Some("Phone RU".into()),
            ..Default::default()
        };
        assert_eq!(ids(request), Ok(vec![6, 2]));
    }

    #[test]
    fn unknown_templates_and_types_are_refused() {
        let request =
            GetSubscriptionPrice { subscription_template_id: Some([6, 7].into()), ..Default::default() };
        assert_eq!(ids(request), Err(244));
        let request = GetSubscriptionPrice {
            subscription_template_type: Some(SubscriptionTemplateType::other("PLAN")),
            ..Default::default()
        };
        assert_eq!(ids(request), Err(246));
    }
}
