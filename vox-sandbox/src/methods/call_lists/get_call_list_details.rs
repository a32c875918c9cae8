//! `GetCallListDetails`.

use jiff::Timestamp;
use vox_api::call_lists::{
    CallListDetail, CallListTaskStatus, GetCallListDetails, GetCallListDetailsResponse,
};
use vox_api::types::{OutputFormat, ReportOrdered};
use vox_core::{Either, JsonOrFile, Record as _};

use super::tasks_file::{character, check_encoding};
use super::{INVALID_LIST, list_mut};
use crate::auth::Caller;
use crate::clock::api_time;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::csv_file::csv_file;
use crate::methods::filter::{check_known, page};
use crate::methods::{Context, Handler};
use crate::sample::new_report;
use crate::state::resources::call_list::{CallList, Task};

/// The largest page of JSON, and the default one.
const MAX_COUNT: u64 = 1000;
/// What the scenario of each task reports.
const SUCCESS: &str = r#"{"result":true}"#;

impl Handler for GetCallListDetails {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(&self.output, ApiError::invalid_param(496, "output"))?;
        check_encoding(self.encoding.as_deref())?;
        let delimiter = character("delimiter", self.delimiter.as_deref().unwrap_or(";"))?;
        let time = context.now;
        let now = time.as_second();
        let list = list_mut(context, caller, self.list_id, INVALID_LIST)?;
        if self.batch_id.as_ref().is_some_and(|batch| !list.has_batch(batch)) {
            return Err(ApiError::invalid_param(496, "batch_id").into());
        }
        if self.is_async == Some(true) {
            let mut ordered = ReportOrdered::blank();
            ordered.history_report_id = new_report(time);
            return Ok(JsonOrFile::Json(Either::First(ordered)));
        }
        let is_json = self.output == Some(OutputFormat::Json);
        let count = if is_json {
            self.count.unwrap_or(MAX_COUNT).min(MAX_COUNT)
        } else {
            self.count.unwrap_or(u64::MAX)
        };
        let is_of_batch = |task: &Task| self.batch_id.as_ref().is_none_or(|batch| task.batch == *batch);
        let tasks: Vec<_> = list.tasks.iter().filter(|(_, task)| is_of_batch(task)).collect();
        let details: Vec<_> = page(&tasks, self.offset.unwrap_or(0), count)
            .map(|(id, task)| detail(self.list_id, list, *id, task, now))
            .collect();
        if !is_json {
            let name = format!("call_list_{}.csv", self.list_id);
            return Ok(JsonOrFile::File(csv_file(name, char::from(delimiter), &details)));
        }
        let mut response = GetCallListDetailsResponse::blank();
        response.count = u64::try_from(details.len()).ok();
        response.result = details;
        Ok(JsonOrFile::Json(Either::Second(response)))
    }
}

fn detail(list_id: u64, list: &CallList, id: u64, task: &Task, now: i64) -> CallListDetail {
    let (status, status_id) = match task.status(now) {
        status @ CallListTaskStatus::InProgress => (status, 1),
        status @ CallListTaskStatus::Processed => (status, 2),
        status @ CallListTaskStatus::Error => (status, 3),
        status @ CallListTaskStatus::Canceled => (status, 4),
        status => (status, 0),
    };
    let mut detail = CallListDetail::blank();
    detail.list_id = Some(list_id);
    detail.custom_data = Some(task.custom_data.clone());
    detail.start_execution_time = Some(task.hours.from);
    detail.call_schedule.clone_from(&task.schedule);
    detail.finish_execution_time = Some(task.hours.until);
    detail.result_data = match status {
        CallListTaskStatus::Processed => Some(SUCCESS.to_owned()),
        CallListTaskStatus::Error => Some("No attempts are left".to_owned()),
        _ => None,
    };
    let last_attempt = task.last_attempt(now).and_then(|time| Timestamp::from_second(time).ok());
    detail.last_attempt = last_attempt.map(api_time);
    detail.attempts_left = Some(list.attempts_left(task, now));
    detail.status_id = Some(status_id);
    detail.status = Some(status);
    detail.task_id = Some(id);
    detail.task_uuid = Some(task.uuid.clone());
    detail
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::call_lists::tests::with_list;
    use crate::methods::tests::call_in;
    use crate::state::accounts::Accounts;

    fn json(accounts: &mut Accounts, request: GetCallListDetails) -> GetCallListDetailsResponse {
        let request = GetCallListDetails { output: Some(OutputFormat::Json), ..request };
        match call_in(accounts, request).unwrap() {
            JsonOrFile::Json(Either::Second(details)) => details,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn json_has_the_tasks_of_a_page() {
        let (mut accounts, created) = with_list();
        let request = || GetCallListDetails::builder().list_id(created.list_id);
        let all = json(&mut accounts, request().build());
        assert_eq!(all.count, Some(3));
        let first = &all.result[0];
        assert_eq!((first.status.clone(), first.status_id), (Some(CallListTaskStatus::InProgress), Some(1)));
        assert_eq!(
            (first.attempts_left, first.last_attempt.as_deref()),
            (Some(2), Some("2026-01-10 12:00:00"))
        );
        assert_eq!(
            (first.custom_data.as_deref(), first.result_data.as_deref()),
            (Some(r#"{"phone_number":"1"}"#), None)
        );
        let last = &all.result[2];
        assert_eq!(
            (last.status.clone(), last.status_id, last.last_attempt.as_deref()),
            (Some(CallListTaskStatus::New), Some(0), None)
        );

        let uuids = |details: GetCallListDetailsResponse| {
            details.result.into_iter().filter_map(|task| task.task_uuid).collect::<Vec<_>>()
        };
        assert_eq!(uuids(json(&mut accounts, request().count(1).offset(1).build())), ["bob"]);
        let batch = created.batch_id.clone().unwrap();
        assert_eq!(uuids(json(&mut accounts, request().batch_id(batch).build())), ["ann", "bob", "eve"]);
    }

    #[test]
    fn a_file_has_a_line_for_each_task() {
        let (mut accounts, created) = with_list();
        let request = || GetCallListDetails::builder().list_id(created.list_id);
        for output in [None, Some(OutputFormat::Xls)] {
            let request = GetCallListDetails { output, ..request().offset(2).delimiter(",").build() };
            let file = call_in(&mut accounts, request).unwrap().file().unwrap();
            assert_eq!(file.content_type(), Some("text/csv; charset=utf-8"));
            assert_eq!(file.file_name(), Some(format!("call_list_{}.csv", created.list_id).as_str()));
            let text = std::str::from_utf8(file.as_bytes().unwrap()).unwrap();
            let lines: Vec<_> = text.lines().collect();
            assert!(lines[0].starts_with("list_id,custom_data,start_execution_time,call_schedule,"));
            let expected = format!(
                r#"{},"{{""phone_number"":""3""}}",00:00:00,,23:59:59,,,3,0,New,{},eve"#,
                created.list_id,
                created.list_id + 3
            );
            assert_eq!(lines[1..], [expected]);
        }
    }

    #[test]
    fn a_report_is_ordered_instead() {
        let (mut accounts, created) = with_list();
        let request = GetCallListDetails::builder().list_id(created.list_id).is_async(true).build();
        match call_in(&mut accounts, request).unwrap() {
            JsonOrFile::Json(Either::First(ordered)) => {
                assert_eq!(ordered.history_report_id, 1_768_046_400_000);
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn unknown_values_are_rejected() {
        let (mut accounts, created) = with_list();
        let list_id = created.list_id;
        let details = |list_id| GetCallListDetails::builder().list_id(list_id).build();
        let cases = [
            (details(list_id + 1), 255),
            (GetCallListDetails { batch_id: Some("none".into()), ..details(list_id) }, 496),
            (GetCallListDetails { output: Some("pdf".into()), ..details(list_id) }, 496),
            (GetCallListDetails { encoding: Some("KOI8-R".into()), ..details(list_id) }, 496),
            (GetCallListDetails { delimiter: Some("::".into()), ..details(list_id) }, 496),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request).err(), Some(code));
        }
    }
}
