//! `GetCallHistory`: lists sessions with their phone calls and recordings.
//!
//! Roles: Owner, Admin, Developer, Supervisor, Support. Source: the method `GetCallHistory` of the API's section History.

use vox_core::prelude::*;

use crate::types::{Application, ReportOrdered};

/// Lists sessions of scenarios with their phone calls and recordings, or orders a report of them.
///
/// `offset` is at most 10000, so a longer list cannot be read to its end: `items` and `pages` then end with a violation. Divide
/// the time span, or order a report by [`GetCallHistoryAsync`](super::GetCallHistoryAsync).
///
/// With `is_async` the method orders a report itself. This needs the parameter `output` with the value `csv`, which no source
/// lists; add it by `with_param`. `items` and `pages` do not order a report, whatever `is_async` is. As the method may order
/// one, it is a write: it is not retried if a response was lost.
///
/// ```
/// use vox_api::history::GetCallHistory;
/// use vox_api::prelude::*;
/// use vox_sandbox::Sandbox;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = Sandbox::builder().methods(vox_api::methods()).start().await?;
/// let client = sandbox.client()?;
///
/// let request = GetCallHistory { with_calls: Some(true), with_records: Some(true), ..Default::default() };
/// let mut sessions = request.items(&client);
/// while let Some(session) = sessions.next().await {
///     for recording in session?.records {
///         println!("{:?}: {:?} seconds", recording.record_url, recording.duration);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetCallHistory",
    roles = [Owner, Admin, Developer, Supervisor, Support],
    response = Either<ReportOrdered, GetCallHistoryResponse>,
    kind = write,
    ack = none,
)]
pub struct GetCallHistory {
    /// The beginning of the time span, in the time zone `timezone`. Without both ends the time span is one month; older
    /// sources require both.
    #[param(at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    pub to_date: Option<DateTime>,
    /// The shortest duration, in seconds.
    #[param(at_most = max_duration)]
    pub min_duration: Option<u64>,
    /// The longest duration, in seconds.
    pub max_duration: Option<u64>,
    /// Whether a report is ordered.
    pub is_async: Option<bool>,
    /// Whether the first line of a report has the names of the columns.
    pub with_header: Option<bool>,
    /// The ids of the sessions, at most 1000.
    #[param(max_items = 1000)]
    pub call_session_history_id: Option<Vec<u64>>,
    /// The application.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The ids of the users.
    pub user_id: Option<Vec<u64>>,
    /// The routing rule's name, which is unique in an application.
    #[param(needs = application)]
    pub rule_name: Option<String>,
    /// The phone numbers of the other parties.
    pub remote_number: Option<Vec<String>>,
    /// The phone numbers of the other parties. Replaces `remote_number`, unless it is empty.
    pub remote_number_list: Option<Json<Vec<String>>>,
    /// The phone numbers of the account's side.
    pub local_number: Option<Vec<String>>,
    /// The custom data of the session.
    pub call_session_history_custom_data: Option<String>,
    /// Whether the phone calls of each session are returned.
    pub with_calls: Option<bool>,
    /// Whether the recordings of each session are returned.
    pub with_records: Option<bool>,
    /// Whether the other resources that each session used are returned.
    pub with_other_resources: Option<bool>,
    /// The ids of the child accounts.
    pub child_account_id: Option<Vec<u64>>,
    /// Whether only the sessions of child accounts are returned.
    pub children_calls_only: Option<bool>,
    /// Whether the latest sessions come first.
    pub desc_order: Option<bool>,
    /// Whether `total_count` is returned.
    pub with_total_count: Option<bool>,
    /// The most sessions to return, at most 1000.
    #[param(max = 1000, default = 20)]
    pub count: Option<u64>,
    /// How many sessions are skipped, at most 10000.
    #[param(max = 10000)]
    pub offset: Option<u64>,
    /// The time zone of the request and of the response: `Etc/GMT-8`, or `auto` for the account's. No source states the
    /// default, which is presumably UTC.
    pub timezone: Option<String>,
}

/// The response of [`GetCallHistory`] without `is_async`: one page of sessions.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetCallHistoryResponse {
    /// The sessions of this page.
    pub result: Vec<CallSessionInfo>,
    /// How many sessions there are in all, if the request has `with_total_count`.
    pub total_count: Option<u64>,
    /// How many sessions this page holds.
    pub count: Option<u64>,
    /// The time zone of the times.
    pub timezone: Option<String>,
}

/// A session: one run of a scenario.
///
/// Source: the structure `CallSessionInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallSessionInfo {
    /// The quality of the audio.
    pub audio_quality: Option<AudioQuality>,
    /// The routing rule's name.
    pub rule_name: Option<String>,
    /// The application's name.
    pub application_name: Option<String>,
    /// The session's id.
    pub call_session_history_id: Option<u64>,
    /// The account's id.
    pub account_id: Option<u64>,
    /// The application's id.
    pub application_id: Option<u64>,
    /// The user's id.
    pub user_id: Option<u64>,
    /// When the session began, in the time zone of the response.
    pub start_date: Option<DateTime>,
    /// How long it lasted, in seconds.
    pub duration: Option<u64>,
    /// The IP address that started the session.
    pub initiator_address: Option<String>,
    /// The IP address of the media server.
    pub media_server_address: Option<String>,
    /// The URL of the log, which is kept for a month. In secure storage it needs the credentials of the account, as
    /// `client.download` sends them.
    pub log_file_url: Option<String>,
    /// Why the session ended.
    pub finish_reason: Option<FinishReason>,
    /// The phone calls, if the request has `with_calls`.
    pub calls: Vec<CallInfo>,
    /// The other resources that were used, if the request has `with_other_resources`.
    pub other_resource_usage: Vec<ResourceUsage>,
    /// The recordings, if the request has `with_records`.
    pub records: Vec<Recording>,
    /// The custom data, which the scenario sets.
    pub custom_data: Option<String>,
}

/// The quality of the audio of a session.
///
/// Source: `audio_quality` of the structure `CallSessionInfoType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AudioQuality {
    /// Standard quality.
    #[value(name = "Standard")]
    Standard,
    /// High definition.
    Hd,
    /// Ultra-high definition.
    #[value(name = "Ultra HD")]
    UltraHd,
    /// A quality that this list does not have.
    Other(String),
}

/// Why a session ended.
///
/// Source: `finish_reason` of the structure `CallSessionInfoType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum FinishReason {
    /// It ended normally.
    #[value(name = "Normal termination")]
    NormalTermination,
    /// The account had too little money.
    #[value(name = "Insufficient funds")]
    InsufficientFunds,
    /// The platform's billing did not respond in time.
    #[value(name = "Internal error (billing timeout)")]
    InternalErrorBillingTimeout,
    /// The platform's administrators ended it.
    #[value(name = "Terminated administratively")]
    TerminatedAdministratively,
    /// The scenario failed.
    #[value(name = "JS session error")]
    JsSessionError,
    /// It lasted too long.
    #[value(name = "Timeout")]
    Timeout,
    /// A reason that this list does not have.
    Other(String),
}

/// A phone call of a session.
///
/// Source: the structure `CallInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CallInfo {
    /// The phone call's id.
    pub call_id: Option<u64>,
    /// When it began, in the time zone of the response.
    pub start_time: Option<DateTime>,
    /// The phone number that diverted it.
    pub diversion_number: Option<String>,
    /// How long it lasted, in seconds.
    pub duration: Option<u64>,
    /// The phone number of the account's side.
    pub local_number: Option<String>,
    /// The phone number of the other party.
    pub remote_number: Option<String>,
    /// The type of the other party's phone number. No source lists the types.
    pub remote_number_type: Option<String>,
    /// Whether the other party made it.
    pub incoming: Option<bool>,
    /// Whether it was answered.
    pub successful: Option<bool>,
    /// The id of the transaction that paid for it.
    pub transaction_id: Option<u64>,
    /// The URL of the recording.
    pub record_url: Option<String>,
    /// The IP address of the media server.
    pub media_server_address: Option<String>,
    /// The cost, in the account's currency.
    pub cost: Option<Decimal>,
    /// The custom data, which the scenario sets.
    pub custom_data: Option<String>,
    /// Why it ended: an object with a code and a description, or, by other sources, a string.
    pub end_reason: Option<Value>,
}

/// A resource that a session used, other than phone calls and recordings.
///
/// Source: the structure `ResourceUsageType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct ResourceUsage {
    /// The id of the use.
    pub resource_usage_id: Option<u64>,
    /// The type of resource.
    pub resource_type: Option<UsedResourceType>,
    /// The cost, in the account's currency.
    pub cost: Option<Decimal>,
    /// The description.
    pub description: Option<String>,
    /// When it was used, in the time zone of the response.
    pub used_at: Option<DateTime>,
    /// The id of the transaction that paid for it.
    pub transaction_id: Option<u64>,
    /// How much was used, in the unit `unit`.
    pub resource_quantity: Option<Decimal>,
    /// The unit of the quantity.
    pub unit: Option<String>,
    /// The id of the phone call that used it.
    pub ref_call_id: Option<u64>,
}

/// A type of resource that a session used.
///
/// The list is not complete.
///
/// The vendor does not describe the types; the descriptions here are derived from the names.
///
/// Source: `resource_type` of the structure `ResourceUsageType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum UsedResourceType {
    /// The session itself.
    Callsession,
    /// Video calls.
    Videocall,
    /// Recording of video.
    Videorecord,
    /// Detection of voicemail.
    Voicemaildetection,
    /// Recognition of speech by Yandex.
    Yandexasr,
    /// Recognition of speech.
    Asr,
    /// Transcription of recordings.
    Transcription,
    /// Speech made by Google.
    TtsTextGoogle,
    /// Speech made by Yandex.
    TtsYandex,
    /// Conferences in HD audio.
    Audiohdconference,
    /// A type that this list does not have.
    Other(String),
}

/// A recording of a session.
///
/// Source: the structure `RecordType`. In the API's terms a recording is a record, which is a type of any structure here.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
#[doc(alias = "Record")]
pub struct Recording {
    /// The recording's id.
    pub record_id: Option<u64>,
    /// The recording's name.
    pub record_name: Option<String>,
    /// The cost, in the account's currency.
    pub cost: Option<Decimal>,
    /// When it began, in the time zone of the response.
    pub start_time: Option<DateTime>,
    /// How long it lasted, in seconds.
    pub duration: Option<u64>,
    /// The URL of the file. In secure storage it needs the credentials of the account, as `client.download` sends them.
    pub record_url: Option<String>,
    /// The id of the transaction that paid for it.
    pub transaction_id: Option<u64>,
    /// The size of the file, in bytes.
    pub file_size: Option<Decimal>,
    /// The URL of the transcript, which needs the credentials of the account, and `record_id`.
    pub transcription_url: Option<String>,
    /// The status of the transcript.
    pub transcription_status: Option<TranscriptionStatus>,
}

/// The status of a transcript.
///
/// Source: `transcription_status` of the structure `RecordType`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum TranscriptionStatus {
    /// No transcript was ordered.
    #[value(name = "Not required")]
    NotRequired,
    /// The transcript is being made.
    #[value(name = "In progress")]
    InProgress,
    /// The transcript can be downloaded.
    #[value(name = "Complete")]
    Complete,
    /// A status that this list does not have.
    Other(String),
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetCallHistory {
    type Item = CallSessionInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn complete(&mut self) {
        self.is_async = None;
        self.count.get_or_insert(1000);
        self.with_total_count.get_or_insert(true);
    }

    fn page(response: Either<ReportOrdered, GetCallHistoryResponse>) -> (Vec<CallSessionInfo>, Option<u64>) {
        match response {
            Either::Second(page) => (page.result, page.total_count),
            Either::First(_) => (Vec::new(), None),
        }
    }
}
