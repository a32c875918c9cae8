//! `EditCallList`: changes the settings of a call list.
//!
//! Roles: Owner, Admin, Developer, CallListManager. Source: the method `EditCallList` of the API's section CallLists.

use std::net::Ipv4Addr;

use vox_core::prelude::*;
use vox_core::rules::{Check, RequestCheck};

use super::{PersonalCampaignType, TaskPriorityStrategy};

/// Changes the settings of a call list.
///
/// Settings that are left out remain as they are, unless their description states otherwise. The API rejects an unknown list
/// (error [251](vox_core::ErrorCode::CALL_SERVICE_ERROR)), and an unknown `server_location` (error
/// [496](vox_core::ErrorCode::INVALID)).
///
/// The parameters from `call_list_type` on are in the newest sources only. If `call_list_type` changes, some of those that are
/// left out get a new value.
///
/// ```
/// use vox_api::call_lists::EditCallList;
/// use vox_api::prelude::*;
///
/// let request =
///     EditCallList::builder().list_id(42).max_simultaneous(10).start_at("2026-01-31T18:05:00Z".parse::<Timestamp>()?).build();
/// assert_eq!(request.to_form().as_bytes(), b"list_id=42&max_simultaneous=10&start_at=1769882700");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
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
    /// The call list's id.
    pub list_id: u64,
    /// A text that is kept with the list.
    pub list_custom_data: Option<String>,
    /// The time between two attempts of a task, in seconds.
    pub interval_seconds: Option<u64>,
    /// The most attempts for each task, at least 1.
    #[param(min = 1)]
    pub num_attempts: Option<u64>,
    /// How many tasks are called at the same time, at least 1.
    #[param(min = 1)]
    pub max_simultaneous: Option<u64>,
    /// An IP address (version 4) near the people who are called, by which the nearest media server is chosen.
    #[param(check = IPV4)]
    pub ip_address: Option<String>,
    /// The name, of at most 255 characters, without slashes and backslashes.
    #[param(max_len = 255, pattern = "[^/\\\\]*")]
    pub name: Option<String>,
    /// The priority among the lists of the account: the lowest number is the highest.
    pub priority: Option<u64>,
    /// When the list starts. Older sources take `YYYY-MM-DD HH:mm:ss`; the Unix time is sent, as in
    /// [`CreateCallList`](super::CreateCallList).
    pub start_at: Option<UnixTime>,
    /// Which tasks are called first. The reference states the default for this method too.
    #[param(default = "first_attempts")]
    pub task_priority_strategy: Option<TaskPriorityStrategy>,
    /// The location of the media server: one of those that `https://api.voximplant.com/getServerLocations` lists.
    pub server_location: Option<String>,
    /// How the list is called. The API ignores the case of the value.
    pub call_list_type: Option<EditedCallListType>,
    /// Another name of `call_list_type`, for a request without that one.
    pub call_type: Option<String>,
    /// The algorithm of a predictive list. If the list becomes predictive without it, it is
    /// [`ArOptimized`](EditedPredictiveType::ArOptimized); if the list becomes progressive, it is reset.
    pub predictive_type: Option<EditedPredictiveType>,
    /// The largest share of answered phone calls that find no free operator, from 0 to 1. If the list becomes predictive without
    /// it, it is 0.02.
    #[param(min = 0, max = 1)]
    pub maximum_error_rate: Option<Decimal>,
    /// The smallest share of the time for which operators are busy. If the list becomes predictive without it, it is 0.8.
    #[param(min = 0)]
    pub minimum_busy_factor: Option<Decimal>,
    /// How many phone calls are made for each free operator of a progressive list. May have a fraction. If the list becomes
    /// progressive without it, it is 1.
    #[param(min = 0)]
    pub task_multiplier: Option<Decimal>,
    /// Whether the tasks of a progressive list belong to operators.
    pub is_personal_campaign: Option<bool>,
    /// The mode of a personal campaign, which requires `is_personal_campaign`. Without it the mode is `smart`.
    #[param(needs = is_personal_campaign)]
    pub personal_campaign_type: Option<PersonalCampaignType>,
    /// How long dialing takes on average, in seconds, for the statistics of the dialer.
    pub avg_dial_time_sec: Option<u64>,
    /// How long a conversation lasts on average, in seconds, for the statistics of the dialer.
    pub avg_time_talk_sec: Option<u64>,
    /// How long a phone call takes in total on average, in seconds, for the statistics of the dialer.
    pub avg_total_time_sec: Option<u64>,
    /// The ratio of successful phone calls, for the statistics of the dialer. No source states whether it is a percentage.
    #[param(min = 0)]
    pub percent_successful: Option<Decimal>,
}

/// How a call list is called from now on.
///
/// Source: `call_list_type` of `EditCallList`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum EditedCallListType {
    /// The scenario talks to the people who answer.
    Automatic,
    /// Tasks are started one by one. The method that did so is no longer in the API.
    Manual,
    /// Operators talk to the people who answer. The dialer predicts when operators become free.
    Predictive,
    /// Operators talk to them. The dialer makes some phone calls for each free operator.
    Progressive,
    /// A type that this list does not have.
    Other(String),
}

/// The algorithm of a predictive call list from now on.
///
/// The vendor does not describe the algorithms; the descriptions here are derived from the names.
///
/// Source: `predictive_type` of `EditCallList`.
#[derive(VoxEnum)]
#[non_exhaustive]
pub enum EditedPredictiveType {
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

#[cfg(test)]
mod tests {
    use vox_core::prelude::*;

    use super::{EditCallList, EditedCallListType, PersonalCampaignType};

    fn edit() -> EditCallList {
        EditCallList::builder().list_id(42).build()
    }

    fn violations(request: &EditCallList) -> String {
        request.validate().unwrap_err().to_string()
    }

    #[test]
    fn the_type_has_one_of_its_two_names() {
        let twice = EditCallList {
            call_list_type: Some(EditedCallListType::Manual),
            call_type: Some("manual".into()),
            ..edit()
        };
        assert_eq!(violations(&twice), "- `call_type` must be left out with `call_list_type`");
        assert_eq!(EditCallList { call_list_type: None, ..twice }.validate(), Ok(()));
    }

    #[test]
    fn only_a_personal_campaign_has_a_mode() {
        let ordinary = EditCallList {
            is_personal_campaign: Some(false),
            personal_campaign_type: Some(PersonalCampaignType::Smart),
            ..edit()
        };
        assert_eq!(
            violations(&ordinary),
            "- `is_personal_campaign` must be true in a list with `personal_campaign_type`"
        );
        assert_eq!(EditCallList { is_personal_campaign: Some(true), ..ordinary }.validate(), Ok(()));
    }

    #[test]
    fn addresses_of_other_versions_are_rejected() {
        let address = EditCallList { ip_address: Some("2001:db8::1".into()), ..edit() };
        assert_eq!(violations(&address), "- `ip_address` must be an IPv4 address; found `2001:db8::1`");
    }
}
