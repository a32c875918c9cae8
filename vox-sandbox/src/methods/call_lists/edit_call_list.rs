//! `EditCallList`.

use vox_api::call_lists::{EditCallList, EditedCallListType};
use vox_core::UnixTime;

use super::{CALL_SERVICE_ERROR, list_mut};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::check_known;
use crate::methods::set::set;
use crate::methods::{Context, Handler};

const TYPES: [EditedCallListType; 4] = [
    EditedCallListType::Automatic,
    EditedCallListType::Manual,
    EditedCallListType::Predictive,
    EditedCallListType::Progressive,
];

impl Handler for EditCallList {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let invalid = |name| ApiError::invalid_param(496, name);
        check_known(&self.task_priority_strategy, invalid("task_priority_strategy"))?;
        check_known(&self.predictive_type, invalid("predictive_type"))?;
        check_known(&self.personal_campaign_type, invalid("personal_campaign_type"))?;
        let kind = match (&self.call_list_type, &self.call_type) {
            (Some(kind), _) => Some(known(kind.as_str()).ok_or_else(|| invalid("call_list_type"))?),
            (None, Some(text)) => Some(known(text).ok_or_else(|| invalid("call_type"))?),
            (None, None) => None,
        };
        let now = context.now.as_second();
        let list = list_mut(context, caller, self.list_id, CALL_SERVICE_ERROR)?;
        set(&mut list.name, self.name);
        set(&mut list.priority, self.priority);
        set(&mut list.max_simultaneous, self.max_simultaneous);
        set(&mut list.num_attempts, self.num_attempts);
        set(&mut list.interval_seconds, self.interval_seconds);
        set(&mut list.strategy, self.task_priority_strategy);
        set(&mut list.start_at, self.start_at.map(UnixTime::seconds));
        set(&mut list.is_manual, kind.map(|kind| kind == EditedCallListType::Manual));
        list.plan(now);
        Ok(())
    }
}

/// The type with this name, in any case.
fn known(name: &str) -> Option<EditedCallListType> {
    TYPES.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::TaskPriorityStrategy;

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::call_in;

    #[test]
    fn only_the_given_settings_are_changed() {
        let (mut accounts, created) = with_list();
        let edit = || EditCallList::builder().list_id(created.list_id);
        let before = list(&accounts, created.list_id).clone();
        call_in(&mut accounts, edit().name("autumn").max_simultaneous(1).build()).unwrap();
        let changed = list(&accounts, created.list_id);
        assert_eq!((changed.name.as_str(), changed.max_simultaneous), ("autumn", 1));
        assert_eq!((changed.priority, changed.num_attempts), (before.priority, before.num_attempts));
        // Two tasks are called already, the third one when both have ended.
        assert_eq!(changed.completed(i64::MAX), Some(before.submitted + 20));

        let later = UnixTime::from_seconds(before.submitted + 100).unwrap();
        let request = edit()
            .priority(5)
            .num_attempts(9)
            .interval_seconds(60)
            .start_at(later)
            .task_priority_strategy(TaskPriorityStrategy::RepeatedAttempts);
        call_in(&mut accounts, request.build()).unwrap();
        let changed = list(&accounts, created.list_id);
        assert_eq!((changed.priority, changed.num_attempts, changed.interval_seconds), (5, 9, 60));
        assert_eq!(changed.strategy, TaskPriorityStrategy::RepeatedAttempts);
        assert_eq!(changed.completed(i64::MAX), Some(before.submitted + 110));
    }

    #[test]
    fn a_manual_list_calls_nobody() {
        let (mut accounts, created) = with_list();
        let edit = || EditCallList::builder().list_id(created.list_id);
        call_in(&mut accounts, edit().call_type("MANUAL").build()).unwrap();
        assert_eq!(list(&accounts, created.list_id).completed(i64::MAX), None);
        call_in(&mut accounts, edit().call_list_type(EditedCallListType::Automatic).build()).unwrap();
        assert!(list(&accounts, created.list_id).completed(i64::MAX).is_some());
    }

    #[test]
    fn what_the_api_rejects_changes_nothing() {
        let (mut accounts, created) = with_list();
        let edit = || EditCallList {
            name: Some("x".into()),
            ..EditCallList::builder().list_id(created.list_id).build()
        };
        let cases = [
            (EditCallList { list_id: created.list_id + 1, ..edit() }, 251),
            (EditCallList { call_list_type: Some("fast".into()), ..edit() }, 496),
            (EditCallList { call_type: Some("fast".into()), ..edit() }, 496),
            (EditCallList { task_priority_strategy: Some("none".into()), ..edit() }, 496),
            (EditCallList { predictive_type: Some("none".into()), ..edit() }, 496),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request), Err(code));
        }
        assert_eq!(list(&accounts, created.list_id).name, "spring");
    }
}
