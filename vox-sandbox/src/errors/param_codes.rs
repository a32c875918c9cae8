//! The error codes that the API has for single parameters.

use vox_core::error::ViolationKind;

use super::ApiError;

/// The code for one parameter, or for several with the same meaning.
struct ParamCode {
    params: &'static [&'static str],
    rules: &'static [&'static str],
    code: u32,
    /// With the placeholders `{param}` and `{limit}`.
    message: &'static str,
    /// The limit in the API's message, where it is older than the declared one.
    old_limit: Option<usize>,
}

const fn param_code(
    params: &'static [&'static str],
    rules: &'static [&'static str],
    code: u32,
    message: &'static str,
) -> ParamCode {
    ParamCode { params, rules, code, message, old_limit: None }
}

const fn invalid(params: &'static [&'static str], code: u32) -> ParamCode {
    param_code(params, ALL_BUT_REQUIRED, code, "The '{param}' parameter is invalid")
}

/// Like [`invalid`], for the messages that end with a full stop.
const fn invalid_with_stop(params: &'static [&'static str], code: u32) -> ParamCode {
    param_code(params, ALL_BUT_REQUIRED, code, "The '{param}' parameter is invalid.")
}

const fn too_long(params: &'static [&'static str], code: u32, old_limit: usize) -> ParamCode {
    let message = "The '{param}' parameter length must be less than {limit}";
    ParamCode { old_limit: Some(old_limit), ..param_code(params, &["max_len"], code, message) }
}

const ALL_BUT_REQUIRED: &[&str] = &[];
const NAMES: &[&str] = &["account_name", "new_account_name"];
const PASSWORDS: &[&str] = &[
    "account_password",
    "new_account_password",
    "new_child_account_password",
    "new_subuser_password",
    "user_password",
];
const DATES: &[&str] = &["date", "charge_date", "from_unverified_hold_until", "to_unverified_hold_until"];
const NAME_LENGTH: &str = "Account's name must be at least 5 and up to 20 characters long";
const NAME_PATTERN: &str =
    "Account's name should start with a letter and can contain latin characters, digits, hyphen";
const USER_NAME: &str = "The user name should start with a letter or digit and can contain latin characters, \
                         digits, hyphen and must be at least 5 characters long";
const NEW_USER_NAME: &str =
    "New user name should start with a letter or digit and can contain latin characters";
const SALT_LENGTH: &str = "The 'callback_salt' parameter length must not exceed {limit}";
const WEAK_PASSWORD: &str = "Password should be at least 8 characters long and contain uppercase characters \
                             (A-Z), lowercase characters (a-z), digits and special characters";

const PARAM_CODES: &[ParamCode] = &[
    param_code(DATES, &["type"], 111, "Invalid date format"),
    param_code(PASSWORDS, &["min_len"], 112, "The password must be at least {limit} characters long"),
    param_code(&["application_name"], &["min_len", "max_len", "pattern"], 107, "Invalid application name"),
    param_code(NAMES, &["min_len", "max_len"], 113, NAME_LENGTH),
    param_code(NAMES, &["pattern"], 114, NAME_PATTERN),
    invalid(&["account_id"], 115),
    invalid(&["application_id"], 116),
    invalid(&["user_id"], 117),
    param_code(&["phone_number"], ALL_BUT_REQUIRED, 121, "Invalid phone number"),
    param_code(&["user_name"], &["min_len", "max_len", "pattern"], 122, USER_NAME),
    param_code(&["from_date"], &["at_most"], 123, "Invalid date range"),
    param_code(&["scenario_script"], &["max_len"], 130, "The script text is too long"),
    invalid(&["scenario_id"], 132),
    param_code(&["account_email", "new_account_email"], ALL_BUT_REQUIRED, 136, "Invalid email"),
    invalid(&["rule_id"], 147),
    invalid(&["rule_pattern"], 148),
    invalid(&["rule_pattern_exclude"], 149),
    invalid(&["call_session_history_id"], 150),
    invalid(&["rule_name"], 156),
    invalid(&["user_display_name"], 157),
    too_long(&["account_first_name"], 163, 50),
    too_long(&["account_last_name"], 164, 50),
    invalid(&["scenario_name"], 168),
    invalid(&["parent_account_id"], 177),
    invalid(&["phone_id"], 181),
    invalid(&["mobile_phone"], 189),
    invalid(&["child_account_id"], 194),
    invalid(&["child_account_name"], 198),
    invalid(&["child_account_email"], 199),
    invalid(&["new_child_account_email"], 201),
    invalid(&["language_code"], 202),
    invalid(&["billing_address_country_code"], 204),
    too_long(&["billing_address_name"], 205, 200),
    too_long(&["billing_address_address"], 206, 512),
    too_long(&["billing_address_zip"], 207, 30),
    too_long(&["billing_address_phone"], 208, 30),
    invalid(&["currency"], 210),
    too_long(&["account_custom_data"], 211, 8192),
    too_long(&["user_custom_data"], 212, 8192),
    invalid(&["country_code"], 239),
    invalid(&["phone_category_name"], 240),
    invalid(&["phone_region_id"], 241),
    invalid(&["country_state"], 242),
    invalid(&["phone_count"], 243),
    invalid(&["subscription_template_id", "plan_subscription_template_id"], 244),
    invalid(&["priority"], 247),
    invalid(&["max_simultaneous"], 248),
    invalid(&["num_attempts"], 249),
    invalid(&["name"], 253),
    invalid(&["list_id"], 255),
    param_code(
        &["from_phone_next_renewal"],
        &["at_most"],
        258,
        "The 'to_phone_next_renewal' parameter is invalid",
    ),
    invalid(&["record_id"], 261),
    too_long(&["conference_name"], 270, 50),
    param_code(
        &["from_unverified_hold_until"],
        &["at_most"],
        325,
        "The 'to_unverified_hold_until' parameter is invalid",
    ),
    invalid(&["record_storage_id"], 396),
    invalid(&["callback_url"], 398),
    param_code(&["callback_salt"], &["max_len"], 399, SALT_LENGTH),
    invalid(&["source"], 422),
    invalid(&["destination"], 423),
    param_code(&["subuser_id"], ALL_BUT_REQUIRED, 434, "Invalid subuser id."),
    param_code(&["role_id"], ALL_BUT_REQUIRED, 440, "The 'role_id' parameter is invalid."),
    param_code(&["role_name"], ALL_BUT_REQUIRED, 441, "The 'role_name' parameter is invalid."),
    param_code(&["new_subuser_password"], &["needs"], 448, "Current subuser password is missing."),
    param_code(&["new_user_name"], &["min_len", "max_len", "pattern"], 462, NEW_USER_NAME),
    param_code(PASSWORDS, &["password"], 464, WEAK_PASSWORD),
    invalid_with_stop(&["src_number"], 507),
    invalid_with_stop(&["text"], 508),
];

/// The error for a violated rule, where the API has a code for the parameter.
pub(super) fn find(param: &str, broken: &ViolationKind) -> Option<ApiError> {
    let rule = broken.rule();
    PARAM_CODES.iter().find(|code| code.covers(param, rule)).map(|code| code.error(param, broken))
}

impl ParamCode {
    fn covers(&self, param: &str, rule: &str) -> bool {
        let covers_rule = if self.rules.is_empty() { rule != "required" } else { self.rules.contains(&rule) };
        self.params.contains(&param) && covers_rule
    }

    fn error(&self, param: &str, broken: &ViolationKind) -> ApiError {
        let declared_limit = match broken {
            ViolationKind::MinLen { limit, .. } | ViolationKind::MaxLen { limit, .. } => Some(*limit),
            _ => None,
        };
        let mut message = self.message.replace("{param}", param);
        if let Some(limit) = self.old_limit.or(declared_limit) {
            message = message.replace("{limit}", &limit.to_string());
        }
        ApiError { code: self.code, message: message.into() }
    }
}
