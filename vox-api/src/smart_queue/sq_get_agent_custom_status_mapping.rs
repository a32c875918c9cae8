//! `SQ_GetAgentCustomStatusMapping`: lists the statuses of agents with their custom names.
//!
//! Roles: any. Source: the method `SQ_GetAgentCustomStatusMapping` of the API's section SmartQueue.

use vox_core::prelude::*;

use crate::types::Application;

/// Lists the statuses of agents with their custom names, also the statuses that have none.
///
/// The vendor describes the response as a list, but its SDKs read the members of a single status; both are read.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::SqGetAgentCustomStatusMapping;
///
/// let body = r#"{"result": [{"sq_status_name": "CUSTOM_1", "custom_status_name": "Lunch"}]}"#;
/// let response = SqGetAgentCustomStatusMapping::from_http(http::Response::new(body))?;
/// for status in response.into_statuses() {
///     assert_eq!(status.custom_status_name.as_deref(), Some("Lunch"));
/// }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "SQ_GetAgentCustomStatusMapping",
    response = SqGetAgentCustomStatusMappingResponse,
    kind = read,
)]
#[doc(alias = "SQ_GetAgentCustomStatusMapping")]
pub struct SqGetAgentCustomStatusMapping {
    /// The application.
    #[param(one_of)]
    pub application: Option<Application>,
}

/// The response of [`SqGetAgentCustomStatusMapping`]: a list of statuses, or a single status.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqGetAgentCustomStatusMappingResponse {
    /// The statuses.
    pub result: Vec<SqCustomStatus>,
    /// The status, if the response is not a list.
    pub sq_status_name: Option<String>,
    /// The custom name of the status, if the response is not a list.
    pub custom_status_name: Option<String>,
}

impl SqGetAgentCustomStatusMappingResponse {
    /// The statuses, whichever of its shapes the response has.
    #[must_use]
    pub fn into_statuses(self) -> Vec<SqCustomStatus> {
        let Self { mut result, sq_status_name, custom_status_name } = self;
        if sq_status_name.is_some() {
            result.push(SqCustomStatus { sq_status_name, custom_status_name });
        }
        result
    }
}

/// A status of agents with its custom name.
///
/// Source: the description of the response of `SQ_GetAgentCustomStatusMapping`.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct SqCustomStatus {
    /// The status; see [`SqStatusName`](super::SqStatusName).
    pub sq_status_name: Option<String>,
    /// The custom name, if it has one.
    pub custom_status_name: Option<String>,
}

#[cfg(test)]
mod tests {
    use vox_core::MethodExt;

    use super::SqGetAgentCustomStatusMapping;

    #[test]
    fn a_response_is_a_list_or_a_single_status() {
        let status = r#"{"sq_status_name": "READY", "custom_status_name": "Free"}"#;
        let list = format!(r#"{{"result": [{status}, {{"sq_status_name": "DND"}}]}}"#);
        for (body, expected) in [(list, &[Some("Free"), None][..]), (status.to_owned(), &[Some("Free")])] {
            let response = SqGetAgentCustomStatusMapping::from_http(http::Response::new(body)).unwrap();
            let statuses = response.into_statuses();
            let names: Vec<_> = statuses.iter().map(|status| status.custom_status_name.as_deref()).collect();
            assert_eq!(names, expected);
        }
    }
}
