//! `CancelCallListTask`.

use vox_api::call_lists::{CallListTasks, CancelCallListTask, CancelCallListTaskResponse};
use vox_core::Record as _;

use super::{INVALID_LIST, list_mut};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::{CallList, Outcome};

impl Handler for CancelCallListTask {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        if self.account_id != caller.account {
            return Err(ApiError::INVALID_ACCOUNT_ID.into());
        }
        let now = context.now.as_second();
        let list = list_mut(context, caller, self.list_id, INVALID_LIST)?;
        let ids = open_tasks(&self.tasks, list, now)?;
        let mut response = CancelCallListTaskResponse::blank();
        for id in ids {
            if let Some(task) = list.tasks.get_mut(id) {
                task.stop(now, Outcome::Canceled);
                if response.task_id.is_none() {
                    response.task_id = Some(id);
                    response.task_uuid = Some(task.uuid.clone());
                }
            }
        }
        list.plan(now);
        Ok(response)
    }
}

/// The ids of the tasks that a request names. All of them must be in the list and not complete.
fn open_tasks(tasks: &CallListTasks, list: &CallList, now: i64) -> Result<Vec<u64>, ApiError> {
    let (ids, param): (Option<Vec<u64>>, _) = match tasks {
        CallListTasks::Ids(ids) => (Some(ids.clone()), "tasks_ids"),
        CallListTasks::Uuids(uuids) => {
            let known = list.ids_by_uuid();
            (uuids.iter().map(|uuid| known.get(uuid.as_str()).copied()).collect(), "tasks_uuids")
        }
    };
    let is_open = |id: &u64| list.tasks.get(*id).is_some_and(|task| task.is_open(now));
    ids.filter(|ids| ids.iter().all(is_open)).ok_or_else(|| ApiError::invalid_param(496, param))
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::CallListTaskStatus;

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn all_tasks_of_a_request_are_canceled_or_none() {
        let (mut accounts, created) = with_list();
        let list_id = created.list_id;
        let ids: Vec<_> = list(&accounts, list_id).tasks.iter().map(|(id, _)| id).collect();
        let cancel = |tasks| CancelCallListTask { account_id: PARENT, list_id, tasks };
        let uuids = |uuids: &[&str]| CallListTasks::Uuids(uuids.iter().map(|uuid| (*uuid).into()).collect());

        let other = CancelCallListTask { account_id: PARENT + 1, ..cancel(uuids(&["ann"])) };
        assert_eq!(call_in(&mut accounts, other), Err(115));
        let other = CancelCallListTask { list_id: list_id + 1, ..cancel(uuids(&["ann"])) };
        assert_eq!(call_in(&mut accounts, other), Err(255));
        assert_eq!(call_in(&mut accounts, cancel(uuids(&["ann", "zoe"]))), Err(496));
        assert_eq!(call_in(&mut accounts, cancel(CallListTasks::Ids(vec![ids[0], ids[2] + 1]))), Err(496));

        let response = call_in(&mut accounts, cancel(uuids(&["eve", "ann"]))).unwrap();
        assert_eq!((response.task_id, response.task_uuid.as_deref()), (Some(ids[2]), Some("eve")));
        assert_eq!(call_in(&mut accounts, cancel(CallListTasks::Ids(vec![ids[1], ids[0]]))), Err(496));
        let list = list(&accounts, list_id);
        let statuses: Vec<_> = list.tasks.iter().map(|(_, task)| task.status(list.submitted)).collect();
        let canceled = CallListTaskStatus::Canceled;
        assert_eq!(statuses, [canceled.clone(), CallListTaskStatus::InProgress, canceled]);
    }
}
