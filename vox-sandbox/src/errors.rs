//! The API's errors, with the codes and the messages of the API's list.

mod param_codes;
mod violations;

use std::borrow::Cow;

use vox_core::ErrorCode;

/// One error of the API: a code of its list and a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiError {
    pub(crate) code: u32,
    pub(crate) message: Cow<'static, str>,
}

impl ApiError {
    pub(crate) const fn new(code: u32, message: &'static str) -> Self {
        Self { code, message: Cow::Borrowed(message) }
    }

    pub(crate) const INTERNAL_ERROR: Self = Self::new(2, "Internal error");
    pub(crate) const AUTHORIZATION_FAILED: Self = Self::new(100, "Authorization failed");
    pub(crate) const MISSING_NAME: Self = Self::new(102, "Missing 'cmd' parameter");
    pub(crate) const UNKNOWN_METHOD: Self = Self::new(103, "Unknown command");
    pub(crate) const FORBIDDEN: Self = Self::new(104, "Forbidden command");
    pub(crate) const NAME_TAKEN: Self = Self::new(106, "Account's name is not unique");
    pub(crate) const INVALID_PLAN: Self = Self::new(110, "Invalid plan");
    pub(crate) const INVALID_ACCOUNT_ID: Self = Self::new(115, "The 'account_id' parameter is invalid");
    pub(crate) const INVALID_PHONE_NUMBER: Self = Self::new(121, "Invalid phone number");
    pub(crate) const INSUFFICIENT_MONEY: Self = Self::new(127, "Insufficient money");
    pub(crate) const EMAIL_TAKEN: Self = Self::new(128, "Account's email is not unique");
    pub(crate) const INVALID_PHONE_ID: Self = Self::new(181, "The 'phone_id' parameter is invalid");
    pub(crate) const INVALID_CHILD_ID: Self = Self::new(194, "The 'child_account_id' parameter is invalid");
    pub(crate) const INVALID_CHILD_NAME: Self =
        Self::new(198, "The 'child_account_name' parameter is invalid");
    pub(crate) const INVALID_CHILD_EMAIL: Self =
        Self::new(199, "The 'child_account_email' parameter is invalid");
    pub(crate) const INVALID_LANGUAGE: Self = Self::new(202, "The 'language_code' parameter is invalid");
    pub(crate) const INVALID_COUNTRY: Self =
        Self::new(204, "The 'billing_address_country_code' parameter is invalid");
    pub(crate) const INVALID_CURRENCY: Self = Self::new(210, "The 'currency' parameter is invalid");
    pub(crate) const INVALID_DATE: Self = Self::new(233, "The 'date' parameter is invalid");
    pub(crate) const INVALID_SUBSCRIPTION_ID: Self =
        Self::new(244, "The 'subscription_template_id' parameter is invalid");
    pub(crate) const INVALID_SUBSCRIPTION_TYPE: Self =
        Self::new(246, "The 'subscription_template_type' parameter is invalid");
    pub(crate) const INVALID_RESOURCE_PARAM: Self =
        Self::new(315, "The requested resource parameter is invalid");
    pub(crate) const INVALID_HOLD_DATE: Self =
        Self::new(325, "The 'to_unverified_hold_until' parameter is invalid");
    pub(crate) const INVALID_VERIFICATION_STATUS: Self =
        Self::new(326, "The 'verification_status' parameter is invalid");
    pub(crate) const REPORT_IN_PROGRESS: Self = Self::new(356, "The call history report is not ready yet");
    pub(crate) const FORBIDDEN_PLAN: Self = Self::new(379, "Forbidden to change the account plan");
    pub(crate) const INVALID_RECORD_STORAGE: Self =
        Self::new(396, "The 'record_storage_id' parameter is invalid");
    pub(crate) const INVALID_PLAN_TYPE: Self = Self::new(426, "The 'plan_type' parameter is invalid");
    pub(crate) const INVALID_RESOURCE_TYPE: Self =
        Self::new(429, "The 'resource_type' parameter is invalid.");
    pub(crate) const INVALID_KEY_ID: Self = Self::new(433, "Invalid key id.");
    pub(crate) const UNREADABLE_TOKEN: Self = Self::new(447, "Invalid token format");
    pub(crate) const TOKEN_LIVES_TOO_LONG: Self = Self::new(454, "The token TTL exceeds the maximum limit.");
    pub(crate) const TOKEN_FROM_THE_FUTURE: Self = Self::new(455, "Token issued in the future.");
    pub(crate) const TOKEN_EXPIRED: Self = Self::new(456, "The token has expired.");
    pub(crate) const INVALID_ORDER: Self = Self::new(496, "The 'order_by' parameter is invalid.");

    /// The error of a fault: its message is the name of its code.
    pub(crate) fn injected(code: ErrorCode) -> Self {
        Self { code: code.code(), message: code.name().unwrap_or("Injected fault").into() }
    }

    /// A parameter that is not allowed together with the others.
    pub(crate) fn forbidden_param(name: &str) -> Self {
        Self { code: 492, message: format!("The '{name}' parameter is forbidden.").into() }
    }

    /// A parameter with a value that the account does not have, such as an id.
    #[cfg(feature = "_sections")]
    #[cfg_attr(
        not(feature = "full"),
        allow(dead_code, reason = "a section without a handler does not use it")
    )]
    pub(crate) fn invalid_param(code: u32, name: &str) -> Self {
        Self { code, message: format!("The '{name}' parameter is invalid").into() }
    }

    /// The error with more text at the end of its message.
    pub(crate) fn with_hint(self, hint: &str) -> Self {
        if hint.is_empty() {
            self
        } else {
            Self { message: format!("{}{hint}", self.message).into(), ..self }
        }
    }

    /// The sandbox does not play a method.
    pub(crate) fn not_played(method: &str, reason: &str) -> Self {
        Self { code: 103, message: format!("The sandbox does not play '{method}': {reason}").into() }
    }

    pub(crate) fn unreadable_request(reason: &str) -> Self {
        Self { code: 101, message: format!("Invalid arguments: {reason}").into() }
    }
}

/// Why a request is rejected: at least one error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiErrors {
    pub(crate) first: ApiError,
    pub(crate) more: Vec<ApiError>,
}

impl ApiErrors {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &ApiError> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

impl From<ApiError> for ApiErrors {
    fn from(first: ApiError) -> Self {
        Self { first, more: Vec::new() }
    }
}
