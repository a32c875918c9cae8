//! `GetCallHistory`.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use vox_api::history::{GetCallHistory, GetCallHistoryResponse};
use vox_api::types::{Application, ReportOrdered};
use vox_core::{Either, IdList, Record as _};

use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::{is_in, page};
use crate::methods::requested_accounts::requested_accounts;
use crate::methods::{Context, Handler, lookup};
use crate::records::call_session_info::SessionOutput;
use crate::sample;
use crate::state::account::Account;
use crate::state::resources::session::Session;

/// The default length of a page.
const DEFAULT_COUNT: u64 = 20;
/// The value of the parameter for the account's own time zone.
const AUTO: &str = "auto";
const DEFAULT_ZONE: &str = "Etc/GMT";

impl Handler for GetCallHistory {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        &["calls", "records", "other_resource_usage"]
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let Context { now, seed, base_url, .. } = *context;
        let location = context.account(caller)?.profile.location.clone();
        let children = self.child_account_id.clone().map(IdList::Of);
        let children_only = self.children_calls_only.unwrap_or(false);
        let accounts =
            requested_accounts(caller.account, children.as_ref(), children_only, context.accounts)?;
        check_ids(&self, &accounts)?;
        let zone_name = match self.timezone.as_deref() {
            None => DEFAULT_ZONE,
            Some(AUTO) => &location,
            Some(name) => name,
        };
        let zone = TimeZone::get(zone_name).map_err(|_| ApiError::invalid_param(496, "timezone"))?;
        if self.is_async.unwrap_or(false) {
            let mut ordered = ReportOrdered::blank();
            ordered.history_report_id = sample::new_report_id(now);
            return Ok(Either::First(ordered));
        }

        let filter = Filter::new(&self, &accounts, &zone, now);
        let mut found: Vec<_> = accounts
            .iter()
            .flat_map(|account| {
                account.resources.sessions.iter().map(move |(id, session)| (account.id, id, session))
            })
            .filter(|(_, id, session)| filter.selects(*id, session))
            .collect();
        found.sort_by_key(|(_, id, session)| (session.started, *id));
        if self.desc_order.unwrap_or(false) {
            found.reverse();
        }
        let output = SessionOutput {
            now,
            zone: &zone,
            with_calls: self.with_calls.unwrap_or(false),
            with_records: self.with_records.unwrap_or(false),
            seed,
            base_url,
        };
        let mut response = GetCallHistoryResponse::blank();
        let with_total = self.with_total_count.unwrap_or(false);
        response.total_count = u64::try_from(found.len()).ok().filter(|_| with_total);
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(account, id, session)| output.record(*account, *id, session))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        response.timezone = Some(zone_name.to_owned());
        Ok(Either::Second(response))
    }
}

/// Every id must be one of the requested accounts'.
fn check_ids(request: &GetCallHistory, accounts: &[&Account]) -> Result<(), ApiError> {
    let any = |has: &dyn Fn(&Account) -> bool| accounts.iter().any(|account| has(account));
    let session = |id: &u64| any(&|account| account.resources.sessions.get(*id).is_some());
    if !request.call_session_history_id.iter().flatten().all(session) {
        return Err(ApiError::invalid_param(150, "call_session_history_id"));
    }
    if let Some(Application::Id(id)) = &request.application
        && !any(&|account| account.resources.applications.get(*id).is_some())
    {
        return Err(lookup::invalid_application_id());
    }
    let user = |id: &u64| any(&|account| account.resources.users.get(*id).is_some());
    if !request.user_id.iter().flatten().all(user) {
        return Err(lookup::invalid_user_id());
    }
    Ok(())
}

/// What a request selects.
struct Filter<'r> {
    request: &'r GetCallHistory,
    /// The ids of the applications, if one is named.
    applications: Option<Vec<u64>>,
    remote_numbers: Option<&'r [String]>,
    zone: &'r TimeZone,
    now: Timestamp,
    from: DateTime,
}

impl<'r> Filter<'r> {
    fn new(request: &'r GetCallHistory, accounts: &[&Account], zone: &'r TimeZone, now: Timestamp) -> Self {
        let list = request.remote_number_list.as_ref().map(|list| list.0.as_slice());
        let list = list.filter(|numbers| !numbers.is_empty());
        let to = request.to_date.unwrap_or_else(|| zone.to_datetime(now));
        Self {
            request,
            applications: request.application.as_ref().map(|wanted| application_ids(wanted, accounts)),
            remote_numbers: list.or(request.remote_number.as_deref()),
            zone,
            now,
            from: request.from_date.unwrap_or_else(|| to.saturating_sub(1.month())),
        }
    }

    fn selects(&self, id: u64, session: &Session) -> bool {
        let request = self.request;
        let started = self.zone.to_datetime(session.started);
        let custom_data = &request.call_session_history_custom_data;
        self.from <= started
            && request.to_date.is_none_or(|to| started <= to)
            && self.has_duration(session)
            && is_in(request.call_session_history_id.as_deref(), Some(&id))
            && is_in(self.applications.as_deref(), Some(&session.application))
            && is_in(request.user_id.as_deref(), session.user.as_ref())
            && request.rule_name.as_ref().is_none_or(|name| session.rule_name == *name)
            && is_in(self.remote_numbers, Some(&session.call.remote_number))
            && is_in(request.local_number.as_deref(), Some(&session.call.local_number))
            && (custom_data.is_none() || *custom_data == session.custom_data)
    }

    /// A session that still runs has no duration.
    fn has_duration(&self, session: &Session) -> bool {
        let (min, max) = (self.request.min_duration, self.request.max_duration);
        match session.duration(self.now) {
            None => min.is_none() && max.is_none(),
            Some(seconds) => min.is_none_or(|min| min <= seconds) && max.is_none_or(|max| seconds <= max),
        }
    }
}

/// The ids of the applications that have the name.
fn application_ids(wanted: &Application, accounts: &[&Account]) -> Vec<u64> {
    let ids = accounts.iter().map(|account| lookup::application(wanted, account));
    ids.filter_map(Result::ok).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use vox_core::{Decimal, Json};

    use super::*;
    use crate::methods::history::tests::{ANN, IVR, SALES, with_sessions};
    use crate::methods::tests::{CHILD, PARENT, call_in};
    use crate::records::call_session_info::record_url;

    fn call(request: GetCallHistory) -> Result<GetCallHistoryResponse, u32> {
        call_in(&mut with_sessions(), request).map(|response| match response {
            Either::Second(history) => history,
            Either::First(report) => panic!("{report:?}"),
        })
    }

    fn ids(request: GetCallHistory) -> Vec<u64> {
        let history = call(request).unwrap();
        history.result.iter().filter_map(|session| session.call_session_history_id).collect()
    }

    #[test]
    fn filters_narrow_the_list() {
        let all = GetCallHistory::default();
        let named = |name: &str| Some(Application::Name(name.into()));
        let number = || Some(vec!["12125550101".to_owned()]);
        let old = Some(datetime(2025, 1, 1, 0, 0, 0, 0));
        let cases = [
            // The default is the last month.
            (all.clone(), vec![2, 3]),
            (GetCallHistory { from_date: old, ..all.clone() }, vec![1, 2, 3]),
            (GetCallHistory { to_date: Some(datetime(2025, 12, 1, 0, 0, 0, 0)), ..all.clone() }, vec![1]),
            (
                GetCallHistory {
                    from_date: Some(datetime(2026, 1, 10, 11, 0, 0, 0)),
                    to_date: Some(datetime(2026, 1, 10, 11, 0, 0, 0)),
                    ..all.clone()
                },
                vec![2],
            ),
            (GetCallHistory { call_session_history_id: Some(vec![3, 2]), ..all.clone() }, vec![2, 3]),
            (GetCallHistory { application: Some(Application::Id(SALES)), ..all.clone() }, vec![3]),
            (GetCallHistory { application: named("ivr"), from_date: old, ..all.clone() }, vec![1, 2]),
            (
                GetCallHistory {
                    application: named("ivr"),
                    rule_name: Some("in".into()),
                    from_date: old,
                    ..all.clone()
                },
                vec![1],
            ),
            (GetCallHistory { application: named("none"), ..all.clone() }, vec![]),
            (GetCallHistory { user_id: Some(vec![ANN]), ..all.clone() }, vec![2]),
            (GetCallHistory { min_duration: Some(60), ..all.clone() }, vec![2]),
            (GetCallHistory { min_duration: Some(61), ..all.clone() }, vec![]),
            (GetCallHistory { max_duration: Some(60), ..all.clone() }, vec![2]),
            (GetCallHistory { max_duration: Some(59), ..all.clone() }, vec![]),
            (GetCallHistory { remote_number: number(), ..all.clone() }, vec![2]),
            (
                GetCallHistory {
                    remote_number: number(),
                    remote_number_list: Some(Json(vec!["12125550100".into()])),
                    ..all.clone()
                },
                vec![3],
            ),
            (
                GetCallHistory {
                    remote_number: number(),
                    remote_number_list: Some(Json(vec![])),
                    ..all.clone()
                },
                vec![2],
            ),
            (GetCallHistory { local_number: Some(vec!["74951234567".into()]), ..all.clone() }, vec![2, 3]),
            (GetCallHistory { local_number: number(), ..all.clone() }, vec![]),
            (
                GetCallHistory { call_session_history_custom_data: Some("data".into()), ..all.clone() },
                vec![2],
            ),
            (GetCallHistory { child_account_id: Some(vec![CHILD]), ..all.clone() }, vec![2, 4, 3]),
            (GetCallHistory { children_calls_only: Some(true), ..all.clone() }, vec![4]),
            (GetCallHistory { desc_order: Some(true), ..all.clone() }, vec![3, 2]),
            (GetCallHistory { count: Some(1), offset: Some(1), ..all }, vec![3]),
        ];
        for (request, found) in cases {
            assert_eq!(ids(request.clone()), found, "{request:?}");
        }
    }

    #[test]
    fn the_total_is_counted_on_request() {
        let page = GetCallHistory { count: Some(1), ..Default::default() };
        let history = call(page.clone()).unwrap();
        assert_eq!((history.count, history.total_count), (Some(1), None));
        let history = call(GetCallHistory { with_total_count: Some(true), ..page }).unwrap();
        assert_eq!((history.count, history.total_count), (Some(1), Some(2)));
    }

    #[test]
    fn times_are_in_the_zone_of_the_request() {
        let start = |zone: Option<&str>, accounts: &mut _| {
            let request = GetCallHistory {
                call_session_history_id: Some(vec![2]),
                timezone: zone.map(str::to_owned),
                ..Default::default()
            };
            match call_in(accounts, request).unwrap() {
                Either::Second(history) => (history.result[0].start_date, history.timezone.unwrap()),
                Either::First(report) => panic!("{report:?}"),
            }
        };
        let mut accounts = with_sessions();
        let at = |hour| Some(datetime(2026, 1, 10, hour, 0, 0, 0));
        assert_eq!(start(None, &mut accounts), (at(11), "Etc/GMT".into()));
        assert_eq!(start(Some("Europe/Moscow"), &mut accounts), (at(14), "Europe/Moscow".into()));
        assert_eq!(start(Some("Etc/GMT-8"), &mut accounts), (at(19), "Etc/GMT-8".into()));
        accounts.get_mut(PARENT).unwrap().profile.location = "America/New_York".into();
        assert_eq!(start(Some("auto"), &mut accounts), (at(6), "America/New_York".into()));
        // The dates of the request are in the zone too.
        let from = |hour| GetCallHistory {
            from_date: at(hour),
            timezone: Some("Europe/Moscow".into()),
            ..Default::default()
        };
        assert_eq!(ids(from(14)), [2, 3]);
        assert_eq!(ids(from(15)), [0; 0]);
        let unknown = GetCallHistory { timezone: Some("Mars/Base".into()), ..Default::default() };
        assert_eq!(call(unknown), Err(496));
    }

    #[test]
    fn a_session_that_is_over_has_a_duration_a_cost_and_a_recording() {
        let request = GetCallHistory {
            call_session_history_id: Some(vec![2]),
            with_calls: Some(true),
            with_records: Some(true),
            ..Default::default()
        };
        let session = call(request).unwrap().result.remove(0);
        assert_eq!((session.account_id, session.application_id), (Some(PARENT), Some(IVR)));
        assert_eq!(
            (session.duration, session.finish_reason.unwrap().as_str()),
            (Some(60), "Normal termination")
        );
        let (calls, records) = (&session.calls, &session.records);
        assert_eq!((calls.len(), calls[0].duration, calls[0].cost), (1, Some(60), Some(Decimal::new(12, 3))));
        assert_eq!((records.len(), records[0].record_id), (1, Some(702)));
        assert_eq!(calls[0].record_url, records[0].record_url);
        assert_eq!(records[0].record_url, Some(record_url(702, 0, "")));
        assert_eq!(session.log_file_url, Some(sample::file_url("log_file_url", 2, 0, "")));
    }

    #[test]
    fn a_session_that_runs_has_no_end() {
        let request = GetCallHistory {
            call_session_history_id: Some(vec![3]),
            with_calls: Some(true),
            with_records: Some(true),
            ..Default::default()
        };
        let session = call(request).unwrap().result.remove(0);
        assert_eq!((session.duration, session.finish_reason), (None, None));
        assert_eq!((session.calls[0].duration, &session.calls[0].record_url), (None, &None));
        assert_eq!((session.calls[0].cost, session.records), (Some(Decimal::new(12, 3)), vec![]));
        let short = GetCallHistory { call_session_history_id: Some(vec![2]), ..Default::default() };
        let session = call(short).unwrap().result.remove(0);
        assert_eq!((session.calls, session.records), (vec![], vec![]));
    }

    #[test]
    fn unknown_ids_are_rejected() {
        let all = GetCallHistory::default();
        let cases = [
            // The session of a child is unknown unless the child is requested.
            (GetCallHistory { call_session_history_id: Some(vec![2, 4]), ..all.clone() }, 150),
            (GetCallHistory { application: Some(Application::Id(103)), ..all.clone() }, 116),
            (GetCallHistory { user_id: Some(vec![ANN, 7]), ..all.clone() }, 117),
            (GetCallHistory { child_account_id: Some(vec![PARENT]), ..all.clone() }, 194),
            (GetCallHistory { user_id: Some(vec![7]), is_async: Some(true), ..all }, 117),
        ];
        for (request, code) in cases {
            assert_eq!(call(request.clone()), Err(code), "{request:?}");
        }
    }

    #[test]
    fn a_report_is_ordered_on_request() {
        let request = GetCallHistory { is_async: Some(true), ..Default::default() };
        let Either::First(ordered) = call_in(&mut with_sessions(), request).unwrap() else {
            panic!("no report")
        };
        // The id is the time, from which the methods for reports know when it is complete.
        assert_eq!(ordered.history_report_id, 1_768_046_400_000);
    }
}
