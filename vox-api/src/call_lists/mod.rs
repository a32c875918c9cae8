//! Call lists.
//!
#![doc = include_str!("../../docs/call_lists.md")]

vox_core::methods! {
    create_call_list {
        CreateCallList, CreateCallListResponse, TaskPriorityStrategy, CallListType, AcdVersion,
        PredictiveType, PersonalCampaignType, BufferSizeTarget,
    }
    append_to_call_list { AppendToCallList, AppendToCallListResponse, CallList }
    get_call_list_details {
        GetCallListDetails, GetCallListDetailsResponse, CallListDetail, CallListTaskStatus,
    }
    edit_call_list_task { EditCallListTask, Task }
    edit_call_list_tasks_priority {
        EditCallListTasksPriority, EditCallListTasksPriorityResponse, TaskKey, TaskPriority,
    }
    cancel_call_list_task { CancelCallListTask, CancelCallListTaskResponse, Tasks }
    delete_call_list { DeleteCallList, DeleteCallListResponse, DeletedCallList }
    edit_call_list { EditCallList, EditedCallListType, EditedPredictiveType }
}
