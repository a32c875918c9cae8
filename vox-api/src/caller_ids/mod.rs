//! Caller IDs: verified phone numbers of another operator, which scenarios may show to the called party.
//!
#![doc = include_str!("../../docs/caller_ids.md")]
//!
//! A caller ID is a phone number that the account does not rent from the platform, such as that of a mobile phone. A code from
//! a phone call proves who owns it, for some time. The newest sources of the vendor no longer have the methods that add and
//! verify a caller ID. [`GetCallerIds`] lists the caller IDs, for example to see whose verification ends next:
//!
//! ```no_run
//! use vox_api::caller_ids::{CallerIdsOrderBy, GetCallerIds};
//! use vox_api::prelude::*;
//!
//! # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let order_by = Some(CallerIdsOrderBy::VerifiedUntil);
//! let mut caller_ids = GetCallerIds { active: Some(true), order_by, ..Default::default() }.items(client);
//! while let Some(caller_id) = caller_ids.next().await {
//!     let caller_id = caller_id?;
//!     println!("{:?} is verified until {:?}", caller_id.callerid_number, caller_id.verified_until);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The API announces the end of a verification by the callbacks `expiring_callerid` and `expired_callerid`.

vox_core::methods! {
    del_caller_id { DelCallerId, CallerId }
    get_caller_ids { GetCallerIds, GetCallerIdsResponse, CallerIdInfo, CallerIdsOrderBy }
}
