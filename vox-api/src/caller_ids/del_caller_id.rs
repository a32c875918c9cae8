//! `DelCallerID`: deletes a caller ID.
//!
//! Roles: Owner, Admin. Source: the method `DelCallerID` of the API's section CallerIDs.

use vox_core::prelude::*;

/// Deletes a caller ID.
///
/// The platform remembers a deleted caller ID, as a protection against spam: it cannot be deleted for good.
///
/// ```
/// use vox_api::caller_ids::{CallerId, DelCallerId};
/// use vox_api::prelude::*;
///
/// let request = DelCallerId { callerid: CallerId::Number("79993330011".into()) };
/// assert_eq!(request.to_form().as_bytes(), b"callerid_number=79993330011");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "DelCallerID", roles = [Owner, Admin], response = (), kind = write)]
#[doc(alias = "DelCallerID")]
pub struct DelCallerId {
    /// The caller ID.
    #[param(one_of)]
    pub callerid: CallerId,
}

/// A caller ID.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "callerid")]
pub enum CallerId {
    /// By id.
    Id(u64),
    /// By the phone number.
    Number(String),
}
