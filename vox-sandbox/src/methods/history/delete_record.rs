//! `DeleteRecord`.

use vox_api::history::DeleteRecord;

use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::records::call_session_info::record_url;

const NOT_GIVEN: ApiError = ApiError::new(485, "Specify the 'record_url' or 'record_id' parameter");
const NOT_FOUND: ApiError = ApiError::new(341, "Record is not found by ID");

impl Handler for DeleteRecord {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let Context { now, seed, base_url, .. } = *context;
        if self.record_id.is_none() && self.record_url.is_none() {
            return Err(NOT_GIVEN.into());
        }
        let sessions = context.account(caller)?.resources.sessions.iter_mut();
        let is_meant = |id: u64| {
            self.record_id.is_none_or(|wanted| wanted == id)
                && self.record_url.as_ref().is_none_or(|url| *url == record_url(id, seed, base_url))
        };
        // A recording is there when its session is over.
        let mut recordings = sessions
            .filter(|(_, session)| session.duration(now).is_some())
            .map(|(_, session)| &mut session.recording);
        let found = recordings.find(|recording| recording.is_some_and(is_meant));
        *found.ok_or(NOT_FOUND)? = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::history::tests::with_sessions;
    use crate::methods::tests::{PARENT, call_in};
    use crate::state::accounts::Accounts;

    fn recordings(accounts: &Accounts) -> Vec<Option<u64>> {
        let sessions = accounts.get(PARENT).unwrap().resources.sessions.iter();
        sessions.map(|(_, session)| session.recording).collect()
    }

    #[test]
    fn a_recording_is_deleted_by_its_id_or_its_url() {
        let by_id = DeleteRecord { record_id: Some(702), record_url: None };
        let by_url = DeleteRecord { record_id: None, record_url: Some(record_url(702, 0, "")) };
        let by_both = DeleteRecord { record_id: by_id.record_id, record_url: by_url.record_url.clone() };
        for request in [by_id, by_url, by_both] {
            let mut accounts = with_sessions();
            call_in(&mut accounts, request.clone()).unwrap();
            assert_eq!(recordings(&accounts), [Some(700), None, Some(700)], "{request:?}");
            assert_eq!(call_in(&mut accounts, request), Err(341));
        }
    }

    #[test]
    fn only_a_recording_of_the_account_is_deleted() {
        let mut accounts = with_sessions();
        let url = |id| Some(record_url(id, 0, ""));
        let cases = [
            (DeleteRecord::default(), 485),
            (DeleteRecord { record_id: Some(7), record_url: None }, 341),
            // A child's.
            (DeleteRecord { record_id: Some(704), record_url: None }, 341),
            (DeleteRecord { record_id: Some(702), record_url: url(700) }, 341),
            (DeleteRecord { record_id: None, record_url: Some("https://example.com/1.mp3".into()) }, 341),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut accounts, request.clone()), Err(code), "{request:?}");
        }
        assert_eq!(recordings(&accounts), [Some(700), Some(702), Some(700)]);
    }
}
