//! `EditCallListTask`.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use vox_api::call_lists::{CallListTask, CallListTaskStatus, EditCallListTask};

use super::{INVALID_LIST, list_mut};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::set::set;
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::{CallList, Hours, Outcome};

impl Handler for EditCallListTask {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        let next_attempt = self.next_attempt_time.as_deref().map(api_time).transpose()?;
        let start_at = self.start_at.map(|time| seconds(time, "start_at")).transpose()?;
        let list = list_mut(context, caller, self.list_id, INVALID_LIST)?;
        let id = new_task(&self.task, list, now)?;
        let Some(task) = list.tasks.get_mut(id) else { return Ok(()) };
        if let Some(schedule) = self.call_schedule {
            task.schedule = Some(schedule.0.to_string());
        }
        if let Some(time) = next_attempt.or(start_at) {
            task.not_before = Some(time);
        }
        set(&mut task.custom_data, self.custom_data);
        if let (Some(from), Some(until)) = (self.min_execution_time, self.max_execution_time) {
            task.hours = Hours { from, until };
        }
        if let Some(attempts) = self.attempts_left {
            task.attempts = Some(attempts);
            if attempts == 0 {
                task.stop(now, Outcome::Failed);
            }
        }
        list.plan(now);
        Ok(())
    }
}

/// The id of a task that was not called yet.
fn new_task(task: &CallListTask, list: &CallList, now: i64) -> Result<u64, ApiError> {
    let (found, param) = match task {
        CallListTask::Id(id) => (list.tasks.get(*id).map(|task| (*id, task)), "task_id"),
        CallListTask::Uuid(uuid) => (list.tasks.find(|task| task.uuid == *uuid), "task_uuid"),
    };
    let invalid = || ApiError::invalid_param(496, param);
    match found.ok_or_else(invalid)? {
        (id, task) if task.status(now) == CallListTaskStatus::New => Ok(id),
        _ => Err(invalid().with_hint(": the task was called already")),
    }
}

/// The time in a text as the API writes times.
fn api_time(text: &str) -> Result<i64, ApiError> {
    let invalid = |_| ApiError::invalid_param(496, "next_attempt_time");
    seconds(DateTime::strptime("%Y-%m-%d %H:%M:%S", text).map_err(invalid)?, "next_attempt_time")
}

fn seconds(time: DateTime, param: &str) -> Result<i64, ApiError> {
    let time = Offset::UTC.to_timestamp(time).map_err(|_| ApiError::invalid_param(496, param))?;
    Ok(time.as_second())
}

#[cfg(test)]
mod tests {
    use jiff::civil::Time;
    use serde_json::json;

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::call_in;
    use crate::state::resources::call_list::Task;

    fn eve(list: &CallList) -> (u64, &Task) {
        list.tasks.find(|task| task.uuid == "eve").unwrap()
    }

    #[test]
    fn the_given_values_are_changed() {
        let (mut accounts, created) = with_list();
        let edit = |task| EditCallListTask::builder().list_id(created.list_id).task(task);
        let start = "2026-01-10T13:00:00".parse::<DateTime>().unwrap();
        let noon = list(&accounts, created.list_id).submitted;
        let by_uuid = edit(CallListTask::Uuid("eve".into())).start_at(start).attempts_left(7);
        call_in(&mut accounts, by_uuid.build()).unwrap();
        let changed = list(&accounts, created.list_id);
        assert_eq!(changed.completed(i64::MAX), Some(noon + 3610));
        let (id, task) = eve(changed);
        assert_eq!(
            (changed.attempts_left(task, noon), task.custom_data.as_str()),
            (7, r#"{"phone_number":"3"}"#)
        );

        let (from, until) = (Time::constant(15, 0, 0, 0), Time::constant(16, 0, 0, 0));
        let request = edit(CallListTask::Id(id))
            .call_schedule(json!({"days": [1]}))
            .custom_data("hi")
            .next_attempt_time("2026-01-10 14:00:00")
            .min_execution_time(from)
            .max_execution_time(until);
        call_in(&mut accounts, request.build()).unwrap();
        let changed = list(&accounts, created.list_id);
        let task = eve(changed).1;
        assert_eq!((task.schedule.as_deref(), task.custom_data.as_str()), (Some(r#"{"days":[1]}"#), "hi"));
        assert_eq!(task.hours, Hours { from, until });
        assert_eq!(changed.completed(i64::MAX), Some(noon + 3 * 3600 + 10));
    }

    #[test]
    fn a_task_without_attempts_is_an_error() {
        let (mut accounts, created) = with_list();
        let task = CallListTask::Uuid("eve".into());
        let request = EditCallListTask::builder().list_id(created.list_id).task(task).attempts_left(0);
        call_in(&mut accounts, request.build()).unwrap();
        let list = list(&accounts, created.list_id);
        let task = eve(list).1;
        assert_eq!(
            (task.status(list.submitted), list.attempts_left(task, list.submitted)),
            (CallListTaskStatus::Error, 0)
        );
    }

    #[test]
    fn what_the_api_rejects_changes_nothing() {
        let (mut accounts, created) = with_list();
        let (list_id, first) =
            (created.list_id, list(&accounts, created.list_id).tasks.iter().next().unwrap().0);
        let edit =
            |list_id, task| EditCallListTask::builder().list_id(list_id).task(task).custom_data("hi").build();
        let cases = [
            (edit(list_id + 1, CallListTask::Id(first)), 255),
            (edit(list_id, CallListTask::Id(first)), 496),
            (edit(list_id, CallListTask::Uuid("zoe".into())), 496),
            (
                EditCallListTask {
                    next_attempt_time: Some("soon".into()),
                    ..edit(list_id, CallListTask::Uuid("eve".into()))
                },
                496,
            ),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
        assert!(list(&accounts, list_id).tasks.find(|task| task.custom_data == "hi").is_none());
    }
}
