//! `GetCallLists`: lists the account's call lists.
//!
//! Roles: Owner, Admin, Developer, Supervisor, CallListManager, Support. Source: the method `GetCallLists` of the API's section
//! CallLists.

use vox_core::prelude::*;

use super::TaskPriorityStrategy;
use crate::types::{ApplicationsOrAll, RulesOrAll};

/// Lists the account's call lists.
///
/// ```
/// use vox_api::call_lists::GetCallLists;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// let request = GetCallLists { is_active: Some(true), ..Default::default() };
/// let mut lists = request.items(&client);
/// while let Some(list) = lists.next().await {
///     let list = list?;
///     println!("{:?} calls {:?} tasks at the same time", list.list_name, list.max_simultaneous);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCallLists",
    roles = [Owner, Admin, Developer, Supervisor, CallListManager, Support],
    response = GetCallListsResponse,
    kind = read,
)]
pub struct GetCallLists {
    /// The ids of the call lists, or all.
    pub list_id: Option<IdList>,
    /// The name of the call list. No source states whether a part of it is enough.
    pub name: Option<String>,
    /// Whether only active call lists are returned.
    pub is_active: Option<bool>,
    /// The beginning of the time span, UTC. No source states which time of a list must be in it.
    #[param(at_most = to_date)]
    pub from_date: Option<Timestamp>,
    /// The end of the time span, UTC.
    pub to_date: Option<Timestamp>,
    /// The type of the call lists.
    pub type_list: Option<CallListTypeFilter>,
    /// The most call lists to return, at most 1000.
    #[param(max = 1000)]
    pub count: Option<u64>,
    /// How many call lists are skipped.
    pub offset: Option<u64>,
    /// The applications.
    #[param(one_of)]
    pub application: Option<ApplicationsOrAll>,
    /// The routing rules. Only the newest sources have them.
    #[param(one_of)]
    pub rule: Option<RulesOrAll>,
    /// The status of the call lists. Only the newest sources have it.
    pub status: Option<CallListStatus>,
}

/// The type of call lists that a list is limited to.
///
/// Source: `type_list` of `GetCallLists`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum CallListTypeFilter {
    /// Lists that the platform calls by itself.
    Automatic,
    /// Lists whose tasks are started one by one. No method creates them any longer.
    Manual,
    /// A type that this list does not have.
    Other(String),
}

/// The status of a call list.
///
/// Source: `status` of `GetCallLists` and of the structure `CallListType`, whose list lacks [`Suspended`](Self::Suspended).
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum CallListStatus {
    /// Its tasks are called, or wait for their time.
    #[value(name = "In progress")]
    InProgress,
    /// It was canceled.
    #[value(name = "Canceled")]
    Canceled,
    /// All its tasks are complete.
    #[value(name = "Completed")]
    Completed,
    /// It is paused.
    #[value(name = "Suspended")]
    Suspended,
    /// A status that this list does not have.
    Other(String),
}

/// The response of [`GetCallLists`]: one page of call lists.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCallListsResponse {
    /// The call lists of this page.
    pub result: Vec<CallList>,
    /// How many call lists this page holds.
    pub count: Option<u64>,
    /// How many call lists there are in all.
    pub total_count: Option<u64>,
}

/// A call list.
///
/// Source: the structure `CallListType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallList {
    /// The call list's id.
    pub list_id: Option<u64>,
    /// The call list's name.
    pub list_name: Option<String>,
    /// The priority among the lists of the account: 0 is the highest.
    pub priority: Option<u64>,
    /// The id of the routing rule whose scenarios are started for each attempt.
    pub rule_id: Option<u64>,
    /// How many tasks are called at the same time.
    pub max_simultaneous: Option<u64>,
    /// The most attempts for each task.
    pub num_attempts: Option<u64>,
    /// When the list was created. No source states the time zone.
    pub dt_submit: Option<DateTime>,
    /// When the list was completed. No source states the time zone.
    pub dt_complete: Option<DateTime>,
    /// The time between two attempts of a task, in seconds.
    pub interval_seconds: Option<u64>,
    /// The status.
    pub status: Option<CallListStatus>,
    /// Which tasks are called first.
    pub task_priority_strategy: Option<TaskPriorityStrategy>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetCallLists {
    type Item = CallList;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.count.get_or_insert(1000);
    }

    fn page(response: GetCallListsResponse) -> (Vec<CallList>, Option<u64>) {
        (response.result, response.total_count)
    }
}
