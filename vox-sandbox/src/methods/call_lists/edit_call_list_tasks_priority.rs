//! `EditCallListTasksPriority`.

use serde_json::{Value, json};
use vox_api::call_lists::{
    CallListTaskKey, CallListTaskPriority, CallListTaskStatus, EditCallListTasksPriority,
    EditCallListTasksPriorityResponse,
};
use vox_core::{Json, Record as _};

use super::{CALL_SERVICE_ERROR, list_mut};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::CallList;

impl Handler for EditCallListTasksPriority {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        let list = list_mut(context, caller, self.list_id, CALL_SERVICE_ERROR)?;
        let known = list.ids_by_uuid();
        let id = |change: &CallListTaskPriority| match &change.task {
            CallListTaskKey::Id(id) => Some(*id),
            CallListTaskKey::Uuid(uuid) => known.get(uuid.as_str()).copied(),
        };
        let ids: Vec<_> = self.tasks.0.iter().map(id).collect();
        let changes = self.tasks.0.iter().zip(ids);
        let results = changes.map(|(change, id)| outcome(change, id, list, now)).collect();
        list.plan(now);
        let mut response = EditCallListTasksPriorityResponse::blank();
        response.results = Some(Json(results));
        Ok(response)
    }
}

/// Changes the priority of a task, and describes whether that was possible.
fn outcome(change: &CallListTaskPriority, id: Option<u64>, list: &mut CallList, now: i64) -> Value {
    let task = id.and_then(|id| Some((id, list.tasks.get_mut(id)?)));
    match (task, &change.task) {
        (Some((id, task)), _) if task.status(now) == CallListTaskStatus::New => {
            task.priority = Some(change.task_priority);
            json!({ "task_id": id, "task_uuid": task.uuid, "result": true })
        }
        (Some((id, task)), _) => {
            let message = "The task was called already";
            json!({ "task_id": id, "task_uuid": task.uuid, "result": false, "error_msg": message })
        }
        (None, CallListTaskKey::Id(id)) => {
            json!({ "task_id": id, "result": false, "error_msg": "There is no such task" })
        }
        (None, CallListTaskKey::Uuid(uuid)) => {
            json!({ "task_uuid": uuid, "result": false, "error_msg": "There is no such task" })
        }
    }
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::{AppendToCallList, CallListRef};
    use vox_core::File;

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::call_in;

    #[test]
    fn each_task_has_an_outcome() {
        let (mut accounts, created) = with_list();
        let list_id = created.list_id;
        let file = File::from("__task_uuid\nzoe\n");
        let append = AppendToCallList::builder().list(CallListRef::Id(list_id)).file_content(file).build();
        call_in(&mut accounts, append).unwrap();
        let ids: Vec<_> = list(&accounts, list_id).tasks.iter().map(|(id, _)| id).collect();
        let change = |task| CallListTaskPriority { task, task_priority: 1 };
        let tasks = vec![
            change(CallListTaskKey::Id(ids[3])),
            change(CallListTaskKey::Uuid("ann".into())),
            change(CallListTaskKey::Id(1_000_000)),
            change(CallListTaskKey::Uuid("nobody".into())),
        ];
        let request = |list_id| EditCallListTasksPriority { list_id, tasks: Json(tasks.clone()) };
        assert_eq!(call_in(&mut accounts, request(list_id + 1)), Err(251));
        let results = call_in(&mut accounts, request(list_id)).unwrap().results.unwrap().0;
        let expected = json!([
            {"task_id": ids[3], "task_uuid": "zoe", "result": true},
            {"task_id": ids[0], "task_uuid": "ann", "result": false, "error_msg": "The task was called already"},
            {"task_id": 1_000_000, "result": false, "error_msg": "There is no such task"},
            {"task_uuid": "nobody", "result": false, "error_msg": "There is no such task"},
        ]);
        assert_eq!(results, expected);
        // On one line, the task with a priority comes before the third one.
        let request =
            vox_api::call_lists::EditCallList::builder().list_id(list_id).max_simultaneous(1).build();
        call_in(&mut accounts, request).unwrap();
        let list = list(&accounts, list_id);
        let at = list.submitted + 15;
        let status = |id| list.tasks.get(id).unwrap().status(at);
        assert_eq!(
            (status(ids[3]), status(ids[2])),
            (CallListTaskStatus::InProgress, CallListTaskStatus::New)
        );
    }
}
