//! `DeleteCallList`.

use vox_api::call_lists::{CallListToDelete, DeleteCallList, DeleteCallListResponse};
use vox_core::Record as _;

use super::INVALID_LIST;
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler};

/// The id of an account names no list.
const MISSING_LIST: ApiError = ApiError::new(485, "Specify the 'list_id' parameter");

impl Handler for DeleteCallList {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let CallListToDelete::Id(id) = self.list else { return Err(MISSING_LIST.into()) };
        context.account(caller)?.resources.call_lists.remove(id).ok_or(INVALID_LIST)?;
        let mut response = DeleteCallListResponse::blank();
        response.msg = Some("The call list is deleted".to_owned());
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::call_lists::tests::with_list;
    use crate::methods::tests::{PARENT, call_in};

    #[test]
    fn only_an_id_of_a_list_deletes_one() {
        let (mut accounts, created) = with_list();
        let delete = |list| DeleteCallList { list };
        assert_eq!(call_in(&mut accounts, delete(CallListToDelete::Account(PARENT))), Err(485));
        assert_eq!(call_in(&mut accounts, delete(CallListToDelete::Id(created.list_id + 1))), Err(255));
        assert_eq!(accounts.get(PARENT).unwrap().resources.call_lists.iter().count(), 1);
        call_in(&mut accounts, delete(CallListToDelete::Id(created.list_id))).unwrap();
        assert_eq!(call_in(&mut accounts, delete(CallListToDelete::Id(created.list_id))), Err(255));
    }
}
