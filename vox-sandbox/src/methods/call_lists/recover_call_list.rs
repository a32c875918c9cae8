//! `RecoverCallList`.

use vox_api::call_lists::{RecoverCallList, RecoverCallListResponse};
use vox_core::Record as _;

use super::{INVALID_LIST, check_money, list_mut};
use crate::auth::Caller;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};

impl Handler for RecoverCallList {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        list_mut(context, caller, self.list_id, INVALID_LIST)?;
        check_money(context.account(caller)?)?;
        let list = list_mut(context, caller, self.list_id, INVALID_LIST)?;
        let recovered = if list.hold.take().is_some() { list.waiting(now) } else { 0 };
        list.plan(now);
        let mut response = RecoverCallListResponse::blank();
        response.count_recovery = Some(recovered);
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_api::call_lists::{CallListStatus, CancelCallListBatch, StopCallListProcessing};
    use vox_core::Decimal;

    use super::*;
    use crate::methods::call_lists::tests::{list, with_list};
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn a_list_is_paused_and_continued() {
        let (mut accounts, created) = with_list();
        let list_id = created.list_id;
        let now = list(&accounts, list_id).submitted;
        // A list that runs has nothing to recover.
        let recover = |accounts: &mut _| {
            call_in(accounts, RecoverCallList { list_id }).map(|response| response.count_recovery)
        };
        assert_eq!(recover(&mut accounts), Ok(Some(0)));
        for _ in 0..2 {
            call_in(&mut accounts, StopCallListProcessing { list_id }).unwrap();
            assert_eq!(list(&accounts, list_id).status(i64::MAX), CallListStatus::Suspended);
        }
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::ZERO;
        assert_eq!(recover(&mut accounts), Err(127));
        accounts.get_mut(PARENT).unwrap().money.fixed = Decimal::ONE;
        assert_eq!(recover(&mut accounts), Ok(Some(1)));
        assert_eq!(list(&accounts, list_id).completed(i64::MAX), Some(now + 20));
    }

    #[test]
    fn unknown_and_completed_lists_are_rejected() {
        let (mut accounts, created) = with_list();
        let (list_id, batch) = (created.list_id, created.batch_id.unwrap());
        assert_eq!(call_in(&mut accounts, StopCallListProcessing { list_id: list_id + 1 }), Err(255));
        assert_eq!(call_in(&mut accounts, RecoverCallList { list_id: list_id + 1 }), Err(255));
        call_in(&mut accounts, CancelCallListBatch { list_id, batch_ids: vec![batch] }).unwrap();
        assert_eq!(call_in(&mut accounts, StopCallListProcessing { list_id }), Err(252));
    }
}
