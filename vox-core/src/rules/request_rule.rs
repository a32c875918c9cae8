//! Rules across the parameters of a request.

use std::fmt;

/// A rule across parameters as data. A parameter goes by its name on the wire, a one-of group by the name of its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestRule {
    /// The parameter is given only together with all of these: `#[param(needs = application)]`.
    Needs {
        /// The parameter.
        param: &'static str,
        /// The parameters that it needs.
        needs: &'static [&'static str],
    },
    /// All of these parameters are given, or none of them: `#[param(all_of = "group")]`.
    AllOf {
        /// The group's name.
        group: &'static str,
        /// The parameters.
        params: &'static [&'static str],
    },
    /// If both are given, the parameter is at most the other one: `#[param(at_most = to_date)]`.
    AtMost {
        /// The parameter.
        param: &'static str,
        /// The parameter that limits it.
        other: &'static str,
    },
    /// A function decides: `#[vox_method(checks = [QUEUE])]`, where `QUEUE` is a [`RequestCheck`].
    Check {
        /// The name of the check.
        name: &'static str,
        /// The requirement for people: "must be given for a predictive list".
        requirement: &'static str,
        /// The parameters that it concerns. The requirement is one of the first.
        params: &'static [&'static str],
    },
}

/// A rule across the parameters of the request `M` that a function decides.
///
/// ```
/// use vox_core::prelude::*;
/// use vox_core::rules::RequestCheck;
///
/// /// Creates a call list.
/// #[derive(Debug, Clone, PartialEq, VoxMethod)]
/// #[vox_method(name = "CreateCallList", response = (), kind = write, checks = [QUEUE])]
/// pub struct CreateCallList {
///     /// Whether the dialer predicts when agents are free.
///     pub predictive: Option<bool>,
///     /// The queue of the agents.
///     pub queue_id: Option<u64>,
/// }
///
/// const QUEUE: RequestCheck<CreateCallList> = RequestCheck::new(
///     "queue",
///     "must be given for a predictive list",
///     &["queue_id", "predictive"],
///     |list| list.predictive != Some(true) || list.queue_id.is_some(),
/// );
///
/// let list = CreateCallList { predictive: Some(true), queue_id: None };
/// let violations = list.validate().unwrap_err();
/// assert_eq!(violations.to_string(), "- `queue_id` must be given for a predictive list");
/// ```
pub struct RequestCheck<M> {
    name: &'static str,
    requirement: &'static str,
    params: &'static [&'static str],
    test: fn(&M) -> bool,
}

impl<M> RequestCheck<M> {
    /// Describes a rule. `params` are the names on the wire of the parameters that the rule concerns; a one-of group goes by
    /// the name of its field. `requirement` continues the sentence "`the_first_parameter` ..", so it begins with "must".
    #[must_use]
    pub const fn new(
        name: &'static str,
        requirement: &'static str,
        params: &'static [&'static str],
        test: fn(&M) -> bool,
    ) -> Self {
        Self { name, requirement, params, test }
    }

    /// Whether the rule holds for the request.
    #[must_use]
    pub fn holds(&self, request: &M) -> bool {
        (self.test)(request)
    }

    /// The rule as data.
    #[must_use]
    pub const fn rule(&self) -> RequestRule {
        RequestRule::Check { name: self.name, requirement: self.requirement, params: self.params }
    }
}

impl<M> fmt::Debug for RequestCheck<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RequestCheck({})", self.name)
    }
}
