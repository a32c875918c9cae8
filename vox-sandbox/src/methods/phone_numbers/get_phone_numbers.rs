//! `GetPhoneNumbers`.

use jiff::tz::Offset;
use vox_api::phone_numbers::{
    AttachedPhoneInfo, GetPhoneNumbers, GetPhoneNumbersResponse, PhoneFilter, PhoneNumbersOrderBy,
    SandboxFilter,
};
use vox_api::types::Application;
use vox_core::Record as _;

use super::place;
use crate::auth::Caller;
use crate::catalog::phone_regions::REGIONS;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::{check_known, page};
use crate::methods::requested_accounts::requested_accounts;
use crate::methods::{Context, Handler};
use crate::records::phone::phone;
use crate::state::account::Account;

impl Handler for GetPhoneNumbers {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let today = context.today();
        let children_only = self.children_phones_only.unwrap_or(false);
        let children = self.child_account_id.as_ref();
        let accounts = requested_accounts(caller.account, children, children_only, context.accounts)?;
        check_values(&self)?;
        check_ids(&self, &accounts)?;
        let applications = self.application.as_ref().map(|wanted| application_ids(wanted, &accounts));
        let mut found: Vec<_> = accounts
            .iter()
            .flat_map(|account| account.phones.iter().map(|rented| phone(rented, account, today)))
            .filter(|phone| matches(&self, applications.as_deref(), phone))
            .collect();
        sort(&mut found, self.order_by.as_ref())?;
        let mut response = GetPhoneNumbersResponse::blank();
        response.total_count = u64::try_from(found.len()).ok();
        response.result =
            page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX)).cloned().collect();
        response.count = u64::try_from(response.result.len()).ok();
        Ok(response)
    }
}

/// Values of closed lists must be on them.
fn check_values(request: &GetPhoneNumbers) -> Result<(), ApiError> {
    check_known(
        request.activation_status.iter().flatten(),
        ApiError::invalid_param(496, "activation_status"),
    )?;
    check_known(request.verification_status.iter().flatten(), ApiError::INVALID_VERIFICATION_STATUS)?;
    check_known(&request.sandbox, ApiError::invalid_param(496, "sandbox"))?;
    request.country_code.iter().flatten().try_for_each(|code| place::country(code).map(drop))?;
    request.phone_category_name.iter().try_for_each(|name| place::check_category(name))?;
    let is_verification = |name| REGIONS.iter().any(|region| region.template.verification == Some(name));
    if request.verification_name.as_deref().is_some_and(|name| !is_verification(name)) {
        return Err(ApiError::invalid_param(324, "verification_name"));
    }
    Ok(())
}

/// Every id must be one of the requested accounts'.
fn check_ids(request: &GetPhoneNumbers, accounts: &[&Account]) -> Result<(), ApiError> {
    if let Some(PhoneFilter::Id(ids)) = &request.phone {
        let has = |id| accounts.iter().any(|account| account.phones.iter().any(|phone| phone.id == id));
        if !ids.iter().all(|id| has(*id)) {
            return Err(ApiError::INVALID_PHONE_ID);
        }
    }
    if let Some(Application::Id(id)) = &request.application
        && !accounts.iter().any(|account| account.resources.applications.get(*id).is_some())
    {
        return Err(ApiError::invalid_param(116, "application_id"));
    }
    let has_rule = |id| accounts.iter().any(|account| account.resources.rules.get(id).is_some());
    if !request.rule_id.iter().flatten().all(|id| has_rule(*id)) {
        return Err(ApiError::invalid_param(147, "rule_id"));
    }
    Ok(())
}

/// The ids of the applications that have the name.
fn application_ids(wanted: &Application, accounts: &[&Account]) -> Vec<u64> {
    match wanted {
        Application::Id(id) => vec![*id],
        Application::Name(name) => {
            let named = |account: &&Account| {
                account
                    .resources
                    .applications
                    .find(|application| application.has_name(name, &account.name))
                    .map(|(id, _)| id)
            };
            accounts.iter().filter_map(named).collect()
        }
    }
}

fn matches(request: &GetPhoneNumbers, applications: Option<&[u64]>, phone: &AttachedPhoneInfo) -> bool {
    is_the_number(request, phone)
        && is_bound_as_wanted(request, applications, phone)
        && is_verified_as_wanted(request, phone)
        && is_in(request.country_code.as_deref(), phone.phone_country_code.as_ref())
        && is(request.phone_category_name.as_ref(), phone.category_name.as_ref())
        && is_in(request.phone_region_name.as_deref(), phone.phone_region_name.as_ref())
        && is(request.canceled.as_ref(), phone.canceled.as_ref())
        && is(request.deactivated.as_ref(), phone.deactivated.as_ref())
        && is(request.auto_charge.as_ref(), phone.auto_charge.as_ref())
        && is(request.can_be_used.as_ref(), phone.can_be_used.as_ref())
        && is(request.sms_supported.as_ref(), phone.is_sms_supported.as_ref())
        && is_within(
            request.from_phone_next_renewal,
            request.to_phone_next_renewal,
            phone.phone_next_renewal,
        )
        && is_within(
            request.from_phone_purchase_date.map(|time| Offset::UTC.to_datetime(time)),
            request.to_phone_purchase_date.map(|time| Offset::UTC.to_datetime(time)),
            phone.phone_purchase_date,
        )
        // No phone number is one of the vendor's sandbox.
        && request.sandbox != Some(SandboxFilter::True)
}

fn is_the_number(request: &GetPhoneNumbers, phone: &AttachedPhoneInfo) -> bool {
    let chosen = match &request.phone {
        None => true,
        Some(PhoneFilter::Id(ids)) => is_in(Some(ids), phone.phone_id.as_ref()),
        Some(PhoneFilter::Number(numbers)) => is_in(Some(numbers), phone.phone_number.as_ref()),
    };
    let statuses = request.activation_status.as_ref();
    let has_status = statuses.is_none_or(|statuses| {
        statuses.iter().any(|status| phone.activation_status.as_deref() == Some(status.as_str()))
    });
    let part = request.phone_template.as_ref();
    let has_part = part
        .is_none_or(|part| phone.phone_number.as_ref().is_some_and(|number| number.contains(part.as_str())));
    chosen && has_status && has_part
}

fn is_bound_as_wanted(
    request: &GetPhoneNumbers,
    applications: Option<&[u64]>,
    phone: &AttachedPhoneInfo,
) -> bool {
    is_in(applications, phone.application_id.as_ref())
        && is_in(request.rule_id.as_deref(), phone.rule_id.as_ref())
        && is_in(request.rule_name.as_deref(), phone.rule_name.as_ref())
        && request.is_bound_to_application.is_none_or(|bound| bound == phone.application_id.is_some())
        && request.is_bound_to_rule.is_none_or(|bound| bound == phone.rule_id.is_some())
}

fn is_verified_as_wanted(request: &GetPhoneNumbers, phone: &AttachedPhoneInfo) -> bool {
    is(request.verification_name.as_ref(), phone.required_verification.as_ref())
        && is_in(request.verification_status.as_deref(), phone.verification_status.as_ref())
        && is_within(
            request.from_unverified_hold_until,
            request.to_unverified_hold_until,
            phone.unverified_hold_until,
        )
}

/// Whether a value is the wanted one, if one is wanted.
fn is<T: PartialEq>(wanted: Option<&T>, value: Option<&T>) -> bool {
    wanted.is_none() || wanted == value
}

/// Whether a value is one of the wanted ones, if some are wanted.
fn is_in<T: PartialEq>(wanted: Option<&[T]>, value: Option<&T>) -> bool {
    wanted.is_none_or(|wanted| value.is_some_and(|value| wanted.contains(value)))
}

/// Whether a value is in a span, if there is one.
fn is_within<T: PartialOrd>(from: Option<T>, to: Option<T>, value: Option<T>) -> bool {
    match value {
        None => from.is_none() && to.is_none(),
        Some(value) => from.is_none_or(|from| from <= value) && to.is_none_or(|to| value <= to),
    }
}

/// The phone numbers are in the order of their rent before; a stable sort keeps it between equals.
fn sort(phones: &mut [AttachedPhoneInfo], order: Option<&PhoneNumbersOrderBy>) -> Result<(), ApiError> {
    let Some(order) = order else { return Ok(()) };
    match order {
        PhoneNumbersOrderBy::PhoneNumber => phones.sort_by(|a, b| a.phone_number.cmp(&b.phone_number)),
        PhoneNumbersOrderBy::PhonePrice => phones.sort_by_key(|phone| phone.phone_price),
        PhoneNumbersOrderBy::PhoneCountryCode => {
            phones.sort_by(|a, b| a.phone_country_code.cmp(&b.phone_country_code));
        }
        PhoneNumbersOrderBy::Deactivated => phones.sort_by_key(|phone| phone.deactivated),
        PhoneNumbersOrderBy::PurchaseDate => phones.sort_by_key(|phone| phone.phone_purchase_date),
        PhoneNumbersOrderBy::PhoneNextRenewal => phones.sort_by_key(|phone| phone.phone_next_renewal),
        PhoneNumbersOrderBy::VerificationStatus => phones.sort_by_cached_key(|phone| {
            phone.verification_status.as_ref().map(|status| status.as_str().to_owned())
        }),
        PhoneNumbersOrderBy::UnverifiedHoldUntil => phones.sort_by_key(|phone| phone.unverified_hold_until),
        PhoneNumbersOrderBy::VerificationName => {
            phones.sort_by(|a, b| a.required_verification.cmp(&b.required_verification));
        }
        _ => return Err(ApiError::INVALID_ORDER),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::{Date, date, datetime};
    use vox_api::phone_numbers::{PhoneActivationStatus, PhoneVerificationStatus};
    use vox_core::{Decimal, IdList};

    use super::*;
    use crate::methods::phone_numbers::tests::{IVR, IVR_RULE, SALES, renting};
    use crate::methods::tests::{CHILD, PARENT, call_in};
    use crate::state::accounts::Accounts;
    use crate::state::phone::Phone;

    const MOSCOW: &str = "74955550000";
    const NEW_YORK: &str = "12125550000";
    const SOFIA: &str = "35925550000";

    /// The parent rents phone numbers in Moscow (1), New York (2) and Sofia (3), and an own one of no region (7). Those of
    /// New York and Sofia are bound, the last one is frozen. A child rents one in London (8).
    fn accounts() -> Accounts {
        let mut accounts = renting(&[MOSCOW, NEW_YORK, SOFIA]);
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let parent = accounts.get_mut(PARENT).unwrap();
        let mobile =
            Phone::new(7, "79993330011".into(), 4.into(), date(2026, 1, 10), time("2025-12-01T10:00:00.5Z"));
        parent.phones.push(mobile);
        (parent.phones[1].application, parent.phones[1].rule) = (Some(IVR), Some(IVR_RULE));
        parent.phones[2].application = Some(SALES);
        parent.phones[2].next_renewal = date(2026, 3, 1);
        let london = Phone::new(8, "442079460000".into(), 1.into(), Date::MAX, time("2026-01-01T00:00:00Z"));
        accounts.get_mut(CHILD).unwrap().phones.push(london);
        accounts
    }

    fn ids(request: GetPhoneNumbers) -> Result<Vec<u64>, u32> {
        let response = call_in(&mut accounts(), request)?;
        Ok(response.result.iter().filter_map(|phone| phone.phone_id).collect())
    }

    /// A request of which one parameter is set.
    macro_rules! with {
        ($($name:ident: $value:expr),+) => {
            GetPhoneNumbers { $($name: Some($value)),+, ..Default::default() }
        };
    }

    #[test]
    fn numbers_and_places_are_filtered() {
        let text = |text: &str| text.to_owned();
        let cases = [
            (GetPhoneNumbers::default(), vec![1, 2, 3, 7]),
            (with!(phone: PhoneFilter::Id(vec![7, 2])), vec![2, 7]),
            (with!(phone: PhoneFilter::Number(vec![text(SOFIA), text("1")])), vec![3]),
            (with!(phone_template: text("555")), vec![1, 2, 3]),
            (with!(phone_template: text("99933")), vec![7]),
            (with!(country_code: vec![text("RU"), text("BG")]), vec![1, 3, 7]),
            (with!(phone_category_name: text("GEOGRAPHIC")), vec![1, 2, 3]),
            (with!(phone_category_name: text("TOLLFREE")), vec![]),
            (with!(phone_region_name: vec![text("Sofia"), text("New York")]), vec![2, 3]),
            (with!(sms_supported: true), vec![2]),
            (with!(sms_supported: false), vec![1, 3, 7]),
            (with!(sandbox: SandboxFilter::True), vec![]),
            (with!(sandbox: SandboxFilter::All), vec![1, 2, 3, 7]),
        ];
        for (request, expected) in cases {
            assert_eq!(ids(request.clone()), Ok(expected), "{request:?}");
        }
    }

    #[test]
    fn bindings_are_filtered() {
        let named = |name: &str| Application::Name(name.to_owned());
        let cases = [
            (with!(application: Application::Id(SALES)), vec![3]),
            (with!(application: named("ivr")), vec![2]),
            (with!(application: named("ivr.parent.voximplant.com")), vec![2]),
            (with!(application: named("none")), vec![]),
            (with!(is_bound_to_application: true), vec![2, 3]),
            (with!(is_bound_to_application: false), vec![1, 7]),
            (with!(rule_id: vec![IVR_RULE]), vec![2]),
            (with!(application: named("ivr"), rule_name: vec!["in".to_owned()]), vec![2]),
            (with!(application: named("sales"), rule_name: vec!["in".to_owned()]), vec![]),
            (with!(is_bound_to_rule: true), vec![2]),
            (with!(is_bound_to_rule: false), vec![1, 3, 7]),
        ];
        for (request, expected) in cases {
            assert_eq!(ids(request.clone()), Ok(expected), "{request:?}");
        }
    }

    #[test]
    fn payments_and_verifications_are_filtered() {
        let time = |text: &str| text.parse::<Timestamp>().unwrap();
        let cases = [
            (with!(deactivated: true), vec![7]),
            (with!(activation_status: vec![PhoneActivationStatus::Deactivated]), vec![7]),
            (with!(activation_status: vec![PhoneActivationStatus::Active]), vec![1, 2, 3]),
            (with!(canceled: true), vec![]),
            (with!(auto_charge: false), vec![7]),
            (with!(can_be_used: true), vec![2, 3]),
            (
                with!(from_phone_next_renewal: date(2026, 1, 11), to_phone_next_renewal: date(2026, 2, 10)),
                vec![1, 2],
            ),
            (with!(to_phone_next_renewal: date(2026, 1, 10)), vec![7]),
            (with!(from_phone_purchase_date: time("2026-01-10T12:00:00Z")), vec![1, 2, 3]),
            (with!(to_phone_purchase_date: time("2025-12-01T10:00:00Z")), vec![7]),
            (with!(verification_name: "RU".to_owned()), vec![1]),
            (with!(verification_status: vec![PhoneVerificationStatus::Required]), vec![1]),
            (with!(verification_status: vec![PhoneVerificationStatus::Verified]), vec![]),
            (with!(from_unverified_hold_until: date(2026, 2, 9)), vec![1]),
            (with!(to_unverified_hold_until: date(2026, 2, 8)), vec![]),
        ];
        for (request, expected) in cases {
            assert_eq!(ids(request.clone()), Ok(expected), "{request:?}");
        }
    }

    #[test]
    fn the_numbers_of_children_are_listed_on_request() {
        let cases = [
            (with!(child_account_id: IdList::All), Ok(vec![1, 2, 3, 7, 8])),
            (with!(child_account_id: [CHILD].into(), children_phones_only: true), Ok(vec![8])),
            (with!(child_account_id: [CHILD + 1].into(), children_phones_only: true), Ok(vec![])),
            (with!(children_phones_only: true), Ok(vec![8])),
            (with!(child_account_id: [PARENT].into()), Err(194)),
            (with!(phone: PhoneFilter::Id(vec![8])), Err(181)),
        ];
        for (request, expected) in cases {
            assert_eq!(ids(request.clone()), expected, "{request:?}");
        }
    }

    #[test]
    fn each_order_sorts_by_its_field() {
        let cases = [
            ("phone_number", vec![2, 3, 1, 7]),
            ("phone_price", vec![2, 1, 7, 3]),
            ("phone_country_code", vec![3, 1, 7, 2]),
            ("deactivated", vec![1, 2, 3, 7]),
            ("purchase_date", vec![7, 1, 2, 3]),
            ("phone_next_renewal", vec![7, 1, 2, 3]),
            ("verification_status", vec![2, 3, 7, 1]),
            ("unverified_hold_until", vec![2, 3, 7, 1]),
            ("verification_name", vec![2, 3, 7, 1]),
        ];
        assert!(PhoneNumbersOrderBy::VALUES.iter().all(|order| cases.iter().any(|case| case.0 == *order)));
        for (order, expected) in cases {
            assert_eq!(ids(with!(order_by: PhoneNumbersOrderBy::other(order))), Ok(expected), "{order}");
        }
        assert_eq!(ids(with!(order_by: PhoneNumbersOrderBy::other("phone_id"))), Err(496));
    }

    #[test]
    fn lists_have_pages() {
        let response = call_in(&mut accounts(), with!(count: 2, offset: 3)).unwrap();
        assert_eq!((response.count, response.total_count), (Some(1), Some(4)));
        assert_eq!(response.result[0].phone_id, Some(7));
    }

    #[test]
    fn unknown_ids_and_values_are_rejected() {
        let text = |text: &str| text.to_owned();
        let cases = [
            (with!(phone: PhoneFilter::Id(vec![1, 9])), 181),
            (with!(application: Application::Id(9)), 116),
            (with!(rule_id: vec![IVR_RULE, 9]), 147),
            (with!(country_code: vec![text("RU"), text("FR")]), 239),
            (with!(phone_category_name: text("MOBILE")), 240),
            (with!(verification_name: text("US")), 324),
            (with!(verification_status: vec![PhoneVerificationStatus::other("DONE")]), 326),
            (with!(activation_status: vec![PhoneActivationStatus::other("ON")]), 496),
            (with!(sandbox: SandboxFilter::other("yes")), 496),
        ];
        for (request, code) in cases {
            assert_eq!(ids(request.clone()), Err(code), "{request:?}");
        }
    }

    #[test]
    fn a_number_has_its_region_and_binding() {
        let phones = call_in(&mut accounts(), GetPhoneNumbers::default()).unwrap().result;
        let [moscow, new_york, _, mobile] = &phones[..] else { panic!("{phones:?}") };
        assert_eq!(
            (moscow.category_name.as_deref(), moscow.phone_region_name.as_deref()),
            (Some("GEOGRAPHIC"), Some("Moscow"))
        );
        assert_eq!(moscow.phone_purchase_date, Some(datetime(2026, 1, 10, 12, 0, 0, 0)));
        assert_eq!((moscow.can_be_used, moscow.unverified_hold_until), (Some(false), Some(date(2026, 2, 9))));
        assert_eq!((new_york.application_id, new_york.rule_id), (Some(IVR), Some(IVR_RULE)));
        assert_eq!(new_york.extended_application_name.as_deref(), Some("ivr.parent.voximplant.com"));
        assert_eq!((new_york.rule_name.as_deref(), new_york.phone_price), (Some("in"), Some(Decimal::ONE)));
        assert_eq!(
            (new_york.is_sms_supported, new_york.required_verification.as_deref()),
            (Some(true), None)
        );
        assert_eq!(
            (mobile.phone_country_code.as_deref(), mobile.category_name.as_deref()),
            (Some("RU"), None)
        );
        assert_eq!(mobile.phone_purchase_date, Some(datetime(2025, 12, 1, 10, 0, 0, 0)));
    }

    #[test]
    fn a_binding_to_a_deleted_application_or_rule_is_not_shown() {
        let mut accounts = accounts();
        let bound = |accounts: &mut Accounts| {
            let response = call_in(accounts, with!(is_bound_to_application: true)).unwrap();
            response.result.iter().map(|phone| (phone.application_id, phone.rule_id)).collect::<Vec<_>>()
        };
        assert_eq!(bound(&mut accounts), [(Some(IVR), Some(IVR_RULE)), (Some(SALES), None)]);
        accounts.get_mut(PARENT).unwrap().resources.rules.remove(IVR_RULE);
        assert_eq!(bound(&mut accounts), [(Some(IVR), None), (Some(SALES), None)]);
        accounts.get_mut(PARENT).unwrap().resources.applications.remove(IVR);
        assert_eq!(bound(&mut accounts), [(Some(SALES), None)]);
    }
}
