//! From broken rules to the API's codes.

use vox_core::error::{Violation, ViolationKind, Violations};

use super::{Failure, Failures, specific};

impl From<&Violation> for Failure {
    fn from(violation: &Violation) -> Self {
        specific::find(violation.param, &violation.kind).unwrap_or_else(|| generic(violation))
    }
}

/// The codes that take the parameter's name.
fn generic(violation: &Violation) -> Failure {
    let param = violation.param;
    let (code, message) = match &violation.kind {
        ViolationKind::Missing => (485, format!("Specify the '{param}' parameter")),
        ViolationKind::MissingOneOf(members) => {
            (485, format!("Specify the {} parameter", alternatives(members)))
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
    Failure { code, message: message.into() }
}

fn alternatives(members: &[&str]) -> String {
    members.iter().map(|member| format!("'{member}'")).collect::<Vec<_>>().join(" or ")
}

impl From<Violations> for Failures {
    /// Every code with its message once, in the order of the parameters.
    fn from(violations: Violations) -> Self {
        let mut list: Vec<Failure> = Vec::with_capacity(violations.len());
        for failure in violations.iter().map(Failure::from) {
            if !list.contains(&failure) {
                list.push(failure);
            }
        }
        let mut list = list.into_iter();
        // Nobody makes empty violations; if somebody did, the call was still refused.
        let first = list.next().unwrap_or_else(|| Failure::unreadable_request("the parameters are invalid"));
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
    static LANGUAGE: ParamMeta = ParamMeta::new("language_code", <String as ParamValue>::meta);

    fn code_and_text(param: &'static ParamMeta, broken: ViolationKind) -> (u32, String) {
        let mut violations = Violations::default();
        violations.add(param, broken);
        let failure = Failures::from(violations).first;
        (failure.code, failure.message.into_owned())
    }

    #[test]
    fn parameters_with_codes_of_their_own_get_them() {
        assert_eq!(code_and_text(&NAME, ViolationKind::MinLen { limit: 5, found: 1 }).0, 113);
        assert_eq!(code_and_text(&NAME, ViolationKind::Pattern("[a-z]")).0, 114);
        assert_eq!(code_and_text(&LANGUAGE, ViolationKind::MaxLen { limit: 2, found: 3 }).0, 202);
        let (code, text) = code_and_text(&PASSWORD, ViolationKind::MinLen { limit: 8, found: 1 });
        assert_eq!((code, text.as_str()), (112, "The password must be at least 8 characters long"));
        assert_eq!(code_and_text(&DATE, ViolationKind::Type("a date")).0, 111);
        let (code, text) = code_and_text(&SALT, ViolationKind::MaxLen { limit: 40, found: 41 });
        assert_eq!((code, text.as_str()), (399, "The 'callback_salt' parameter length must not exceed 40"));
    }

    #[test]
    fn the_others_get_the_codes_that_name_the_parameter() {
        let cases = [
            (&NAME, ViolationKind::Missing, 485, "Specify the 'account_name' parameter"),
            (&NAME, ViolationKind::MissingOneOf(vec!["a", "b"]), 485, "Specify the 'a' or 'b' parameter"),
            (
                &NAME,
                ViolationKind::SeveralOf(vec!["a", "b"]),
                458,
                "Specify only one of the following parameters: a, b",
            ),
            (&COUNT, ViolationKind::Type("a whole number"), 496, "The 'count' parameter is invalid."),
            (&COUNT, ViolationKind::Max(Bound::Whole(1000)), 497, "count should be in range of ..1000"),
        ];
        for (param, broken, code, text) in cases {
            assert_eq!(code_and_text(param, broken), (code, text.to_owned()));
        }
    }

    #[test]
    fn equal_failures_are_told_once() {
        let mut violations = Violations::default();
        violations.add(&NAME, ViolationKind::MinLen { limit: 5, found: 1 });
        violations.add(&NAME, ViolationKind::MaxLen { limit: 0, found: 1 });
        violations.add(&COUNT, ViolationKind::Missing);
        let codes: Vec<_> = Failures::from(violations).iter().map(|failure| failure.code).collect();
        assert_eq!(codes, [113, 485]);
    }
}
