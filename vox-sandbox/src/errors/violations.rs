//! From violations to the API's error codes.

use vox_core::error::{Violation, ViolationKind, Violations};

use super::{ApiError, ApiErrors, param_codes};

impl From<&Violation> for ApiError {
    fn from(violation: &Violation) -> Self {
        param_codes::find(violation.param, &violation.kind).unwrap_or_else(|| generic(violation))
    }
}

/// The error with the parameter's name in its message.
fn generic(violation: &Violation) -> ApiError {
    let param = violation.param;
    let (code, message) = match &violation.kind {
        ViolationKind::Missing => (485, format!("Specify the '{param}' parameter")),
        ViolationKind::MissingOneOf(members) | ViolationKind::MissingAnyOf(members) => {
            (485, format!("Specify the {} parameter", alternatives(members)))
        }
        ViolationKind::SeveralOf(members) if members[..] == ["role_id", "role_name"] => {
            (449, "Using 'role_id' and 'role_name' at the same_time.".to_owned())
        }
        ViolationKind::SeveralOf(members) => {
            (458, format!("Specify only one of the following parameters: {}", members.join(", ")))
        }
        ViolationKind::MaxLen { limit, .. } => {
            (477, format!("The '{param}' parameter length must not exceed {limit} symbols."))
        }
        ViolationKind::Min(bound) => (497, format!("{param} should be in range of {bound}..")),
        ViolationKind::Max(bound) => (497, format!("{param} should be in range of ..{bound}")),
        _ => (496, format!("The '{param}' parameter is invalid.")),
    };
    ApiError { code, message: message.into() }
}

fn alternatives(members: &[&str]) -> String {
    members.iter().map(|member| format!("'{member}'")).collect::<Vec<_>>().join(" or ")
}

impl From<Violations> for ApiErrors {
    /// Every distinct error once, in the order of the parameters.
    fn from(violations: Violations) -> Self {
        let mut list: Vec<ApiError> = Vec::with_capacity(violations.len());
        for error in violations.iter().map(ApiError::from) {
            if !list.contains(&error) {
                list.push(error);
            }
        }
        let mut list = list.into_iter();
        // Violations are never empty; if they were, the request would still be rejected.
        let first = list.next().unwrap_or_else(|| ApiError::unreadable_request("the parameters are invalid"));
        Self { first, more: list.collect() }
    }
}

#[cfg(test)]
mod tests {
    use vox_core::meta::ParamMeta;
    use vox_core::rules::Bound;
    use vox_core::value::ParamValue;

    use super::*;

    static NAME: ParamMeta = ParamMeta::new("account_name", <String as ParamValue>::meta);
    static PASSWORD: ParamMeta = ParamMeta {
        declared_secret: true,
        ..ParamMeta::new("account_password", <String as ParamValue>::meta)
    };
    static DATE: ParamMeta = ParamMeta::new("charge_date", <String as ParamValue>::meta);
    static SALT: ParamMeta =
        ParamMeta { declared_secret: true, ..ParamMeta::new("callback_salt", <String as ParamValue>::meta) };
    static COUNT: ParamMeta = ParamMeta::new("count", <String as ParamValue>::meta);
    static ROLE: ParamMeta = ParamMeta::new("role", <String as ParamValue>::meta);
    static FIRST_NAME: ParamMeta = ParamMeta::new("account_first_name", <String as ParamValue>::meta);
    static LANGUAGE: ParamMeta = ParamMeta::new("language_code", <String as ParamValue>::meta);

    fn code_and_message(param: &'static ParamMeta, broken: ViolationKind) -> (u32, String) {
        let mut violations = Violations::default();
        violations.add(param, broken);
        let error = ApiErrors::from(violations).first;
        (error.code, error.message.into_owned())
    }

    #[test]
    fn parameters_with_a_specific_code_get_it() {
        assert_eq!(code_and_message(&NAME, ViolationKind::MinLen { limit: 5, found: 1 }).0, 113);
        assert_eq!(code_and_message(&NAME, ViolationKind::Pattern("[a-z]")).0, 114);
        let (code, message) = code_and_message(&LANGUAGE, ViolationKind::MaxLen { limit: 2, found: 3 });
        assert_eq!((code, message.as_str()), (202, "The 'language_code' parameter is invalid"));
        let (code, message) = code_and_message(&FIRST_NAME, ViolationKind::MaxLen { limit: 49, found: 50 });
        assert_eq!(
            (code, message.as_str()),
            (163, "The 'account_first_name' parameter length must be less than 50")
        );
        let (code, message) = code_and_message(&PASSWORD, ViolationKind::MinLen { limit: 8, found: 1 });
        assert_eq!((code, message.as_str()), (112, "The password must be at least 8 characters long"));
        assert_eq!(code_and_message(&DATE, ViolationKind::Type("a date")).0, 111);
        let (code, message) = code_and_message(&SALT, ViolationKind::MaxLen { limit: 40, found: 41 });
        assert_eq!(
            (code, message.as_str()),
            (399, "The 'callback_salt' parameter length must not exceed 40")
        );
    }

    #[test]
    fn other_parameters_get_the_codes_that_name_the_parameter() {
        let cases = [
            (&NAME, ViolationKind::Missing, 485, "Specify the 'account_name' parameter"),
            (&NAME, ViolationKind::MissingOneOf(vec!["a", "b"]), 485, "Specify the 'a' or 'b' parameter"),
            (&NAME, ViolationKind::MissingAnyOf(vec!["a", "b"]), 485, "Specify the 'a' or 'b' parameter"),
            (
                &NAME,
                ViolationKind::SeveralOf(vec!["a", "b"]),
                458,
                "Specify only one of the following parameters: a, b",
            ),
            (
                &ROLE,
                ViolationKind::SeveralOf(vec!["role_id", "role_name"]),
                449,
                "Using 'role_id' and 'role_name' at the same_time.",
            ),
            (&COUNT, ViolationKind::Type("a whole number"), 496, "The 'count' parameter is invalid."),
            (&COUNT, ViolationKind::Max(Bound::Whole(1000)), 497, "count should be in range of ..1000"),
        ];
        for (param, broken, code, message) in cases {
            assert_eq!(code_and_message(param, broken), (code, message.to_owned()));
        }
    }

    #[test]
    fn equal_errors_are_reported_once() {
        let mut violations = Violations::default();
        violations.add(&NAME, ViolationKind::MinLen { limit: 5, found: 1 });
        violations.add(&NAME, ViolationKind::MaxLen { limit: 0, found: 1 });
        violations.add(&COUNT, ViolationKind::Missing);
        let codes: Vec<_> = ApiErrors::from(violations).iter().map(|error| error.code).collect();
        assert_eq!(codes, [113, 485]);
    }
}
