//! `AppendToCallList`.

use vox_api::call_lists::{AppendToCallList, AppendToCallListResponse, CallListRef};
use vox_core::Record as _;

use super::tasks_file::{Format, read};
use super::{INVALID_LIST, check_money, new_batch};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::account::Account;

impl Handler for AppendToCallList {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let encoding = self.encoding.as_deref();
        let format =
            Format::new(encoding, self.delimiter.as_deref(), self.quote.as_deref(), self.escape.as_deref())?;
        let account = context.account(caller)?;
        let list_id = list_id(&self.list, account)?;
        let tasks = read(&self.file_content, &format)?;
        let list = account.resources.call_lists.get(list_id).ok_or(INVALID_LIST)?;
        let known = list.ids_by_uuid();
        if tasks.iter().filter_map(|task| task.uuid.as_deref()).any(|uuid| known.contains_key(uuid)) {
            return Err(
                ApiError::new(250, "Invalid CSV file: the call list has a '__task_uuid' already").into()
            );
        }
        if list.hold.is_none() {
            check_money(account)?;
        }

        let (batch, tasks) = new_batch(tasks, context.accounts);
        let mut response = AppendToCallListResponse::blank();
        response.count = u64::try_from(tasks.len()).ok();
        response.list_id = Some(list_id);
        response.batch_id = Some(batch);
        let now = context.now.as_second();
        let list = super::list_mut(context, caller, list_id, INVALID_LIST)?;
        for (id, task) in tasks {
            list.tasks.insert(id, task);
        }
        list.plan(now);
        Ok(response)
    }
}

/// The id of the list that a request names. Of several with the same name it is the first.
fn list_id(list: &CallListRef, account: &Account) -> Result<u64, ApiError> {
    let lists = &account.resources.call_lists;
    match list {
        CallListRef::Id(id) => lists.get(*id).map(|_| *id).ok_or(INVALID_LIST),
        CallListRef::Name(name) => {
            let found = lists.find(|list| list.name == *name);
            found.map(|(id, _)| id).ok_or_else(|| ApiError::invalid_param(496, "list_name"))
        }
    }
}

#[cfg(test)]
mod tests {
    use vox_core::{Decimal, File};

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::{PARENT, call_in};

    fn append(list: CallListRef, file: &'static str) -> AppendToCallList {
        AppendToCallList::builder().list(list).file_content(File::from(file)).build()
    }

    #[test]
    fn tasks_are_added_as_a_further_batch() {
        let (mut accounts, created) = with_list();
        let id = created.list_id;
        let by_id = call_in(&mut accounts, append(CallListRef::Id(id), "phone\n4\n5\n")).unwrap();
        assert_eq!((by_id.count, by_id.list_id), (Some(2), Some(id)));
        assert_ne!(by_id.batch_id, created.batch_id);
        let by_name =
            call_in(&mut accounts, append(CallListRef::Name("spring".into()), "phone\n6\n")).unwrap();
        assert_eq!((by_name.count, by_name.list_id), (Some(1), Some(id)));
        let list = list(&accounts, id);
        assert_eq!(list.tasks.iter().count(), 6);
        // Six tasks on two lines.
        assert_eq!(list.completed(i64::MAX), Some(list.submitted + 30));
    }

    #[test]
    fn what_the_api_rejects_adds_nothing() {
        let (mut accounts, created) = with_list();
        let id = created.list_id;
        let cases = [
            (CallListRef::Id(id + 1), "a\n1\n", 255),
            (CallListRef::Name("autumn".into()), "a\n1\n", 496),
            (CallListRef::Id(id), "a\n", 250),
            (CallListRef::Id(id), "__task_uuid\nnew\nbob\n", 250),
        ];
        for (list, file, code) in cases {
            assert_eq!(call_in(&mut accounts, append(list, file)), Err(code), "{file}");
        }
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::ZERO;
        assert_eq!(call_in(&mut accounts, append(CallListRef::Id(id), "a\n1\n")), Err(127));
        assert_eq!(list(&accounts, id).tasks.iter().count(), 3);
    }
}
