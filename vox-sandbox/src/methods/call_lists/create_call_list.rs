//! `CreateCallList`.

use vox_api::call_lists::{CallListType, CreateCallList, CreateCallListResponse, TaskPriorityStrategy};
use vox_core::{Record as _, UnixTime};

use super::rules::check_rule;
use super::tasks_file::{Format, read};
use super::{check_money, new_batch};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::check_known;
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::{CallList, Hold};
use crate::state::table::Table;

impl Handler for CreateCallList {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        let start_at = self.start_at.map_or(now, UnixTime::seconds);
        let is_cancelled = self.is_cancelled.unwrap_or(false);
        check_values(&self)?;
        if start_at < now {
            return Err(ApiError::invalid_param(496, "start_at").into());
        }
        let encoding = self.encoding.as_deref();
        let format =
            Format::new(encoding, self.delimiter.as_deref(), self.quote.as_deref(), self.escape.as_deref())?;
        let account = context.account(caller)?;
        check_rule(account, self.rule_id)?;
        let tasks = read(&self.file_content, &format)?;
        if !is_cancelled {
            check_money(account)?;
        }

        let id = context.accounts.new_id();
        let (batch, tasks) = new_batch(tasks, context.accounts);
        let mut list = CallList {
            name: self.name,
            rule: self.rule_id,
            priority: self.priority,
            max_simultaneous: self.max_simultaneous,
            num_attempts: self.num_attempts,
            interval_seconds: self.interval_seconds.unwrap_or(0),
            strategy: self.task_priority_strategy.unwrap_or(TaskPriorityStrategy::FirstAttempts),
            is_manual: false,
            hold: is_cancelled.then_some(Hold::Canceled),
            submitted: now,
            start_at,
            tasks: Table::default(),
        };
        let mut response = CreateCallListResponse::blank();
        response.count = u64::try_from(tasks.len()).ok();
        response.list_id = id;
        response.batch_id = Some(batch);
        for (id, task) in tasks {
            list.tasks.insert(id, task);
        }
        list.plan(now);
        context.account(caller)?.resources.call_lists.insert(id, list);
        Ok(response)
    }
}

/// The rules that the declaration leaves to the API.
fn check_values(request: &CreateCallList) -> Result<(), ApiError> {
    let invalid = |name| ApiError::invalid_param(496, name);
    if request.max_simultaneous == 0 {
        return Err(ApiError::invalid_param(248, "max_simultaneous"));
    }
    check_known(&request.task_priority_strategy, invalid("task_priority_strategy"))?;
    check_known(&request.acd_version, invalid("acd_version"))?;
    check_known(&request.predictive_type, invalid("predictive_type"))?;
    check_known(&request.personal_campaign_type, invalid("personal_campaign_type"))?;
    check_known(&request.buffer_size_target, invalid("buffer_size_target"))?;
    let types = [CallListType::Automatic, CallListType::Predictive, CallListType::Progressive];
    let is_known =
        |given: &CallListType| types.iter().any(|known| known.as_str().eq_ignore_ascii_case(given.as_str()));
    if request.call_list_type.as_ref().is_none_or(is_known) { Ok(()) } else { Err(invalid("call_list_type")) }
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::CallListStatus;
    use vox_core::Decimal;

    use super::*;
    use crate::methods::call_lists::tests::{create, list, rich, with_list};
    use crate::methods::tests::{PARENT, TODAY, call_in};

    fn noon() -> i64 {
        format!("{TODAY}T12:00:00Z").parse::<jiff::Timestamp>().unwrap().as_second()
    }

    #[test]
    fn a_list_has_a_task_for_each_line() {
        let (accounts, created) = with_list();
        assert_eq!(created.count, Some(3));
        let list = list(&accounts, created.list_id);
        assert_eq!((list.name.as_str(), list.rule, list.interval_seconds), ("spring", 7, 0));
        let batch = created.batch_id.unwrap();
        assert!(list.tasks.iter().all(|(id, task)| task.batch == batch && id != created.list_id));
        assert!(list.tasks.iter().map(|(_, task)| task.uuid.as_str()).eq(["ann", "bob", "eve"]));
        assert_eq!(list.status(noon()), CallListStatus::InProgress);
        assert_eq!(list.completed(noon() + 20), Some(noon() + 20));
    }

    #[test]
    fn a_list_starts_later_or_not_at_all() {
        let mut accounts = rich();
        let later = UnixTime::from_seconds(noon() + 60);
        let later = call_in(&mut accounts, CreateCallList { start_at: later, ..create() }).unwrap();
        assert_eq!(list(&accounts, later.list_id).completed(i64::MAX), Some(noon() + 80));
        let past = UnixTime::from_seconds(noon() - 1);
        assert_eq!(call_in(&mut accounts, CreateCallList { start_at: past, ..create() }), Err(496));
        // A canceled list needs no money.
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::ZERO;
        let canceled = CreateCallList { is_cancelled: Some(true), ..create() };
        let canceled = call_in(&mut accounts, canceled).unwrap();
        let list = list(&accounts, canceled.list_id);
        assert_eq!((list.status(i64::MAX), list.waiting(i64::MAX)), (CallListStatus::Canceled, 3));
    }

    #[test]
    fn what_the_api_rejects_creates_nothing() {
        let mut accounts = rich();
        let cases = [
            (CreateCallList { rule_id: 8, ..create() }, 147),
            (CreateCallList { max_simultaneous: 0, ..create() }, 248),
            (CreateCallList { file_content: "a".into(), ..create() }, 250),
            (CreateCallList { delimiter: Some("::".into()), ..create() }, 496),
            (CreateCallList { encoding: Some("KOI8-R".into()), ..create() }, 496),
            (CreateCallList { call_list_type: Some("manual".into()), ..create() }, 496),
            (CreateCallList { task_priority_strategy: Some("none".into()), ..create() }, 496),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::new(99, 2);
        assert_eq!(call_in(&mut accounts, create()), Err(127));
        assert_eq!(accounts.get(PARENT).unwrap().resources.call_lists.iter().count(), 0);
        accounts.get_mut(PARENT).unwrap().money.credit_limit = Decimal::ONE;
        let automatic = CreateCallList { call_list_type: Some("AUTOMATIC".into()), ..create() };
        assert!(call_in(&mut accounts, automatic).is_ok());
    }
}
