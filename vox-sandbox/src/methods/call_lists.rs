//! The section CallLists.

mod append_to_call_list;
mod cancel_call_list_batch;
mod cancel_call_list_task;
mod create_call_list;
mod delete_call_list;
mod edit_call_list;
mod edit_call_list_task;
mod edit_call_list_tasks_priority;
mod get_call_list_details;
mod get_call_lists;
mod recover_call_list;
mod rules;
mod stop_call_list_processing;
mod tasks_file;

use vox_api::call_lists::{
    AppendToCallList, CancelCallListBatch, CancelCallListTask, CreateCallList, DeleteCallList, EditCallList,
    EditCallListTask, EditCallListTasksPriority, GetCallListDetails, GetCallLists, RecoverCallList,
    StopCallListProcessing,
};
use vox_core::Decimal;

use self::tasks_file::NewTask;
use super::{Context, Endpoint, endpoint};
use crate::auth::Caller;
use crate::errors::ApiError;
use crate::state::account::Account;
use crate::state::accounts::Accounts;
use crate::state::resources::call_list::{CallList, Task};

const INVALID_LIST: ApiError = ApiError::new(255, "The 'list_id' parameter is invalid");
/// For an unknown list, from some methods.
const CALL_SERVICE_ERROR: ApiError = ApiError::new(251, "Call service error");

pub(super) fn endpoints() -> [Endpoint; 12] {
    [
        endpoint::<CreateCallList>(),
        endpoint::<AppendToCallList>(),
        endpoint::<CancelCallListBatch>(),
        endpoint::<EditCallList>(),
        endpoint::<EditCallListTasksPriority>(),
        endpoint::<DeleteCallList>(),
        endpoint::<GetCallLists>(),
        endpoint::<GetCallListDetails>(),
        endpoint::<EditCallListTask>(),
        endpoint::<CancelCallListTask>(),
        endpoint::<StopCallListProcessing>(),
        endpoint::<RecoverCallList>(),
    ]
}

/// A call list of the caller.
fn list_mut<'c>(
    context: &'c mut Context<'_>,
    caller: Caller,
    id: u64,
    otherwise: ApiError,
) -> Result<&'c mut CallList, ApiError> {
    context.account(caller)?.resources.call_lists.get_mut(id).ok_or(otherwise)
}

/// Phone calls are made only if the account has at least one US dollar.
fn check_money(account: &Account) -> Result<(), ApiError> {
    let available = account.money.live().saturating_add(account.money.credit_limit);
    if available < Decimal::ONE { Err(ApiError::INSUFFICIENT_MONEY) } else { Ok(()) }
}

/// Tasks of a file with their ids, and the id of their batch.
fn new_batch(tasks: Vec<NewTask>, accounts: &mut Accounts) -> (String, Vec<(u64, Task)>) {
    let batch = accounts.random_uuid();
    let tasks = tasks.into_iter().map(|new| {
        let uuid = new.uuid.unwrap_or_else(|| accounts.random_uuid());
        let mut task = Task::new(uuid, batch.clone(), new.custom_data);
        task.not_before = new.not_before;
        task.hours = new.hours;
        (accounts.new_id(), task)
    });
    let tasks = tasks.collect();
    (batch, tasks)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use vox_api::call_lists::CreateCallListResponse;
    use vox_core::File;

    use super::*;
    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::resources::rule::Rule;

    /// A request for a list of three tasks, of which two are called at the same time.
    pub(super) fn create() -> CreateCallList {
        CreateCallList::builder()
            .rule_id(7)
            .priority(0)
            .max_simultaneous(2)
            .num_attempts(3)
            .name("spring")
            .file_content(File::from("phone_number;__task_uuid\n1;ann\n2;bob\n3;eve\n"))
            .build()
    }

    /// Accounts of which the first has money and the rule 7.
    pub(super) fn rich() -> Accounts {
        let mut accounts = accounts();
        let account = accounts.get_mut(PARENT).unwrap();
        account.money.fixed = Decimal::TEN;
        let rule = Rule::new(1, "main".into(), ".*".into(), 1, Timestamp::UNIX_EPOCH);
        account.resources.rules.insert(7, rule);
        accounts
    }

    /// Accounts of which the first has a list of three tasks.
    pub(super) fn with_list() -> (Accounts, CreateCallListResponse) {
        let mut accounts = rich();
        let created = call_in(&mut accounts, create()).unwrap();
        (accounts, created)
    }

    pub(super) fn list(accounts: &Accounts, id: u64) -> &CallList {
        accounts.get(PARENT).unwrap().resources.call_lists.get(id).unwrap()
    }
}
