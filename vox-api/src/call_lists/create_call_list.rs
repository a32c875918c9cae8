//! The method `CreateCallList`.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

/// Creates a call list from a file of tasks and starts it.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "CreateCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = CreateCallListResponse,
    kind = write,
    ack = truthy,
    money = true,
    checks = [QUEUE, OPERATORS, PREDICTIVE, PROGRESSIVE, PERSONAL, BUFFER],
)]
pub struct CreateCallList {
    /// The id of the rule.
    pub rule_id: u64,
    /// The priority; 0 is the highest.
    #[param(max = 2147483648)]
    pub priority: u64,
    /// The most phone calls at a time.
    pub max_simultaneous: u64,
    /// How often a phone number is called.
    #[param(min = 1, max = 5)]
    pub num_attempts: u64,
    /// The name, without slashes and backslashes.
    #[param(max_len = 255, pattern = "[^/\\\\]*")]
    pub name: String,
    /// The tasks, as CSV.
    pub file_content: File,
    /// A text of the list.
    pub list_custom_data: Option<String>,
    /// The pause between two attempts, in seconds.
    #[param(default = 0)]
    pub interval_seconds: Option<u64>,
    /// The character encoding of the file.
    #[param(default = "UTF-8")]
    pub encoding: Option<String>,
    /// The separator of columns.
    #[param(default = ";")]
    pub delimiter: Option<String>,
    /// The character that escapes others.
    pub escape: Option<String>,
    /// The location of the server.
    pub server_location: Option<String>,
    /// Which tasks are called first.
    #[param(default = "first_attempts")]
    pub task_priority_strategy: Option<TaskPriorityStrategy>,
    /// The IP address of the user, by which a server is chosen.
    #[param(default_text = "the address of the caller")]
    pub ip_address: Option<String>,
    /// The kind of dialing.
    pub call_list_type: Option<CallListType>,
    /// The queue of the operators.
    #[param(needs = call_list_type)]
    pub queue_id: Option<u64>,
    /// When the list starts.
    #[param(default_text = "the current time")]
    pub start_at: Option<UnixTime>,
    /// Whether the list is created without being started.
    pub is_cancelled: Option<bool>,
    /// The character that encloses texts.
    pub quote: Option<String>,
    /// The version of the queue.
    #[param(needs = call_list_type)]
    pub acd_version: Option<AcdVersion>,
    /// The kind of predictive dialing.
    #[param(needs = call_list_type)]
    pub predictive_type: Option<PredictiveType>,
    /// The highest share of phone calls without a free operator.
    #[param(min = 0, max = 1, needs = call_list_type)]
    pub maximum_error_rate: Option<Decimal>,
    /// The lowest share of the time in which operators talk.
    #[param(min = 0, max = 1, needs = call_list_type)]
    pub minimum_busy_factor: Option<Decimal>,
    /// The number of phone calls for each free operator.
    #[param(min = 1, needs = call_list_type)]
    pub task_multiplier: Option<Decimal>,
    /// Whether each task belongs to an operator.
    #[param(needs = call_list_type)]
    pub is_personal_campaign: Option<bool>,
    /// How strictly tasks belong to their operators.
    #[param(needs = is_personal_campaign)]
    pub personal_campaign_type: Option<PersonalCampaignType>,
    /// What the size of the buffer follows.
    #[param(needs = call_list_type)]
    pub buffer_size_target: Option<BufferSizeTarget>,
    /// The size of the buffer.
    #[param(min = 20, max = 500, needs = buffer_size_target)]
    pub buffer_size_value: Option<u64>,
    /// The share of the buffer below which it is filled.
    #[param(min = 0, needs = buffer_size_target)]
    pub buffer_threshold_factor: Option<Decimal>,
    /// The expected duration of dialing, in seconds.
    #[param(needs = call_list_type)]
    pub avg_dial_time_sec: Option<u64>,
    /// The expected duration of a conversation, in seconds.
    #[param(needs = call_list_type)]
    pub avg_time_talk_sec: Option<u64>,
    /// The expected duration of a phone call with the work after it, in seconds.
    #[param(needs = call_list_type)]
    pub avg_total_time_sec: Option<u64>,
    /// The expected percentage of phone calls that are answered.
    #[param(needs = call_list_type)]
    pub percent_successful: Option<Decimal>,
    /// The IP address of the user, by which a server is chosen.
    pub reference_ip: Option<String>,
}

/// The response of [`CreateCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CreateCallListResponse {
    /// The number of tasks in the file.
    pub count: Option<u64>,
    /// The id of the list.
    pub list_id: u64,
    /// The id of the batch of tasks, a UUID.
    pub batch_id: Option<String>,
}

/// The order of tasks.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum TaskPriorityStrategy {
    /// `first_attempts`.
    FirstAttempts,
    /// `repeated_attempts`.
    RepeatedAttempts,
    /// A value that this version does not know.
    Other(String),
}

/// The kind of dialing.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum CallListType {
    /// `automatic`.
    Automatic,
    /// `predictive`.
    Predictive,
    /// `progressive`.
    Progressive,
    /// A value that this version does not know.
    Other(String),
}

/// The version of a queue.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdVersion {
    /// `V1`.
    V1,
    /// `V2`.
    V2,
    /// A value that this version does not know.
    Other(String),
}

/// The kind of predictive dialing.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PredictiveType {
    /// `DEFAULT_PREDICTIVE_TYPE`.
    DefaultPredictiveType,
    /// `AR_OPTIMIZED`.
    ArOptimized,
    /// `BF_OPTIMIZED`.
    BfOptimized,
    /// `AR_SMALL_GROUP`.
    ArSmallGroup,
    /// `AR_AUTO_BALANCED`.
    ArAutoBalanced,
    /// A value that this version does not know.
    Other(String),
}

/// How strictly tasks belong to their operators.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum PersonalCampaignType {
    /// `smart`.
    Smart,
    /// `strict`.
    Strict,
    /// A value that this version does not know.
    Other(String),
}

/// What the size of the buffer follows.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum BufferSizeTarget {
    /// `VALUE`.
    Value,
    /// `OPERATOR`.
    Operator,
    /// `AGENT`.
    Agent,
    /// A value that this version does not know.
    Other(String),
}

/// Whether operators answer the phone calls.
fn has_operators(list: &CreateCallList) -> bool {
    is_of(list, &CallListType::Predictive) || is_of(list, &CallListType::Progressive)
}

/// Whether a list has this type, in any case.
fn is_of(list: &CreateCallList, kind: &CallListType) -> bool {
    list.call_list_type.as_ref().is_some_and(|given| given.as_str().eq_ignore_ascii_case(kind.as_str()))
}

const QUEUE: RequestCheck<CreateCallList> = RequestCheck::new(
    "queue",
    "must be given for a predictive or progressive list",
    &["queue_id", "call_list_type"],
    |request| !has_operators(request) || request.queue_id.is_some(),
);

const OPERATORS: RequestCheck<CreateCallList> = RequestCheck::new(
    "operators",
    "must be `predictive` or `progressive` in a list with settings of operators",
    &[
        "call_list_type",
        "queue_id",
        "acd_version",
        "maximum_error_rate",
        "minimum_busy_factor",
        "buffer_size_target",
        "avg_dial_time_sec",
        "avg_time_talk_sec",
        "avg_total_time_sec",
        "percent_successful",
    ],
    |request| {
        has_operators(request)
            || (request.queue_id.is_none()
                && request.acd_version.is_none()
                && request.maximum_error_rate.is_none()
                && request.minimum_busy_factor.is_none()
                && request.buffer_size_target.is_none()
                && request.avg_dial_time_sec.is_none()
                && request.avg_time_talk_sec.is_none()
                && request.avg_total_time_sec.is_none()
                && request.percent_successful.is_none())
    },
);

const PREDICTIVE: RequestCheck<CreateCallList> = RequestCheck::new(
    "predictive",
    "must be `predictive` in a list with `predictive_type`",
    &["call_list_type", "predictive_type"],
    |request| request.predictive_type.is_none() || is_of(request, &CallListType::Predictive),
);

const PROGRESSIVE: RequestCheck<CreateCallList> = RequestCheck::new(
    "progressive",
    "must be `progressive` in a list with `task_multiplier` or `is_personal_campaign`",
    &["call_list_type", "task_multiplier", "is_personal_campaign"],
    |request| {
        (request.task_multiplier.is_none() && request.is_personal_campaign.is_none())
            || is_of(request, &CallListType::Progressive)
    },
);

const PERSONAL: RequestCheck<CreateCallList> = RequestCheck::new(
    "personal_campaign",
    "must be true in a list with `personal_campaign_type`",
    &["is_personal_campaign", "personal_campaign_type"],
    |request| request.personal_campaign_type.is_none() || request.is_personal_campaign == Some(true),
);

const BUFFER: RequestCheck<CreateCallList> = RequestCheck::new(
    "buffer",
    "must be `VALUE` in a list with `buffer_size_value`",
    &["buffer_size_target", "buffer_size_value"],
    |request| {
        request.buffer_size_value.is_none() || request.buffer_size_target == Some(BufferSizeTarget::Value)
    },
);
