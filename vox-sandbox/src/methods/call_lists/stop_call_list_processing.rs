//! `StopCallListProcessing`.

use vox_api::call_lists::{CallListStatus, StopCallListProcessing, StopCallListProcessingResponse};
use vox_core::Record as _;

use super::{INVALID_LIST, list_mut};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};
use crate::state::resources::call_list::Hold;

const NOT_RUNNING: ApiError =
    ApiError::new(252, "Error response from call service: the call list is completed or canceled");

impl Handler for StopCallListProcessing {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now.as_second();
        let list = list_mut(context, caller, self.list_id, INVALID_LIST)?;
        if matches!(list.status(now), CallListStatus::Completed | CallListStatus::Canceled) {
            return Err(NOT_RUNNING.into());
        }
        list.hold = Some(Hold::Paused);
        list.plan(now);
        let mut response = StopCallListProcessingResponse::blank();
        response.msg = Some("The call list is stopped".to_owned());
        Ok(response)
    }
}
