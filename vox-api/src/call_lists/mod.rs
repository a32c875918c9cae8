//! Call lists: files of phone numbers, each of which the platform calls by starting a scenario.
//!
#![doc = include_str!("../../docs/call_lists.md")]
//!
//! A call list is made of a CSV file, in which each line is a task: [`CreateCallList`] creates the list and starts it,
//! [`AppendToCallList`] adds tasks, as a further batch. For each attempt of a task the platform starts the scenarios of a
//! routing rule; the scenario makes the phone call and reports whether it succeeded. [`GetCallListDetails`] lists the tasks
//! with their results:
//!
//! ```no_run
//! use vox_api::call_lists::{CallListTaskStatus, CreateCallList, GetCallListDetails};
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! // Starts phone calls, which cost money.
//! let list = CreateCallList::builder()
//!     .rule_id(7)
//!     .priority(0)
//!     .max_simultaneous(3)
//!     .num_attempts(2)
//!     .name("spring")
//!     .file_content(File::from("phone_number;first_name\n+16501234567;Ann\n+16501234568;Bob\n"))
//!     .send(client)
//!     .await?;
//!
//! // Later:
//! let request = GetCallListDetails::builder().list_id(list.list_id).build();
//! let mut tasks = request.items(client);
//! while let Some(task) = tasks.next().await {
//!     let task = task?;
//!     if task.status == Some(CallListTaskStatus::Error) {
//!         println!("{:?} failed: {:?}", task.custom_data, task.result_data);
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`StopCallListProcessing`] pauses a list and [`RecoverCallList`] continues it. [`CancelCallListTask`] and
//! [`CancelCallListBatch`] cancel tasks for good. The `Edit..` methods change a list, a task, or the priorities of tasks.

mod types;

pub use types::{PersonalCampaignType, TaskPriorityStrategy};

vox_core::methods! {
    create_call_list {
        CreateCallList, CreateCallListResponse, AcdVersion, BufferSizeTarget, CallListType, PredictiveType,
    }
    append_to_call_list { AppendToCallList, AppendToCallListResponse, CallListRef }
    cancel_call_list_batch { CancelCallListBatch }
    edit_call_list { EditCallList, EditedCallListType, EditedPredictiveType }
    edit_call_list_tasks_priority {
        EditCallListTasksPriority, EditCallListTasksPriorityResponse, CallListTaskKey, CallListTaskPriority,
    }
    delete_call_list { DeleteCallList, DeleteCallListResponse, CallListToDelete }
    get_call_lists { GetCallLists, GetCallListsResponse, CallList, CallListStatus, CallListTypeFilter }
    get_call_list_details {
        GetCallListDetails, GetCallListDetailsResponse, CallListDetail, CallListTaskStatus,
    }
    edit_call_list_task { EditCallListTask, CallListTask }
    cancel_call_list_task { CancelCallListTask, CancelCallListTaskResponse, CallListTasks }
    stop_call_list_processing { StopCallListProcessing, StopCallListProcessingResponse }
    recover_call_list { RecoverCallList, RecoverCallListResponse }
}
