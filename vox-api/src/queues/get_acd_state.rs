//! `GetACDState`: reads the current state of ACD queues.
//!
//! Roles: Owner, Admin, Developer. Source: the method `GetACDState` of the API's section Queues.

use vox_core::prelude::*;

/// Reads the current state of ACD queues: their operators, and the phone calls that wait or are served.
///
/// No source states which queues a response has without ids: presumably all.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::queues::GetAcdState;
///
/// let request = GetAcdState { acd_queue_id: Some(IdList::All) };
/// assert_eq!(request.to_form().as_bytes(), b"acd_queue_id=all");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetACDState",
    roles = [Owner, Admin, Developer],
    response = GetAcdStateResponse,
    kind = read,
)]
#[doc(alias = "GetACDState")]
pub struct GetAcdState {
    /// The ids of the queues.
    pub acd_queue_id: Option<IdList>,
}

/// The response of [`GetAcdState`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetAcdStateResponse {
    /// The state of the queues.
    pub result: Option<AcdState>,
}

/// The state of ACD queues.
///
/// Source: the structure `ACDStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdState {
    /// The state of each queue.
    pub acd_queues: Vec<AcdQueueState>,
}

/// The state of an ACD queue.
///
/// Source: the structure `ACDQueueStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdQueueState {
    /// The queue's id.
    pub acd_queue_id: Option<u64>,
    /// The operators who can take a phone call from the queue.
    pub ready_operators: Vec<AcdReadyOperatorState>,
    /// How many operators can take a phone call from the queue.
    pub ready_operators_count: Option<u64>,
    /// The operators who are ready, but cannot take a phone call: they are banned for some time, or are in another phone call.
    pub locked_operators: Vec<AcdLockedOperatorState>,
    /// How many operators are ready, but cannot take a phone call.
    pub locked_operators_count: Option<u64>,
    /// The operators who work on a phone call that has ended.
    pub after_service_operators: Vec<AcdAfterServiceOperatorState>,
    /// How many operators work on a phone call that has ended.
    pub after_service_operator_count: Option<u64>,
    /// The phone calls of the queue that operators are serving.
    pub servicing_calls: Vec<AcdServicingCallState>,
    /// The phone calls of the queue that wait for an operator.
    pub waiting_calls: Vec<AcdWaitingCallState>,
}

/// An operator who can take a phone call.
///
/// Source: the structure `ACDReadyOperatorStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdReadyOperatorState {
    /// The operator's id.
    pub user_id: Option<u64>,
    /// The operator's name.
    pub user_name: Option<String>,
    /// The operator's name as others see it.
    pub user_display_name: Option<String>,
    /// How long the operator has been idle, in seconds: since the last phone call ended or since becoming ready, whichever is
    /// shorter.
    pub idle_duration: Option<u64>,
}

/// An operator who is ready, but cannot take a phone call.
///
/// Source: the structure `ACDLockedOperatorStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdLockedOperatorState {
    /// The operator's id.
    pub user_id: Option<u64>,
    /// The operator's name.
    pub user_name: Option<String>,
    /// The operator's name as others see it.
    pub user_display_name: Option<String>,
    /// When the operator became unavailable, UTC.
    pub unreached: Option<Timestamp>,
    /// The locks that keep phone calls from the operator.
    pub locks: Vec<AcdLock>,
    /// The phone calls of the operator.
    pub acd_calls: Vec<AcdOperatorCall>,
    /// The operator's status.
    pub status: Option<AcdLockedOperatorStatus>,
}

/// The status of an operator who cannot take a phone call.
///
/// Source: `status` of the structure `ACDLockedOperatorStateType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdLockedOperatorStatus {
    /// The operator is ready, but in a phone call.
    Ready,
    /// The operator gets no phone calls for some time.
    Banned,
    /// A status that this list does not have.
    Other(String),
}

/// A lock that keeps phone calls from an operator.
///
/// Source: the structure `ACDLock`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdLock {
    /// The lock's id.
    pub id: Option<String>,
    /// When the lock was made, UTC.
    pub created: Option<Timestamp>,
}

/// A phone call of an operator. No source states the time zone of its times.
///
/// Source: the structure `ACDOperatorCall`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdOperatorCall {
    /// The id of the session in the history, which `GetACDHistory` lists.
    pub acd_session_history_id: Option<u64>,
    /// The id of the request to the queue.
    pub acd_request_id: Option<String>,
    /// The queue's id.
    pub acd_queue_id: Option<u64>,
    /// The queue's name.
    pub acd_queue_name: Option<String>,
    /// The phone number of the caller.
    pub callerid: Option<String>,
    /// When the phone call came to the queue.
    pub begin_time: Option<DateTime>,
    /// When the phone call was given to the operator.
    pub submitted: Option<DateTime>,
}

/// An operator who works on a phone call that has ended.
///
/// Source: the structure `ACDAfterServiceOperatorStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdAfterServiceOperatorState {
    /// The operator's id.
    pub user_id: Option<u64>,
    /// The operator's name.
    pub user_name: Option<String>,
    /// The operator's name as others see it.
    pub user_display_name: Option<String>,
    /// The operator's status; see [`AcdStatus`](crate::types::AcdStatus).
    pub status: Option<String>,
}

/// A phone call that an operator is serving.
///
/// Source: the structure `ACDServicingCallStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdServicingCallState {
    /// The operator's id.
    pub user_id: Option<u64>,
    /// The operator's name.
    pub user_name: Option<String>,
    /// The operator's name as others see it.
    pub user_display_name: Option<String>,
    /// The priority of the phone call.
    pub priority: Option<u64>,
    /// The phone number of the caller.
    pub callerid: Option<String>,
    /// When the phone call came to the queue. No source states the time zone.
    pub begin_time: Option<DateTime>,
    /// How long the caller waited, in seconds.
    pub waiting_time: Option<u64>,
    /// The id of the session in the history, which `GetACDHistory` lists.
    pub acd_session_history_id: Option<u64>,
}

/// A phone call that waits for an operator.
///
/// Source: the structure `ACDWaitingCallStateType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdWaitingCallState {
    /// The id of the operator to whom the phone call is offered now.
    pub user_id: Option<u64>,
    /// The name of the operator to whom the phone call is offered now.
    pub user_name: Option<String>,
    /// The name of that operator as others see it.
    pub user_display_name: Option<String>,
    /// The priority of the phone call.
    pub priority: Option<u64>,
    /// The phone number of the caller.
    pub callerid: Option<String>,
    /// When the phone call came to the queue. No source states the time zone.
    pub begin_time: Option<DateTime>,
    /// How long the caller has been waiting, in seconds.
    pub waiting_time: Option<u64>,
    /// How long the caller is predicted to wait, in minutes.
    pub minutes_to_submit: Option<u64>,
    /// The id of the session in the history, which `GetACDHistory` lists.
    pub acd_session_history_id: Option<u64>,
}
