//! `GetSmartQueueRealtimeMetrics`: reads metrics of the last half hour.
//!
//! Roles: any. Source: the method `GetSmartQueueRealtimeMetrics` of the API's section SmartQueue.

use vox_core::prelude::*;

use super::types::metrics_checks;
use super::{SmartQueueMetricsResult, SqGroupBy, SqMetricsQueues, SqMetricsUsers, SqReportType};
use crate::types::Application;

/// Reads metrics of queues and agents for the last half hour.
///
/// The parameters `with_header` and `decimal_separator` shape a CSV file, but no source has a parameter that requests one.
///
/// ```
/// use vox_api::prelude::*;
/// use vox_api::smart_queue::{GetSmartQueueRealtimeMetrics, SqMetricsQueues, SqReportType};
/// use vox_api::types::Application;
///
/// let request = GetSmartQueueRealtimeMetrics::builder()
///     .report_type([SqReportType::ServiceLevel, SqReportType::AverageTimeInQueue])
///     .application(Application::Id(7))
///     .sq_queue(SqMetricsQueues::Name(vec!["sales".into()]))
///     .interval(Period { minutes: 10, ..Period::default() })
///     .max_waiting_sec(20)
///     .build();
/// assert_eq!(
///     std::str::from_utf8(request.to_form().as_bytes())?,
///     "report_type=service_level%3Baverage_time_in_queue&application_id=7&sq_queue_name=sales\
///      &interval=0000-00-00+00%3A10%3A00&max_waiting_sec=20"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "GetSmartQueueRealtimeMetrics",
    response = GetSmartQueueRealtimeMetricsResponse,
    kind = read,
    checks = [QUEUE, AGENTS, SERVICE_LEVEL],
)]
pub struct GetSmartQueueRealtimeMetrics {
    /// The metrics.
    pub report_type: Vec<SqReportType>,
    /// The application.
    #[param(one_of)]
    pub application: Application,
    /// The agents. They limit only metrics of agents, such as `occupancy_rate` and `sum_agents_ready_time`.
    #[param(one_of)]
    pub user: Option<SqMetricsUsers>,
    /// The queues. Metrics of queues, such as `service_level`, need at least one; metrics of agents do not.
    #[param(one_of)]
    pub sq_queue: Option<SqMetricsQueues>,
    /// The beginning of the time span, in the time zone `timezone`.
    #[param(default_text = "the current time minus 30 minutes", at_most = to_date)]
    pub from_date: Option<DateTime>,
    /// The end of the time span, in the time zone `timezone`.
    #[param(default_text = "the current time")]
    pub to_date: Option<DateTime>,
    /// The time zone of the request and of the response: `Etc/GMT-8`, or `auto` for the account's. No source states the default,
    /// which is presumably UTC.
    pub timezone: Option<String>,
    /// How long an interval is. Each interval has one value.
    #[param(default_text = "30 minutes")]
    pub interval: Option<Period>,
    /// The grouping of the values.
    pub group_by: Option<SqGroupBy>,
    /// The waiting time within which a phone call must be answered, in seconds. The metric `service_level` needs it.
    pub max_waiting_sec: Option<u64>,
    /// Whether the latest intervals come first.
    pub desc_order: Option<bool>,
    /// Whether the first line of a CSV file has the names of the columns.
    pub with_header: Option<bool>,
    /// The separator of decimals in a CSV file: a point or a comma.
    #[param(default_text = "the account's setting")]
    pub decimal_separator: Option<String>,
    /// Whether intervals without data are left out.
    pub omit_empty: Option<bool>,
}

/// The response of [`GetSmartQueueRealtimeMetrics`].
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct GetSmartQueueRealtimeMetricsResponse {
    /// The metrics.
    pub result: Vec<SmartQueueMetricsResult>,
    /// The time zone of the times: `Etc/GMT-8`.
    pub timezone: Option<String>,
}

metrics_checks!(GetSmartQueueRealtimeMetrics);

#[cfg(test)]
mod tests {
    use vox_core::{Decimal, MethodExt};

    use super::super::{SqGroupBy, SqMetricsQueues, SqReportType};
    use super::GetSmartQueueRealtimeMetrics;
    use crate::types::Application;

    fn violations(request: &GetSmartQueueRealtimeMetrics) -> String {
        request.validate().unwrap_err().to_string()
    }

    #[test]
    fn metrics_of_queues_need_a_queue() {
        let metrics = |metric: SqReportType| {
            GetSmartQueueRealtimeMetrics::builder()
                .report_type([metric])
                .application(Application::Id(7))
                .build()
        };
        let request = metrics(SqReportType::MaxTimeInQueue);
        let queue = "- `sq_queue` must be given for metrics of queues, such as `service_level`";
        assert_eq!(violations(&request), queue);
        let sq_queue = Some(SqMetricsQueues::Id(vec![3]));
        assert!(GetSmartQueueRealtimeMetrics { sq_queue, ..request }.validate().is_ok());
        let of_agents = [SqReportType::SumAgentsDialingTime, SqReportType::OccupancyRate];
        for metric in of_agents.into_iter().chain([SqReportType::other("added_later")]) {
            assert_eq!(metrics(metric).validate(), Ok(()));
        }
    }

    #[test]
    fn values_are_grouped_by_the_agents_of_one_queue() {
        let request = |queues: &[u64], group_by| {
            GetSmartQueueRealtimeMetrics::builder()
                .report_type([SqReportType::OccupancyRate])
                .application(Application::Id(7))
                .sq_queue(SqMetricsQueues::Id(queues.to_vec()))
                .group_by(group_by)
                .build()
        };
        let one = "- `sq_queue` must be one queue if the values are grouped by agent";
        assert_eq!(violations(&request(&[3, 4], SqGroupBy::Agent)), one);
        assert!(request(&[3], SqGroupBy::Agent).validate().is_ok());
        assert!(request(&[3, 4], SqGroupBy::Queue).validate().is_ok());
    }

    #[test]
    fn a_service_level_needs_the_waiting_time() {
        let request = GetSmartQueueRealtimeMetrics::builder()
            .report_type([SqReportType::ServiceLevel])
            .application(Application::Id(7))
            .sq_queue(SqMetricsQueues::Id(vec![3]))
            .build();
        assert_eq!(violations(&request), "- `max_waiting_sec` must be given for the metric `service_level`");
        assert!(GetSmartQueueRealtimeMetrics { max_waiting_sec: Some(20), ..request }.validate().is_ok());
    }

    #[test]
    fn values_may_have_fractions() {
        let body = r#"{"result": [{"report_type": "occupancy_rate", "groups": [{"user_id": 5, "values": [
            {"from_date": "2026-01-31 18:00:00", "to_date": "2026-01-31 18:30:00", "value": 62.5}
        ]}]}], "timezone": "Etc/GMT-3"}"#;
        let response = GetSmartQueueRealtimeMetrics::from_http(http::Response::new(body)).unwrap();
        let metric = &response.result[0];
        assert_eq!(metric.report_type, Some(SqReportType::OccupancyRate));
        let value = &metric.groups[0].values[0];
        assert_eq!(value.value, Some(Decimal::new(625, 1)));
        assert_eq!(value.from_date, Some("2026-01-31 18:00:00".parse().unwrap()));
    }
}
