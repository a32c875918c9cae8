//! The method `GetCallHistory`.

use vox_core::prelude::*;

use crate::types::{Application, ReportOrdered};

/// Lists sessions with their phone calls, or orders a report of them.
///
/// A report needs the parameter `output` with the value `csv`, which the API reference does not list: add it by
/// `with_param`.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCallHistory",
    roles = [Owner, Admin, Developer, Supervisor, Support],
    response = Either<ReportOrdered, GetCallHistoryResponse>,
    kind = write,
    ack = none,
)]
pub struct GetCallHistory {
    /// The beginning of the time span.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span.
    pub to_date: Option<DateTime>,
    /// The shortest duration, in seconds.
    #[param(at_most = max_duration)]
    pub min_duration: Option<u64>,
    /// The longest duration, in seconds.
    pub max_duration: Option<u64>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The sessions.
    #[param(max_items = 1000)]
    pub call_session_history_id: Option<Vec<u64>>,
    /// An application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The users.
    pub user_id: Option<Vec<u64>>,
    /// The name of the rule.
    #[param(needs = application)]
    pub rule_name: Option<String>,
    /// The phone numbers of the other party.
    pub remote_number: Option<Vec<String>>,
    /// The phone numbers of the other party. Replaces `remote_number`, unless it is empty.
    pub remote_number_list: Option<Json<Vec<String>>>,
    /// The phone numbers of the application or of a user.
    pub local_number: Option<Vec<String>>,
    /// A text of the session.
    pub call_session_history_custom_data: Option<String>,
    /// Whether the response contains the phone calls.
    pub with_calls: Option<bool>,
    /// Whether the response contains the recordings.
    pub with_records: Option<bool>,
    /// Whether the response contains the other resources.
    pub with_other_resources: Option<bool>,
    /// The child accounts.
    pub child_account_id: Option<Vec<u64>>,
    /// Whether only the phone calls of child accounts are listed.
    pub children_calls_only: Option<bool>,
    /// Whether the latest ones come first.
    pub desc_order: Option<bool>,
    /// Whether the response contains the total number.
    pub with_total_count: Option<bool>,
    /// The most items of a response.
    #[param(default = 20, max = 1000)]
    pub count: Option<u64>,
    /// How many items are skipped.
    #[param(max = 10000)]
    pub offset: Option<u64>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// The response of [`GetCallHistory`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCallHistoryResponse {
    /// The result.
    pub result: Vec<CallSessionInfo>,
    /// The number of items in all.
    pub total_count: Option<u64>,
    /// The most items of a response.
    pub count: Option<u64>,
    /// The time zone of the times, such as `Etc/GMT-8`, or `auto` for that of the account.
    pub timezone: Option<String>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallSessionInfo {
    /// The quality of the sound.
    pub audio_quality: Option<AudioQuality>,
    /// The name of the rule.
    pub rule_name: Option<String>,
    /// The name of the application.
    pub application_name: Option<String>,
    /// The session.
    pub call_session_history_id: Option<u64>,
    /// The id of the account.
    pub account_id: Option<u64>,
    /// The application.
    pub application_id: Option<u64>,
    /// The id of the user.
    pub user_id: Option<u64>,
    /// When the session began.
    pub start_date: Option<DateTime>,
    /// The duration, in seconds.
    pub duration: Option<u64>,
    /// The IP address that started the session.
    pub initiator_address: Option<String>,
    /// The IP address of the server.
    pub media_server_address: Option<String>,
    /// Where the log can be downloaded.
    pub log_file_url: Option<String>,
    /// Why the session ended.
    pub finish_reason: Option<FinishReason>,
    /// The phone calls.
    pub calls: Vec<CallInfo>,
    /// The other resources.
    pub other_resource_usage: Vec<ResourceUsage>,
    /// The recordings.
    pub records: Vec<Record>,
    /// A text of the owner.
    pub custom_data: Option<String>,
}

/// The quality of the sound.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AudioQuality {
    /// `Standard`.
    #[value(name = "Standard")]
    Standard,
    /// `HD`.
    Hd,
    /// `Ultra HD`.
    #[value(name = "Ultra HD")]
    UltraHd,
    /// A value that this version does not know.
    Other(String),
}

/// The end of a session.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum FinishReason {
    /// `Normal termination`.
    #[value(name = "Normal termination")]
    NormalTermination,
    /// `Insufficient funds`.
    #[value(name = "Insufficient funds")]
    InsufficientFunds,
    /// `Internal error (billing timeout)`.
    #[value(name = "Internal error (billing timeout)")]
    InternalErrorBillingTimeout,
    /// `Terminated administratively`.
    #[value(name = "Terminated administratively")]
    TerminatedAdministratively,
    /// `JS session error`.
    #[value(name = "JS session error")]
    JsSessionError,
    /// `Timeout`.
    #[value(name = "Timeout")]
    Timeout,
    /// A value that this version does not know.
    Other(String),
}

/// A phone call.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallInfo {
    /// The id of the call.
    pub call_id: Option<u64>,
    /// When it began.
    pub start_time: Option<DateTime>,
    /// The phone number that diverted the phone call.
    pub diversion_number: Option<String>,
    /// The duration, in seconds.
    pub duration: Option<u64>,
    /// The phone number of the application or of a user.
    pub local_number: Option<String>,
    /// The phone number of the other party.
    pub remote_number: Option<String>,
    /// The kind of phone number.
    pub remote_number_type: Option<String>,
    /// Whether the phone call came in.
    pub incoming: Option<bool>,
    /// Whether the phone call was answered.
    pub successful: Option<bool>,
    /// The transaction.
    pub transaction_id: Option<u64>,
    /// Where the recording can be downloaded.
    pub record_url: Option<String>,
    /// The IP address of the server.
    pub media_server_address: Option<String>,
    /// The cost, in the currency of the account.
    pub cost: Option<Decimal>,
    /// A text of the owner.
    pub custom_data: Option<String>,
    /// Why the phone call ended.
    pub end_reason: Option<Value>,
}

/// The use of a resource.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ResourceUsage {
    /// The id of the resource usage.
    pub resource_usage_id: Option<u64>,
    /// The kind of resource.
    pub resource_type: Option<UsedResourceType>,
    /// The cost, in the currency of the account.
    pub cost: Option<Decimal>,
    /// The description.
    pub description: Option<String>,
    /// When the resource was used.
    pub used_at: Option<DateTime>,
    /// The transaction.
    pub transaction_id: Option<u64>,
    /// The amount that was used.
    pub resource_quantity: Option<Decimal>,
    /// The unit of the amount.
    pub unit: Option<String>,
    /// The phone call that used the resource.
    pub ref_call_id: Option<u64>,
}

/// The kind of a resource.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum UsedResourceType {
    /// `CALLSESSION`.
    Callsession,
    /// `VIDEOCALL`.
    Videocall,
    /// `VIDEORECORD`.
    Videorecord,
    /// `VOICEMAILDETECTION`.
    Voicemaildetection,
    /// `YANDEXASR`.
    Yandexasr,
    /// `ASR`.
    Asr,
    /// `TRANSCRIPTION`.
    Transcription,
    /// `TTS_TEXT_GOOGLE`.
    TtsTextGoogle,
    /// `TTS_YANDEX`.
    TtsYandex,
    /// `AUDIOHDCONFERENCE`.
    Audiohdconference,
    /// A value that this version does not know.
    Other(String),
}

/// A recording.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct Record {
    /// The id of the record.
    pub record_id: Option<u64>,
    /// The name of the record.
    pub record_name: Option<String>,
    /// The cost, in the currency of the account.
    pub cost: Option<Decimal>,
    /// When it began.
    pub start_time: Option<DateTime>,
    /// The duration, in seconds.
    pub duration: Option<u64>,
    /// Where the recording can be downloaded.
    pub record_url: Option<String>,
    /// The transaction.
    pub transaction_id: Option<u64>,
    /// The size of the file, in bytes.
    pub file_size: Option<Decimal>,
    /// Where the transcript can be downloaded.
    pub transcription_url: Option<String>,
    /// The status of the transcript.
    pub transcription_status: Option<TranscriptionStatus>,
}

/// The status of a transcript.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum TranscriptionStatus {
    /// `Not required`.
    #[value(name = "Not required")]
    NotRequired,
    /// `In progress`.
    #[value(name = "In progress")]
    InProgress,
    /// `Complete`.
    #[value(name = "Complete")]
    Complete,
    /// A value that this version does not know.
    Other(String),
}
