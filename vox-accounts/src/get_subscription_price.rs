//! `GetSubscriptionPrice`: reads the prices of phone numbers and SIP registrations.
//!
//! Roles: any. Source: the method `GetSubscriptionPrice` of the API's section Accounts.

use vox_core::{Decimal, IdList, PeriodText, VoxMethod, VoxRecord};

use crate::{SubscriptionTemplateType, VerificationStatus};

/// Reads the prices of phone numbers and SIP registrations.
///
/// The response does not contain the total number of templates.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = GetSubscriptionPrice {
///     subscription_template_type: Some(SubscriptionTemplateType::PhoneNum),
///     count: Some(50),
///     ..Default::default()
/// };
/// assert_eq!(request.to_form().as_bytes(), b"subscription_template_type=PHONE_NUM&count=50");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "GetSubscriptionPrice", response = GetSubscriptionPriceResponse, kind = read)]
pub struct GetSubscriptionPrice {
    /// The ids of the templates.
    #[param(default = "all")]
    pub subscription_template_id: Option<IdList>,
    /// The type of the templates.
    pub subscription_template_type: Option<SubscriptionTemplateType>,
    /// The name of the templates: `SIP registration`, `Phone GB`.
    pub subscription_template_name: Option<String>,
    /// The most templates to return.
    pub count: Option<u64>,
    /// How many templates are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
}

/// The response of [`GetSubscriptionPrice`]: one page of templates.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSubscriptionPriceResponse {
    /// The templates of this page.
    pub result: Vec<SubscriptionTemplate>,
}

/// A subscription on offer, with its price.
///
/// Source: the structure `SubscriptionTemplateType`. The documentation's example leaves out most of its fields.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SubscriptionTemplate {
    /// The template's id.
    pub subscription_template_id: u64,
    /// The original currency, that of the `.._in_currency` prices.
    pub currency: Option<String>,
    /// The price paid once, at the start, without the price of the first period.
    pub installation_price: Option<Decimal>,
    /// `installation_price` in the original currency.
    pub installation_price_in_currency: Option<Decimal>,
    /// The price of each period, with taxes and discounts.
    pub price: Option<Decimal>,
    /// `price` in the original currency.
    pub price_in_currency: Option<Decimal>,
    /// How long a period is: `0-1-0 0:0:0` is one month.
    pub period: Option<PeriodText>,
    /// The type of the template.
    pub subscription_template_type: Option<SubscriptionTemplateType>,
    /// The template's name.
    pub subscription_template_name: Option<String>,
    /// The verification that the account needs: a country, `RU`.
    pub required_verification: Option<String>,
    /// How far the account's verification is.
    pub verification_status: Option<VerificationStatus>,
    /// The amount reserved for the tax on `installation_price`.
    pub installation_tax_reserve: Option<Decimal>,
    /// The amount reserved for the tax on `price`.
    pub tax_reserve: Option<Decimal>,
    /// The id of the original currency; older responses have it instead of `currency`.
    pub currency_id: Option<u64>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetSubscriptionPrice {
    type Item = SubscriptionTemplate;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetSubscriptionPriceResponse) -> (Vec<SubscriptionTemplate>, Option<u64>) {
        (response.result, None)
    }
}

#[cfg(test)]
mod tests {
    use super::GetSubscriptionPrice;
    use crate::SubscriptionTemplateType;
    use vox_core::{Decimal, IdList, MethodExt, Period, PeriodText};

    const EXAMPLE: &str = include_str!("../testdata/GetSubscriptionPrice.response.json");

    #[test]
    fn the_documentations_example_decodes() {
        let templates = GetSubscriptionPrice::from_http(http::Response::new(EXAMPLE)).unwrap().result;
        let [bulgaria, toll_free] = templates.as_slice() else { panic!("{templates:?}") };
        assert_eq!(bulgaria.subscription_template_id, 20);
        assert_eq!(bulgaria.installation_price, Some(Decimal::ZERO));
        assert_eq!(bulgaria.price, Some(Decimal::new(293_855, 3)));
        assert_eq!(bulgaria.period, Some(PeriodText::Known(Period { months: 1, ..Period::default() })));
        assert_eq!(bulgaria.subscription_template_type, Some(SubscriptionTemplateType::PhoneNum));
        assert_eq!(bulgaria.subscription_template_name.as_deref(), Some("Phone BG"));
        assert_eq!(toll_free.subscription_template_id, 6);
        assert_eq!(toll_free.price, Some(Decimal::from(1500)));
        assert!(toll_free.currency.is_none() && toll_free.verification_status.is_none());
    }

    #[test]
    fn a_period_of_another_form_is_kept() {
        let json = r#"{"result": [{"subscription_template_id": 1, "period": "a month"}]}"#;
        let templates = GetSubscriptionPrice::from_http(http::Response::new(json)).unwrap().result;
        let period = templates[0].period.as_ref().unwrap();
        assert_eq!((period.known(), period.to_string().as_str()), (None, "a month"));
    }

    #[test]
    fn parameters_encode() {
        let request = GetSubscriptionPrice {
            subscription_template_id: Some(IdList::All),
            subscription_template_name: Some("Phone GB".into()),
            offset: Some(20),
            ..Default::default()
        };
        assert_eq!(
            request.to_form().as_bytes(),
            b"subscription_template_id=all&subscription_template_name=Phone+GB&offset=20"
        );
    }
}
