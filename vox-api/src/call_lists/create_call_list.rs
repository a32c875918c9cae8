//! `CreateCallList`: creates a call list from a CSV file and starts it.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `CreateCallList` of the API's section CallLists.

use vox_core::prelude::*;
use vox_core::rules::RequestCheck;

use super::{PersonalCampaignType, TaskPriorityStrategy};

/// Creates a call list from a CSV file and starts it.
///
/// Spends money: unless `start_at` delays or `is_cancelled` prevents them, the phone calls begin at once. A list does not
/// start, or stops, if the balance of the account is below 1 USD.
///
/// The first line of the file has the names of the columns, each further line is a task. The scenario receives the values of its
/// task as custom data. Some columns control the task:
///
/// | column | value |
/// |---|---|
/// | `__start_execution_time`, `__end_execution_time` | the time of day from which and until which it is called: `HH:mm:ss`, UTC |
/// | `__start_at` | when its calls begin, in Unix time |
/// | `__task_uuid` | its UUID in the list: at most 40 Latin letters, digits, hyphens and colons |
///
/// The API rejects a file that it cannot read (error [250](vox_core::ErrorCode::INVALID_CSV_FILE)), and some parameters with
/// separate errors: [247](vox_core::ErrorCode::INVALID_PRIORIITY) for `priority`,
/// [248](vox_core::ErrorCode::INVALID_MAX_SIMULTANEOUS) for `max_simultaneous`,
/// [249](vox_core::ErrorCode::INVALID_NUM_ATTEMPTS) for `num_attempts`, [253](vox_core::ErrorCode::INVALID_NAME) for `name`.
///
/// The parameters from `call_list_type` to `percent_successful` are in the newest sources only. In a predictive or progressive
/// list, the operators of a queue talk to the people who answer; most of these parameters are only for such lists.
///
/// ```
/// use vox_api::call_lists::{CallListType, CreateCallList};
/// use vox_api::prelude::*;
///
/// let list = CreateCallList::builder()
///     .rule_id(7)
///     .priority(0)
///     .max_simultaneous(3)
///     .num_attempts(2)
///     .name("spring")
///     .file_content(File::from("phone_number;first_name\n+16501234567;Ann\n"))
///     .build();
/// assert!(list.validate().is_ok());
///
/// let progressive = CreateCallList { call_list_type: Some(CallListType::Progressive), ..list };
/// let violations = progressive.validate().unwrap_err();
/// assert_eq!(violations.to_string(), "- `queue_id` must be given for a predictive or progressive list");
/// ```
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
    /// The id of the routing rule whose scenarios are started for each attempt.
    pub rule_id: u64,
    /// The priority among the lists of the account, at most 2147483648: 0 is the highest.
    #[param(max = 2147483648)]
    pub priority: u64,
    /// How many tasks are called at the same time.
    pub max_simultaneous: u64,
    /// The most attempts for each task, from 1 to 5.
    #[param(min = 1, max = 5)]
    pub num_attempts: u64,
    /// The name, of at most 255 characters, without slashes and backslashes.
    #[param(max_len = 255, pattern = "[^/\\\\]*")]
    pub name: String,
    /// The CSV file with the tasks.
    pub file_content: File,
    /// A text that is kept with the list.
    pub list_custom_data: Option<String>,
    /// The time between two attempts of a task, in seconds.
    #[param(default = 0)]
    pub interval_seconds: Option<u64>,
    /// The character encoding of the file.
    #[param(default = "UTF-8")]
    pub encoding: Option<String>,
    /// The separator of the columns in the file.
    #[param(default = ";")]
    pub delimiter: Option<String>,
    /// The character that escapes others in the file.
    pub escape: Option<String>,
    /// The location of the media server: one of those that `https://api.voximplant.com/getServerLocations` lists. It has
    /// precedence over `ip_address`.
    pub server_location: Option<String>,
    /// Which tasks are called first.
    #[param(default = "first_attempts")]
    pub task_priority_strategy: Option<TaskPriorityStrategy>,
    /// An IP address near the people who are called, by which the nearest media server is chosen.
    #[param(default_text = "the address of the caller")]
    pub ip_address: Option<String>,
    /// How the list is called. The API ignores the case of the value.
    pub call_list_type: Option<CallListType>,
    /// The id of the queue whose operators take the phone calls. A predictive or progressive list requires it, no other list may
    /// have it.
    #[param(needs = call_list_type)]
    pub queue_id: Option<u64>,
    /// When the list starts: a time that is not in the past.
    #[param(default_text = "the current time")]
    pub start_at: Option<UnixTime>,
    /// Whether the list is created as a canceled one, which calls nobody.
    pub is_cancelled: Option<bool>,
    /// The character that encloses values in the file.
    pub quote: Option<String>,
    /// The version of the queue, in a predictive or progressive list.
    #[param(needs = call_list_type)]
    pub acd_version: Option<AcdVersion>,
    /// The algorithm of a predictive list.
    #[param(needs = call_list_type)]
    pub predictive_type: Option<PredictiveType>,
    /// The largest share of answered phone calls that find no free operator, from 0 to 1. In a predictive or progressive list.
    #[param(min = 0, max = 1, needs = call_list_type)]
    pub maximum_error_rate: Option<Decimal>,
    /// The smallest share of the time for which operators are busy, from 0 to 1. In a predictive or progressive list.
    #[param(min = 0, max = 1, needs = call_list_type)]
    pub minimum_busy_factor: Option<Decimal>,
    /// How many phone calls are made for each free operator of a progressive list, at least 1. May have a fraction.
    #[param(min = 1, needs = call_list_type)]
    pub task_multiplier: Option<Decimal>,
    /// Whether the tasks of a progressive list belong to operators.
    #[param(needs = call_list_type)]
    pub is_personal_campaign: Option<bool>,
    /// The mode of a personal campaign, which requires `is_personal_campaign`. Without it the mode is `smart`.
    #[param(needs = is_personal_campaign)]
    pub personal_campaign_type: Option<PersonalCampaignType>,
    /// What the size of the dialer's buffer of tasks depends on, in a predictive or progressive list.
    #[param(needs = call_list_type)]
    pub buffer_size_target: Option<BufferSizeTarget>,
    /// The size of the buffer, from 20 to 500 tasks, if `buffer_size_target` is [`Value`](BufferSizeTarget::Value).
    #[param(min = 20, max = 500, needs = buffer_size_target)]
    pub buffer_size_value: Option<u64>,
    /// The threshold factor of the buffer, which may have a fraction. No source describes it.
    #[param(min = 0, needs = buffer_size_target)]
    pub buffer_threshold_factor: Option<Decimal>,
    /// How long dialing takes on average, in seconds: a first value for the statistics of a predictive or progressive list.
    #[param(needs = call_list_type)]
    pub avg_dial_time_sec: Option<u64>,
    /// How long a conversation lasts on average, in seconds: a first value for the statistics of a predictive or progressive
    /// list.
    #[param(needs = call_list_type)]
    pub avg_time_talk_sec: Option<u64>,
    /// How long a phone call takes in total on average, in seconds: a first value for the statistics of a predictive or
    /// progressive list.
    #[param(needs = call_list_type)]
    pub avg_total_time_sec: Option<u64>,
    /// The ratio of successful phone calls: a first value for the statistics of a predictive or progressive list. No source
    /// states whether it is a percentage.
    #[param(needs = call_list_type)]
    pub percent_successful: Option<Decimal>,
    /// The older name of `ip_address`, which newer sources no longer have.
    pub reference_ip: Option<String>,
}

/// How a new call list is called. [`EditedCallListType`](super::EditedCallListType) has one more type.
///
/// Source: `call_list_type` of `CreateCallList`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum CallListType {
    /// The scenario talks to the people who answer.
    Automatic,
    /// Operators talk to them. The dialer predicts when operators become free.
    Predictive,
    /// Operators talk to them. The dialer makes some phone calls for each free operator.
    Progressive,
    /// A type that this list does not have.
    Other(String),
}

/// The version of a queue.
///
/// Source: `acd_version` of `CreateCallList`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum AcdVersion {
    /// An ACD queue, the first version.
    V1,
    /// A queue of SmartQueue.
    V2,
    /// A version that this list does not have.
    Other(String),
}

/// The algorithm of a new predictive call list. [`EditedPredictiveType`](super::EditedPredictiveType) lacks the default.
///
/// The vendor does not describe the algorithms; the descriptions here are derived from the names.
///
/// Source: `predictive_type` of `CreateCallList`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum PredictiveType {
    /// The default.
    DefaultPredictiveType,
    /// Few phone calls that find no free operator (AR: abandon rate).
    ArOptimized,
    /// Busy operators (BF: busy factor).
    BfOptimized,
    /// Few phone calls that find no free operator, for few operators.
    ArSmallGroup,
    /// Few phone calls that find no free operator, with an automatic balance.
    ArAutoBalanced,
    /// An algorithm that this list does not have.
    Other(String),
}

/// What the size of the dialer's buffer of tasks depends on.
///
/// The vendor does not describe the values; the descriptions here are derived from the names.
///
/// Source: `buffer_size_target` of `CreateCallList`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum BufferSizeTarget {
    /// It is `buffer_size_value`.
    Value,
    /// The number of operators.
    Operator,
    /// The number of agents.
    Agent,
    /// A value that this list does not have.
    Other(String),
}

/// The response of [`CreateCallList`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct CreateCallListResponse {
    /// How many tasks the list has.
    pub count: Option<u64>,
    /// The new list's id.
    pub list_id: u64,
    /// The id of the batch of these tasks, a UUID.
    pub batch_id: Option<String>,
}

/// Whether operators talk to the people who answer.
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

#[cfg(test)]
mod tests {
    use vox_core::prelude::*;

    use super::{CallListType, CreateCallList, PersonalCampaignType, PredictiveType};

    fn list() -> CreateCallList {
        CreateCallList::builder()
            .rule_id(7)
            .priority(0)
            .max_simultaneous(3)
            .num_attempts(2)
            .name("spring")
            .file_content(File::from("phone\n79993330011"))
            .build()
    }

    fn violations(list: &CreateCallList) -> String {
        list.validate().unwrap_err().to_string()
    }

    #[test]
    fn the_type_decides_which_settings_a_list_may_have() {
        let queue = CreateCallList { queue_id: Some(9), ..list() };
        assert_eq!(
            violations(&queue),
            "- `queue_id` is given without `call_list_type`, which it needs\n\
             - `call_list_type` must be `predictive` or `progressive` in a list with settings of operators"
        );
        let progressive = CreateCallList {
            call_list_type: Some(CallListType::Progressive),
            predictive_type: Some(PredictiveType::ArOptimized),
            ..queue
        };
        assert_eq!(
            violations(&progressive),
            "- `call_list_type` must be `predictive` in a list with `predictive_type`"
        );
        let predictive = CreateCallList { call_list_type: Some(CallListType::Predictive), ..progressive };
        assert_eq!(predictive.validate(), Ok(()));
    }

    #[test]
    fn the_case_of_the_type_is_ignored() {
        let progressive = CreateCallList { call_list_type: Some("PROGRESSIVE".into()), ..list() };
        assert_eq!(
            violations(&progressive),
            "- `queue_id` must be given for a predictive or progressive list"
        );
        let multiplied =
            CreateCallList { queue_id: Some(9), task_multiplier: Some(Decimal::new(15, 1)), ..progressive };
        assert_eq!(multiplied.validate(), Ok(()));
    }

    #[test]
    fn only_a_personal_campaign_has_a_mode() {
        let ordinary = CreateCallList {
            call_list_type: Some(CallListType::Progressive),
            queue_id: Some(9),
            is_personal_campaign: Some(false),
            personal_campaign_type: Some(PersonalCampaignType::Strict),
            ..list()
        };
        assert_eq!(
            violations(&ordinary),
            "- `is_personal_campaign` must be true in a list with `personal_campaign_type`"
        );
        let personal = CreateCallList { is_personal_campaign: Some(true), ..ordinary };
        assert_eq!(personal.validate(), Ok(()));
    }
}
