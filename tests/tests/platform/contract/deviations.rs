//! The deliberate differences between the declarations and the contract.

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    Acknowledgment,
    /// Whether a rule checks the condition in the notes.
    Condition,
    Default,
    Group,
    Kind,
    Members,
    Money,
    /// Whether it exists.
    Presence,
    Required,
    Roles,
    Rules,
    Secret,
    /// Whether a response is JSON or a file.
    Shape,
    Type,
    Values,
}

/// A deliberate difference.
pub(super) struct Deviation {
    /// The method, and in it the parameter, the group or the field; the structure and its field.
    pub(super) place: &'static str,
    pub(super) aspect: Aspect,
    /// What the contract states, as JSON.
    pub(super) contract: &'static str,
    /// What is declared, as JSON.
    pub(super) declared: &'static str,
    pub(super) reason: &'static str,
}

const fn line(
    place: &'static str,
    aspect: Aspect,
    contract: &'static str,
    declared: &'static str,
    reason: &'static str,
) -> Deviation {
    Deviation { place, aspect, contract, declared, reason }
}

/// Every deliberate difference.
pub(super) const DEVIATIONS: &[Deviation] = &[
    line(
        "AccountVerificationsDefaultEndUser.end_user_uuid",
        Aspect::Type,
        r#""number""#,
        r#""string""#,
        "a UUID has letters",
    ),
    line(
        "ACDStatisticsItem.avg",
        Aspect::Type,
        r#""number""#,
        r#""decimal""#,
        "an average may have a fraction",
    ),
    line(
        "AddDialogflowKey.application_id",
        Aspect::Type,
        r#""string""#,
        r#""number""#,
        "an id, which is a number in all other methods",
    ),
    line(
        "CancelCallListTask.account_id",
        Aspect::Type,
        r#""string""#,
        r#""number""#,
        "an id, which is a number in all other methods",
    ),
    line(
        "CancelCallListTask.list_id",
        Aspect::Type,
        r#""string""#,
        r#""number""#,
        "an id, which is a number in all other methods",
    ),
    line(
        "CallSessionInfo.records",
        Aspect::Type,
        r#""[Record]""#,
        r#""[Recording]""#,
        "`Record` is the trait of all structures",
    ),
    line(
        "CreateCallList.name",
        Aspect::Rules,
        r#"{"max_len":255}"#,
        r#"{"max_len":255,"pattern":"^[^/\\\\]*$"}"#,
        "the notes forbid slashes and backslashes",
    ),
    line(
        "CreateSipRegistration.account_info",
        Aspect::Type,
        r#""ShortAccountInfo""#,
        r#""AccountBalance""#,
        "the structure's type is in the crate of Accounts, which the section does not need",
    ),
    line(
        "DelAuthorizedAccountIP",
        Aspect::Acknowledgment,
        r#""truthy""#,
        "null",
        "`result` is how many networks were taken off the lists, which may be 0",
    ),
    line(
        "DelAuthorizedAccountIP.authorized_ip",
        Aspect::Type,
        r#""string""#,
        r#""stringlist""#,
        "a list with one item, or all",
    ),
    line(
        "DelAuthorizedAccountIP.authorized_ip",
        Aspect::Rules,
        r#"{"all_word":"all","format":"IPv4 or network"}"#,
        r#"{"all_word":"all","each":{"format":"IPv4 or network"},"max_items":1}"#,
        "a list with one item, or all",
    ),
    line(
        "EditCallList.name",
        Aspect::Rules,
        r#"{"max_len":255}"#,
        r#"{"max_len":255,"pattern":"^[^/\\\\]*$"}"#,
        "the notes forbid slashes and backslashes",
    ),
    line(
        "EditCallList.start_at",
        Aspect::Type,
        r#""string""#,
        r#""number""#,
        "Unix time, as in the newest sources and in CreateCallList",
    ),
    line(
        "EditCallListTasksPriority.results",
        Aspect::Type,
        r#""[any]""#,
        r#""any""#,
        "an array as JSON in a string, or the array itself; `Json<Value>` reads both",
    ),
    line(
        "GetACDOperatorStatusStatistics.user_id",
        Aspect::Type,
        r#""stringlist""#,
        r#""intlist""#,
        "ids, which are numbers in `GetACDOperatorStatistics`",
    ),
    line(
        "GetAuditLog.is_async",
        Aspect::Condition,
        "true",
        "false",
        "the condition is on the parameter `output`, which no source lists",
    ),
    line(
        "GetAuditLog.with_header",
        Aspect::Condition,
        "true",
        "false",
        "the condition is on the parameter `output`, which no source lists",
    ),
    line(
        "GetCallHistory.is_async",
        Aspect::Condition,
        "true",
        "false",
        "the condition is on the parameter `output`, which no source lists",
    ),
    line(
        "GetCallHistory.with_header",
        Aspect::Condition,
        "true",
        "false",
        "the condition is on the parameter `output`, which no source lists",
    ),
    line(
        "GetPhoneNumbersAsync",
        Aspect::Acknowledgment,
        r#""truthy""#,
        "null",
        "`result` is the id of the report",
    ),
    line(
        "GetPstnBlackList.pstn_blacklist_phone",
        Aspect::Rules,
        r#"{"format":"E.164","max_len":99}"#,
        r#"{"max_len":99}"#,
        "an entry may also be a regular expression, as `AddPstnBlackListItem` adds it",
    ),
    line(
        "GetSmsHistory.direction",
        Aspect::Values,
        r#"["IN","OUT","in","out"]"#,
        r#"["IN","OUT"]"#,
        "two spellings of the same values; `Other` sends the second",
    ),
    line(
        "GetTransactionHistory.is_async",
        Aspect::Condition,
        "true",
        "false",
        "the condition is on the parameter `output`, which no source lists",
    ),
    line(
        "GetTransactionHistory.with_header",
        Aspect::Condition,
        "true",
        "false",
        "the condition is on the parameter `output`, which no source lists",
    ),
    line(
        "GetUsers.application",
        Aspect::Group,
        r#""exactly_one""#,
        r#""at_most_one""#,
        "the texts call both filters, and programs send neither",
    ),
    line(
        "LinkRegulationAddress",
        Aspect::Acknowledgment,
        r#""truthy""#,
        "null",
        "`false` is a result: the address was not linked",
    ),
    line(
        "ResourceUsage.resource_quantity",
        Aspect::Type,
        r#""number""#,
        r#""decimal""#,
        "an amount may have a fraction",
    ),
    line(
        "SetKeyValueItem.expiry",
        Aspect::Group,
        r#""exactly_one""#,
        r#""at_most_one""#,
        "the sources require one of the two, but state a default of `ttl`",
    ),
    line(
        "SetPhoneNumberInfo.auto_charge",
        Aspect::Required,
        "true",
        "false",
        "the newest sources no longer have it, so a request without it is valid",
    ),
    line(
        "SQ_GetAgentCustomStatusMapping",
        Aspect::Members,
        r#"["custom_status_name","sq_status_name"]"#,
        r#"["custom_status_name","result","sq_status_name"]"#,
        "described as a list, which is in `result` in other methods; both shapes are read",
    ),
    line(
        "SetPstnBlackListItem.pstn_blacklist_phone",
        Aspect::Rules,
        r#"{"format":"E.164","max_len":99}"#,
        r#"{"max_len":99}"#,
        "an entry may also be a regular expression, as `AddPstnBlackListItem` adds it",
    ),
    line(
        "StartScenarios.media_session_check_url",
        Aspect::Secret,
        "false",
        "true",
        "leads to the session, as the other URLs do, which the contract calls secret",
    ),
];
