//! `GetCallLists`.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use vox_api::call_lists::{
    CallList as CallListRecord, CallListStatus, CallListTypeFilter, GetCallLists, GetCallListsResponse,
};
use vox_core::{IdList, Record as _};

use super::INVALID_LIST;
use super::rules::{rules, rules_of_applications};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::{is_listed, is_selected, page};
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::CallList;

const MAX_COUNT: u64 = 1000;
const INVALID_TYPE: ApiError =
    ApiError::new(427, "Invalid list type. Possible values are 'automatic' and 'manual'");
const INVALID_STATUS: ApiError =
    ApiError::new(428, "Invalid status. Possible values are 'in progress', 'canceled' and 'completed'");

const TYPES: [CallListTypeFilter; 2] = [CallListTypeFilter::Automatic, CallListTypeFilter::Manual];
const STATUSES: [CallListStatus; 4] = [
    CallListStatus::InProgress,
    CallListStatus::Canceled,
    CallListStatus::Completed,
    CallListStatus::Suspended,
];

impl Handler for GetCallLists {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        let account = context.account(caller)?;
        let lists = &account.resources.call_lists;
        if let Some(IdList::Of(ids)) = &self.list_id
            && !ids.iter().all(|id| lists.get(*id).is_some())
        {
            return Err(INVALID_LIST.into());
        }
        let is_manual = is_manual(self.type_list.as_ref())?;
        let status = status(self.status.as_ref())?;
        let rules = rules(account, self.rule.as_ref())?;
        let of_applications = rules_of_applications(account, self.application.as_ref())?;
        let matches = |id: u64, list: &CallList| {
            let submitted = Timestamp::from_second(list.submitted).unwrap_or_default();
            is_selected(self.list_id.as_ref(), &id)
                && self.name.as_ref().is_none_or(|part| list.name.contains(part.as_str()))
                && is_manual.is_none_or(|is_manual| is_manual == list.is_manual)
                && status.as_ref().is_none_or(|status| *status == list.status(now))
                && self
                    .is_active
                    .is_none_or(|active| active == (list.status(now) == CallListStatus::InProgress))
                && self.from_date.is_none_or(|from| from <= submitted)
                && self.to_date.is_none_or(|to| submitted <= to)
                && is_listed(rules.as_deref(), &list.rule)
                && is_listed(of_applications.as_deref(), &list.rule)
        };
        let found: Vec<_> = lists.iter().filter(|(id, list)| matches(*id, list)).collect();
        let mut response = GetCallListsResponse::blank();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(MAX_COUNT))
            .map(|(id, list)| record(*id, list, now))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        response.total_count = u64::try_from(found.len()).ok();
        Ok(response)
    }
}

/// The requested type, in any case: whether lists are called by hand.
fn is_manual(requested: Option<&CallListTypeFilter>) -> Result<Option<bool>, ApiError> {
    let Some(requested) = requested else { return Ok(None) };
    let known = TYPES.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(requested.as_str()));
    known.map(|known| Some(known == CallListTypeFilter::Manual)).ok_or(INVALID_TYPE)
}

/// The requested status, in any case.
fn status(requested: Option<&CallListStatus>) -> Result<Option<CallListStatus>, ApiError> {
    let Some(requested) = requested else { return Ok(None) };
    let known = STATUSES.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(requested.as_str()));
    known.map(Some).ok_or(INVALID_STATUS)
}

fn record(id: u64, list: &CallList, now: i64) -> CallListRecord {
    let mut record = CallListRecord::blank();
    record.list_id = Some(id);
    record.list_name = Some(list.name.clone());
    record.priority = Some(list.priority);
    record.rule_id = Some(list.rule);
    record.max_simultaneous = Some(list.max_simultaneous);
    record.num_attempts = Some(list.num_attempts);
    record.dt_submit = date_time(list.submitted);
    record.dt_complete = list.completed(now).and_then(date_time);
    record.interval_seconds = Some(list.interval_seconds);
    record.status = Some(list.status(now));
    record.task_priority_strategy = Some(list.strategy.clone());
    record
}

/// UTC.
fn date_time(seconds: i64) -> Option<DateTime> {
    Some(Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?))
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::{CreateCallList, EditCallList};
    use vox_api::types::{ApplicationsOrAll, RulesOrAll};

    use super::*;
    use crate::methods::call_lists::tests::{create, rich};
    use crate::methods::tests::{PARENT, TODAY, call_in};
    use crate::state::accounts::Accounts;
    use crate::state::resources::application::Application;
    use crate::state::resources::rule::Rule;

    /// Lists with the rules 8 and 9, the second of which is canceled and manual.
    fn two_lists() -> (Accounts, [u64; 2]) {
        let mut accounts = rich();
        let resources = &mut accounts.get_mut(PARENT).unwrap().resources;
        for (application, rule, name) in [(1, 8, "in"), (2, 9, "out")] {
            let modified = Timestamp::UNIX_EPOCH;
            let application_name = format!("app{application}");
            let item = Application { name: application_name, modified, secure_record_storage: false };
            resources.applications.insert(application, item);
            resources.rules.insert(rule, Rule::new(application, name.into(), ".*".into(), 1, modified));
        }
        let first = CreateCallList { rule_id: 8, name: "spring".into(), ..create() };
        let first = call_in(&mut accounts, first).unwrap().list_id;
        let second =
            CreateCallList { rule_id: 9, name: "autumn".into(), is_cancelled: Some(true), ..create() };
        let second = call_in(&mut accounts, second).unwrap().list_id;
        let manual = EditCallList::builder().list_id(second).call_type("manual").build();
        call_in(&mut accounts, manual).unwrap();
        (accounts, [first, second])
    }

    #[test]
    fn each_filter_selects_lists() {
        let (mut accounts, [first, second]) = two_lists();
        let day = |text: &str| Some(format!("{text}T12:00:00Z").parse().unwrap());
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let all = GetCallLists::default;
        let both = vec![first, second];
        let cases = [
            (all(), both.clone()),
            (GetCallLists { list_id: Some([second].into()), ..all() }, vec![second]),
            (GetCallLists { list_id: Some(IdList::All), ..all() }, both.clone()),
            (GetCallLists { name: Some("pri".into()), ..all() }, vec![first]),
            (GetCallLists { is_active: Some(true), ..all() }, vec![first]),
            (GetCallLists { is_active: Some(false), ..all() }, vec![second]),
            (GetCallLists { type_list: Some(CallListTypeFilter::Manual), ..all() }, vec![second]),
            (GetCallLists { type_list: Some("automatic".into()), ..all() }, vec![first]),
            (GetCallLists { status: Some("in progress".into()), ..all() }, vec![first]),
            (GetCallLists { status: Some(CallListStatus::Canceled), ..all() }, vec![second]),
            (GetCallLists { status: Some(CallListStatus::Suspended), ..all() }, vec![]),
            (
                GetCallLists { from_date: day("2026-01-10"), to_date: day("2026-01-10"), ..all() },
                both.clone(),
            ),
            (GetCallLists { from_date: day("2026-01-11"), ..all() }, vec![]),
            (GetCallLists { to_date: day("2026-01-09"), ..all() }, vec![]),
            (GetCallLists { rule: Some(RulesOrAll::Id([9].into())), ..all() }, vec![second]),
            (GetCallLists { rule: Some(RulesOrAll::Id(IdList::All)), ..all() }, both.clone()),
            (GetCallLists { rule: Some(RulesOrAll::Name(names(&["in", "out"]))), ..all() }, both),
            (GetCallLists { application: Some(ApplicationsOrAll::Id([1].into())), ..all() }, vec![first]),
            (
                GetCallLists { application: Some(ApplicationsOrAll::Name(names(&["app2"]))), ..all() },
                vec![second],
            ),
            (GetCallLists { count: Some(1), offset: Some(1), ..all() }, vec![second]),
        ];
        for (request, expected) in cases {
            let case = format!("{request:?}");
            let is_page = request.count.is_some();
            let response = call_in(&mut accounts, request).unwrap();
            let found: Vec<_> = response.result.iter().filter_map(|list| list.list_id).collect();
            assert_eq!(found, expected, "{case}");
            let total = if is_page { 2 } else { expected.len() as u64 };
            assert_eq!((response.count, response.total_count), (Some(expected.len() as u64), Some(total)));
        }
    }

    #[test]
    fn a_list_is_returned_with_its_settings() {
        let (mut accounts, _) = two_lists();
        let list = call_in(&mut accounts, GetCallLists::default()).unwrap().result.remove(0);
        assert_eq!(
            (list.list_name.as_deref(), list.rule_id, list.priority),
            (Some("spring"), Some(8), Some(0))
        );
        assert_eq!(
            (list.max_simultaneous, list.num_attempts, list.interval_seconds),
            (Some(2), Some(3), Some(0))
        );
        assert_eq!((list.dt_submit, list.dt_complete), (Some(TODAY.at(12, 0, 0, 0)), None));
        assert_eq!(list.task_priority_strategy.unwrap().as_str(), "first_attempts");
    }

    #[test]
    fn unknown_values_are_rejected() {
        let (mut accounts, [_, second]) = two_lists();
        let all = GetCallLists::default;
        let unknown = || vec!["nothing".to_owned()];
        let cases = [
            (GetCallLists { list_id: Some([second, second + 100].into()), ..all() }, 255),
            (GetCallLists { type_list: Some("fast".into()), ..all() }, 427),
            (GetCallLists { status: Some("fast".into()), ..all() }, 428),
            (GetCallLists { rule: Some(RulesOrAll::Id([77].into())), ..all() }, 147),
            (GetCallLists { rule: Some(RulesOrAll::Name(unknown())), ..all() }, 156),
            (GetCallLists { application: Some(ApplicationsOrAll::Id([7].into())), ..all() }, 116),
            (GetCallLists { application: Some(ApplicationsOrAll::Name(unknown())), ..all() }, 107),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
    }
}
