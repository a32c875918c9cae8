//! `GetSubscriptionPrice`.

use vox_accounts::{
    GetSubscriptionPrice, GetSubscriptionPriceResponse, SubscriptionTemplate, VerificationStatus,
};
use vox_core::{Decimal, IdList, Record as _};

use super::filter::{check_known, is_selected, page};
use super::{Context, Handler};
use crate::auth::Caller;
use crate::catalog::rates::DOLLAR;
use crate::catalog::subscriptions::{self, MONTH, TEMPLATES};
use crate::errors::{ApiError, ApiErrors};
use crate::records::amount;
use crate::state::account::Account;

impl Handler for GetSubscriptionPrice {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.accounts.get(caller.account).ok_or(ApiError::AUTHORIZATION_FAILED)?;
        check_known(&self.subscription_template_type, ApiError::INVALID_SUBSCRIPTION_TYPE)?;
        check_ids(self.subscription_template_id.as_ref())?;
        let found: Vec<_> = TEMPLATES.iter().filter(|template| matches(&self, template)).collect();
        let mut response = GetSubscriptionPriceResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|template| record(template, account, context.prices.subscription(template)))
            .collect();
        Ok(response)
    }
}

fn check_ids(ids: Option<&IdList>) -> Result<(), ApiError> {
    let Some(IdList::Of(ids)) = ids else { return Ok(()) };
    let known = ids.iter().all(|id| TEMPLATES.iter().any(|template| template.id == *id));
    if known { Ok(()) } else { Err(ApiError::INVALID_SUBSCRIPTION_ID) }
}

fn matches(request: &GetSubscriptionPrice, template: &subscriptions::SubscriptionTemplate) -> bool {
    let kind = request.subscription_template_type.as_ref();
    let name = request.subscription_template_name.as_ref();
    is_selected(request.subscription_template_id.as_ref(), &template.id)
        && kind.is_none_or(|kind| *kind == template.kind)
        && name.is_none_or(|part| template.name.contains(part.as_str()))
}

fn record(
    template: &subscriptions::SubscriptionTemplate,
    account: &Account,
    price: Decimal,
) -> SubscriptionTemplate {
    let mut record = SubscriptionTemplate::blank();
    record.subscription_template_id = template.id;
    record.currency = Some(DOLLAR.to_owned());
    record.installation_price = amount(template.installation);
    record.installation_price_in_currency = amount(template.installation);
    record.price = amount(price);
    record.price_in_currency = amount(price);
    record.period = Some(MONTH.into());
    record.subscription_template_type = Some(template.kind.clone());
    record.subscription_template_name = Some(template.name.to_owned());
    record.required_verification = template.verification.map(str::to_owned);
    record.verification_status = Some(verification_status(template, account));
    record.installation_tax_reserve = Some(Decimal::ZERO);
    record.tax_reserve = Some(Decimal::ZERO);
    record
}

fn verification_status(
    template: &subscriptions::SubscriptionTemplate,
    account: &Account,
) -> VerificationStatus {
    let Some(name) = template.verification else { return VerificationStatus::NotRequired };
    let verification = account.verifications.iter().find(|verification| verification.name == name);
    verification.map_or(VerificationStatus::Required, |verification| verification.status.clone())
}

#[cfg(test)]
mod tests {
    use vox_accounts::SubscriptionTemplateType;

    use super::*;
    use crate::methods::tests::call;

    fn ids(request: GetSubscriptionPrice) -> Result<Vec<u64>, u32> {
        Ok(call(request)?.result.iter().map(|template| template.subscription_template_id).collect())
    }

    #[test]
    fn templates_are_filtered_and_paged() {
        assert_eq!(ids(GetSubscriptionPrice::default()), Ok(vec![20, 6, 2, 3, 4, 5]));
        let request = GetSubscriptionPrice { count: Some(2), offset: Some(1), ..Default::default() };
        assert_eq!(ids(request), Ok(vec![6, 2]));
        let request =
            GetSubscriptionPrice { subscription_template_id: Some(IdList::All), ..Default::default() };
        assert_eq!(ids(request).unwrap().len(), 6);
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
    fn unknown_templates_and_types_are_rejected() {
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
