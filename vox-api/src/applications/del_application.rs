//! `DelApplication`: deletes applications.
//!
//! Roles: Owner. Source: the method `DelApplication` of the API's section Applications.

use vox_core::prelude::*;

use crate::types::ApplicationsOrAll;

/// Deletes applications.
///
/// `IdList::All` deletes all applications of the account.
///
/// ```
/// use vox_api::applications::DelApplication;
/// use vox_api::prelude::*;
/// use vox_api::types::ApplicationsOrAll;
///
/// let request = DelApplication { application: ApplicationsOrAll::Id([1, 3].into()) };
/// assert_eq!(request.to_form().as_bytes(), b"application_id=1%3B3");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelApplication", roles = [Owner], response = (), kind = write)]
pub struct DelApplication {
    /// The applications.
    #[param(one_of)]
    pub application: ApplicationsOrAll,
}
