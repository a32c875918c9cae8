//! The method `EditCallList`.

use std::net::Ipv4Addr;

use vox_core::prelude::*;
use vox_core::rules::{Check, RequestCheck};

use super::create_call_list::{PersonalCampaignType, TaskPriorityStrategy};

/// Changes a call list.
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "EditCallList",
    roles = [Owner, Admin, Developer, CallListManager],
    response = (),
    kind = write,
    ack = truthy,
    checks = [TYPE, PERSONAL],
)]
pub struct EditCallList {
    /// The id of the list.
    pub list_id: u64,
    /// A text of the list.
    pub list_custom_data: Option<String>,
    /// The pause between two attempts, in seconds.
    pub interval_seconds: Option<u64>,
    /// How often a phone number is called.
    #[param(min = 1)]
    pub num_attempts: Option<u64>,
    /// The most phone calls at a time.
    #[param(min = 1)]
    pub max_simultaneous: Option<u64>,
    /// The IP address of the user, by which a server is chosen.
    #[param(check = IPV4)]
    pub ip_address: Option<String>,
    /// The name, without slashes and backslashes.
    #[param(max_len = 255, pattern = "[^/\\\\]*")]
    pub name: Option<String>,
    /// The priority; the lowest number is the highest.
    pub priority: Option<u64>,
    /// When the list starts.
    pub start_at: Option<UnixTime>,
    /// Which tasks are called first.
    #[param(default = "first_attempts")]
    pub task_priority_strategy: Option<TaskPriorityStrategy>,
    /// The location of the server.
    pub server_location: Option<String>,
    /// The kind of dialing.
    pub call_list_type: Option<EditedCallListType>,
    /// Another name of `call_list_type`.
    pub call_type: Option<String>,
    /// The kind of predictive dialing.
    pub predictive_type: Option<EditedPredictiveType>,
    /// The highest share of phone calls without a free operator.
    #[param(min = 0, max = 1)]
    pub maximum_error_rate: Option<Decimal>,
    /// The lowest share of the time in which operators talk.
    #[param(min = 0)]
    pub minimum_busy_factor: Option<Decimal>,
    /// The number of phone calls for each free operator.
    #[param(min = 0)]
    pub task_multiplier: Option<Decimal>,
    /// Whether each task belongs to an operator.
    pub is_personal_campaign: Option<bool>,
    /// How strictly tasks belong to their operators.
    #[param(needs = is_personal_campaign)]
    pub personal_campaign_type: Option<PersonalCampaignType>,
    /// The expected duration of dialing, in seconds.
    pub avg_dial_time_sec: Option<u64>,
    /// The expected duration of a conversation, in seconds.
    pub avg_time_talk_sec: Option<u64>,
    /// The expected duration of a phone call with the work after it, in seconds.
    pub avg_total_time_sec: Option<u64>,
    /// The expected percentage of phone calls that are answered.
    #[param(min = 0)]
    pub percent_successful: Option<Decimal>,
}

/// The kind of dialing.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum EditedCallListType {
    /// `automatic`.
    Automatic,
    /// `manual`.
    Manual,
    /// `predictive`.
    Predictive,
    /// `progressive`.
    Progressive,
    /// A value that this version does not know.
    Other(String),
}

/// The kind of predictive dialing.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum EditedPredictiveType {
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

const IPV4: Check = Check::new("IPv4", "must be an IPv4 address", |text| text.parse::<Ipv4Addr>().is_ok());

const TYPE: RequestCheck<EditCallList> = RequestCheck::new(
    "type",
    "must be left out with `call_list_type`",
    &["call_type", "call_list_type"],
    |request| request.call_type.is_none() || request.call_list_type.is_none(),
);

const PERSONAL: RequestCheck<EditCallList> = RequestCheck::new(
    "personal_campaign",
    "must be true in a list with `personal_campaign_type`",
    &["is_personal_campaign", "personal_campaign_type"],
    |request| request.personal_campaign_type.is_none() || request.is_personal_campaign == Some(true),
);
