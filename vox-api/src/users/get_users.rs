//! `GetUsers`: lists users.
//!
//! Roles: Owner, Admin, Developer, Supervisor, UserManager. Source: the method `GetUsers` of the API's section Users.

use vox_core::prelude::*;

use crate::types::{AcdStatus, Application, ApplicationInfo, SkillInfo};

/// Lists the users of an application, or of all applications.
///
/// Some of the vendor's SDKs require an application, but by the reference it is a filter, and other clients send none.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::types::{AcdStatus, Application};
/// use vox_api::users::GetUsers;
///
/// let request = GetUsers {
///     application: Some(Application::Name("ivr".into())),
///     acd_status: Some(vec![AcdStatus::Ready, AcdStatus::InService]),
///     with_skills: Some(true),
///     ..Default::default()
/// };
/// assert_eq!(
///     request.to_form().as_bytes(),
///     b"application_name=ivr&with_skills=true&acd_status=READY%3BIN_SERVICE"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetUsers",
    roles = [Owner, Admin, Developer, Supervisor, UserManager],
    response = GetUsersResponse,
    kind = read,
)]
pub struct GetUsers {
    /// The application: its id, or a part of its name.
    #[param(one_of)]
    pub application: Option<Application>,
    /// The id of a skill that the users have.
    pub skill_id: Option<u64>,
    /// The id of a skill that the users do not have.
    pub excluded_skill_id: Option<u64>,
    /// The id of an ACD queue that the users are bound to.
    pub acd_queue_id: Option<u64>,
    /// The id of an ACD queue that the users are not bound to.
    pub excluded_acd_queue_id: Option<u64>,
    /// The user's id.
    pub user_id: Option<u64>,
    /// A part of the names that the users log in with.
    pub user_name: Option<String>,
    /// Only active users, or only those who are not.
    pub user_active: Option<bool>,
    /// A part of the names that others see.
    pub user_display_name: Option<String>,
    /// Whether the skills of each user are returned.
    #[param(default = false)]
    pub with_skills: Option<bool>,
    /// Whether the ACD queues of each user are returned.
    #[param(default = false)]
    pub with_queues: Option<bool>,
    /// The users' statuses as operators of ACD queues.
    pub acd_status: Option<Vec<AcdStatus>>,
    /// The id of the skill that `skills` of each user shows.
    pub showing_skill_id: Option<u64>,
    /// The most users to return.
    #[param(default = 20)]
    pub count: Option<u64>,
    /// How many users are skipped.
    #[param(default = 0)]
    pub offset: Option<u64>,
    /// The sort key.
    #[param(default = "user_name")]
    pub order_by: Option<UsersOrderBy>,
    /// Whether `balance` is the live balance, not the fixed one.
    pub return_live_balance: Option<bool>,
}

/// The sort key of users.
///
/// Source: `order_by` of `GetUsers`.
#[derive(VoxEnum)]
#[vox_enum(case = "snake_case")]
#[non_exhaustive]
pub enum UsersOrderBy {
    /// By id.
    UserId,
    /// By the name that the user logs in with.
    UserName,
    /// By the name that others see.
    UserDisplayName,
    /// An order that this list does not have.
    Other(String),
}

/// The response of [`GetUsers`]: one page of users.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetUsersResponse {
    /// The users of this page.
    pub result: Vec<UserInfo>,
    /// How many users there are in all.
    pub total_count: Option<u64>,
    /// How many users this page holds.
    pub count: Option<u64>,
}

/// A user.
///
/// The balances are in the currency of the account.
///
/// Source: the structure `UserInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct UserInfo {
    /// The user's id.
    pub user_id: Option<u64>,
    /// The name that the user logs in with.
    pub user_name: Option<String>,
    /// The name that others see.
    pub user_display_name: Option<String>,
    /// Whether the user is active. Inactive users cannot log in.
    pub user_active: Option<bool>,
    /// Whether the account pays for the user; otherwise the user has a separate balance.
    pub parent_accounting: Option<bool>,
    /// The balance with the phone calls in progress, to 4 decimals.
    pub live_balance: Option<Decimal>,
    /// The live balance or, if the request has `return_live_balance = false`, the fixed balance, to 4 decimals.
    pub balance: Option<Decimal>,
    /// The balance after the last transaction that is complete.
    pub fixed_balance: Option<Decimal>,
    /// The text that was given to the user.
    pub user_custom_data: Option<String>,
    /// The applications of the user.
    pub applications: Vec<ApplicationInfo>,
    /// The user's skills, if the request has `with_skills`.
    pub skills: Vec<SkillInfo>,
    /// The user's ACD queues, if the request has `with_queues`.
    pub acd_queues: Vec<AcdQueueOperatorInfo>,
    /// The user's status as an operator of ACD queues.
    pub acd_status: Option<AcdStatus>,
    /// When that status last changed, UTC.
    pub acd_status_change_time: Option<Timestamp>,
    /// When the user was added, UTC.
    pub created: Option<Timestamp>,
    /// When the user was last changed, UTC.
    pub modified: Option<Timestamp>,
    /// The user's mobile phone number. Newer sources of the vendor no longer have it.
    pub mobile_phone: Option<String>,
    /// Whether the user is frozen. Only an example of the vendor has it, and no source describes it.
    pub frozen: Option<bool>,
}

/// An ACD queue of a user.
///
/// Source: the structure `ACDQueueOperatorInfoType`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AcdQueueOperatorInfo {
    /// The queue's id.
    pub acd_queue_id: Option<u64>,
    /// The queue's name.
    pub acd_queue_name: Option<String>,
    /// Whether the user was bound to the queue automatically, not manually.
    pub auto_link: Option<bool>,
}

#[cfg(feature = "client")]
impl vox_core::Paged for GetUsers {
    type Item = UserInfo;

    fn offset(&mut self) -> &mut Option<u64> {
        &mut self.offset
    }

    fn page(response: GetUsersResponse) -> (Vec<UserInfo>, Option<u64>) {
        (response.result, response.total_count)
    }
}
