//! `CancelCallListBatch`.

use std::collections::HashSet;

use vox_api::call_lists::CancelCallListBatch;

use super::{INVALID_LIST, list_mut};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::Outcome;

impl Handler for CancelCallListBatch {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        let list = list_mut(context, caller, self.list_id, INVALID_LIST)?;
        let canceled: HashSet<_> = self.batch_ids.iter().collect();
        let known: HashSet<_> = list.tasks.iter().map(|(_, task)| &task.batch).collect();
        if !canceled.is_subset(&known) {
            return Err(ApiError::invalid_param(496, "batch_ids").into());
        }
        for (_, task) in list.tasks.iter_mut() {
            if canceled.contains(&task.batch) && task.is_open(now) {
                task.stop(now, Outcome::Canceled);
            }
        }
        list.plan(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::{AppendToCallList, CallListRef, CallListStatus, CallListTaskStatus};
    use vox_core::File;

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::call_in;

    #[test]
    fn the_tasks_of_a_batch_are_canceled() {
        let (mut accounts, created) = with_list();
        let list_id = created.list_id;
        let request =
            AppendToCallList::builder().list(CallListRef::Id(list_id)).file_content(File::from("a\n4\n"));
        let second = call_in(&mut accounts, request.build()).unwrap().batch_id.unwrap();
        let first = created.batch_id.unwrap();
        let unknown = CancelCallListBatch { list_id, batch_ids: vec![first.clone(), "unknown".into()] };
        assert_eq!(call_in(&mut accounts, unknown), Err(496));
        let unknown = CancelCallListBatch { list_id: list_id + 1, batch_ids: vec![first.clone()] };
        assert_eq!(call_in(&mut accounts, unknown), Err(255));

        call_in(&mut accounts, CancelCallListBatch { list_id, batch_ids: vec![first] }).unwrap();
        let now = list(&accounts, list_id).submitted;
        let statuses: Vec<_> =
            list(&accounts, list_id).tasks.iter().map(|(_, task)| task.status(now)).collect();
        let canceled = CallListTaskStatus::Canceled;
        // The last one has a line now.
        let expected = [canceled.clone(), canceled.clone(), canceled, CallListTaskStatus::InProgress];
        assert_eq!(statuses, expected);
        assert_eq!(list(&accounts, list_id).status(now), CallListStatus::InProgress);

        call_in(&mut accounts, CancelCallListBatch { list_id, batch_ids: vec![second] }).unwrap();
        assert_eq!(list(&accounts, list_id).status(now), CallListStatus::Canceled);
    }
}
